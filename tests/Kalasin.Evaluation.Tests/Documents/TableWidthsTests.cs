using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Tests.Documents.Layout;

namespace Kalasin.Evaluation.Tests.Documents;

public sealed class TableWidthsTests
{
    private const string Long = "รายงานการประชุมคณะกรรมการเพื่อพิจารณาแนวทางการช่วยเหลือประชาชนในพื้นที่ซึ่งประสบภัยและติดตามผลการดำเนินงานของหน่วยงานที่เกี่ยวข้อง";

    [Theory]
    [InlineData("อบต.โนนแหลมทอง")]
    [InlineData("Facebook")]
    [InlineData("๒/๒๕๖๗")]
    [InlineData("๑๕ พฤษภาคม ๒๕๖๗")]
    public void NarrowColumn_BesideOneWithRoom_CutsNoWord(string word)
    {
        var page = Laid.Out(Table([1, 60], [word, Long])).Pages.Single();
        Assert.Contains(page.Texts(), t => t.StartsWith(word, StringComparison.Ordinal));
    }

    [Fact]
    public void WordsThatLeaveNoRoom_TheWidestGivesWay_DatesAndCodesStayWhole()
    {
        const string Address = "https://www.example.go.th/kalasin/4607/news/2567/activities/367";
        string[] cells = ["๑๕ ม.ค. ๖๗", "ว-๐๐๕/๒๕๖๗", Address, Address, Address, Address];
        var first = Laid.Out(Table([9, 9, 1, 1, 1, 1], cells)).Pages.Single().Texts().First(t => t.Contains("https", StringComparison.Ordinal));
        Assert.StartsWith("๑๕ ม.ค. ๖๗ว-๐๐๕/๒๕๖๗", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(453.5)]
    [InlineData(60)]
    public void Widths_AddUp(double width)
    {
        var table = Table([1, 3, 2], ["ก", Long, "๑๕ พฤษภาคม ๒๕๖๗"]);
        var widths = TableWidths.Of(table, TableGrid.Of(3, table.HeaderRows), TableGrid.Of(3, table.Rows), width, 10);
        Assert.Equal(width, widths.Sum(), 3);
        Assert.All(widths, w => Assert.True(w > 0));
    }

    private static Table Table(double[] shares, params string[] cells) =>
        new([.. shares.Select(s => new TableColumn(s))], [TableRow.Of([.. cells.Select((_, i) => $"{i}")])], [TableRow.Of(cells)]);
}
