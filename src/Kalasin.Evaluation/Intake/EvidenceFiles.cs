using System.Collections.Immutable;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake;

/// <summary>Files of evidence held against the lists of evidence of the returns that they came with: files that no list and no row names, and names in lists of files that are not there.</summary>
internal static class EvidenceFiles
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase) { ".jpg", ".jpeg", ".png", ".heic", ".heif", ".pdf", ".docx", ".pptx", ".xlsx", ".csv" };

    /// <summary>Names in one place that are looked for; a list of more names a folder better.</summary>
    private const int MostNames = 50;

    /// <summary>Nothing is said of returns that came alone: their evidence may have come before.</summary>
    public static IEnumerable<Finding> Say(ImmutableArray<FileResult> files, ImmutableArray<Return> returns, AwardRules rules)
    {
        var all = files.SelectMany(f => f.Innermost).ToList();
        var kept = all.Where(f => f.Outcome == FileOutcome.KeptAsEvidence).ToList();
        if (kept.Count == 0 || returns.IsEmpty) yield break;
        var pieces = returns.SelectMany(r => r.Evidence.Select(e => new EvidencePiece(rules.Framework[r.Indicator], rules.Plan.Find(r.Unit)!, e))).ToList();
        var named = pieces.SelectMany(p => p.FileNames).Concat(NamedInRows(returns)).Select(EvidencePiece.NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var file in kept.Where(f => !named.Contains(NameOf(f)))) yield return EvidenceUnnamed.At(Place.InFile(file.Name));
        var there = all.Where(f => f.Outcome != FileOutcome.Refused).Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var piece in pieces)
        {
            // The whole comes first: where it is a file that is here, what seems listed in it is part of its name.
            var names = piece.FileNames.Take(MostNames + 1).ToList();
            if (names.Count == 0 || there.Contains(EvidencePiece.NameOf(names[0]))) continue;
            foreach (var name in names.Where(n => IsFile(n) && !there.Contains(EvidencePiece.NameOf(n)) && !names.Exists(o => o != n && IsFile(o) && n.Contains(o, StringComparison.Ordinal))))
                yield return EvidenceMissing.At(
                    Place.Nowhere, ThaiNumerals.Number(piece.Evidence.Number), ThaiNumerals.Digits(piece.Indicator.Number.Value), name);
        }
    }

    private static IEnumerable<string> NamedInRows(ImmutableArray<Return> returns) =>
        returns.SelectMany(r => r.Rows).SelectMany(row => row.Values.Values.OfType<TextValue>()).Select(v => Path.GetFileName(v.Text.Trim())).Where(IsFile);

    private static bool IsFile(string name) => name.Length < 256 && Endings.Contains(Path.GetExtension(name));

    private static string NameOf(FileResult file) => EvidencePiece.NameOf(file.Name[(file.Name.LastIndexOf('/') + 1)..]);
}
