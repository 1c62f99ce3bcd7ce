using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>What a typed name of a unit was understood as. Closed family.</summary>
internal abstract record UnitMatch
{
    private UnitMatch() { }

    /// <summary>The unit's code or full name.</summary>
    /// <param name="Unit">The unit.</param>
    public sealed record Exact(ReportingUnit Unit) : UnitMatch;

    /// <summary>Another name, an abbreviation or a slip of typing for exactly one unit: what was understood has to be said.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="As">The name of the unit that the typed one was taken for.</param>
    public sealed record Understood(ReportingUnit Unit, string As) : UnitMatch;

    /// <summary>It may mean several units; somebody has to say which.</summary>
    /// <param name="Candidates">At least two, in the plan's order.</param>
    public sealed record Ambiguous(ImmutableArray<ReportingUnit> Candidates) : UnitMatch;

    /// <summary>No unit is called anything like it.</summary>
    public sealed record NotFound : UnitMatch;

    /// <summary>The unit when there is exactly one; else <see langword="null"/>.</summary>
    public ReportingUnit? UnitOrNull => this switch { Exact e => e.Unit, Understood u => u.Unit, _ => null };
}
