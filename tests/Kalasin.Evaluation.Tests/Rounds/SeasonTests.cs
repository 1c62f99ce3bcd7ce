using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>The season of 2567 by the clock: what is told to whom on which day, and that nothing is told twice or too late.</summary>
public sealed class SeasonTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    /// <summary>Counted by hand: Songkran is before them; 6 and 10 May are holidays, and 1 May is none of an office's.</summary>
    [Fact]
    public void Unit_ThatOwesEverything_IsRemindedOnTheDaysOfTheLetter_AndThenOthersHearOfIt()
    {
        var season = Season().Run(SeasonScript.End, now => now + FiveMinutes);
        Assert.Equal(
            [
                "2024-04-23 08:30 remind-14-4618-2024-05-15", "2024-05-02 08:30 remind-7-4618-2024-05-15", "2024-05-09 08:30 remind-3-4618-2024-05-15",
                "2024-05-14 08:30 remind-1-4618-2024-05-15", "2024-05-16 08:30 overdue-4618-2024-05-15",
            ],
            ToldTo(season, "4618"));
        // It was given more time on the 13th, until Monday the 20th.
        Assert.Equal(
            [
                "2024-04-23 08:30 remind-14-4602-2024-05-15", "2024-05-02 08:30 remind-7-4602-2024-05-15", "2024-05-09 08:30 remind-3-4602-2024-05-15",
                "2024-05-15 08:30 remind-3-4602-2024-05-20", "2024-05-17 08:30 remind-1-4602-2024-05-20", "2024-05-21 08:30 overdue-4602-2024-05-20",
            ],
            ToldTo(season, "4602"));
        // It reported on 1 May, withdrew that on the 8th and reported anew on the 13th.
        Assert.Equal(
            ["2024-04-23 08:30 remind-14-4603-2024-05-15", "2024-05-08 10:00 remind-7-4603-2024-05-15", "2024-05-09 08:30 remind-3-4603-2024-05-15"], ToldTo(season, "4603"));
        Assert.Empty(ToldTo(season, "4604")); // excused
        Assert.Empty(ToldTo(season, "4605")); // in on 22 April
        // The collecting unit is told of what it leads as the coordinator.
        Assert.Equal(
            [
                "2024-05-16 00:00 tell-closed", "2024-05-20 08:30 escalate-adm-2024-05-15", "2024-05-24 08:30 escalate-adm-2024-05-20", "2024-05-28 08:30 remind-dispatch-3",
                "2024-05-30 08:30 remind-dispatch-1", "2024-05-31 08:30 remind-dispatch-0",
            ],
            season.Told.Where(t => t.Step.Notice!.Unit is null).Select(Shown));
        Assert.Empty(season.Round.State.Outbox);
        IsRight(season);
    }

    /// <summary>Two instances, deaths between any two writes, missed ticks and days, clocks that jump: never twice, never to whom nothing is missing.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_BecomesOfTheClock_NothingIsToldTwiceOrTooLate(int seed)
    {
        var chance = new Random(seed);
        var season = Season(clocks: 2, dies: () => chance.Next(12) == 0);
        season.Run(SeasonScript.End, now => now + chance.Next(100) switch
        {
            0 => TimeSpan.FromHours(chance.Next(1, 60)),
            1 => -TimeSpan.FromHours(chance.Next(1, 30)),
            < 10 => TimeSpan.FromMinutes(chance.Next(1, 300)),
            _ => FiveMinutes * chance.Next(1, 5),
        });
        IsRight(season);
        Assert.True(season.Told.Count > 30, $"{season.Told.Count} were told");
        Assert.Contains(season.Told, t => t.Step.Key == Notices.Closed);
    }

    /// <summary>One day is out of order: what was missed is made up on the next working day, unless something later is due by then.</summary>
    [Theory]
    [InlineData("2024-04-23", "2024-04-24 08:30 remind-14")]
    [InlineData("2024-05-02", "2024-05-03 08:30 remind-7")]
    [InlineData("2024-05-14", "2024-05-15 08:30 remind-1")]
    [InlineData("2024-05-16", "2024-05-17 08:30 overdue")]
    public void MissedDay_IsMadeUp(string missed, string expected)
    {
        var day = DateOnly.Parse(missed, System.Globalization.CultureInfo.InvariantCulture);
        var season = new SeasonScript().Run(RoundScript.At("2024-06-01T00:00:00+07:00"), now => BangkokTime.Date(now + Quarter) == day ? BangkokTime.At(day.AddDays(1)) : now + Quarter);
        Assert.Contains($"{expected}-4618-2024-05-15", ToldTo(season, "4618"));
        Assert.Equal(5, ToldTo(season, "4618").Count());
    }

    [Fact]
    public void LongSilence_LeavesOutWhatIsOver()
    {
        var season = new SeasonScript().Run(RoundScript.At("2024-06-10T00:00:00+07:00"), now =>
            now + Quarter is var next && next >= RoundScript.At("2024-04-20T00:00:00+07:00") && next < RoundScript.At("2024-05-18T00:00:00+07:00")
                ? RoundScript.At("2024-05-18T00:00:00+07:00") : next);
        Assert.Empty(ToldTo(season, "4618")); // on the 20th others hear of it
        Assert.Contains("2024-05-20 08:30 escalate-adm-2024-05-15", season.Told.Select(Shown));
        IsRight(season);
    }

    [Fact]
    public void RoundOpenedLate_RemindsOfNothingThatWasBefore()
    {
        var script = new RoundScript { InForce = SeasonScript.Rules, Now = RoundScript.At("2024-05-03T09:00:00+07:00") };
        Assert.IsType<Accept>(script.Give(new OpenRound(Guid.NewGuid(), SeasonScript.Rules)));
        Assert.Empty(Schedule.Due(script.State, script.InForce, script.Now));
        Assert.Equal(24, Schedule.Due(script.State, script.InForce, RoundScript.At("2024-05-09T08:30:00+07:00")).Length);
    }

    [Fact]
    public void Plan_SaysWhenUnitsAreReminded_AndWhere()
    {
        var plan = SeasonScript.Rules.Plan;
        var rules = RoundScript.Revised(plan with { Reminders = [2], Units = [.. plan.Units.Select(u => u.Code.Value == "4618" ? u with { Email = null } : u)] });
        var season = new SeasonScript(rules).Run(RoundScript.At("2024-05-16T08:00:00+07:00"), now => now + Quarter);
        Assert.Empty(ToldTo(season, "4618"));
        Assert.Equal(["2024-05-13 08:30 remind-2-4601-2024-05-15"], ToldTo(season, "4601"));
        var silent = RoundScript.Revised(plan with { InternalDeadline = plan.InternalDeadline with { Email = "" } });
        Assert.Empty(new SeasonScript(silent).Run(SeasonScript.End, now => now + TimeSpan.FromHours(1)).Told);
    }

    /// <summary>A row that waits for correction is asked for before the day, and is not overdue after it.</summary>
    [Fact]
    public void ReturnToBeCorrected_IsAskedFor_ButIsNotOverdue()
    {
        var season = new SeasonScript();
        season.Delivers("4618", "2024-05-01T10:00:00");
        season.On("2024-05-03T10:00:00", round => round.Take(new AskCorrection(UnitCode.Parse("4618"), new(2024, 5, 10), "why", OneOfEach.Third)));
        season.Run(RoundScript.At("2024-06-01T00:00:00+07:00"), now => now + Quarter);
        Assert.Equal(
            ["2024-04-23 08:30 remind-14-4618-2024-05-15", "2024-05-03 10:00 remind-7-4618-2024-05-15", "2024-05-09 08:30 remind-3-4618-2024-05-15",
                "2024-05-14 08:30 remind-1-4618-2024-05-15"],
            ToldTo(season, "4618"));
    }

    [Fact]
    public void LastReturn_TellsTheLeadOfItsIndicator_AndTheCoordinatorThatAllIsIn()
    {
        var season = new SeasonScript();
        foreach (var unit in SeasonScript.Rules.Plan.Units.Select(u => u.Code.Value)) season.Delivers(unit, unit == "4618" ? "2024-05-05T21:07:00" : "2024-05-03T09:00:00");
        season.Run(RoundScript.At("2024-05-14T00:00:00+07:00"), now => now + FiveMinutes);
        var told = season.Told.Where(t => t.Step.Key == "all-in" || t.Step.Notice!.Purpose == MailPurpose.Contribution).ToList();
        var joint = SeasonScript.Rules.Plan.Hosting.Where(h => h.Hosts.Length > 1).ToList();
        Assert.Equal(joint.Select(h => (h.Lead, h.Indicator)), told.Where(t => t.Step.Key != "all-in").Select(t => (t.Step.Notice!.Unit ?? SeasonScript.Rules.Plan.Collector, t.Step.Notice.Indicator!.Value)).OrderBy(t => joint.FindIndex(h => h.Indicator == t.Item2)));
        foreach (var (at, step, _) in told)
        {
            var waitedFor4618 = step.Key == "all-in" || SeasonScript.Rules.Hosts(UnitCode.Parse("4618"), step.Notice!.Indicator!.Value);
            Assert.Equal(waitedFor4618 ? "2024-05-05 21:10" : "2024-05-03 09:00", $"{BangkokTime.ToBangkok(at):yyyy-MM-dd HH:mm}");
        }
        Assert.Single(told, t => t.Step.Key == "all-in");
    }

    /// <summary>A mail that was written for whoever owes something is not queued once they have delivered.</summary>
    [Fact]
    public void Step_ThatIsNotDueAnyMore_IsNotCompleted()
    {
        var season = new SeasonScript();
        season.Round.Now = RoundScript.At("2024-04-23T08:30:00+07:00");
        var step = Assert.Single(Schedule.Due(season.Round.State, season.Round.InForce, season.Round.Now), s => s.Notice!.Unit == UnitCode.Parse("4618"));
        var indicators = SeasonScript.Rules.IndicatorsOf(UnitCode.Parse("4618")).Select(i => (i.Number.Value, "a")).ToArray();
        season.Round.Give(RoundScript.Delivery("4618", "k", indicators));
        var refuse = Assert.IsType<Refuse>(season.Round.Give(new CompleteStep(Guid.NewGuid(), step.Key, []), Actor.Clock));
        Assert.Equal("KAL5015", Assert.Single(refuse.Findings).Code);
    }

    [Fact]
    public void Head_IsAskedAtOnce_AndOnEachWorkingDayUntilItIsDecided()
    {
        var season = new SeasonScript();
        season.On("2024-05-24T15:02:00", round => round.Take(new RequestSignature(round.State.Reports[Edition.Official].Pdf)));
        season.On("2024-05-28T09:00:00", round => round.Take(new ApproveReport(round.State.Reports[Edition.Official].Pdf), OneOfEach.Head));
        season.Run(RoundScript.At("2024-06-05T00:00:00+07:00"), now => now + Quarter);
        var request = season.Round.Log.Select((bytes, i) => (RoundEntry.FromBytes(bytes).Event, Number: i + 1)).Single(e => e.Event is SignatureRequested).Number;
        Assert.Equal(
            [$"2024-05-24 15:15 sign-{request}-2024-05-24", $"2024-05-27 08:30 sign-{request}-2024-05-27", $"2024-05-28 08:30 sign-{request}-2024-05-28"],
            season.Told.Where(t => t.Step.Notice!.Purpose == MailPurpose.SignatureRequest).Select(Shown));
    }

    /// <summary>The report leaves on Wednesday the 29th; that it arrived is recorded on Tuesday, 4 June. Monday is a holiday.</summary>
    [Fact]
    public void ReportThatLeft_IsNotRemindedOf_ButItsAcknowledgementIs()
    {
        var season = new SeasonScript();
        season.On("2024-05-29T14:00:00", round => Assert.IsType<Accept>(round.Give(OnTheWay.Ready(round), OneOfEach.Head)));
        season.On("2024-06-04T10:10:00", round => round.Take(new AcknowledgeDispatch(AcknowledgedBy.Reply, new(2024, 5, 31))));
        season.Run(RoundScript.At("2024-06-12T00:00:00+07:00"), now => now + Quarter);
        var told = season.Told.Where(t => t.Step.Notice!.Purpose is MailPurpose.DispatchReminder or MailPurpose.AcknowledgementReminder).ToList();
        Assert.Equal(
            ["2024-05-28 08:30 remind-dispatch-3", "2024-05-30 10:00 remind-acknowledgement-2024-05-30", "2024-05-31 10:00 remind-acknowledgement-2024-05-31",
                "2024-06-04 10:00 remind-acknowledgement-2024-06-04"],
            told.Select(Shown));
        var text = NoticeMail.Compose(season.Round.InForce, season.Round.State, told[^1].Step.Notice!, "กส ๐๐๒๓.๑/๑๒๓๔", told[^1].At, isSample: false);
        Assert.Contains("กส ๐๐๒๓.๑/๑๒๓๔", text.Body, StringComparison.Ordinal);
    }

    private static TimeSpan Quarter => TimeSpan.FromMinutes(15);

    /// <summary>Most units report on 22 April, some at other times, one never.</summary>
    private static SeasonScript Season(int clocks = 1, Func<bool>? dies = null)
    {
        var season = new SeasonScript { Clocks = clocks, Dies = dies ?? (() => false) };
        foreach (var unit in SeasonScript.Rules.Plan.Units.Select(u => u.Code.Value).Except(["4618", "4617", "4602", "4603", "4604"]))
            season.Delivers(unit, int.TryParse(unit, out var code) && code > 4610 ? $"2024-05-{code - 4600:00}T17:40:00" : "2024-04-22T10:00:00");
        season.On("2024-04-10T10:00:00", round => round.Take(new ExcuseUnit(UnitCode.Parse("4604"), "why")));
        season.Delivers("4603", "2024-05-01T10:00:00");
        season.On("2024-05-08T10:00:00", round => round.Take(new WithdrawDelivery(round.State.Deliveries.Last(d => d.Unit.Value == "4603").Receipt.Value, "why")));
        season.Delivers("4603", "2024-05-13T10:00:00");
        season.On("2024-05-13T11:00:00", round => round.Take(new ExtendDeadline(UnitCode.Parse("4602"), new(2024, 5, 20), "why")));
        season.Delivers("4602", "2024-05-27T10:00:00");
        season.Delivers("4617", "2024-06-14T10:00:00");
        return season;
    }

    private static void IsRight(SeasonScript season)
    {
        var (rules, state) = (season.Round.InForce, season.Round.State);
        foreach (var (at, step, owed) in season.Told)
        {
            var (day, time, purpose) = (BangkokTime.Date(at), BangkokTime.TimeOfDay(at), step.Notice!.Purpose);
            if (purpose is MailPurpose.ClosingNotice) continue;
            Assert.True(day <= rules.Framework.FinalDeadline.Date, $"{step.Key} on {day}");
            if (purpose is MailPurpose.AllIn or MailPurpose.Contribution) continue;
            Assert.True(HolidayCalendar.Thailand.IsWorkingDay(day) && time >= new TimeOnly(8, 30), $"{step.Key} at {at}");
            if (purpose is MailPurpose.Reminder) Assert.True(owed && day <= state.LastDayOf(step.Notice.Unit!.Value, rules), $"{step.Key} on {day}");
            if (purpose is MailPurpose.Overdue) Assert.True(owed && day > rules.Plan.InternalDeadline.Date, $"{step.Key} on {day}");
        }
        // One mail a step, queued and completed in one append; all of it a fold of the log.
        var entries = season.Round.Log.Select(bytes => RoundEntry.FromBytes(bytes)).ToList();
        Assert.Equal(season.Told.Select(t => MailId.Of(t.Step.Key, 1)), entries.Select(e => e.Event).OfType<MailQueued>().Select(m => m.Mail));
        foreach (var command in entries.GroupBy(e => e.Command))
        {
            Assert.InRange(command.Count(), 1, 100);
            if (command.Any(e => e.Event is MailQueued)) Assert.Equal([typeof(MailQueued), typeof(StepCompleted)], command.Select(e => e.Event.GetType()));
        }
        Assert.All(entries.Select(e => e.Event).OfType<StepCompleted>().CountBy(e => e.Step), s => Assert.Equal(1, s.Value));
        Assert.All(entries.Select(e => e.Event).OfType<MailSent>().CountBy(e => e.Mail), s => Assert.Equal(1, s.Value));
        var folded = season.Round.Log.Aggregate(RoundState.Empty, (before, bytes) => Evolve.Apply(before, bytes));
        Assert.Equal((state.Head, state.Steps.Count, state.Mails.Count), (folded.Head, folded.Steps.Count, folded.Mails.Count));
    }

    private static IEnumerable<string> ToldTo(SeasonScript season, string unit) =>
        season.Told.Where(t => t.Step.Notice is { Unit: { } told, Purpose: MailPurpose.Reminder or MailPurpose.Overdue } && told.Value == unit).Select(Shown);

    private static string Shown((DateTimeOffset At, Step Step, bool OwedSomething) told) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{BangkokTime.ToBangkok(told.At):yyyy-MM-dd HH:mm} {told.Step.Key}");
}
