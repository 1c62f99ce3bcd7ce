using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Scoring.Jumps;
using Kalasin.Evaluation.Tests.Documents;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>What both editions say of decisions about the sample round.</summary>
[Collection<ReadSample>]
public sealed class RuledReportTests(ReadSample sample)
{
    private static readonly BilingualText Coordinator = new("ผู้ประสานงาน", "coordinator");

    [Theory]
    [InlineData(Edition.Official)]
    [InlineData(Edition.Internal)]
    public void Sections_SayWhatWasDecidedWhyAndInWhatRole(Edition edition)
    {
        var said = BlockText.Of(Compose(edition) with { Sections = [new([.. Compose(edition).Under("๓.๓.๔")])] }).ToList();
        Assert.Contains("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์ได้ตรวจสอบและวินิจฉัยข้อมูลของตัวชี้วัดนี้แล้ว ดังนี้", said);
        Assert.Contains(said, t => t.Contains("ยกเว้นการรายงานของท้องถิ่นอำเภอท่าคันโท เหตุผล: ย้ายสำนักงานเมื่อ ๑ พ.ค. (โดยผู้ประสานงาน)", StringComparison.Ordinal));
        Assert.Contains(said, t => t.Contains("ไม่นับแถวที่ ๑ ของท้องถิ่นอำเภอนามน เหตุผล: เป็นของปีก่อน (โดยผู้ประสานงาน)", StringComparison.Ordinal));
        Assert.Contains("ได้รับยกเว้นการรายงาน", Compose(edition).Under("๓.๓.๔").OfType<Table>().Single().Texts().Select(r => r[^1]));
    }

    [Fact]
    public void Official_HoldsNoPersonsScoreAndNoName()
    {
        var texts = BlockText.Of(Compose(Edition.Official)).ToList();
        Assert.All(texts, t => Assert.DoesNotContain("ประเมินให้", t, StringComparison.Ordinal));
        Assert.All(texts.Concat(BlockText.Of(Compose(Edition.Internal))), t => Assert.DoesNotContain("สมหญิง", t, StringComparison.Ordinal));
    }

    /// <summary>Values stand in the internal edition alone: an assumed one may be among them.</summary>
    [Theory]
    [InlineData(Edition.Official)]
    [InlineData(Edition.Internal)]
    public void RulesThatWereChanged_AreToldInWords(Edition edition)
    {
        var (before, first) = (ReadSample.Rules, ReadSample.Rules.Framework.Indicators[0]);
        var framework = before.Framework with
        {
            Revision = before.Framework.Revision + 1,
            Indicators = before.Framework.Indicators.SetItem(0, first with { Weight = new(2, new(SourceKind.Annex, "ว ๑๘๙๐")) }),
        };
        var after = AwardRules.Of(framework, before.Plan).Value!;
        var card = Scorer.Score(after, sample.Returns, after.Plan.JudgedOn)[0];
        List<string> Said(ImmutableArray<Evaluation.Reports.RulesMove> moves) =>
            [.. BlockText.Of(ProvinceReport.Compose(after, sample.Returns, card, edition, sample.Circumstances with { Moves = moves }))];
        var said = Said(Evaluation.Reports.RulesMove.Of([before, after]));
        Assert.Contains(said, t => t.StartsWith($"รอบการประเมินนี้ย้ายจากกรอบการประเมินฉบับที่ {ThaiNumerals.Format(before.Framework.Revision)} เป็นฉบับที่ {ThaiNumerals.Format(framework.Revision)} ซึ่งต่างกัน", StringComparison.Ordinal));
        Assert.Contains(said, t => t.Contains("น้ำหนัก › ค่า", StringComparison.Ordinal));
        Assert.Equal(edition == Edition.Internal, said.Exists(t => t.Contains("น้ำหนัก › ค่า: ๑ → ๒", StringComparison.Ordinal)));
        Assert.DoesNotContain(Said(Evaluation.Reports.RulesMove.Of([before])), t => t.Contains("การปรับกติกา", StringComparison.Ordinal));
    }

    [Fact]
    public void Internal_SetsPersonsScoresBesideTheComputedOnes()
    {
        var rows = Compose(Edition.Internal).Under("๕.๗").OfType<Table>().Single().Texts().ToList();
        Assert.Equal(["๓", "-", "๔.๐๐", "-", "ตรวจในพื้นที่ (ผู้ตรวจประเมิน)"], rows.Single(r => r[0] == "๓"));
        Assert.Equal("๓.๐๐", rows.Single(r => r[0] == "๑๒")[2]);
    }

    [Fact]
    public void Internal_ListsDuplicatesThatWaitAndThoseThatWereJudged()
    {
        var before = sample.Internal.Under("๕.๖").OfType<Table>().Single().Texts().ToList();
        Assert.All(before, r => Assert.Equal("รอวินิจฉัย", r[3]));
        var after = Compose(Edition.Internal).Under("๕.๖").OfType<Table>().Single().Texts().ToList();
        var judged = Assert.Single(after, r => r[3] == "ผู้ประสานงาน");
        Assert.EndsWith("เป็นคนละเรื่อง นับแยกกัน", judged[1], StringComparison.Ordinal);
        Assert.Equal("คนละรุ่น", judged[2]);
        Assert.Equal(before.Count - 1, after.Count(r => r[3] == "รอวินิจฉัย"));
    }

    [Fact]
    public void Jumps_StandInTheInternalEditionOnlyWithTheReasonOrTheQuestionForIt()
    {
        var rules = ReadSample.Rules;
        var before = AwardRules.Of(
            rules.Framework with { Id = FrameworkId.Parse("dla-2566"), FiscalYear = 2566 }, rules.Plan with { Framework = FrameworkId.Parse("dla-2566") }).Value!;
        var figures = sample.Returns.Select(r => UnitFigure.Of(rules, r)!).ToList();
        UnitFigure[] then = [.. figures.Where(f => f is { Indicator.Value: "3", Unit.Value: "4601" or "4602" }).Select(f => f with { Rows = 90, Value = 90 })];
        var explained = Decisions.None with { Jumps = [new(UnitCode.Parse("4602"), IndicatorNumber.Parse("3"), "ยุบโครงการ 3 โครงการ") { By = Coordinator }] };
        var circumstances = sample.Circumstances with { Jumps = Jump.Of(rules, figures, new(before, then), explained) };
        var report = ProvinceReport.Compose(rules, sample.Returns, sample.Card, Edition.Internal, circumstances);
        var rows = report.Under("๕.๗").OfType<Table>().Single().Texts().ToList();
        Assert.Equal(["รอเหตุผล", "ยุบโครงการ ๓ โครงการ (ผู้ประสานงาน)"], rows.Select(r => r[3]));
        Assert.All(rows, r => Assert.Contains("ปีก่อน ๙๐ กิจกรรม", r[2], StringComparison.Ordinal));
        Assert.DoesNotContain(
            BlockText.Of(ProvinceReport.Compose(rules, sample.Returns, sample.Card, Edition.Official, circumstances)),
            t => t.Contains("ปีก่อน ๙๐", StringComparison.Ordinal));
    }

    private ReportDocument Compose(Edition edition)
    {
        var (returns, indicator) = (sample.Returns, IndicatorNumber.Parse("3"));
        var duplicate = sample.Card["3"].Measurement.Excluded.First(e => e.Why == ExclusionReason.Duplicate).Row;
        var date = duplicate.Row["date"];
        var first = returns.Where(r => r.Indicator == indicator && r.Unit != duplicate.Unit)
            .SelectMany(r => r.Rows.Select(row => new RowReference(r.Unit, row))).First(r => Equals(r.Row["date"], date) && Equals(r.Row["title"], duplicate.Row["title"]));
        var naMon = returns.Single(r => r.Indicator == indicator && r.Unit.Value == "4602");
        var decisions = new Decisions([], [new(indicator, Print(first), Print(duplicate), false, "คนละรุ่น") { By = Coordinator }])
        {
            ExcludedRows = [new(indicator, RowFingerprint.Of(naMon.Unit, naMon.Rows[0]), "เป็นของปีก่อน") { By = Coordinator }],
            Excused = [new(UnitCode.Parse("4611"), null, "ย้ายสำนักงานเมื่อ 1 พ.ค.") { By = Coordinator }],
            Assessments =
            [
                new(indicator, null, 4, "ตรวจในพื้นที่") { By = new("ผู้ตรวจประเมิน", "inspector") },
                new(IndicatorNumber.Parse("12"), null, 3, "พบกับนางสาวสมหญิง รักไทย") { By = new("ผู้ตรวจประเมิน", "inspector") },
            ],
        };
        var card = Scorer.Score(ReadSample.Rules, returns, sample.Card.EvaluationDate, decisions).Single();
        return ProvinceReport.Compose(ReadSample.Rules, returns, card, edition, sample.Circumstances);
    }

    private static RowFingerprint Print(RowReference row) => RowFingerprint.Of(row.Unit, row.Row);
}
