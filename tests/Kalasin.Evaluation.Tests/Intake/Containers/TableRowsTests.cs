using CsCheck;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake.Containers;

/// <summary>Rows share arrays, and each reads as the cells that were put into it.</summary>
[Collection(nameof(ReadAlone))]
public sealed class TableRowsTests
{
    private static readonly CellPlace Nowhere = (_, _) => Place.Nowhere;

    /// <summary>Widths of rows as forms have them, and now and then one that fits into no stretch.</summary>
    private static readonly Gen<int[]> Widths = Gen.OneOf(Gen.Int[1, 14], Gen.Int[1, 14], Gen.Int[1, 400], Gen.Int[370, 1_000]).Array[1, 400];

    private static Budget Unspent => new(IntakeLimits.Default, TestContext.Current.CancellationToken);

    [Fact]
    public void Rows_OfAnyWidths_ReadAsTheyWereAdded() => Widths.Sample(widths =>
    {
        var budget = Unspent;
        var table = new TableRows(Nowhere, budget);
        for (var row = 0; row < widths.Length; row++) Add(table, row, widths[row], budget);
        var rows = table.ToImmutable();
        Assert.Equal(widths, rows.Select(r => r.Cells.Length));
        for (var row = 0; row < widths.Length; row++)
        {
            var seen = 0;
            foreach (var cell in rows[row].Cells)
            {
                seen++;
                Assert.Equal((seen, RawKind.Number, NumberAt(row, seen)), (cell.Column, cell.Kind, cell.Number));
            }
            Assert.Equal(widths[row], seen);
            Assert.Equal(NumberAt(row, seen), rows[row].Cells is [.., var last] ? last.Number : -1);
            Assert.Equal(seen, rows[row].At(seen)?.Column);
            Assert.Null(rows[row].At(seen + 1));
        }
    }, iter: 100, threads: 1);

    /// <summary>A row that was made anew stands beside the others and changes none.</summary>
    [Fact]
    public void CellsThatStandInNoTable_AreARowAsWell()
    {
        var budget = Unspent;
        var table = new TableRows(Nowhere, budget);
        for (var row = 0; row < 100; row++) Add(table, row, 12, budget);
        var rows = table.ToImmutable();
        RowCells cells = [.. rows[50].Cells.Where(c => c.Column != 3)];
        Assert.Equal(Enumerable.Range(1, 12).Where(c => c != 3), cells.Select(c => c.Column));
        Assert.Equal(Enumerable.Range(1, 12).Select(c => NumberAt(50, c)), rows[50].Cells.Select(c => c.Number));
        RowCells none = [];
        Assert.Empty(none);
    }

    /// <summary>What the rows of many short and of few long tables hold, with all that is free in their stretches, is less than what the budget counts.</summary>
    [Theory]
    [InlineData(2_000, 1, 1)]
    [InlineData(500, 40, 12)]
    [InlineData(100, 300, 3)]
    [InlineData(5, 20_000, 1)]
    [InlineData(2, 20_000, 12)]
    [InlineData(40, 12, 1_000)]
    [InlineData(10, 100, 380)]
    public void RowsOfTables_HoldLessThanIsCounted(int tables, int rows, int width)
    {
        long counted = 0;
        var held = Held.By(() =>
        {
            var budget = new Budget(IntakeLimits.Default with { Memory = long.MaxValue, Rows = int.MaxValue }, TestContext.Current.CancellationToken);
            var kept = new object[tables];
            for (var t = 0; t < tables; t++)
            {
                var table = new TableRows(Nowhere, budget);
                for (var row = 0; row < rows; row++) Add(table, row, width, budget);
                kept[t] = table.ToImmutable();
            }
            counted = budget.Held;
            return kept;
        });
        Assert.InRange(held, tables * rows * width * 24L, counted);
    }

    /// <summary>A file of JSON with very many returns, of which each is a table, holds no more than is counted either.</summary>
    [Fact]
    public async Task ManyReturnsInOneFile_HoldLessThanIsCounted()
    {
        var json = System.Text.Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{\"indicator\":\"3\",\"unit\":\"4602\"}", 5_000))}]");
        long counted = 0;
        var held = await Held.ByAsync(async () =>
        {
            var budget = Unspent;
            var read = await ContentRead.Of(SourceFile.FromBytes("a.json", json), budget);
            Assert.Equal(5_000, read.Tables!.Count);
            counted = budget.Held;
            return read;
        });
        Assert.InRange(held, 5_000 * 24, counted);
    }

    private static void Add(TableRows table, int row, int width, Budget budget)
    {
        for (var column = 1; column <= width; column++) table.Add(new(column, RawKind.Number, NumberAt(row, column), budget));
        table.End(row + 1);
    }

    private static double NumberAt(int row, int column) => 10_000 * row + column;
}
