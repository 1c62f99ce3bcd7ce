using System.Collections.Frozen;
using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>A labelled part of an indicator table.</summary>
/// <param name="Part">Which.</param>
/// <param name="Row">Row of the label.</param>
/// <param name="Label">The label.</param>
/// <param name="Below">Rows up to the next label.</param>
internal sealed record TablePart(FormPart Part, RawRow Row, RawCell Label, ImmutableArray<RawRow> Below)
{
    /// <summary>The other filled cells of the label's row: those after it, and a tick put before it.</summary>
    public IEnumerable<RawCell> Beside => Row.Cells.Where(c => c.Column != Label.Column && !Words.IsBlank(c.Text));

    /// <summary>Every filled cell that belongs to the label, with its row.</summary>
    public IEnumerable<(RawRow Row, RawCell Cell)> Values =>
        Beside.Select(c => (Row, c)).Concat(Below.SelectMany(r => r.Cells.Where(c => !Words.IsBlank(c.Text)).Select(c => (r, c))));
}

/// <summary>Splits a table at its labels (see <see cref="FormLayout"/>).</summary>
internal static class TableParts
{
    private static readonly FrozenDictionary<string, FormPart> Labels = FormLayout.Labels
        .SelectMany(l => l.Synonyms.Prepend(l.Text), (l, text) => (Key: Words.Key(text), l.Part))
        .DistinctBy(l => l.Key).ToFrozenDictionary(l => l.Key, l => l.Part);

    /// <summary>Nearly no text begins like a label, so that its key need not be made.</summary>
    private static readonly FrozenSet<char> FirstLetters = FormLayout.Labels.SelectMany(l => l.Synonyms.Prepend(l.Text)).Select(Words.FirstLetter).ToFrozenSet();

    public static ImmutableArray<TablePart> Of(RawTable table)
    {
        var starts = new List<(int Index, FormPart Part, RawCell Label)>();
        var current = FormPart.Unit;
        for (var i = 0; i < table.Rows.Length; i++)
        {
            if (current == FormPart.Certification) break;
            if (LabelOf(table.Rows[i], current) is not { } label) continue;
            starts.Add((i, label.Part, label.Cell));
            current = label.Part;
        }
        return
        [
            .. starts.Select((s, n) =>
            {
                var end = n + 1 < starts.Count ? starts[n + 1].Index : table.Rows.Length;
                return new TablePart(s.Part, table.Rows[s.Index], s.Label, table.Rows[(s.Index + 1)..end]);
            }),
        ];
    }

    /// <summary>
    /// The label a row begins with. A table ends only at a label of a later part, so that a cell that happens to say the
    /// same as an earlier one stays in its row.
    /// </summary>
    private static (FormPart Part, RawCell Cell)? LabelOf(RawRow row, FormPart current)
    {
        if (row.Cells.IsEmpty) return null;
        var isInTable = current is FormPart.Register or FormPart.Evidence;
        if (PartOf(row.Cells[0]) is { } part && (!isInTable || part > current)) return (part, row.Cells[0]);
        return !isInTable && row.Cells.Length > 1 && PartOf(row.Cells[1]) is { } status && IsTickBox(status) && Words.IsTick(row.Cells[0]) ? (status, row.Cells[1]) : null;
    }

    public static bool IsTickBox(FormPart part) => part is FormPart.StatusReported or FormPart.StatusNil or FormPart.StatusInProgress;

    public static FormPart? PartOf(RawCell cell) =>
        cell.Kind == RawKind.Text && cell.Text is { Length: < 200 } text && FirstLetters.Contains(Words.FirstLetter(text)) && Labels.TryGetValue(Words.Key(text), out var part) ? part : null;
}
