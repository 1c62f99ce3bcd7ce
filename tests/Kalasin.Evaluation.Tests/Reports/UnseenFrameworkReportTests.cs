using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Word;
using Kalasin.Evaluation.Tests.Forms;
using Kalasin.Evaluation.Tests.Frameworks;
using Kalasin.Evaluation.Tests.Scoring;
using UglyToad.PdfPig;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>Rules are data: an award that the code has never seen goes from form to report with no change in the code.</summary>
public sealed class UnseenFrameworkReportTests
{
    private static readonly AwardRules Rules = Read();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FormFilledInByEveryDistrict_ReadScoredAndReported()
    {
        var returns = new List<Return>();
        foreach (var unit in Rules.Plan.Units.Where(u => Rules.IndicatorsOf(u.Code).Any()))
        {
            var got = await ReturnReader.ReadAsync(
                Rules, [SourceFile.FromBytes($"{unit.Code}.xlsx", await FilledInAsync(Rules, unit))], IntakeLimits.Default,
                new IntakeOptions { ExpectedUnit = unit.Code }, Token);
            Assert.DoesNotContain(got.Files, f => f.Outcome == FileOutcome.Refused);
            Assert.Equal(Rules.IndicatorsOf(unit.Code).Select(i => i.Number), got.Returns.Select(r => r.Indicator));
            returns.AddRange(got.Returns);
        }
        var cards = Scorer.Score(Rules, returns, Rules.Plan.JudgedOn);
        Assert.Equal(18, cards.Length);
        Assert.All(cards, card => Assert.NotNull(card.Total));

        var card = cards.Single(c => c.Entrant == "4602");
        foreach (var edition in (Edition[])[Edition.Official, Edition.Internal])
        {
            var report = ProvinceReport.Compose(Rules, returns.Where(r => r.Unit == UnitCode.Parse("4602")), card, edition);
            Assert.Equal(Rules.Framework.Indicators.Length, report.Under("ส่วนที่ ๓").OfType<Heading>().Count(h => h.Level == 2));
            Assert.All(BlockText.Of(report), t => Assert.DoesNotContain("ท้องถิ่นจังหวัดดีเด่น", t, StringComparison.Ordinal));
            Assert.True(SummaryTests.IsOnePage(report));
            using var word = WordprocessingDocument.Open(await WordWriterTests.Write(report), false);
            Assert.Equal(BlockText.Of(report), WordWriterTests.Texts(word));
            using var pdf = PdfDocument.Open(await PdfWriterTests.Write(report));
            Assert.Equal(BlockText.Of(report), PdfWriterTests.Texts(TagTree.Read(pdf)).Select(BlockText.Fold).Where(t => t.Length > 0));
        }
    }

    /// <summary>Measures that no shipped framework has: sums and means.</summary>
    [Fact]
    public async Task SumsAndMeans_GoFromFormToReport()
    {
        var (rules, unit) = (SumsAndMeansTests.Budget, UnitCode.Parse("ADM"));
        var got = await ReturnReader.ReadAsync(
            rules, [SourceFile.FromBytes("ADM.xlsx", await FilledInAsync(rules, rules.Plan.Find(unit)!))], IntakeLimits.Default,
            new IntakeOptions { ExpectedUnit = unit }, Token);
        Assert.Equal(["1", "2"], got.Returns.Select(r => r.Indicator.Value));
        var card = Scorer.Score(rules, got.Returns, rules.Plan.JudgedOn).Single();
        Assert.All(card.Scores, s => Assert.NotNull(s.Points));
        foreach (var edition in (Edition[])[Edition.Official, Edition.Internal])
        {
            var report = ProvinceReport.Compose(rules, got.Returns, card, edition);
            Assert.Equal(["ประเภทงบ", "นำมาคิด", "งบที่เบิกจ่าย", "งบที่ได้รับ", "ร้อยละ"], report.TableOf("ตาราง ๓-๑-๑").Heads());
            Assert.Equal(["รวม", "๑", "๐.๒๕", "๐.๒๕", "๑๐๐.๐๐"], report.TableOf("ตาราง ๓-๑-๑").Texts().Last());
            Assert.Equal(["แบบสอบถาม", "นำมาคิด", "ไม่นำมาคิด", "คะแนนเฉลี่ย"], report.TableOf("ตาราง ๓-๒-๑").Heads());
            Assert.Equal(["รวม", "๒", "๐", "๑.๒๕"], report.TableOf("ตาราง ๓-๒-๑").Texts().Single());
            Assert.Contains("๑.๒๕", report.TableOf("ตาราง ๒-๑").Texts().ElementAt(1));
            using var word = WordprocessingDocument.Open(await WordWriterTests.Write(report), false);
            Assert.Equal(BlockText.Of(report), WordWriterTests.Texts(word));
        }
    }

    private static async Task<byte[]> FilledInAsync(AwardRules rules, ReportingUnit unit)
    {
        using var file = await FormFile.OpenAsync(Form.For(rules, unit.Code));
        var filler = new FilledForm(rules, file);
        foreach (var indicator in rules.IndicatorsOf(unit.Code)) filler.Fill(unit, indicator);
        return file.Save();
    }

    private static AwardRules Read()
    {
        using var reader = new StreamReader(EmbeddedRules.Open("example-service-2568"));
        return AwardRules.For(
            RulesText.ReadFramework(reader.ReadToEnd().Replace("example-service-2568", "unseen-2568", StringComparison.Ordinal)).Value!, "46");
    }
}
