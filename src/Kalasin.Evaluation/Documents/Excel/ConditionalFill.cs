namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>A colour that a cell takes on while it holds something, or nothing.</summary>
internal sealed record ConditionalFill
{
    private ConditionalFill(CellRange range, FillTone tone, string condition) => (Range, Tone, Condition) = (range, tone, condition);

    /// <summary>The cells.</summary>
    public CellRange Range { get; }

    /// <summary>The colour.</summary>
    public FillTone Tone { get; }

    // A formula of the file format, made here only, for the range's first cell; Excel moves it along the others.
    internal string Condition { get; }

    /// <summary>While a cell is empty: a field that still has to be filled in.</summary>
    public static ConditionalFill WhenBlank(CellRange range, FillTone tone = FillTone.Attention) => new(range, tone, $"LEN(TRIM({First(range)}))=0");

    /// <summary>While a cell is empty but its row has begun: a required column of a register.</summary>
    /// <param name="range">The cells.</param>
    /// <param name="firstColumn">First column that counts as the row, from 1.</param>
    /// <param name="lastColumn">Last column that counts as the row, included.</param>
    /// <param name="tone">The colour.</param>
    public static ConditionalFill WhenBlankInBegunRow(CellRange range, int firstColumn, int lastColumn, FillTone tone = FillTone.Attention)
    {
        var row = new CellRange(range.Row, firstColumn, range.Row, lastColumn);
        return new(
            range, tone,
            $"AND(LEN(TRIM({First(range)}))=0,COUNTA(${CellRange.ColumnName(row.Column)}{row.Row}:${CellRange.ColumnName(row.LastColumn)}{row.Row})>0)");
    }

    /// <summary>While a cell holds exactly this text (upper and lower case alike).</summary>
    public static ConditionalFill WhenText(CellRange range, string text, FillTone tone)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(range, tone, $"{First(range)}=\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    private static string First(CellRange range) => new CellRange(range.Row, range.Column).ToString();
}

/// <summary>A colour by meaning; black text stays readable on each.</summary>
internal enum FillTone
{
    /// <summary>Amber: something is asked.</summary>
    Attention,

    /// <summary>Green: all is there.</summary>
    Good,

    /// <summary>Red: must be put right.</summary>
    Bad,

    /// <summary>Grey: does not apply.</summary>
    Muted,
}
