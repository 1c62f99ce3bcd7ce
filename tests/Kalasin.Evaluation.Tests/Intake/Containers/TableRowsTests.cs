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
        var table = Table(widths, new(budget));
        var rows = table.ToImmutable();
        Assert.Equal(widths, rows.Select(r => r.Cells.Length));
        for (var row = 0; row < widths.Length; row++)
        {
            Assert.Equal((row + 1, row % 3 == 0), (rows[row].Number, rows[row].IsHidden));
            var seen = 0;
            foreach (var cell in rows[row].Cells) Assert.Equal(CellAt(row, ++seen, budget), cell);
            Assert.Equal(widths[row], seen);
            Assert.Equal(seen, rows[row].At(seen)?.Column);
            Assert.Null(rows[row].At(seen + 1));
        }
    }, iter: 100, threads: 1);

    /// <summary>A row that was made anew stands beside the others and changes none.</summary>
    [Fact]
    public void RowMadeAnew_HasOtherCellsInTheSamePlace()
    {
        var budget = Unspent;
        var rows = Table([.. Enumerable.Repeat(12, 100)], new(budget)).ToImmutable();
        var anew = rows[51].With(rows[51].Cells.Where(c => c.Column != 3));
        var said = anew.With(anew.Cells.Select(c => c.Column == 5 ? c.Saying("อื่น") : c));
        Assert.Equal(Enumerable.Range(1, 12).Where(c => c != 3), anew.Cells.Select(c => c.Column));
        Assert.Equal((52, true), (said.Number, said.IsHidden));
        Assert.Equal(Enumerable.Range(1, 12).Where(c => c != 3).Select(c => c == 5 ? "อื่น" : CellAt(51, c, budget).Text), said.Cells.Select(c => c.Text));
        foreach (var row in (int[])[50, 51, 52, 99]) Assert.Equal(Enumerable.Range(1, 12).Select(c => CellAt(row, c, budget)), rows[row].Cells);
        Assert.Throws<ArgumentOutOfRangeException>(() => rows[50].Cells[12]);
    }

    /// <summary>A text that a workbook shares stands once for all its cells, and one of white space is none.</summary>
    [Fact]
    public void SharedTexts_StandOnce()
    {
        var contents = new CellContents(Unspent);
        foreach (var text in (string[])["หนึ่ง", " \u00A0\n", "สาม"]) contents.Share(text);
        var table = new TableRows(Nowhere, contents);
        Assert.True(table.AddShared(1, 0));
        Assert.False(table.AddShared(2, 1));
        table.Add(new(3, RawKind.Text, "ของตน", contents.Budget));
        Assert.True(table.AddShared(4, 2));
        Assert.True(table.AddShared(5, 0));
        table.End(7);
        var cells = table.ToImmutable().Single().Cells;
        Assert.Equal([(1, "หนึ่ง"), (3, "ของตน"), (4, "สาม"), (5, "หนึ่ง")], cells.Select(c => (c.Column, c.Text)));
        Assert.Same(cells[0].Text, cells[3].Text);
        Assert.Equal(3, contents.Shared);
    }

    /// <summary>However wide the limits let a table be, its columns are those that a cell can keep, and the finding says how many.</summary>
    [Theory]
    [InlineData(100, 100)]
    [InlineData(1_000_000, 65_535)]
    public void Columns_EndWhereTheLimitDoesOrACellCannotSayMore(int limit, int last)
    {
        var contents = new CellContents(new(IntakeLimits.Default with { Columns = limit }, TestContext.Current.CancellationToken));
        contents.Share("ร่วม");
        var table = new TableRows(Nowhere, contents);
        table.Add(new(last, RawKind.Number, 1, contents.Budget));
        table.End(1);
        Assert.Equal(last, table.ToImmutable().Single().Cells[0].Column);
        var refused = Assert.Throws<ContentRefusedException>(() => table.Add(new(last + 1, RawKind.Number, 1, contents.Budget)));
        Assert.Contains(last.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), refused.At(Place.Nowhere).Message.English, StringComparison.Ordinal);
        Assert.Throws<ContentRefusedException>(() => table.AddShared(last + 1, 0));
    }

    /// <summary>Arrays go back once a file's tables are done with; whoever looks afterwards is told instead of seeing another file's cells.</summary>
    [Fact]
    public void TablesThatAreDoneWith_AreNotLookedAt()
    {
        var budget = Unspent;
        var row = Table([.. Enumerable.Repeat(12, 3_000)], new(budget)).ToImmutable()[2_999];
        Assert.Equal(CellAt(2_999, 1, budget), row.Cells[0]);
        budget.TakeBack();
        Assert.Throws<InvalidOperationException>(() => row.Cells[0]);
        Assert.Throws<InvalidOperationException>(() => row.At(1));
        var next = Table([12], new(budget)).ToImmutable()[0];
        Assert.Equal(CellAt(0, 1, budget), next.Cells[0]);
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
            var (contents, kept) = (new CellContents(budget), new object[tables]);
            for (var t = 0; t < tables; t++)
            {
                kept[t] = Table([.. Enumerable.Repeat(width, rows)], contents, CellForm.Number).ToImmutable();
            }
            counted = budget.Held;
            return kept;
        });
        Assert.InRange(held, tables * rows * width * 8L, counted);
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

    /// <summary>A table with cells of every form, or of one; one row in three is hidden.</summary>
    private static TableRows Table(int[] widths, CellContents contents, CellForm? form = null)
    {
        var table = new TableRows(Nowhere, contents);
        for (var row = 0; row < widths.Length; row++)
        {
            for (var column = 1; column <= widths[row]; column++) table.Add(CellAt(row, column, contents.Budget, form));
            table.End(row + 1, isHidden: row % 3 == 0);
        }
        return table;
    }

    private static RawCell CellAt(int row, int column, Budget budget, CellForm? form = null) => (form ?? (CellForm)((row + column) % 3)) switch
    {
        CellForm.Text => new(column, RawKind.Text, Texts[(10 * row + column) % Texts.Length], budget),
        CellForm.Whole => new(column, RawKind.Date, 10_000 * row - column, budget),
        _ => new(column, RawKind.Percent, Numbers[(row + column) % Numbers.Length], budget),
    };

    private static readonly string[] Texts = [.. Enumerable.Range(0, 50).Select(i => $"ข้อความที่ {i}")];

    private static readonly double[] Numbers = [-0.0, 0.5, int.MaxValue + 1.0, int.MinValue - 1.0, 1e300, double.Epsilon];
}
