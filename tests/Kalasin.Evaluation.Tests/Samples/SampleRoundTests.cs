using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Tests.Samples;

public sealed class SampleRoundTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly SampleIndex Index = SampleFolder.Index;

    [Fact]
    public void Files_AreThoseOfTheIndex()
    {
        var listed = Index.Deliveries.SelectMany(d => d.Files).ToArray();
        Assert.Equal(listed.Length, listed.Distinct().Count());
        var found = Directory.EnumerateFiles(SampleFolder.Root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(SampleFolder.Root, f).Replace('\\', '/'))
            .Where(f => f.Contains('/', StringComparison.Ordinal));
        Assert.Equal(listed.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.All(Index.Deliveries, d => Assert.All(d.Files, f => Assert.StartsWith(d.Unit + "/", f, StringComparison.Ordinal)));
    }

    [Fact]
    public void Deliveries_ComeInOrderFromUnitsOfThePlanBeforeTheClock()
    {
        Assert.Equal(Rules.Plan.Id.Value, Index.Round);
        Assert.Equal(Index.Deliveries.OrderBy(d => d.ReceivedAt).Select(d => d.Key), Index.Deliveries.Select(d => d.Key));
        Assert.Equal(Index.Deliveries.Length, Index.Deliveries.Select(d => d.Key).Distinct().Count());
        Assert.All(Index.Deliveries, d => Assert.True(d.ReceivedAt < Index.Clock));
        Assert.All(Index.Deliveries, d => Assert.NotNull(Rules.Plan.Find(UnitCode.Parse(d.Unit))));
        Assert.All(Index.Deliveries, d => Assert.Contains(d.Channel, (string[])["upload", "mail", "drop"]));
    }

    [Fact]
    public void Units_AllButTwoHaveSent()
    {
        var missing = Rules.Plan.Units.Select(u => u.Code.Value).Except(Index.Deliveries.Select(d => d.Unit));
        Assert.Equal(["4611", "4615"], missing);
    }

    [Fact]
    public void OneUnitIsLate_AndOneSendsACorrection()
    {
        var late = Index.Deliveries.Where(d => DateOnly.FromDateTime(d.ReceivedAt.DateTime) > Rules.Plan.InternalDeadline.Date);
        Assert.Equal(["4614"], late.Select(d => d.Unit));
        var twice = Index.Deliveries.GroupBy(d => d.Unit).Where(g => g.Count() > 1);
        Assert.Equal(["4608"], twice.Select(g => g.Key));
    }

    [Fact]
    public void Workbooks_HaveASheetForEveryIndicatorTheUnitHosts()
    {
        foreach (var delivery in Index.Deliveries)
        {
            var hosted = Rules.IndicatorsOf(UnitCode.Parse(delivery.Unit)).Select(i => FormLayout.SheetOf(i.Number));
            var workbook = Assert.Single(delivery.Files, f => f.EndsWith(".xlsx", StringComparison.Ordinal));
            var sheets = SheetsOf(workbook).Keys;
            Assert.Equal([FormLayout.CoverSheet, .. hosted], sheets.Where(s => s != FormLayout.MarkSheet));
        }
    }

    [Fact]
    public void Registers_HaveTheHeadingsOfTheFramework()
    {
        foreach (var delivery in Index.Deliveries)
        {
            var sheets = SheetsOf(Assert.Single(delivery.Files, f => f.EndsWith(".xlsx", StringComparison.Ordinal)));
            foreach (var indicator in Rules.IndicatorsOf(UnitCode.Parse(delivery.Unit)))
            {
                var head = sheets[FormLayout.SheetOf(indicator.Number)].First(r => r[0] == FormLayout.RunningNumber).Skip(1).Select(ThaiText.Key).ToArray();
                Assert.Equal(indicator.Register.Columns.Length, head.Length);
                Assert.All(indicator.Register.Columns, c =>
                    Assert.Contains(head, h => h == ThaiText.Key(c.Heading.Thai) || c.Synonyms.Any(s => h == ThaiText.Key(s))));
            }
        }
    }

    [Theory]
    [InlineData("DEV", "2", 150)]
    [InlineData("FIN", "11", 151)]
    [InlineData("ADM", "12", 151)]
    public void Registers_NameTheLocalAuthorities(string unit, string indicator, int expected)
    {
        var file = Index.Deliveries.Single(d => d.Unit == unit).Files.Single();
        var rows = SheetsOf(file)[FormLayout.SheetOf(IndicatorNumber.Parse(indicator))];
        // ที่, อำเภอ, อปท.; the PAO stands in no district
        var named = rows.SkipWhile(r => r[0] != FormLayout.RunningNumber).Skip(1).TakeWhile(r => r[0].All(char.IsAsciiDigit)).Where(r => r.Length > 3)
            .Select(r => Rules.Authorities.Find(r[0] == "1" ? r[1] : r[2], r[0] == "1" ? null : r[1]));
        Assert.Equal(expected, named.Select(m => Assert.IsType<AuthorityMatch.Found>(m).Authority.Code).Distinct().Count());
    }

    [Fact]
    public void WholeSet_IsSmall()
    {
        var size = Directory.EnumerateFiles(SampleFolder.Root, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);
        Assert.InRange(size, 1, 3_000_000);
    }

    /// <summary>Filled cells of every sheet, row by row.</summary>
    private static Dictionary<string, string[][]> SheetsOf(string file)
    {
        using var workbook = SpreadsheetDocument.Open(Path.Combine(SampleFolder.Root, file), isEditable: false);
        var part = workbook.WorkbookPart!;
        var shared = part.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(s => s.InnerText).ToArray() ?? [];
        string TextOf(Cell cell) =>
            cell.DataType?.Value == CellValues.SharedString ? shared[int.Parse(cell.InnerText, CultureInfo.InvariantCulture)] : cell.InnerText;
        return part.Workbook!.Sheets!.Elements<Sheet>()
            .ToDictionary(s => s.Name!.Value!, s => ((WorksheetPart)part.GetPartById(s.Id!)).Worksheet!.Descendants<Row>()
            .Select(r => r.Elements<Cell>().Select(TextOf).Where(t => t.Length > 0).ToArray()).Where(r => r.Length > 0).ToArray());
    }
}
