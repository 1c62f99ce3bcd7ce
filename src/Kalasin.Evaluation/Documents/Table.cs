using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Kalasin.Evaluation.Documents;

/// <summary>A table: real columns, header rows repeated on each page, rows not split unless taller than a page.</summary>
/// <param name="Columns">At least one.</param>
/// <param name="HeaderRows">Rows repeated at the head of each page; at least one (a table without heads can't be read aloud).</param>
/// <param name="Rows">Body rows. Each row's spans add up to the number of columns, row spans from above counted in.</param>
internal sealed record Table(ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> HeaderRows, ImmutableArray<TableRow> Rows) : Block
{
    /// <summary>Caption above the table, number included (ตาราง ๒-๑ …); kept with the first rows. Default: none.</summary>
    public string? Caption { get; init; }

    /// <summary>Name that links lead to; only with a caption. Default: none.</summary>
    internal string? Anchor { get; init; }

    /// <summary>What the table shows, for readers who can't see it; <see langword="null"/> falls back to the caption.</summary>
    public string? Summary { get; init; }

    /// <summary>Rows closer together and heads that may be broken, for registers of many rows and columns. Default <see langword="false"/>.</summary>
    public bool Dense { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Share">Share of the width among the columns' shares; greater than 0. Short texts and words of the head are kept on one line first.</param>
/// <param name="Alignment">Where cells of the body stand. Default <see cref="Alignment.Start"/>.</param>
internal sealed record TableColumn(double Share, Alignment Alignment = Alignment.Start);

/// <summary>A row.</summary>
/// <param name="Cells">Cells from the start edge; those covered by a span are left out.</param>
internal sealed record TableRow(ImmutableArray<TableCell> Cells)
{
    /// <summary>Printed bold: a sum or a subtotal. Default <see langword="false"/>.</summary>
    public bool Emphasis { get; init; }

    /// <summary>A row of plain texts.</summary>
    public static TableRow Of(params ReadOnlySpan<string> texts)
    {
        var cells = new TableCell[texts.Length];
        for (var i = 0; i < texts.Length; i++) cells[i] = new(texts[i]);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(cells));
    }
}

/// <summary>A cell.</summary>
/// <param name="Content">Pieces in order; empty for an empty cell.</param>
internal sealed record TableCell(ImmutableArray<Inline> Content)
{
    /// <summary>A cell of one plain text.</summary>
    public TableCell(string text) : this(text.Length == 0 ? [] : [new Run(text)]) { }

    /// <summary>The text without faces, fields and line breaks as nothing.</summary>
    public string PlainText => Content is [Run only] ? only.Text : string.Concat(Content.OfType<Run>().Select(r => r.Text));

    /// <summary>Columns it covers; 1 or more. Default 1.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows it covers; 1 or more. Default 1.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Where the text stands; <see langword="null"/> (default) is the column's own.</summary>
    public Alignment? Alignment { get; init; }

    /// <summary>Names its row: read aloud with each cell of it (TH, Scope Row). Default <see langword="false"/>.</summary>
    public bool RowHeader { get; init; }
}
