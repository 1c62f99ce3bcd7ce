using System.Globalization;

namespace Kalasin.Evaluation.Returns;

/// <summary>The rows that a piece of evidence confirms, as officers write them: ๑, ๓-๕ or ทั้งหมด. What can't be read confirms none.</summary>
internal static class EvidenceRows
{
    /// <summary>Whether some evidence of a return names a row.</summary>
    public static bool Confirm(Return from, int row) => from.Evidence.Any(e => Confirm(e.Rows, row));

    /// <summary>Whether what is written names a row.</summary>
    public static bool Confirm(string? written, int row)
    {
        var text = ThaiNumerals.ToArabic(ThaiText.Normalise(written ?? ""));
        if (text is "ทั้งหมด" or "ทุกแถว") return true;
        foreach (var part in text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–']);
            if (ends.Length <= 2 && Number(ends[0]) is { } first && Number(ends[^1]) is { } last && row >= first && row <= last) return true;
        }
        return false;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
