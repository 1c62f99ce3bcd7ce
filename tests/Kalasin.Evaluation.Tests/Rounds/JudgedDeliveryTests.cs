using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Tests.Samples;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>What judges gave entrants is recorded by nobody of an entrant, in one delivery for all of them.</summary>
public sealed class JudgedDeliveryTests
{
    private static readonly UnitCode Office = UnitCode.Parse("OFFICE"), Namon = UnitCode.Parse("4602"), Muang = UnitCode.Parse("4601");
    private static readonly IndicatorNumber Committee = IndicatorNumber.Parse("3");

    [Fact]
    public void ScoresOfManyUnits_InOneDelivery_AreVersionsOfEach()
    {
        var script = Opened(Office);
        Assert.IsType<Accept>(script.Give(Scores(Office, "one", "a", Muang, Namon)));
        Assert.IsType<Accept>(script.Give(Scores(Office, "two", "b", Muang, Namon)));
        Assert.Equal([2, 2], new[] { Muang, Namon }.Select(u => script.State.Current(u, Committee)!.Version));
        Assert.Null(script.State.Current(Office, Committee));
        var told = script.State.Deliveries[1].Tell(new(script.InForce)).English;
        Assert.Contains("indicator 3 of District office 4602 (version 2)", told, StringComparison.Ordinal);
        script.Take(new WithdrawDelivery(2, "ส่งผิดชุด"));
        Assert.Equal([1, 1], new[] { Muang, Namon }.Select(u => script.State.Current(u, Committee)!.Version));
    }

    [Fact]
    public void ScoresOfOnesOwnUnit_AreRecordedBySomebodyElse()
    {
        var script = Opened(Namon); // the office that collects is an entrant itself
        var scores = Scores(Namon, "key", "a", Muang, Namon);
        Assert.Equal("KAL5219", CodeOf(script.Give(scores)));
        Assert.Equal("KAL5219", CodeOf(script.Give(scores, Actor.Officer(Namon))));
        Assert.Equal("KAL5219", CodeOf(script.Give(scores, new(ActorRole.Machine, "mail"))));
        Assert.IsType<Accept>(script.Give(scores, new(ActorRole.Head, "head")));
    }

    [Fact]
    public void Entrant_DoesNotReportWhatJudgesGaveIt()
    {
        var script = Opened(Office);
        var own = Scores(Namon, "own", "a", Namon) with { OfJudges = false };
        Assert.Equal("KAL5219", CodeOf(script.Give(own, Actor.Officer(Namon))));
        Assert.Equal("KAL5219", CodeOf(script.Give(own, new(ActorRole.Machine, "drop"))));
        Assert.IsType<Accept>(script.Give(own)); // the secretary carries what came on paper
    }

    [Fact]
    public void Head_SendsJudgesSheetsAlone()
    {
        var (script, head) = (Opened(Office), new Actor(ActorRole.Head, "head"));
        Assert.Equal("KAL5013", CodeOf(script.Give(Scores(Namon, "plain", "a", Namon) with { OfJudges = false }, head)));
        var mixed = Scores(Namon, "mixed", "a", Muang);
        var reported = new Return(Namon, IndicatorNumber.Parse("1"), ReturnStatus.Reported);
        Assert.Equal("KAL5013", CodeOf(script.Give(mixed with { Returns = mixed.Returns.Add(new(reported, RoundScript.Hash("b"))) }, head)));
    }

    [Fact]
    public void WhatJudgesScore_StandsApart_AndNoEntrantOwesIt()
    {
        var script = Opened(Office);
        Assert.DoesNotContain(Committee, script.InForce.Expected.Select(e => e.Indicator));
        Assert.DoesNotContain(Committee, RoundStatus.Of(script.State, script.InForce).Cells.Select(c => c.Indicator));
        Assert.Equal(Committee, Assert.Single(RoundStatus.JudgedOf(script.State, script.InForce, Namon)).Indicator);
        Assert.IsType<Accept>(script.Give(Scores(Office, "one", "a", Muang, Namon)));
        Assert.Equal(script.InForce.Expected.Count(), RoundStatus.Of(script.State, script.InForce).Missing.Count());
        Assert.NotNull(Assert.Single(RoundStatus.JudgedOf(script.State, script.InForce, Namon)).Current);
    }

    [Fact]
    public void UnitThatJudgesAloneScore_IsNeverReminded_AndHasNoForm()
    {
        var script = Opened(Office, onlyJudged: Namon);
        Assert.Empty(script.InForce.AskedOf(Namon));
        Assert.False(Owed.Of(RoundStatus.CellsOf(script.State, script.InForce, Namon)).HoldsResultsUp);
        Assert.Throws<ArgumentException>(() => Form.For(script.InForce, Namon));
        var told = Notices.Due(script.State, script.InForce, RoundScript.At("2024-05-15T09:00:00+07:00")).Select(s => s.Notice!.Unit).OfType<UnitCode>().ToList();
        Assert.Contains(Muang, told);
        Assert.DoesNotContain(Namon, told);
    }

    /// <summary>Where judges score everything no unit is waited for, and the first sheet of theirs is not all there is to come; of the last one the coordinator is told.</summary>
    [Fact]
    public void RoundThatJudgesAloneScore_IsToldOfWithTheLastOfTheirScores()
    {
        var script = Opened(Office, award: "hospital-final-2568");
        Assert.Empty(script.InForce.Expected);
        var (entrant, first) = (UnitCode.Parse("HOSP1"), IndicatorNumber.Parse("1"));
        Assert.IsType<Accept>(script.Give(Scores(Office, "one", "a") with { Returns = [new(new(entrant, first, ReturnStatus.Reported), RoundScript.Hash("a"))] }));
        Assert.NotNull(script.State.Current(entrant, first));
        Assert.Empty(Arrivals());
        var others = script.InForce.Judged.Where(j => j != (first, entrant));
        Assert.IsType<Accept>(script.Give(Scores(Office, "two", "b") with { Returns = [.. others.Select(o => new KeptReturn(new(o.Unit, o.Indicator, ReturnStatus.Reported), RoundScript.Hash($"{o}")))] }));
        var told = Assert.Single(Arrivals());
        Assert.Equal((MailPurpose.AllJudged, null), (told.Purpose, told.Unit));
        Assert.Contains("ไม่มีรายงานที่รอแก้ไข", NoticeMail.Compose(script.InForce, script.State, told, null, RoundScript.At("2024-05-15T09:00:00+07:00"), isSample: false).Body, StringComparison.Ordinal);

        List<Notice> Arrivals() => [.. Notices.Due(script.State, script.InForce, RoundScript.At("2024-05-15T09:00:00+07:00")).Select(s => s.Notice!).Where(n => n.Purpose is MailPurpose.AllIn or MailPurpose.AllJudged)];
    }

    /// <summary>Who owes nothing is complete when judges have scored all of it; the round is, when nothing of anybody is left.</summary>
    [Fact]
    public void FinalThatJudgesAloneScore_IsCompleteWithTheLastOfTheirScores()
    {
        var script = Opened(Office, award: "hospital-final-2568");
        var asked = script.InForce.Judged.ToList();
        var (late, others) = (asked[0], asked[1..]);
        Assert.False(RoundStatus.Of(script.State, script.InForce).IsComplete);
        Assert.Null(Completion.Of(script.State, script.InForce, late.Unit.Value));
        Give("one", "2024-05-10T09:00:00+07:00", others);
        var status = RoundStatus.Of(script.State, script.InForce);
        Assert.Equal((false, asked.Count, others.Count), (status.IsComplete, status.JudgedExpected, status.JudgedReceived));
        Assert.Equal($"judges have scored {others.Count} of {asked.Count}", status.JudgedInWords!.English);
        Assert.Null(Completion.Of(script.State, script.InForce, late.Unit.Value));
        var other = others.First(o => o.Unit != late.Unit).Unit.Value;
        Assert.Equal(new(2024, 5, 10), Completion.Of(script.State, script.InForce, other));
        Give("two", "2024-05-13T09:00:00+07:00", [late]);
        Assert.True(RoundStatus.Of(script.State, script.InForce).IsComplete);
        Assert.Equal($"กรรมการให้คะแนนครบ {ThaiNumerals.Format(asked.Count)} รายการแล้ว", RoundStatus.Of(script.State, script.InForce).JudgedInWords!.Thai);
        Assert.Equal([new(2024, 5, 13), new(2024, 5, 10)], new[] { late.Unit.Value, other }.Select(e => Completion.Of(script.State, script.InForce, e)));

        void Give(string key, string at, List<(IndicatorNumber Indicator, UnitCode Unit)> of) => Assert.IsType<Accept>(script.Give(Scores(Office, key, key) with
        {
            ReceivedAt = RoundScript.At(at), Returns = [.. of.Select(o => new KeptReturn(new(o.Unit, o.Indicator, ReturnStatus.Reported), RoundScript.Hash($"{o} {key}")))],
        }));
    }

    /// <summary>Judges don't say how soon an entrant reported: beside returns of its own their scores are no part of the day that breaks ties, but the round waits for them.</summary>
    [Fact]
    public void EntrantThatReportsToo_IsCompleteWithItsOwnReturns_AndTheRoundWaitsForJudges()
    {
        var script = Opened(Office);
        foreach (var (indicator, unit) in script.InForce.Expected)
            script.Give(RoundScript.Delivery(unit.Value, $"{unit} {indicator}", (indicator.Value, $"{unit} {indicator}")) with { ReceivedAt = RoundScript.At("2024-05-09T09:00:00+07:00") });
        Assert.Equal(new(2024, 5, 9), Completion.Of(script.State, script.InForce, Namon.Value));
        Assert.False(RoundStatus.Of(script.State, script.InForce).IsComplete);
        Assert.Contains("ยังรอคะแนนของกรรมการ โดยกรรมการให้คะแนนแล้ว ๐ จาก", ArrivalMails.AllIn(script.InForce, RoundStatus.Of(script.State, script.InForce), isSample: false).Body, StringComparison.Ordinal);
        Assert.IsType<Accept>(script.Give(Scores(Office, "one", "a", [.. script.InForce.Judged.Select(j => j.Unit)])));
        Assert.Equal(new(2024, 5, 9), Completion.Of(script.State, script.InForce, Namon.Value));
        Assert.True(RoundStatus.Of(script.State, script.InForce).IsComplete);
    }

    private static string CodeOf(Decision decision) => Assert.Single(Assert.IsType<Refuse>(decision).Findings).Code;

    private static RoundScript Opened(UnitCode collector, UnitCode? onlyJudged = null, string award = "district-2567")
    {
        var rules = new ExampleAward(award).Rules;
        var plan = rules.Plan with
        {
            Collector = collector,
            InternalDeadline = rules.Plan.InternalDeadline with { Email = "award@office.example" },
            Units = [.. rules.Plan.Units.Select(u => u with { Email = $"u{u.Code.Value.ToLowerInvariant()}@office.example" })],
            Hosting = [.. rules.Plan.Hosting.Select(h => h.Indicator == Committee || onlyJudged is not { } unit ? h : h with { Hosts = h.Hosts.Remove(unit), Lead = Muang })],
        };
        var script = new RoundScript { InForce = AwardRules.Of(rules.Framework, plan).Value! };
        Assert.IsType<Accept>(script.Give(new OpenRound(Guid.NewGuid(), script.InForce)));
        return script;
    }

    private static ReceiveDelivery Scores(UnitCode door, string key, string content, params UnitCode[] units) => new(
        Guid.NewGuid(), DeliveryChannel.Upload, door, RoundScript.At("2024-05-10T09:00:00+07:00"), RoundScript.Hash(key), RoundScript.Hash(content),
        [new(FileKind.Workbook, 100, RoundScript.Hash(content))],
        [.. units.Select(u => new KeptReturn(new(u, Committee, ReturnStatus.Reported), RoundScript.Hash($"{u}{content}")))], new(0, 0, 0), RoundScript.Hash("details"))
    {
        OfJudges = true,
    };
}
