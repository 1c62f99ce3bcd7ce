using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Tests.Documents;

public sealed class TableGridTests
{
    [Fact]
    public void Of_RowAndColumnSpans_PlacesEveryCell()
    {
        var grid = TableGrid.Of(3,
        [
            new([new("ก") { RowSpan = 2, ColumnSpan = 2 }, new("ข")]),
            TableRow.Of("ค"),
            TableRow.Of("ง", "จ", "ฉ"),
        ]);
        Assert.Empty(grid.Violations);
        Assert.Equal(["0ก", "2ข", "0+", "2ค", "0ง", "1จ", "2ฉ"], grid.Cells.Select(c => c.Column + (c.Continued ? "+" : ((Run)c.Cell.Content[0]).Text)));
    }

    [Theory]
    [InlineData(1, 1, "row 1: the spans don't add up to 2 columns")]
    [InlineData(3, 1, "row 1: the spans don't add up to 2 columns")]
    [InlineData(0, 1, "row 1: the spans don't add up to 2 columns")]
    [InlineData(2, 2, "a row span reaches past the last row")]
    public void Of_UnsoundSpans_SaysSo(int columnSpan, int rowSpan, string expected) =>
        Assert.Equal(expected, Assert.Single(TableGrid.Of(2, [new([new("ก") { ColumnSpan = columnSpan, RowSpan = rowSpan }])]).Violations));
}
