using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Tests.Scoring;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Kalasin.Evaluation.Tests.Reports.Scorecards;

/// <summary>What the workbook holds; that its formulas come to it, a program of others computes in the tools suite.</summary>
public sealed class ScorecardWorkbookTests
{
    public static TheoryData<string> Rounds => [.. ScorecardCases.All.Keys];

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task EveryRound_HasNoSchemaErrors(string round)
    {
        foreach (var edition in Enum.GetValues<Edition>())
            foreach (var version in (FileFormatVersions[])[FileFormatVersions.Office2013, FileFormatVersions.Microsoft365])
            {
                using var file = SpreadsheetDocument.Open(await WriteAsync(round, edition), false);
                Assert.Empty(new OpenXmlValidator(version).Validate(file, TestContext.Current.CancellationToken)
                    .Select(e => $"{edition} {e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
            }
    }

    [Theory]
    [InlineData(typeof(Measure))]
    [InlineData(typeof(Scale))]
    [InlineData(typeof(Predicate))]
    [InlineData(typeof(LevelCondition))]
    public void EveryKindOfRule_OccursInSomeRound(Type family)
    {
        var rules = string.Concat(ScorecardCases.All.Values.Select(c => RulesWriter.ToJson(c.Rules.Framework)));
        Assert.All(family.GetCustomAttributes<JsonDerivedTypeAttribute>(), kind =>
            Assert.Contains($"\"kind\": \"{kind.TypeDiscriminator}\"", rules, StringComparison.Ordinal));
    }

    /// <summary>Its own thread, because a culture is one's own; bent by hand, because the tests' machine has no others.</summary>
    [Fact]
    public async Task SameRound_GivesTheSameBytesInAnotherCulture()
    {
        var (expected, other) = ((await WriteAsync("whole", Edition.Internal)).ToArray(), (CultureInfo)CultureInfo.InvariantCulture.Clone());
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = (",", "~");
        var bent = await Task.Run(async () =>
        {
            Thread.CurrentThread.CurrentCulture = other;
            return (await WriteAsync("whole", Edition.Internal)).ToArray();
        }, TestContext.Current.CancellationToken);
        Assert.Equal(expected, bent);
    }

    [Fact]
    public async Task Summary_HoldsValuesScoresAndTotalToTheLastDigit()
    {
        using var file = SpreadsheetDocument.Open(await WriteAsync("whole", Edition.Internal), false);
        var (card, numbers) = (ScorecardCases.All["whole"].Card, Cells(file, "สรุปคะแนน").Select(c => c.CellValue?.Text).ToHashSet());
        foreach (var exact in card.Scores.SelectMany(s => new[] { s.Measurement.Value, s.Points }).Append(card.Total).Append(card.TotalOf100).OfType<decimal>())
            Assert.Contains(exact.ToString(CultureInfo.InvariantCulture), numbers);
    }

    [Fact]
    public async Task Figures_AreFormulas()
    {
        using var file = SpreadsheetDocument.Open(await WriteAsync("whole", Edition.Internal), false);
        var constants = Cells(file, "สรุปคะแนน").Where(c => c.CellFormula is null && c.CellValue?.Text.Length > 1).Select(c => c.CellValue!.Text);
        Assert.Equal([ScorecardCases.All["whole"].Card.Total!.Value.ToString(CultureInfo.InvariantCulture)], constants);
    }

    [Fact]
    public async Task ReportedText_IsNeverPartOfAFormula()
    {
        using var file = SpreadsheetDocument.Open(await WriteAsync("texts", Edition.Internal), false);
        var cells = file.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<S.Cell>()).ToList();
        foreach (var text in (string[])["=1+1", "+66", "=A1", "@SUM(A1)", "-1"])
        {
            var reported = cells.Where(c => c.InnerText == text && c.CellFormula is null).ToList();
            Assert.NotEmpty(reported);
            Assert.All(reported, c => Assert.Equal(S.CellValues.InlineString, c.DataType!.Value));
            Assert.All(reported, c => Assert.True(
                file.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<S.CellFormat>().ElementAt((int)c.StyleIndex!.Value).QuotePrefix!.Value));
        }
        Assert.DoesNotContain(cells, c => c.CellFormula?.Text is { } formula && (formula.Contains("SUM(A1)", StringComparison.Ordinal) || formula.Contains("+66", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task OfficialEdition_HoldsNoAssumedScoreAndNoLevelOfAnAssumedMeasure()
    {
        using var file = SpreadsheetDocument.Open(await WriteAsync("whole", Edition.Official), false);
        var texts = file.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<S.Cell>()).Select(c => c.InnerText).ToHashSet();
        Assert.DoesNotContain("คะแนน", texts);
        Assert.DoesNotContain("น้ำหนัก", texts);
        Assert.DoesNotContain("เกณฑ์ระดับ ๑", texts);
        Assert.DoesNotContain("ระดับที่ได้", texts);
        Assert.DoesNotContain(ScorecardCases.All["whole"].Card.Total!.Value.ToString(CultureInfo.InvariantCulture), texts);
        Assert.Contains(ScorecardCases.All["whole"].Card["2"].Measurement.Value!.Value.ToString(CultureInfo.InvariantCulture), Cells(file, "สรุปคะแนน").Select(c => c.CellValue?.Text));
    }

    [Fact]
    public async Task OfficialEdition_LeavesUnreadableInputInTheHouse()
    {
        using var official = SpreadsheetDocument.Open(await WriteAsync("cases", Edition.Official), false);
        using var inside = SpreadsheetDocument.Open(await WriteAsync("cases", Edition.Internal), false);
        Assert.DoesNotContain("๓๑/๒/๖๗", Cells(official, "ตัวชี้วัด 1").Select(c => c.InnerText));
        Assert.Contains("๓๑/๒/๖๗", Cells(inside, "ตัวชี้วัด 1").Select(c => c.InnerText));
    }

    [Fact]
    public async Task OfficialEditionOfGivenRules_HoldsScoresAndTotal()
    {
        using var file = SpreadsheetDocument.Open(await WriteAsync("unseen", Edition.Official), false);
        Assert.Contains(ScorecardCases.All["unseen"].Card.Total!.Value.ToString(CultureInfo.InvariantCulture), Cells(file, "สรุปคะแนน").Select(c => c.CellValue?.Text));
    }

    [Fact]
    public async Task HiddenColumnThatARuleAsksFor_MakesAConstantThatSaysSo()
    {
        var round = ScorecardCases.All["unseen"] with { Rules = KalasinRound.WithIndicator("11", i => i with
        {
            Register = i.Register with { Columns = [.. i.Register.Columns.Select(c => c.Id == "score" ? c with { Internal = true } : c)] },
        }), Returns = ScorecardCases.All["whole"].Returns, EvaluationDate = KalasinRound.EvaluationDate };
        using var file = SpreadsheetDocument.Open(await WriteAsync(round, Edition.Official), false);
        Assert.Contains(Cells(file, "ตัวชี้วัด 11"), c => c.InnerText.StartsWith("ค่าที่มิใช่สูตร", StringComparison.Ordinal));
        Assert.Contains(round.Card["11"].Measurement.Value!.Value.ToString(CultureInfo.InvariantCulture), Cells(file, "สรุปคะแนน").Select(c => c.CellValue?.Text));
    }

    /// <summary>As long as a register may be: the sheet says what it leaves out, and its figures are those of all rows.</summary>
    [Fact]
    public async Task RegisterOfVeryManyRows_IsCutAndSaysSo_AndItsValueIsThatOfAllRows()
    {
        const int rows = 12_345;
        var round = new ScorecardCase(KalasinRound.Rules,
            [KalasinRound.Reported("ADM", "6", [.. Enumerable.Range(1, rows).Select(n => KalasinRound.Row(n, ("date", KalasinRound.Day(2566, 10, 1)), ("title", $"เรื่องที่ {n}")))])]);
        Assert.Equal(rows, round.Card["6"].Measurement.Value);
        using var file = SpreadsheetDocument.Open(await WriteAsync(round, Edition.Internal), false);
        var cells = Cells(file, "ตัวชี้วัด 6").ToList();
        Assert.Contains("และอีก ๒,๓๔๕ แถว ซึ่งเก็บไว้ในไฟล์ต้นฉบับ", cells.Select(c => c.InnerText));
        Assert.Contains(cells, c => c.InnerText.StartsWith("ค่าที่มิใช่สูตร: ทะเบียนมี ๑๒,๓๔๕ แถว", StringComparison.Ordinal));
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
        Assert.Contains("12345", cells.Select(c => c.CellValue?.Text));
        Assert.Contains("12345", Cells(file, "สรุปคะแนน").Select(c => c.CellValue?.Text));
    }

    private static Task<MemoryStream> WriteAsync(string round, Edition edition) => WriteAsync(ScorecardCases.All[round], edition);

    private static async Task<MemoryStream> WriteAsync(ScorecardCase round, Edition edition)
    {
        var stream = new MemoryStream();
        await round.WriteAsync(stream, edition);
        stream.Position = 0;
        return stream;
    }

    private static IEnumerable<S.Cell> Cells(SpreadsheetDocument file, string sheet) =>
        ((WorksheetPart)file.WorkbookPart!.GetPartById(file.WorkbookPart.Workbook!.Sheets!.Elements<S.Sheet>().Single(s => s.Name == sheet).Id!.Value!))
            .Worksheet!.Descendants<S.Cell>();
}
