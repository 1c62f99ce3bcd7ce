using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>
/// The rules of one award in one fiscal year, as the department gave them. A published revision never changes; a correction
/// is a new revision, and every scorecard names the one it used. Exists only checked: read one with <c>FrameworkReader</c>.
/// </summary>
public sealed record Framework
{
    [JsonConstructor]
    internal Framework() { }

    /// <summary>Identifies the award and year.</summary>
    [JsonInclude] public required FrameworkId Id { get; init; }

    /// <summary>1 for the first published text, one more for each correction.</summary>
    [JsonInclude] public required int Revision { get; init; }

    /// <summary>Name of the award and year.</summary>
    [JsonInclude] public required BilingualText Title { get; init; }

    /// <summary>Name of the project as its letter has it; two spellings are an open choice of the plan.</summary>
    [JsonInclude] public required BilingualText Project { get; init; }

    /// <summary>Who gives the award.</summary>
    [JsonInclude] public required BilingualText Authority { get; init; }

    /// <summary>A few words for who gives it, for footers and notes. Default: <see cref="Authority"/> in full.</summary>
    [JsonInclude] public BilingualText? AuthorityShortName { get; init; }

    /// <summary>Fiscal year of the award, Buddhist era.</summary>
    [JsonInclude] public required int FiscalYear { get; init; }

    /// <summary>Who is scored.</summary>
    [JsonInclude] public required EntrantKind Entrant { get; init; }

    /// <summary>When and how the department wants the report.</summary>
    [JsonInclude] public required FinalDeadline FinalDeadline { get; init; }

    /// <summary>Indicators that are added up by themselves first. Default: none.</summary>
    [JsonInclude] internal ImmutableArray<IndicatorGroup> Groups { get; init => field = value.OrEmpty(); } = [];

    /// <summary>How scores become a total. Default: their weighted mean.</summary>
    [JsonInclude] internal TotalRule? Total { get; init; }

    /// <summary>What an entrant has to reach to be ranked. Default: nothing.</summary>
    [JsonInclude] internal ImmutableArray<Requirement> Requirements { get; init => field = value.OrEmpty(); } = [];

    /// <summary>How equal totals are told apart. Default: they share their rank.</summary>
    [JsonInclude] internal RankingRule? Ranking { get; init; }

    /// <summary>The framework whose result decides who enters this one. Default: everybody does.</summary>
    [JsonInclude] internal EntryRule? Entry { get; init; }

    /// <summary>Lists of things that columns offer and plans give as tables. Default: none.</summary>
    [JsonInclude] internal ImmutableArray<NamedList> Lists { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Kinds of units that it names itself. Default: none.</summary>
    [JsonInclude] internal ImmutableArray<NamedKind> UnitKinds { get; init => field = value.OrEmpty(); } = [];

    /// <summary>How entrants are sorted where thresholds depend on it. Default: they aren't.</summary>
    [JsonInclude] internal ImmutableArray<Classification> Classes { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Provinces the letter leaves out.</summary>
    [JsonInclude] public ExcludedProvinces? Excluded { get; init; }

    /// <summary>Scored with criteria that aren't in hand yet: values are shown, no total. Default <see langword="false"/>.</summary>
    [JsonInclude] public bool ScoringOff { get; init; }

    /// <summary>Indicators in order; numbers are unique.</summary>
    [JsonInclude] public required ImmutableArray<Indicator> Indicators { get; init; }

    /// <summary>
    /// The same award in another fiscal year, as revision 1: days and the years that texts name are moved, and what a letter or an office said for one year is
    /// assumed for the other. Whom a letter leaves out is not carried.
    /// </summary>
    /// <param name="fiscalYear">Buddhist-era fiscal year, 2400 to 2800.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such year.</exception>
    public Framework CarriedTo(int fiscalYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fiscalYear, 2400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fiscalYear, 2800);
        return CarriedRules.Of(this, fiscalYear);
    }

    /// <summary>Who gives the award, in a few words where there are any.</summary>
    [JsonIgnore] public BilingualText Giver => AuthorityShortName ?? Authority;

    /// <summary>The indicator of a number, or <see langword="null"/>.</summary>
    public Indicator? Find(IndicatorNumber number)
    {
        foreach (var indicator in Indicators)
            if (indicator.Number == number) return indicator;
        return null;
    }

    /// <summary>The indicator of a number.</summary>
    /// <exception cref="KeyNotFoundException">The framework has none.</exception>
    public Indicator this[IndicatorNumber number] => Find(number) ?? throw new KeyNotFoundException($"{Id} has no indicator {number}.");
}

/// <summary>Who is scored by a framework.</summary>
public enum EntrantKind
{
    /// <summary>A province; one scorecard per round.</summary>
    Province,

    /// <summary>Each hosting unit by itself; one scorecard per unit.</summary>
    Unit,
}

/// <summary>When and how the department wants the report.</summary>
/// <param name="Date">Last day, inclusive.</param>
/// <param name="Email">Address it goes to.</param>
/// <param name="Formats">File formats asked for, lower-case endings.</param>
/// <param name="Paper">Also on paper.</param>
/// <param name="Source">Where this comes from.</param>
public sealed record FinalDeadline(DateOnly Date, string Email, ImmutableArray<string> Formats, bool Paper, RuleSource Source);

/// <summary>Provinces a letter leaves out.</summary>
/// <param name="Codes">Two-digit province codes.</param>
/// <param name="Source">Where this comes from, and what it doesn't say.</param>
public sealed record ExcludedProvinces(ImmutableArray<string> Codes, RuleSource Source);
