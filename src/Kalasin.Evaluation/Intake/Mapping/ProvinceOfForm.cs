using System.Text.RegularExpressions;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>
/// Whose province the head of a form names, where no mark says it: the words above the first box and above the register. One that names another
/// province, or another round, and never its own is somebody else's.
/// </summary>
internal static partial class ProvinceOfForm
{
    private const int TitleRows = 12;
    private const int TitleCells = 30;
    private const int LongestTitle = 2_000;
    private const int ShortName = 4;

    /// <summary>What it costs to look for 77 names behind each word that may come before one.</summary>
    private const int ComparisonsOfLetter = 10;

    /// <summary>Whether the tables may belong to this round; what doesn't fit is found.</summary>
    public static bool Fits(AwardRules rules, IEnumerable<(RawTable Table, Indicator Indicator)> tables, GroupedFindings findings)
    {
        foreach (var (table, indicator) in tables)
        {
            (Province Province, Place Place)? other = null;
            var isOwn = false;
            foreach (var (text, place) in Titles(table, indicator.Register))
            {
                if (RoundIn(text, rules) is { } round && round != rules.Plan.Id.Value)
                {
                    findings.Add(OtherRound.At(place, Words.Quote(round), rules.Plan.Id.Value));
                    return false;
                }
                foreach (var named in ProvincesIn(text))
                    if (named == rules.Province) isOwn = true;
                    else other ??= (named, place);
            }
            if (isOwn || other is not var (foreign, where)) continue;
            findings.Add(OtherProvince.At(where, foreign.BilingualName, rules.Province.BilingualName));
            return false;
        }
        return true;
    }

    private static IEnumerable<(string Text, Place Place)> Titles(RawTable table, RegisterSchema schema)
    {
        var rows = table.Rows[..Math.Min(TitleRows, table.Rows.Length)];
        var head = RegisterHead.RowIn(rows, schema);
        foreach (var row in rows)
        {
            if (row.Number == head?.Number || TableParts.PartOf(row.Cells[0]) is not null and not FormPart.Unit and not FormPart.DataAsOf and not FormPart.DueBy) yield break;
            foreach (var cell in row.Cells.Take(TitleCells))
            {
                if (cell.Kind != RawKind.Text || cell.Length > LongestTitle) continue;
                cell.PayFor(ComparisonsOfLetter);
                yield return (ThaiText.Normalise(cell.Text), row.PlaceOf(cell.Column));
            }
        }
    }

    /// <summary>Provinces that follow the word จังหวัด; of two names that fit the longer.</summary>
    private static IEnumerable<Province> ProvincesIn(string text)
    {
        for (var at = 0; (at = text.IndexOf("จังหวัด", at, StringComparison.Ordinal)) >= 0;)
        {
            at += "จังหวัด".Length;
            var rest = text.AsSpan(at).TrimStart();
            Province? found = null;
            foreach (var province in Province.All)
                if (province.Name.Length > (found?.Name.Length ?? 0) && Begins(rest, province.Name)) found = province;
            if (found is not null) yield return found;
        }
    }

    /// <summary>A short name is also the beginning of other words: เลย, ตาก.</summary>
    private static bool Begins(ReadOnlySpan<char> text, string name) =>
        text.StartsWith(name, StringComparison.Ordinal) && (name.Length > ShortName || text.Length == name.Length || !char.IsLetter(text[name.Length]));

    private static string? RoundIn(string text, AwardRules rules) =>
        Round().Match(text) is { Success: true, Groups: var groups } && groups["framework"].Value == rules.Framework.Id.Value ? groups["round"].Value : null;

    [GeneratedRegex(@"(?<![0-9a-z-])(?<round>[0-9]{2}-(?<framework>[a-z][a-z0-9-]{0,39}))(?![0-9a-z-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Round();
}
