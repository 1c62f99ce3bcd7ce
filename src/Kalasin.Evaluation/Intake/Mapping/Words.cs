using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>How words in a table are compared: by key, without a section number or a drawn box in front.</summary>
internal static partial class Words
{
    private const int LongestQuote = 80;

    private static readonly char[] Boxes = [.. "☐☑☒✓✔□■"];
    private static readonly FrozenSet<string> TickTexts = FormLayout.Ticks.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> NoTickTexts = new[] { "☐", "□", "FALSE", "0", "ไม่", "ไม่ใช่" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Totals =
        new[] { "รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "ผลรวม", "ยอดรวม", "รวมเป็น", "รวมคะแนน", "คะแนนรวม", "total", "grandtotal" }.ToFrozenSet();

    /// <summary>The key of a label or heading.</summary>
    public static string Key(string text) => ThaiText.Key(SectionNumber().Replace(text.TrimStart(Boxes), ""));

    /// <summary>The key of a heading without what stands in brackets; <see langword="null"/> when nothing does.</summary>
    public static string? KeyWithoutBrackets(string text) =>
        text.Contains('(', StringComparison.Ordinal) && Brackets().Replace(text, "") is { } bare ? Key(bare) : null;

    /// <summary>Whether nothing is said: white space, or the dash that stands for nothing (“-” = ไม่มี).</summary>
    public static bool IsBlank(string text) =>
        !(text.Length > 0 && char.IsLetterOrDigit(text[0])) && ThaiText.Normalise(text) is "" or "-" or "–" or "—";

    /// <inheritdoc cref="IsBlank(string)"/>
    public static bool IsBlank(RawCell cell) => cell.Kind is not (RawKind.Number or RawKind.Percent or RawKind.Date) && IsBlank(cell.Text);

    public static bool IsTick(RawCell cell) => TickTexts.Contains(ThaiText.Normalise(ThaiNumerals.ToArabic(cell.Text)));

    public static bool IsNoTick(RawCell cell) => IsBlank(cell.Text) || NoTickTexts.Contains(ThaiText.Normalise(cell.Text));

    /// <summary>Whether a label has a ticked box drawn in front of it.</summary>
    public static bool BeginsTicked(string text) => text.TrimStart() is ['☑' or '☒' or '✓' or '✔' or '■', ..];

    /// <summary>Whether a text is the word for a total and nothing more: รวมพลังจิตอาสา is none.</summary>
    public static bool IsTotal(string text) => text.Length < 40 && MayBeTotal(text) && Totals.Contains(Key(text));

    /// <summary>Nearly no text begins like a total, so that its key need not be made.</summary>
    private static bool MayBeTotal(string text) => FirstLetter(text) is 'ร' or 'ผ' or 'ย' or 'ค' or 't' or 'T' or 'g' or 'G';

    /// <summary>The first letter, with which the key begins too; a zero where there is none.</summary>
    public static char FirstLetter(string text)
    {
        foreach (var c in text)
            if (char.IsLetter(c)) return c;
        return '\0';
    }

    /// <summary>What was typed, for quoting in a finding.</summary>
    public static BilingualText Quote(string text) => ThaiText.Cut(ThaiText.Normalise(text), LongestQuote);

    /// <summary>Lines of text, each repaired, blank ones at the ends taken away.</summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(ThaiText.Normalise)).Trim('\n');

    /// <summary>A number in words of both languages, as few decimals as it has.</summary>
    public static BilingualText Number(decimal number) =>
        ThaiNumerals.Digits(number.ToString("#,0.############", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^\s*[0-9๐-๙]{1,2}(\s*[.)]\s*|\s+(?=\D))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Brackets();
}
