using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>No page is turned for a register of few rows.</summary>
public sealed class TurnedRegisterTests
{
    [Theory]
    [InlineData(7, 3, true)]
    [InlineData(8, 4, true)]
    [InlineData(8, 0, true)]
    [InlineData(8, 3, false)]
    [InlineData(20, 1, false)]
    public void Of_OnlyManyColumnsOfFewRows_AreTurned(int columns, int rows, bool stays)
    {
        var register = Register(columns, rows);
        var printed = TurnedRegister.Of(register);
        Assert.Equal(stays, ReferenceEquals(register, printed));
        if (!stays) Assert.Equal((rows + 1, columns - 1, false), (printed.Columns.Length, printed.Rows.Length, TurnedRegister.IsWide(printed)));
    }

    [Fact]
    public void Of_EachColumnIsARow_NamedByItsHead()
    {
        var printed = TurnedRegister.Of(Register(8, 2));
        Assert.Equal(["h0", "c0-1", "c0-2"], printed.HeaderRows.Single().Cells.Select(Text));
        Assert.Equal(["h7", "c7-1", "c7-2"], printed.Rows[^1].Cells.Select(Text));
        Assert.All(printed.Rows, row => Assert.Equal([true, false, false], row.Cells.Select(c => c.RowHeader)));
    }

    private static Table Register(int columns, int rows) => new(
        [.. Enumerable.Range(0, columns).Select(_ => new TableColumn(1))],
        [TableRow.Of([.. Enumerable.Range(0, columns).Select(c => $"h{c}")])],
        [.. Enumerable.Range(1, rows).Select(r => TableRow.Of([.. Enumerable.Range(0, columns).Select(c => $"c{c}-{r}")]))]);

    private static string Text(TableCell cell) => ((Run)cell.Content[0]).Text;
}
