using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>A round over a season, in which the clock does what is due as the host does it, and everything that is told is noted.</summary>
internal sealed class SeasonScript
{
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Action, DateTimeOffset> planned = new();

    /// <summary>Kalasin's plan, in which every unit has an address.</summary>
    public static AwardRules Rules { get; } = RoundScript.Revised(RoundScript.Rules.Plan with
    {
        Units = [.. RoundScript.Rules.Plan.Units.Select(u => u with { Email = $"{u.Code.Value.ToLowerInvariant()}@kalasin.example.go.th" })],
    });

    public SeasonScript(AwardRules? rules = null)
    {
        Round = new() { InForce = rules ?? Rules, Now = Start };
        Assert.IsType<Accept>(Round.Give(new OpenRound(Guid.NewGuid(), Round.InForce)));
    }

    public static DateTimeOffset Start { get; } = RoundScript.At("2024-04-01T00:00:00+07:00");

    public static DateTimeOffset End { get; } = RoundScript.At("2024-07-01T00:00:00+07:00");

    public RoundScript Round { get; }

    /// <summary>What was told, when, and what the unit owed then.</summary>
    public List<(DateTimeOffset At, Step Step, bool OwedSomething)> Told { get; } = [];

    public List<(DateTimeOffset At, Step Step)> Done { get; } = [];

    /// <summary>Instances that tick at the same moment and see the same state.</summary>
    public int Clocks { get; init; } = 1;

    /// <summary>Whether whoever ticks dies now, between two writes. Default: never.</summary>
    public Func<bool> Dies { get; init; } = () => false;

    /// <summary>Something that people do at a moment.</summary>
    public void On(string at, Action<RoundScript> what) => planned.Enqueue(() => what(Round), RoundScript.At(at + "+07:00"));

    /// <summary>A unit sends everything that it is asked for.</summary>
    public void Delivers(string unit, string at) => On(at, round =>
    {
        var returns = Rules.IndicatorsOf(UnitCode.Parse(unit)).Select(i => (i.Number.Value, $"{unit} {at}")).ToArray();
        Assert.IsType<Accept>(round.Give(RoundScript.Delivery(unit, $"{unit} {at}", returns) with { ReceivedAt = round.Now }));
    });

    /// <summary>Time passes.</summary>
    /// <param name="until">How long.</param>
    /// <param name="next">The moment of the tick after one; the clock of a machine may jump.</param>
    public SeasonScript Run(DateTimeOffset until, Func<DateTimeOffset, DateTimeOffset> next)
    {
        for (var now = Start; now < until; now = next(now)) Tick(now);
        return this;
    }

    public void Tick(DateTimeOffset now)
    {
        while (planned.TryPeek(out var what, out var at) && at <= now)
        {
            planned.Dequeue();
            Round.Now = at;
            what();
        }
        Round.Now = now;
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while (Schedule.Due(Round.State, Round.InForce, now).FirstOrDefault(s => !tried.Contains(s.Key)) is { } step)
        {
            Assert.True(tried.Add(step.Key) && tried.Count < 400, "There is no end to what is due.");
            var before = Round.State;
            for (var clock = 0; clock < Clocks; clock++)
            {
                if (!Do(before, step)) return;
            }
        }
    }

    /// <returns>False where whoever did it has died.</returns>
    private bool Do(RoundState seen, Step step)
    {
        switch (step.Kind)
        {
            case StepKind.Close: return Takes(step, new CloseInternalDeadline(Guid.NewGuid()));
            case StepKind.Compile:
                return Takes(step, new RecordReport(Guid.NewGuid(), step.Key, seen.Sequence,
                    [.. Enum.GetValues<Edition>().Select(e => new CompiledEdition(e, RoundScript.Hash($"{e} {step.Key}"), RoundScript.Hash($"{e} {step.Key} pdf")))]));
            case StepKind.SendMail:
                var id = seen.Outbox.Single(m => m.Step == step.Key).Id;
                if (Round.Give(new AttemptMail(Guid.NewGuid(), id), Actor.Clock) is not Accept) return true;
                if (Dies()) return false;
                Round.Give(new ConfirmMail(Guid.NewGuid(), id), Actor.Clock);
                return !Dies();
            default:
                var notice = step.Notice!;
                var owes = notice.Unit is not { } unit || Owed.Of(RoundStatus.CellsOf(Round.State, Round.InForce, unit)).HoldsResultsUp;
                var known = done.Contains(step.Key);
                var goesOn = Takes(step, new CompleteStep(Guid.NewGuid(), step.Key, [new(MailId.Of(step.Key, 1), notice.Purpose, RoundScript.Hash(step.Key)) { Unit = notice.Unit }]));
                if (!known && done.Contains(step.Key)) Told.Add((Round.Now, step, owes));
                return goesOn;
        }
    }

    private bool Takes(Step step, RoundCommand command)
    {
        if (Dies()) return false;
        if (Round.Give(command, Actor.Clock) is Accept)
        {
            Assert.True(done.Add(step.Key), $"{step.Key} was done twice.");
            Done.Add((Round.Now, step));
        }
        return !Dies();
    }
}
