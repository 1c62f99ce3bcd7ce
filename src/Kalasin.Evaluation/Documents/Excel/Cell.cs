namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>
/// A cell: a text, number, day, truth value, formula or nothing, in one of a closed set of styles. What people wrote is never a formula: a
/// text that begins like one (<c>= + - @</c>) stays a text for every reader, and formulas are made of references and constants of ours.
/// </summary>
internal sealed record Cell
{
    /// <summary>Longest text that a cell can hold, in UTF-16 units.</summary>
    public const int MaximumTextLength = 32_767;

    private const string CutMark = " […ข้อความยาวเกินหนึ่งช่อง]";

    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private Cell(CellStyle style) => Style = style;

    /// <summary>How it looks and whether it may be filled in.</summary>
    public CellStyle Style { get; }

    internal CellKind Kind { get; private init; }

    internal string Content { get; private init; } = "";

    internal decimal Amount { get; private init; }

    internal CellFormat Format { get; private init; }

    /// <summary>Formula without the sign that it begins with; <see langword="null"/> where the content is no result.</summary>
    internal string? Expression { get; private init; }

    /// <summary>An empty cell: part of a frame, or a place to fill in.</summary>
    public static Cell Empty(CellStyle style = CellStyle.Plain) => new(style) { Format = FormatOf(style) };

    /// <summary>A text; a text longer than <see cref="MaximumTextLength"/> is cut with a mark that says so. Line ends become <c>\n</c>.</summary>
    public static Cell Text(string text, CellStyle style = CellStyle.Plain)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0) return Empty(style);
        var lines = text.ReplaceLineEndings("\n");
        if (lines.Length > MaximumTextLength) lines = lines[..(MaximumTextLength - CutMark.Length)] + CutMark;
        return new(style) { Kind = CellKind.Text, Content = lines, Format = FormatOf(style) };
    }

    /// <summary>A number.</summary>
    /// <param name="number">The value.</param>
    /// <param name="style">The style.</param>
    /// <param name="decimals">Decimal places shown, 0 to 2, with thousands separated; <see langword="null"/> (default) shows the number as it is.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not from 0 to 2.</exception>
    public static Cell Number(decimal number, CellStyle style = CellStyle.Plain, int? decimals = null) => new(style)
    {
        Kind = CellKind.Number,
        Amount = number,
        Format = decimals switch
        {
            null => CellFormat.General,
            0 => CellFormat.Whole,
            1 => CellFormat.OneDecimal,
            2 => CellFormat.TwoDecimals,
            _ => throw new ArgumentOutOfRangeException(nameof(decimals), decimals, "From 0 to 2."),
        },
    };

    /// <summary>A day, shown in Thai with the Buddhist-era year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before 1 March 1900: earlier ones count differently from program to program.</exception>
    public static Cell Date(DateOnly date, CellStyle style = CellStyle.Plain)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, FirstDay);
        return new(style) { Kind = CellKind.Number, Amount = Serial(date), Format = CellFormat.Date };
    }

    /// <summary>A truth value, shown as TRUE or FALSE.</summary>
    public static Cell Boolean(bool value, CellStyle style = CellStyle.Plain) => new(style) { Kind = CellKind.Boolean, Amount = value ? 1 : 0 };

    /// <summary>The cell as a formula whose result is what it held: viewers that don't compute show that.</summary>
    /// <param name="expression">Formula without <c>=</c>, in the words of the file format (English names, commas).</param>
    public Cell By(string expression)
    {
        ArgumentException.ThrowIfNullOrEmpty(expression);
        return this with { Expression = expression };
    }

    /// <summary>The cell with its number in another format.</summary>
    public Cell As(CellFormat format) => this with { Format = format };

    /// <summary>A plain text.</summary>
    public static implicit operator Cell(string text) => Text(text);

    /// <summary>A plain text.</summary>
    public static Cell FromString(string text) => Text(text);

    /// <summary>Days since 30 December 1899: how worksheets count.</summary>
    internal static int Serial(DateOnly date) => date.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    private static CellFormat FormatOf(CellStyle style) => style switch
    {
        CellStyle.InputDate => CellFormat.Date,
        CellStyle.Input => CellFormat.Text,
        _ => CellFormat.General,
    };
}

/// <summary>How a cell looks and whether it may be filled in on a protected sheet.</summary>
internal enum CellStyle
{
    /// <summary>Plain, without borders.</summary>
    Plain,

    /// <summary>Title of a sheet: large, bold, not wrapped.</summary>
    Title,

    /// <summary>Heading of a column: bold, centred, wrapped, shaded, bordered.</summary>
    Heading,

    /// <summary>Label of a field: bold, wrapped.</summary>
    Label,

    /// <summary>Place for a text: bordered, wrapped, unlocked. Kept as text, so that <c>1/2567</c> and <c>0812</c> stay what was typed.</summary>
    Input,

    /// <summary>Place for a day: bordered, unlocked.</summary>
    InputDate,

    /// <summary>Place for a number: bordered, unlocked, at the right edge.</summary>
    InputNumber,

    /// <summary>Advice beside the fields: smaller, grey, wrapped.</summary>
    Note,

    /// <summary>Filled in beforehand, not to be changed: bordered, shaded, wrapped, locked.</summary>
    ReadOnly,

    /// <summary>What was reported: bordered, wrapped.</summary>
    Data,

    /// <summary>A step on the way to a result: bordered, smaller, grey, on one line.</summary>
    Step,

    /// <summary>A result: bordered, shaded green, at the right edge.</summary>
    Result,

    /// <summary>A result that everything leads to: bold, bordered, shaded green, at the right edge.</summary>
    Total,
}

internal enum CellKind
{
    Empty,
    Text,
    Number,
    Boolean,
}

internal enum CellFormat
{
    General,
    Text,
    Date,
    Whole,
    OneDecimal,
    TwoDecimals,

    /// <summary>Two decimals and as many more as there are, up to twelve: what is shown never rounds across a threshold.</summary>
    Exact,

    /// <summary>As <see cref="Whole"/>, in Thai digits.</summary>
    ThaiWhole,

    /// <summary>As <see cref="Exact"/>, in Thai digits.</summary>
    ThaiExact,

    /// <summary>As it is, in Thai digits.</summary>
    ThaiGeneral,
}
