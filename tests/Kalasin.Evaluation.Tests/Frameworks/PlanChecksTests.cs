using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>Plans that don't fit their framework, and where that is said.</summary>
public sealed class PlanChecksTests
{
    private static readonly RuleSource Source = HospitalRound.Source;

    private static readonly ByClassScale BySize = new(
        Source, "size", [new("large", new InterpolatedScale(Source, [60, 70, 80, 90, 100])), new("small", new InterpolatedScale(Source, [20, 30, 40, 50, 60]))]);

    private static readonly Classification Size = new("size", new("ขนาด", "size"), [new("large", new("ใหญ่", "Large")), new("small", new("เล็ก", "Small"))], Source);

    private static Framework Framework => HospitalRound.Framework with
    {
        Entrant = EntrantKind.Province, Classes = [Size], Indicators = [HospitalRound.Framework.Indicators[0] with { Scale = BySize }],
    };

    private static RoundPlan Plan => HospitalRound.Plan with { Classes = [new("size", "large")] };

    [Fact]
    public void Fitting_HasNothingToSay() => Assert.Equal([], Told(Framework, Plan));

    [Fact]
    public void Classes_AreSaidOfWhoEnters()
    {
        Assert.Equal(["KAL3109 /classes"], Told(Framework, Plan with { Classes = [] }));
        Assert.Equal(["KAL3110 /classes/1"], Told(Framework, Plan with { Classes = [new("size", "large"), new("size", "small")] }));
        Assert.Equal(["KAL3110 /classes/1"], Told(Framework, Plan with { Classes = [new("size", "large"), new("sort", "large")] }));
        Assert.Equal(["KAL3110 /classes/0"], Told(Framework, Plan with { Classes = [new("size", "huge")] }));
        var ofUnits = Framework with { Entrant = EntrantKind.Unit };
        var host = Plan.Units.IndexOf(Plan.Find(Plan.Hosting[0].Hosts[0])!);
        Assert.Equal([$"KAL3109 /units/{host}"], Told(ofUnits, Plan));
        Assert.Equal([$"KAL3110 /units/{host}/classes/1"], Told(ofUnits, WithClasses(host, new("size", "large"), new("size", "huge"))));
        Assert.Equal([], Told(ofUnits, WithClasses(host, new EntrantClass("size", "small"))));
        // Who hosts nothing doesn't enter.
        Assert.NotEqual(0, Plan.Units.Length - 1 - host);
        Assert.Equal([$"KAL3109 /units/{host}"], Told(ofUnits, WithClasses(Plan.Units.Length - 1, new EntrantClass("size", "small"))));
    }

    [Fact]
    public void Lists_AreThoseOfTheFramework()
    {
        var table = Plan.Lists[0];
        Assert.Equal(["KAL3113 /lists/1/list"], Told(Framework, Plan with { Lists = [table, table] }));
        Assert.Equal(["KAL3113 /lists/1/list"], Told(Framework, Plan with { Lists = [table, table with { List = "market" }] }));
        Assert.Equal(["KAL3112 /lists"], Told(Framework, Plan with { Lists = [] }));
        // A list that no indicator asks for needs no table.
        Assert.Equal([], Told(Framework with { Lists = [.. Framework.Lists, new("market", new("ตลาด", "markets"), Source)] }, Plan));
    }

    [Fact]
    public void Kinds_AreThoseOfTheFrameworkOrOfEveryOffice() =>
        Assert.Equal([$"KAL3111 /units/{Plan.Units.Length - 1}/kind"], Told(Framework with { UnitKinds = [] }, Plan));

    [Fact]
    public void Deadlines_StandInOrder()
    {
        var due = Framework.FinalDeadline.Date;
        RoundPlan On(DateOnly day) => Plan with { InternalDeadline = Plan.InternalDeadline with { Date = day } };
        Assert.Equal([], Told(Framework, On(due)));
        Assert.Equal(["KAL3105 /internalDeadline/date"], Told(Framework, On(due.AddDays(1))));
        var of = Framework with { Indicators = [Framework.Indicators[0] with { Period = new("day", due.AddDays(-9), due, Source) }] };
        Assert.Equal([], Told(of, On(due.AddDays(-9))));
        Assert.Equal(["KAL3056 /internalDeadline/date"], Told(of, On(due.AddDays(-10))));
        var finding = AwardRules.Of(Framework, On(due.AddDays(1))).Findings.Single(f => f.Code == "KAL3105");
        Assert.Contains(ThaiDate.BilingualShort(due.AddDays(1)).English, finding.Message.English, StringComparison.Ordinal);
        Assert.Contains(ThaiDate.BilingualShort(due).Thai, finding.Message.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void Hosts_AreNamedOnceForEachIndicator()
    {
        var hosting = Plan.Hosting[0];
        Assert.Equal(["KAL3102 /hosting"], Told(Framework, Plan with { Hosting = [] }));
        Assert.Equal(["KAL3103 /hosting/1/indicator"], Told(Framework, Plan with { Hosting = [hosting, hosting] }));
        Assert.Equal(["KAL3104 /hosting/1/indicator"], Told(Framework, Plan with { Hosting = [hosting, hosting with { Indicator = IndicatorNumber.Parse("9") }] }));
    }

    [Fact]
    public void Province_ExistsAndEnters()
    {
        Assert.Equal(["KAL3106 /province"], Told(Framework with { Excluded = new(["46"], Source) }, Plan));
        Assert.Equal([], Told(Framework with { Excluded = new(["40"], Source) }, Plan));
        Assert.Contains("KAL3107 /province", Told(Framework, Plan with { Province = "00" }));
        Assert.Equal(["KAL3101 /framework"], Told(Framework with { Id = FrameworkId.Parse("other-2568") }, Plan));
    }

    [Fact]
    public void Judged_OnTheDayThePlanSaysElseAtItsDeadline()
    {
        Assert.Equal(Plan.InternalDeadline.Date, (Plan with { EvaluationDate = null }).JudgedOn);
        Assert.Equal(new(2025, 3, 4), (Plan with { EvaluationDate = new(2025, 3, 4) }).JudgedOn);
    }

    private static RoundPlan WithClasses(int unit, params EntrantClass[] classes) =>
        Plan with { Units = Plan.Units.SetItem(unit, Plan.Units[unit] with { Classes = [.. classes] }) };

    /// <summary>All that is said, except that the address for returns isn't known yet.</summary>
    private static IEnumerable<string> Told(Framework framework, RoundPlan plan) =>
        AwardRules.Of(framework, plan).Findings.Where(f => f.Code != "KAL3108").Select(f => $"{f.Code} {f.Place.Pointer}");
}
