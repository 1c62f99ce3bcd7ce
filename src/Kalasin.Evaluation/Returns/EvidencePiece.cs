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
        var given = returns.ToLookup(r => (r.Indicator, r.Unit));
        var pieces = ImmutableArray.CreateBuilder<EvidencePiece>();
        foreach (var indicator in rules.Framework.Indicators)
            foreach (var unit in rules.Plan.Units)
                foreach (var r in given[(indicator.Number, unit.Code)])
                    foreach (var evidence in r.Evidence) pieces.Add(new(indicator, unit, evidence));
        return pieces.DrainToImmutable();
    }

    /// <summary>What its place may name as a file: its own name or the end of a path, of the whole and of what is listed in it; case doesn't matter.</summary>
    public IEnumerable<string> FileNames => Evidence.Location is { } location
        ? location.Split(BetweenNames).Prepend(location).Select(NameIn).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
        : [];

    /// <summary>Whether its place names a file.</summary>
    public bool Names(string file) => FileNames.Contains(NameOf(file), StringComparer.OrdinalIgnoreCase);

    /// <summary>A file's name as <see cref="FileNames"/> has it.</summary>
    public static string NameOf(string file) => ThaiText.Normalise(file);

    private static string NameIn(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
}
