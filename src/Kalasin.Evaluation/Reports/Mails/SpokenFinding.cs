using System.Globalization;

namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>
/// A finding as a mail says it. A mail may reach somebody else than whoever typed what was found, so nothing of that stands in it: what a
/// message quotes, names of files and sheets. Code, kind, place and what is asked for stay.
/// </summary>
internal static class SpokenFinding
{
    /// <summary>The finding on one line.</summary>
    public static BilingualText Of(Finding finding)
    {
        var (severity, place) = (finding.Severity.Name(), PlaceOf(finding));
        return new(
            $"[{severity.Thai}] {finding.Code}{place.Thai}: {Said(finding, Language.Thai)}",
            $"[{severity.English}] {finding.Code}{place.English}: {Said(finding, Language.English)}");
    }

    private static string Said(Finding finding, Language language)
    {
        var message = Without(Without(finding.Message.In(language), '“', '”'), '(', ')');
        return finding.Remedy.In(language) is { Length: > 0 } remedy ? $"{message} {remedy}" : message;
    }

    /// <summary>All between the first mark and the last, since typed words may hold marks themselves.</summary>
    private static string Without(string text, char open, char close)
    {
        if (text.IndexOf(open) is >= 0 and var start)
        {
            var end = text.LastIndexOf(close);
            return end > start ? $"{text[..start]}{open}…{text[end..]}" : $"{text[..start]}…";
        }
        return text;
    }

    /// <summary>Indicator and cells: what the program itself knows of the place.</summary>
    private static BilingualText PlaceOf(Finding finding)
    {
        var about = finding.About?.Indicator is { } text && IndicatorNumber.TryParse(text, out var indicator)
            ? new BilingualText($" ตัวชี้วัดที่ {indicator.Bilingual.Thai}", $" indicator {indicator.Bilingual.English}")
            : BilingualText.Empty;
        var (thai, english) = finding.Place switch
        {
            { Cells: { } cells, More: var more } => ($" ช่อง {Spaced(cells)}{Beside(more, "ช่อง").Thai}", $" cells {Spaced(cells)}{Beside(more, "ช่อง").English}"),
            { Cell: { } cell } => ($" ช่อง {cell}", $" cell {cell}"),
            { Row: { } row, Count: var count } => ($" แถว {ThaiNumerals.Format(row)}{Beside(count - 1, "แถว").Thai}", $" row {row}{Beside(count - 1, "แถว").English}"),
            _ => ("", ""),
        };
        return new(about.Thai + thai, about.English + english);
    }

    /// <summary>How many there are beside those that are named.</summary>
    private static BilingualText Beside(int? more, string unit) =>
        more is > 0 and var count ? new($" และอีก {ThaiNumerals.Format(count)} {unit}", string.Create(CultureInfo.InvariantCulture, $" and {count:#,0} more")) : BilingualText.Empty;

    private static string Spaced(string cells) => cells.Replace(" ", ", ", StringComparison.Ordinal);
}
