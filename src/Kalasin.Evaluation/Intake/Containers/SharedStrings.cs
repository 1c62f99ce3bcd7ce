using System.Text;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Texts of SpreadsheetML: shared strings and inline strings, rich text runs joined, phonetic guides left out.</summary>
internal static class SharedStrings
{
    private const int BytesPerText = 32;

    /// <summary>All texts of a shared string part, by index.</summary>
    public static void Read(PartXml xml, CellContents contents)
    {
        var budget = contents.Budget;
        for (var root = xml.Root(); xml.NextChild(root);)
        {
            if (!xml.Is("si"u8)) continue;
            if (contents.Shared >= budget.Limits.Cells) throw new ContentRefusedException(TooManyCells, Count(budget.Limits.Cells));
            var text = Item(xml);
            budget.Hold(BytesPerText + 2 * text.Length);
            contents.Share(text);
        }
    }

    /// <summary>The text of the current <c>si</c> or <c>is</c> element.</summary>
    public static string Item(PartXml xml)
    {
        string? only = null;
        var joined = xml.Empty();
        for (var item = xml.Here; xml.NextChild(item);)
        {
            if (xml.Is("t"u8))
            {
                if (only is null && joined.Length == 0) only = xml.Text();
                else Join(xml);
            }
            else if (xml.Is("r"u8))
                for (var run = xml.Here; xml.NextChild(run);)
                    if (xml.Is("t"u8)) Join(xml);
        }
        return Unescape(joined.Length > 0 ? joined.ToString() : only ?? "");

        void Join(PartXml next)
        {
            joined.Append(only);
            only = null;
            next.AppendText(joined);
        }
    }

    /// <summary>Characters that XML can't carry are written _x000D_ (ECMA-376 part 1, 22.9.2.19).</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_' && IsHex(text.AsSpan(i + 2, 4)))
            {
                result.Append((char)Convert.ToInt32(text.Substring(i + 2, 4), 16));
                i += 6;
            }
            else result.Append(text[i]);
        }
        return result.ToString();
    }

    private static bool IsHex(ReadOnlySpan<char> digits)
    {
        foreach (var c in digits)
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }
}
