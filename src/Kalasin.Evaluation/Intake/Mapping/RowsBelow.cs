using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Tells the lines that people put below a judges' table from an entrant's row: totals, the places to sign, remarks.</summary>
/// <param name="code">The column of codes.</param>
/// <param name="scores">The columns of scores.</param>
/// <param name="notes">Where it is said what was passed over.</param>
internal sealed class RowsBelow(int code, int[] scores, TableNotes notes)
{
    private static readonly string[] Signatures = ["ลงชื่อ", "ลงนาม", "ลายมือชื่อ"];

    /// <summary>Below a place to sign stand the signer's name, position and day, of which nothing is said as of the certification of a form.</summary>
    private bool isSigned;

    /// <summary>Whether a row is such a line. A row with a score belongs to somebody, and one with what may be a code to somebody unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="typed">What stands in its column of codes, which is no entrant's.</param>
    public bool Has(RawRow row, string typed)
    {
        if (UnitCode.TryParse(typed.ToUpperInvariant(), out _)) return false;
        if (First(row, Words.IsTotal) is { } total)
        {
            notes.SayAt(row.PlaceOf(total.Column), TotalRow, Words.Quote(total.Text));
            return true;
        }
        if (First(row, IsSignature) is not null) return isSigned = true;
        if (Array.Exists(scores, at => row.At(at) is { } cell && IsScore(cell))) return false;
        if (!isSigned && row.At(code) is { } remark && !Words.IsBlank(remark)) notes.SayAt(row.PlaceOf(code), NotRead, Words.Quote(remark.Text));
        return true;
    }

    private static RawCell? First(RawRow row, Predicate<string> says)
    {
        foreach (var cell in row.Cells)
            if (cell.Kind == RawKind.Text && says(cell.Text)) return cell;
        return null;
    }

    private static bool IsSignature(string text) =>
        Words.FirstLetter(text) == 'ล' && ThaiText.Key(text) is var key && Array.Exists(Signatures, s => key.StartsWith(s, StringComparison.Ordinal));

    /// <summary>Whether a cell holds what was meant as a number; a day beside a signature is none.</summary>
    private static bool IsScore(RawCell cell) => cell.Kind switch
    {
        RawKind.Date => false,
        RawKind.Text => NumberCells.IsNumber(cell),
        _ => true,
    };
}
