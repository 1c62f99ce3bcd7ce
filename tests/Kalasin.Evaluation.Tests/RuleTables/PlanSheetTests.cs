using Kalasin.Evaluation.RuleTables;

namespace Kalasin.Evaluation.Tests.RuleTables;

public sealed class PlanSheetTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567").CarriedTo(2570), "40");

    [Fact]
    public async Task StandardPlanFilledIn_IsTheProvincesOwn()
    {
        var units = Rules.Plan.Units;
        var result = await ReadAsync(
            ("plan", 0, "value", "คำสั่งจังหวัดขอนแก่น ที่ ๑๒๓/๒๕๗๐"), ("plan", 1, "value", "ใช่"), ("plan", 2, "value", "14/5/2570"), ("plan", 3, "value", "khonkaen@dla.go.th"),
            ("units", 0, "email", "adm@khonkaen.go.th"), ("units", units.Length, "code", "ICT"), ("units", units.Length, "name", "ฝ่ายเทคโนโลยีสารสนเทศ"), ("units", units.Length, "kind", "ฝ่าย"),
            ("hosts", 0, "hosts", "ICT, ท้องถิ่นอำเภอทุกแห่ง"), ("hosts", 0, "lead", "ฝ่ายเทคโนโลยีสารสนเทศ"));
        Assert.Empty(Filled.Told(result));
        var plan = result.Value!;
        Assert.Equal((2, new DateOnly(2027, 5, 14), "khonkaen@dla.go.th"), (plan.Revision, plan.InternalDeadline.Date, plan.InternalDeadline.Email));
        Assert.Equal("adm@khonkaen.go.th", plan.Units[0].Email);
        Assert.Equal(units.Length + 1, plan.Units.Length);
        Assert.Equal(1 + Province.Find("40")!.Districts.Length, plan.Hosting[0].Hosts.Length);
        Assert.Equal("ICT", plan.Hosting[0].Lead.Value);
        Assert.All(plan.Hosting, h => Assert.Equal(SourceKind.Office, h.Source.Kind));
        Assert.NotNull(AwardRules.Of(Rules.Framework, plan).Value);
    }

    [Fact]
    public async Task BadCells_AreFoundInTheirPlaces()
    {
        var result = await ReadAsync(("plan", 2, "value", "14/5/2570"), ("units", 1, "email", "ไม่มี"), ("units", 2, "kind", "กอง"), ("hosts", 1, "hosts", "XXX"), ("hosts", 1, "lead", "XXX"));
        Assert.Null(result.Value);
        var told = Filled.Told(result).ToList();
        Assert.Contains("KAL3207 แผน!B5", told);
        Assert.Contains("KAL3206 หน่วยงาน!D7", told);
        Assert.Contains("KAL3052 หน่วยงาน!F6", told);
        Assert.Contains("KAL3032 เจ้าภาพ!C6", told);
    }

    [Fact]
    public async Task NothingChanged_IsSaid() => Assert.Equal(["KAL3210 !"], Filled.Told(await ReadAsync()));

    [Fact]
    public async Task EveryProvince_GoesOutAndComesBack()
    {
        foreach (var province in Province.All.Take(6))
        {
            var rules = AwardRules.For(Rules.Framework, province.Code);
            var file = await Filled.Of(PlanTables.TablesOf(rules.Plan, rules.Framework), ("plan", 3, "value", "a@b.th"));
            Assert.Equal("a@b.th", (await PlanSheet.ReadAsync(rules, file, TestContext.Current.CancellationToken)).Value?.InternalDeadline.Email);
        }
    }

    private static async Task<RulesResult<RoundPlan>> ReadAsync(params (string, int, string, string)[] cells) =>
        await PlanSheet.ReadAsync(Rules, await Filled.Of(PlanTables.TablesOf(Rules.Plan, Rules.Framework), cells));
}
