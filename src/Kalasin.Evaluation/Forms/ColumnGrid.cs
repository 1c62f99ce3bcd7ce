using System.Collections.Immutable;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms;

/// <summary>
/// The columns that everything on an indicator sheet shares: those of the register, and more where the evidence list needs them.
/// The tables stand in single columns as far as they can, so that rows may be put in and sorted.
/// </summary>
internal sealed class ColumnGrid
{
    private const double RunningNumber = 6;
    private const double Label = 36;
    private const double NarrowPage = 84;
    private const double WidePage = 118;

    public ColumnGrid(RegisterSchema register)
    {
        var widths = register.Columns.Select(InputCells.WidthOf).Prepend(RunningNumber).ToList();
        Evidence = [.. FormLayout.EvidenceColumns.Select(Place(widths))];
        IsWide = register.Columns.Length + 1 > 7;
        var free = (IsWide ? WidePage : NarrowPage) - widths.Sum();
        List<int> texts = [.. Enumerable.Range(1, register.Columns.Length).Where(c => register.Columns[c - 1].Type == ColumnType.Text)];
        if (free > 0) foreach (var column in texts) widths[column] += Math.Floor(free / texts.Count);
        Widths = [.. widths];
        while (LabelColumns < Count - 1 && Widths[..LabelColumns].Sum() < Label) LabelColumns++;
    }

    /// <summary>Widths in characters.</summary>
    public ImmutableArray<double> Widths { get; }

    /// <summary>How many there are.</summary>
    public int Count => Widths.Length;

    /// <summary>How many of the first columns a label covers; the value has the others.</summary>
    public int LabelColumns { get; } = 1;

    /// <summary>How many columns each field of the evidence list covers, after the running number.</summary>
    public ImmutableArray<int> Evidence { get; }

    /// <summary>More columns than a narrow page takes: seven with the running number.</summary>
    public bool IsWide { get; }

    /// <summary>Gives each field as many of the next columns as it needs, and new ones once they are used up.</summary>
    private static Func<EvidenceColumn, int> Place(List<double> widths)
    {
        var next = 1;
        return column =>
        {
            var (least, usual) = WidthOf(column.Field);
            if (next == widths.Count) widths.Add(usual);
            var first = next++;
            for (var width = widths[first]; width < least && next < widths.Count; next++) width += widths[next];
            widths[first] += Math.Max(0, least - widths[first..next].Sum());
            return next - first;
        };
    }

    private static (double Least, double Usual) WidthOf(EvidenceField field) => field switch
    {
        EvidenceField.Date => (15, 19),
        EvidenceField.Rows => (9, 12),
        EvidenceField.Kind => (15, 16),
        EvidenceField.Pages => (8, 10),
        _ => (18, 26),
    };
}
