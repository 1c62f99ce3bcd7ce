using System.Collections.Immutable;
using System.Globalization;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>What typed cells mean; what can't be understood is a finding in its place.</summary>
/// <param name="findings">Where findings go.</param>
internal sealed class RuleValues(List<Finding> findings)
{
    public const string Yes = "ใช่";
    public const string No = "ไม่";

    public static ImmutableArray<string> YesOrNo { get; } = [Yes, No];

    /// <summary>A number as tables show it.</summary>
    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A day as tables show it: ๑๕ พ.ค. ๖๗ would hide the century.</summary>
    public static string Day(DateOnly day) => ThaiDate.Long(day);

    /// <summary>A number with Thai or Arabic digits, whatever is usually typed beside it left away.</summary>
    public static bool TryNumber(string text, out decimal number)
    {
        var digits = ThaiNumerals.ToArabic(text);
        foreach (var word in (ReadOnlySpan<string>)["ร้อยละ", "ระดับ", "คะแนน", "%", ",", " "]) digits = digits.Replace(word, "", StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The number of a cell; <see langword="null"/> of an empty one, and with a finding of any other that is none.</summary>
    public decimal? NumberOf(TypedCell cell)
    {
        if (cell.IsEmpty) return null;
        if (TryNumber(cell.Text, out var number)) return number;
        findings.Add(RuleTableFindings.NotANumber.At(cell.Place, Shown(cell.Text)));
        return null;
    }

    /// <summary>The whole number of a cell, within bounds; a fraction or another is a finding.</summary>
    public int? WholeOf(TypedCell cell, int least, int most)
    {
        if (NumberOf(cell) is not { } number) return null;
        if (number >= least && number <= most && number == decimal.Truncate(number)) return (int)number;
        findings.Add(RuleTableFindings.NotANumber.At(cell.Place, Shown(cell.Text)));
        return null;
    }

    /// <summary>Whether every row names something of its own in a column; two of the same, or none at all, are findings.</summary>
    public bool AreSingle(ImmutableArray<TypedRow> rows, string column, BilingualText what)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var areSingle = true;
        foreach (var cell in rows.Select(r => r[column]))
        {
            var key = Annex.NumberOf(cell.Text);
            if (key.Length > 0 && known.Add(key)) continue;
            areSingle = false;
            if (key.Length == 0) TextOf(cell with { Text = "" }, what);
            else Add(RuleTableFindings.Twice, cell.Place, Shown(key));
        }
        return areSingle;
    }

    /// <summary>The day of a cell.</summary>
    public DateOnly? DayOf(TypedCell cell)
    {
        if (cell.IsEmpty) return null;
        if (ThaiDateReader.Read(cell.Text).Value is { } day) return day;
        findings.Add(RuleTableFindings.NotADay.At(cell.Place, Shown(cell.Text)));
        return null;
    }

    /// <summary>Which of some words a cell holds; -1 for none, with a finding where it holds anything.</summary>
    public int ChoiceOf(TypedCell cell, ImmutableArray<string> options)
    {
        if (cell.IsEmpty) return -1;
        var at = options.IndexOf(options.FirstOrDefault(o => ThaiText.Key(o) == ThaiText.Key(cell.Text)) ?? "");
        if (at < 0) findings.Add(RuleTableFindings.NotAChoice.At(cell.Place, Shown(cell.Text), string.Join(" / ", options)));
        return at;
    }

    /// <summary>Whether a cell says yes.</summary>
    public bool IsYes(TypedCell cell) => ChoiceOf(cell, YesOrNo) == 0;

    /// <summary>The text of a cell that must not be empty.</summary>
    public string? TextOf(TypedCell cell, BilingualText what)
    {
        if (!cell.IsEmpty) return cell.Text;
        findings.Add(RuleTableFindings.Blank.At(cell.Place, what));
        return null;
    }

    /// <summary>Says so where tables were made of another revision than the one they shall change.</summary>
    public void Revision(TypedCell cell, int revision)
    {
        if (cell.IsEmpty || NumberOf(cell) is not { } made || made == revision) return;
        Add(RuleTableFindings.OtherRevision, cell.Place, ThaiNumerals.Exact(made), ThaiNumerals.Number(revision));
    }

    public void Add(FindingKind kind, Place place, params ReadOnlySpan<BilingualText> arguments) => findings.Add(kind.At(place, arguments));

    public static BilingualText Shown(string text) => ThaiText.Cut(text.ReplaceLineEndings(" "), 60);
}
