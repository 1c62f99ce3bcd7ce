using System.Collections.Immutable;

namespace Kalasin.Evaluation.Returns;

/// <summary>A piece of evidence and whose it is, as lists, labels and folders name it.</summary>
/// <param name="Indicator">What it supports.</param>
/// <param name="Unit">Who keeps it.</param>
/// <param name="Evidence">What its return says of it.</param>
internal sealed record EvidencePiece(Indicator Indicator, ReportingUnit Unit, Evidence Evidence)
{
    private static readonly char[] BetweenNames = [',', ';', '\n'];

    /// <summary>Its code, the same wherever it is printed.</summary>
    public string Code { get; } = Evidence.CodeOf(Indicator.Number, Unit.Code, Evidence.Number);

    /// <summary>All evidence of a round: by indicator, unit in the order of the plan, and number.</summary>
    public static ImmutableArray<EvidencePiece> Of(AwardRules rules, IEnumerable<Return> returns)
    {
        var byIndicator = returns.ToLookup(r => r.Indicator);
        return
        [
            .. from indicator in rules.Framework.Indicators
               from unit in rules.Plan.Units
               from r in byIndicator[indicator.Number]
               where r.Unit == unit.Code
               from evidence in r.Evidence
               select new EvidencePiece(indicator, unit, evidence),
        ];
    }

    /// <summary>Whether its place names a file, by its own name or at the end of a path; case doesn't matter.</summary>
    public bool Names(string file)
    {
        if (file.Length == 0 || Evidence.Location is not { } location) return false;
        var wanted = ThaiText.Normalise(file);
        return string.Equals(NameIn(location), wanted, StringComparison.OrdinalIgnoreCase) || location.Split(BetweenNames).Any(part => string.Equals(NameIn(part), wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static string NameIn(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
}
