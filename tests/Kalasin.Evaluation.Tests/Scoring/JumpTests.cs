using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Kalasin.Evaluation.Scoring.Jumps;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Figures far from the unit's own year before or from its peers.</summary>
public sealed class JumpTests
{
    private static readonly IndicatorNumber Three = IndicatorNumber.Parse("3");

    private static readonly AwardRules Earlier = AwardRules.Of(
        Rules.Framework with { Id = FrameworkId.Parse("dla-2566"), FiscalYear = 2566 },
        Rules.Plan with { Framework = FrameworkId.Parse("dla-2566") }).Value!;

    [Theory]
    [InlineData(8, 8, false)]
    [InlineData(24, 8, false)] // three times as much is not more than three times
    [InlineData(25, 8, true)]
    [InlineData(4, 1, false)] // a difference of three
    [InlineData(6, 1, true)]
    [InlineData(5, 0, true)]
    [InlineData(4, 0, false)]
    [InlineData(0, 5, true)]
    [InlineData(3, 9, false)] // a third is not less than a third
    [InlineData(2, 9, true)]
    public void YearBefore_IsFarBeyondThreeTimesOrBelowAThirdByFiveOrMore(int now, int before, bool far) =>
        Assert.Equal(far, JumpRule.Default.IsFar(now, before));

    [Theory]
    [InlineData("2 2 3 3 4 4", 8, false)] // usual is 0 to 8
    [InlineData("2 2 3 3 4 4", 9, true)]
    [InlineData("2 2 3 3 4", 90, false)] // five are no peers
    [InlineData("3 3 3 3 3 3", 7, false)] // all the same: outside, by less than five
    [InlineData("3 3 3 3 3 3", 8, true)]
    [InlineData("20 20 21 21 22 22", 15, true)]
    [InlineData("20 20 21 21 22 22", 16, false)]
    public void Peers_MakeTheirOuterFencesUsual(string peers, int now, bool far)
    {
        var usual = JumpRule.Default.Usual(peers.Split(" ").Select(p => decimal.Parse(p, CultureInfo.InvariantCulture)));
        Assert.Equal(far, usual is not null && JumpRule.Default.IsFar(now, usual));
    }

    [Fact]
    public void Peers_DoNotDependOnTheirOrder() => Gen.Int[0, 100].Array[6, 20].SelectMany(a => Gen.Shuffle(a.ToArray()).Select(b => (a, b))).Sample(
        pair => Assert.Equal(JumpRule.Default.Usual(pair.a.Select(n => (decimal)n)), JumpRule.Default.Usual(pair.b.Select(n => (decimal)n))), iter: 100);

    [Fact]
    public void AUnitsOwnYearBefore_IsNamedWithBothFiguresAndAsksForAReason()
    {
        var jump = Assert.Single(Jumps([Activities("4602", 40)], [Activities("4602", 8)]));
        Assert.Equal(("4602", "3", "KAL4301", Severity.Warning), (jump.Unit.Value, jump.Indicator.Value, jump.Finding.Code, jump.Finding.Severity));
        Assert.Equal("นามน ตัวชี้วัดที่ ๓ ปีนี้ ๔๐ กิจกรรม ปีก่อน ๘ กิจกรรม ต่างกันมาก", jump.Finding.Message.Thai);
        Assert.Equal(new Subject("4602", "3"), jump.Finding.About);
        Assert.NotEqual(BilingualText.Empty, jump.Finding.Remedy);
    }

    [Fact]
    public void Peers_AreUnitsOfTheSameKind()
    {
        var districts = Rules.Plan.Units.Where(u => u.Kind == UnitKind.DistrictOffice).Take(7).Select(u => u.Code.Value).ToArray();
        Return[] returns = [.. districts.Select((d, i) => Activities(d, i == 0 ? 30 : 3 + i % 2)), Activities("PUB", 60)];
        var jump = Assert.Single(Jumps(returns, []));
        Assert.Equal((districts[0], "KAL4302"), (jump.Unit.Value, jump.Finding.Code));
        Assert.Contains("รายงาน ๓๐ กิจกรรม ขณะที่หน่วยงานประเภทเดียวกันอีก ๖ แห่งโดยทั่วไปอยู่ระหว่าง", jump.Finding.Message.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void WithAReason_ItIsShownAndAsksNoMore()
    {
        var reason = new ExplainedJump(
            UnitCode.Parse("4602"), Three, "มีโครงการใหม่ ผู้รับผิดชอบนายสมชาย ใจดี") { By = new("เจ้าหน้าที่หน่วยงาน", "unit officer") };
        var jump = Assert.Single(Jumps([Activities("4602", 40)], [Activities("4602", 8)], Decisions.None with { Jumps = [reason] }));
        Assert.Equal(("KAL4303", Severity.Information, BilingualText.Empty), (jump.Finding.Code, jump.Finding.Severity, jump.Finding.Remedy));
        Assert.EndsWith("เหตุผล: มีโครงการใหม่ ผู้รับผิดชอบ[ปกปิด] (เจ้าหน้าที่หน่วยงาน)", jump.Finding.Message.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void AReason_ChangesNoScore()
    {
        var reasons = Decisions.None with { Jumps = [new(UnitCode.Parse("4602"), Three, "มีโครงการใหม่")] };
        Assert.Equal(Score([.. Everything()]).Total, Score(reasons, [.. Everything()]).Total);
    }

    [Fact]
    public void AnIndicatorThatIsCalledOtherwise_IsNotCompared()
    {
        var other = AwardRules.Of(
            Earlier.Framework with
            {
                Indicators = [.. Earlier.Framework.Indicators.Select(i => i.Number == Three ? i with { ShortText = new("เรื่องอื่น", "another matter") } : i)],
            }, Earlier.Plan).Value!;
        var figures = Figures(Rules, [Activities("4602", 40)]);
        Assert.Empty(Jump.Of(Rules, figures, new(other, Figures(other, [Activities("4602", 8)])), Decisions.None));
    }

    [Theory]
    [InlineData("dla-2566", 2566, true)]
    [InlineData("dla-2565", 2565, false)]
    [InlineData("other-2566", 2566, false)]
    public void TheYearBefore_IsTheSameAwardOneYearEarlier(string framework, int year, bool expected)
    {
        var rules = AwardRules.Of(
            Rules.Framework with { Id = FrameworkId.Parse(framework), FiscalYear = year }, Rules.Plan with { Framework = FrameworkId.Parse(framework) }).Value!;
        Assert.Equal(expected, YearBefore.Is(rules, Rules));
    }

    private static ImmutableArray<Jump> Jumps(Return[] now, Return[] before, Decisions? decisions = null) =>
        Jump.Of(Rules, Figures(Rules, now), new(Earlier, Figures(Earlier, before)), decisions ?? Decisions.None);

    private static List<UnitFigure> Figures(AwardRules rules, Return[] returns) => [.. returns.Select(r => UnitFigure.Of(rules, r)).OfType<UnitFigure>()];

    private static Return Activities(string unit, int count) => Reported(unit, "3", [.. Enumerable.Range(1, count).Select(n => Row(
        n, ("date", Day(2567, 1, 1 + n % 28)), ("title", $"กิจกรรมที่ {n} ของ {unit}"), ("place", "ศาลากลาง"), ("category", "#meeting")))]);
}
