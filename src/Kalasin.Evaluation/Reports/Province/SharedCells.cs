using System.Runtime.InteropServices;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Cells of one plain text each. Registers repeat themselves within few rows: what was said not long ago is not made again.</summary>
internal sealed class SharedCells
{
    private static readonly TableCell Empty = new("");

    // So many of the texts said last; two that fall on one place take turns.
    private readonly TableCell?[] recent = new TableCell?[2048];

    /// <summary>A cell that says <paramref name="text"/>.</summary>
    public TableCell Of(string text)
    {
        if (text.Length == 0) return Empty;
        ref var known = ref recent[(uint)text.GetHashCode(StringComparison.Ordinal) % (uint)recent.Length];
        return known is { Content: [Run { Text: var said }] } cell && said == text ? cell : known = new(text);
    }

    /// <summary>A row of such cells behind one that names it.</summary>
    public TableRow NamedRow(string name, params ReadOnlySpan<string> texts)
    {
        var cells = new TableCell[texts.Length + 1];
        cells[0] = new(name) { RowHeader = true };
        for (var i = 0; i < texts.Length; i++) cells[i + 1] = Of(texts[i]);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(cells));
    }
}
