using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Forms;
using Kalasin.Evaluation.Tests.Frameworks;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>Hospitals, which no code knows of: the framework names the list and the kind of unit, the plan gives the table, and forms, reading, scores and reports follow.</summary>
public sealed class ListedThingsTests
{
    private static readonly Framework Framework = HospitalRound.Framework;
    private static readonly RoundPlan Plan = HospitalRound.Plan;
    private static readonly AwardRules Rules = HospitalRound.Rules;

    [Fact]
    public void FrameworkAndPlan_AreReadAsTheyAreWrittenAndStayWhatTheySay()
    {
        var read = RulesText.ReadFramework(RulesWriter.ToJson(Framework));
        Assert.Empty(read.Findings.Select(f => f.ToString()));
        Assert.Empty(RulesText.ReadPlan(RulesWriter.ToJson(Plan)).Findings.Select(f => f.ToString()));
        // What the plan fills in is not what the framework says.
        Assert.Equal(3, Rules.Framework.Indicators[0].Register.Columns[0].Options.Length);
        Assert.Equal(RulesWriter.HashOf(Framework), RulesWriter.HashOf(Rules.Framework));
        Assert.Equal(RulesWriter.HashOf(Framework), RulesWriter.HashOf(read.Value!));
    }

    [Fact]
    public async Task Form_ListsThemAndTheReportSpeaksOfAll()
    {
        using var file = await FormFile.OpenAsync(Form.For(Rules, Plan.Collector));
        var sheet = FormFile.SheetOf(Rules.Framework.Indicators[0]);
        var filled = new FilledForm(Rules, file).Fill(Plan.Find(Plan.Collector)!, Rules.Framework.Indicators[0]);
        Assert.Contains("โรงพยาบาลเขาวง", Enumerable.Range(1, 60).SelectMany(r => Enumerable.Range(1, 4).Select(c => file[sheet, r, c])));
        var got = await ReturnReader.ReadAsync(
            Rules, [SourceFile.FromBytes("ADM.xlsx", file.Save())], IntakeLimits.Default, new IntakeOptions { ExpectedUnit = Plan.Collector },
            TestContext.Current.CancellationToken);
        var returned = got.Returns.Single(r => r.Indicator.Value == "1");
        Assert.Equal(filled.Rows.Select(r => r["hospital"]), returned.Rows.Select(r => r["hospital"]));
        var card = Scorer.Score(Rules, [returned], Plan.JudgedOn).Single();
        Assert.Equal((1m, (decimal?)3, "โรงพยาบาลนามน"), (card["1"].Measurement.Numerator!.Value, card["1"].Measurement.Denominator, card["1"].Measurement.Missing.Single()));
        var report = ProvinceReport.Compose(Rules, [returned], card, Edition.Internal);
        Assert.Contains(BlockText.Of(report), text => text.Contains("ที่ยังไม่มีข้อมูล ๑ แห่ง ได้แก่ โรงพยาบาลนามน", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NameNearOneOnTheList_IsAskedAboutAndNeverTaken()
    {
        using var file = await FormFile.OpenAsync(Form.For(Rules, Plan.Collector));
        var sheet = FormFile.SheetOf(Rules.Framework.Indicators[0]);
        new FilledForm(Rules, file).Fill(Plan.Find(Plan.Collector)!, Rules.Framework.Indicators[0]);
        var (row, column) = Enumerable.Range(1, 60).SelectMany(r => Enumerable.Range(1, 6).Select(c => (r, c))).First(at => file[sheet, at.r, at.c] == "โรงพยาบาลเขาวง");
        file.Type(sheet, row, column, "โรงพยาบาลเขางง");
        var got = await ReturnReader.ReadAsync(
            Rules, [SourceFile.FromBytes("ADM.xlsx", file.Save())], IntakeLimits.Default, new IntakeOptions { ExpectedUnit = Plan.Collector },
            TestContext.Current.CancellationToken);
        var asked = Assert.Single(got.Findings, f => f.Code == "KAL2130");
        Assert.EndsWith("โปรดเลือก: โรงพยาบาลเขาวง", asked.ToString(Language.Thai), StringComparison.Ordinal);
        Assert.Contains(got.Returns.Single().Rows, r => r["hospital"] is UnreadValue && !r.Faults.IsEmpty);
    }

    [Fact]
    public void List_IsTheDenominatorAndDecidedLikeAuthorities()
    {
        var measurement = Score(Row(1, ("hospital", "#mueang"), ("passed", true)), Row(2, ("hospital", "#khao-wong"), ("passed", false)));
        Assert.Equal((100m / 3, "ตัวหารคือโรงพยาบาล ๓ แห่ง ตามรายชื่อในแผนของจังหวัด"), (measurement.Value!.Value, measurement.Basis!.Thai));
        Assert.Equal("ยังไม่มีข้อมูลโรงพยาบาล ๑ แห่ง: โรงพยาบาลนามน ตัวหารยังคงเป็น ๓", Assert.Single(measurement.Findings, f => f.Code == "KAL4130").Message.Thai);
        var disputed = Score(Row(1, ("hospital", "#mueang"), ("passed", true)), Row(2, ("hospital", "#mueang"), ("passed", false)));
        Assert.Equal((0m, 1), (disputed.Numerator!.Value, disputed.Findings.Count(f => f.Code == "KAL4103")));
    }

    /// <summary>Everything on the list is expected, by the column's own list.</summary>
    [Fact]
    public void Coverage_ExpectsTheList()
    {
        var steps = new LevelStep(1, new("ครบ", "all"), new Coverage("hospital", new([], [], HospitalRound.Source)));
        var rules = With(i => i with { Measure = new LevelMeasure(new("ระดับ", "level"), HospitalRound.Source, [steps]), Scale = new DirectScale(HospitalRound.Source) });
        var some = Scorer.Score(rules, [Reported("ADM", "1", Row(1, ("hospital", "#mueang")))], Plan.JudgedOn).Single()["1"];
        Assert.Equal((0m, "ได้รับ ๑ จาก ๓ แห่ง ขาด โรงพยาบาลนามน, โรงพยาบาลเขาวง"), (some.Measurement.Value!.Value, some.Measurement.Steps[0].Reason.Thai));
        RegisterRow[] all = [Row(1, ("hospital", "#mueang")), Row(2, ("hospital", "#na-mon")), Row(3, ("hospital", "#khao-wong"))];
        var whole = Scorer.Score(rules, [Reported("ADM", "1", all)], Plan.JudgedOn).Single()["1"];
        Assert.Equal((1m, (decimal?)1, 1m), (whole.Measurement.Value!.Value, whole.Points, rules.Framework.Indicators[0].FullScore));
    }

    [Fact]
    public void PlanThatLacksWhatTheFrameworkNames_DoesNotFit()
    {
        Assert.Equal(["KAL3112"], Faults(Plan with { Lists = [] }));
        Assert.Equal(["KAL3113"], Faults(Plan with { Lists = [.. Plan.Lists, new("school", [new("a", "ก")], HospitalRound.Source)] }));
        Assert.Equal(["KAL3111"], Faults(Plan with { Units = [.. Plan.Units, new(UnitCode.Parse("X"), "ก", "ข", UnitKind.Parse("clinic"))] }));

        static IEnumerable<string> Faults(RoundPlan plan) =>
            AwardRules.Of(Framework, plan).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Code);
    }

    [Theory]
    [InlineData("\"list\": \"hospital\"", "\"list\": \"hospitals\"", "KAL3032")]
    [InlineData("\"list\": \"hospital\"", "\"options\": [{ \"id\": \"a\", \"text\": { \"th\": \"ก\", \"en\": \"a\" } }]", "KAL3076")]
    [InlineData("\"listed\": {", "\"population\": { \"key\": \"hospital\", \"on\": \"2024-01-01\", \"kinds\": [] }, \"listed\": {", "KAL3041")]
    [InlineData("\"type\": \"choice\"", "\"type\": \"text\"", "KAL3075")]
    public void ListThatDoesNotFit_IsFound(string passage, string replacement, string code)
    {
        var text = RulesWriter.ToJson(Framework).ReplaceLineEndings(" ");
        while (text.Contains("  ", StringComparison.Ordinal)) text = text.Replace("  ", " ", StringComparison.Ordinal);
        Assert.Contains(code, RulesText.ReadFramework(RulesText.Change(text, passage, replacement).Text).Findings.Select(f => f.Code));
    }

    [Fact]
    public void NameOfTwoThings_IsAFault()
    {
        var text = RulesWriter.ToJson(Plan with { Lists = [Plan.Lists[0] with { Items = [.. Plan.Lists[0].Items, new("other", new("โรงพยาบาล นามน", "Other"))] }] });
        Assert.Contains("KAL3048", RulesText.ReadPlan(text).Findings.Select(f => f.Code));
    }

    private static Measurement Score(params RegisterRow[] rows) => Scorer.Score(Rules, [Reported("ADM", "1", rows)], Plan.JudgedOn).Single()["1"].Measurement;

    private static AwardRules With(Func<Indicator, Indicator> change) =>
        AwardRules.Of(Framework with { Indicators = [change(Framework.Indicators[0])] }, Plan with { Hosting = [Plan.Hosting[0]] }).Value!;
}
