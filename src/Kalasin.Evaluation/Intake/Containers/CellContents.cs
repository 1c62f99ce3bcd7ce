namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// What the cells of a file hold. A table keeps eight bytes of a cell: its column, and where its text or number stands here. A text that
/// many cells share stands here once.
/// </summary>
/// <param name="budget">What looking at them is paid from.</param>
internal sealed class CellContents(Budget budget)
{
    private readonly Stretches<string> texts = new();
    private readonly Stretches<double> numbers = new();
    private readonly int takenBack = budget.TakenBack;

    public Budget Budget => budget;

    /// <summary>Whether the file is a workbook that counts days from 1 January 1904.</summary>
    public bool StartsIn1904 { get; set; }

    /// <summary>How many texts a workbook shares among its cells.</summary>
    public int Shared { get; private set; }

    /// <summary>The cell that a table kept.</summary>
    /// <exception cref="InvalidOperationException">The file's tables are done with: others may stand in their place.</exception>
    public RawCell this[KeptCell kept] => takenBack != budget.TakenBack ? throw new InvalidOperationException("The file's tables are done with.") : kept.Form switch
    {
        CellForm.Text => new(kept.Column, kept.Kind, texts[kept.What], budget),
        CellForm.Whole => new(kept.Column, kept.Kind, kept.What, budget) { StartsIn1904 = StartsIn1904 },
        _ => new(kept.Column, kept.Kind, numbers[kept.What], budget) { StartsIn1904 = StartsIn1904 },
    };

    /// <summary>Takes a text that cells share by its number; white space says nothing. A workbook's all come before any cell's own.</summary>
    public void Share(string text)
    {
        texts.Add(string.IsNullOrWhiteSpace(text) ? "" : text);
        Shared = texts.Count;
    }

    /// <summary>A cell with a shared text.</summary>
    public RawCell SharedBy(int column, int index) => new(column, RawKind.Text, texts[index], budget);

    /// <summary>What is to be kept of it.</summary>
    public static KeptCell KeepShared(int column, int index) => new((ushort)column, RawKind.Text, CellForm.Text, index);

    /// <summary>Takes a cell's own text.</summary>
    public KeptCell Keep(int column, RawKind kind, string text)
    {
        texts.Add(text);
        return new((ushort)column, kind, CellForm.Text, texts.Count - 1);
    }

    /// <summary>Takes a number. Most are whole and short, and take no further place; minus zero isn't whole.</summary>
    public KeptCell Keep(int column, RawKind kind, double number)
    {
        var whole = (int)number;
        if (BitConverter.DoubleToInt64Bits(whole) == BitConverter.DoubleToInt64Bits(number)) return new((ushort)column, kind, CellForm.Whole, whole);
        numbers.Add(number);
        return new((ushort)column, kind, CellForm.Number, numbers.Count - 1);
    }
}

/// <summary>What a table keeps of a filled cell.</summary>
/// <param name="Column">Column number, from 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Form">What <paramref name="What"/> is.</param>
/// <param name="What">The number itself, or where the text or number stands in <see cref="CellContents"/>.</param>
internal readonly record struct KeptCell(ushort Column, RawKind Kind, CellForm Form, int What);

/// <summary>How the content of a cell is kept.</summary>
internal enum CellForm : byte
{
    /// <summary>As a text of the file.</summary>
    Text,

    /// <summary>As a whole number in the cell itself.</summary>
    Whole,

    /// <summary>As another number of the file.</summary>
    Number,
}
