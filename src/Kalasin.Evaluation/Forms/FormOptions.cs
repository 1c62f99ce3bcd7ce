using System.Collections.Immutable;

namespace Kalasin.Evaluation;

/// <summary>What a form is made of besides the rules and the unit.</summary>
public sealed record FormOptions
{
    /// <summary>The usual form: all indicators of the unit.</summary>
    public static FormOptions Default { get; } = new();

    /// <summary>Only this indicator, which the unit reports on. Default: all of them.</summary>
    public IndicatorNumber? Indicator { get; init; }

    /// <summary>Returns of the unit that are filled in already, to be corrected; of two on one indicator the later. Default: none.</summary>
    public ImmutableArray<Return> Current { get; init; } = [];

    /// <summary>Day the form is of, in the file's properties. Default: the day of the plan's register of local authorities.</summary>
    public DateOnly? AsOf { get; init; }
}
