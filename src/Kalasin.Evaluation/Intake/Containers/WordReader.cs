using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// Reads the text of a Word document (ECMA-376 part 1, 17) as one table: a paragraph is a row, parted at its tabs and boxes to tick, and the
/// rows of its tables follow. Tracked changes are taken as accepted, which is said; what a content control shows while it is empty is no text.
/// </summary>
internal sealed class WordReader
{
    private readonly OpenedFile file;
    private readonly PartXml xml;
    private readonly Budget budget;
    private readonly List<(int Table, int Row)> places = [];
    private readonly TableRows rows;
    private readonly WordText text;
    private int paragraphs;
    private int tables;

    private WordReader(OpenedFile file, PartXml xml)
    {
        (this.file, this.xml, budget, text) = (file, xml, file.Budget, new(xml));
        rows = new(PlaceOf, file.Contents);
    }

    public static ImmutableArray<RawTable> Read(OpenedFile file)
    {
        var package = file.Package!;
        var part = package.RelationshipsOf("").Values.FirstOrDefault(r => r.Is("officeDocument") && !r.IsExternal)?.Target ?? "word/document.xml";
        using var document = package.Open(part);
        var reader = new WordReader(file, document);
        for (var root = document.Root(); document.NextChild(root);)
            if (document.Is("body"u8)) reader.ReadBlocks(new Block(reader));
        if (reader.text.Changes is > 0 and var changes) file.Findings.Add(ChangesAccepted.At(file.Place, Count(changes)));
        if (reader.text.Repeated is > 0 and var repeated) file.Findings.Add(ControlsRepeated.At(file.Place, Count(repeated)));
        return [new("", file.Place, false, reader.rows.ToImmutable()), .. WordMark.Read(file)];
    }

    private Place PlaceOf(int row, int column)
    {
        var (table, inTable) = places[row - 1];
        return table == 0
            ? file.Place with { Sheet = $"ย่อหน้า {inTable}" }
            : file.Place with { Sheet = $"ตาราง {table}", Cell = CellAddress.Of(column, inTable) };
    }

    /// <summary>What stands in the current element one below the other.</summary>
    private void ReadBlocks(Block into)
    {
        for (var parent = xml.Here; xml.NextChild(parent);)
        {
            if (xml.Is("p"u8)) into.Add(text.ReadParagraph());
            else if (xml.Is("tbl"u8)) into.Add(ReadTable());
            else if (xml.Is("sdt"u8)) text.ReadControl(() => ReadBlocks(into));
            else if (WordText.IsWrapper(xml)) ReadBlocks(into);
            else text.PassDeleted();
        }
    }

    private List<TableRow> ReadTable()
    {
        var (table, number) = (new List<TableRow>(), 0);
        ReadTableRows(table, ref number);
        return table;
    }

    private void ReadTableRows(List<TableRow> table, ref int number)
    {
        for (var parent = xml.Here; xml.NextChild(parent);)
        {
            if (xml.Is("tr"u8))
            {
                number++;
                if (ReadRow(number) is { } row) table.Add(row);
            }
            else if (xml.Is("sdt"u8) || xml.Is("sdtContent"u8) || WordText.IsWrapper(xml)) ReadTableRows(table, ref number);
        }
    }

    /// <summary>A row; <see langword="null"/> for one that a tracked change deletes.</summary>
    private TableRow? ReadRow(int number)
    {
        var row = new TableRow(number, [], []);
        var (column, isDeleted) = (1, false);
        ReadCells(row, ref column, ref isDeleted);
        return isDeleted ? null : row;
    }

    private void ReadCells(TableRow row, ref int column, ref bool isDeleted)
    {
        for (var parent = xml.Here; xml.NextChild(parent);)
        {
            if (xml.Is("trPr"u8))
                for (var properties = xml.Here; xml.NextChild(properties);)
                {
                    if (xml.Is("gridBefore"u8)) column += Number(xml.Qualified("val"u8));
                    isDeleted |= xml.Is("del"u8);
                    if (xml.Is("del"u8) || xml.Is("ins"u8)) text.Changes++;
                }
            else if (xml.Is("tc"u8)) ReadCell(row, ref column);
            else if (xml.Is("sdt"u8) || xml.Is("sdtContent"u8) || WordText.IsWrapper(xml)) ReadCells(row, ref column, ref isDeleted);
        }
    }

    private void ReadCell(TableRow row, ref int column)
    {
        var (at, span) = (column, 1);
        var inside = new CellBlock(budget);
        for (var cell = xml.Here; xml.NextChild(cell);)
        {
            if (xml.Is("tcPr"u8))
            {
                for (var properties = xml.Here; xml.NextChild(properties);)
                    if (xml.Is("gridSpan"u8)) span = Math.Max(1, Number(xml.Qualified("val"u8)));
            }
            else if (xml.Is("p"u8)) inside.Add(text.ReadParagraph());
            else if (xml.Is("tbl"u8)) row.Nested.Add(ReadTable());
            else if (xml.Is("sdt"u8)) text.ReadControl(() => ReadBlocks(new InCell(inside, row)));
            else if (WordText.IsWrapper(xml)) ReadBlocks(new InCell(inside, row));
            else text.PassDeleted();
        }
        column = Math.Min(at + span, CellAddress.LastColumn);
        if (inside.Text is { Length: > 0 } said) row.Cells.Add(new(at, RawKind.Text, said, budget));
    }

    private void Add(string paragraph)
    {
        paragraphs++;
        foreach (var line in WordText.Boxes(paragraph))
        {
            var column = 1;
            foreach (var part in line.Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                rows.Add(new(column++, RawKind.Text, part, budget));
            End(0, paragraphs);
        }
    }

    private void Add(List<TableRow> table)
    {
        var number = ++tables;
        foreach (var row in table)
        {
            // A cell with tables in it that is alone in its row frames a page.
            if (row.Cells is [var only] && row.Nested.Count > 0)
                foreach (var line in only.Text.Split('\n')) Add(line);
            else foreach (var cell in row.Cells) rows.Add(cell);
            End(number, row.Number);
            foreach (var nested in row.Nested) Add(nested);
        }
    }

    private void End(int table, int row)
    {
        if (rows.IsBlank) return;
        budget.Hold(16);
        places.Add((table, row));
        rows.End(places.Count);
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, CellAddress.LastColumn) : 0;

    /// <summary>Where paragraphs and tables go.</summary>
    private class Block(WordReader? document)
    {
        public virtual void Add(string paragraph) => document!.Add(paragraph);

        public virtual void Add(List<TableRow> table) => document!.Add(table);
    }

    private sealed class InCell(CellBlock cell, TableRow row) : Block(null)
    {
        public override void Add(string paragraph) => cell.Add(paragraph);

        public override void Add(List<TableRow> table) => row.Nested.Add(table);
    }

    /// <summary>The paragraphs of a cell as lines.</summary>
    private sealed class CellBlock(Budget budget)
    {
        private readonly StringBuilder lines = new();

        public string Text => lines.ToString().Trim();

        public void Add(string paragraph)
        {
            if (lines.Length > 0) lines.Append('\n');
            lines.Append(paragraph.Replace('\t', ' '));
            if (lines.Length > budget.Limits.CellCharacters) throw new ContentRefusedException(TextTooLong, Count(budget.Limits.CellCharacters), "word/document.xml");
        }
    }

    /// <summary>A row of a table, and the tables that stand in its cells.</summary>
    private sealed record TableRow(int Number, List<RawCell> Cells, List<List<TableRow>> Nested);
}
