using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Pages;
using Kalasin.Functions.Tests.Season;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>What is next, by what the log says: as a table of states, and through a round that is played to its dispatch.</summary>
public sealed class SeasonStepsTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly DateTimeOffset Now = BangkokTime.At(new(2024, 5, 10), new(9, 0));
    private static readonly Ruled By = new(1, Now, Actor.Local, null);

    public static TheoryData<string, SeasonStepKind> Table => new()
    {
        { "opened", SeasonStepKind.Forms },
        { "linked", SeasonStepKind.Returns },
        { "held", SeasonStepKind.Forms },
        { "closed", SeasonStepKind.Choices },
        { "chosen", SeasonStepKind.Report },
        { "numbered early", SeasonStepKind.Choices },
        { "ordered", SeasonStepKind.Dispatch },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Next_IsTheFirstThatOthersWaitFor(string name, SeasonStepKind next)
    {
        var steps = SeasonSteps.Of(StateOf(name), Rules, Now);
        Assert.Equal(next, steps.Single(s => s.Standing == StepStanding.Next).Kind);
        Assert.Equal(Enum.GetValues<SeasonStepKind>().Except([SeasonStepKind.Judging]), steps.Select(s => s.Kind)); // judges score nothing here
        Assert.All(steps, s => Assert.NotEqual("", s.Fact.Thai));
    }

    [Fact]
    public void BeforeNext_NothingIsAhead_AndAfterItNothingButWhatIsDoneAlreadyIsDone()
    {
        foreach (var name in Table.Select(row => row.Data.Item1))
        {
            var steps = SeasonSteps.Of(StateOf(name), Rules, Now);
            if (steps.FirstOrDefault(s => s.Standing == StepStanding.Next) is not { } next) continue;
            Assert.DoesNotContain(steps.Where(s => s.Kind < next.Kind), s => s.Standing == StepStanding.Ahead);
        }
        Assert.Equal(StepStanding.Done, Standing("numbered early", SeasonStepKind.Letter));
        Assert.Equal(StepStanding.Open, Standing("opened", SeasonStepKind.Addresses));
        Assert.Equal(StepStanding.Ahead, Standing("opened", SeasonStepKind.Dispatch));
    }

    [Fact]
    public void Matters_AskedOfAWholeUnit_AreOneEach()
    {
        var unit = Rules.Plan.Units.First(u => Rules.AskedOf(u.Code).Skip(1).Any()).Code;
        var asked = RoundState.Empty with
        {
            Questions = RoundState.Empty.Questions.Add(7, new(By, unit, null)),
            Corrections = RoundState.Empty.Corrections.Add(8, new(By, unit, null, new(2024, 5, 20))),
        };
        Assert.Equal("2 are open", SeasonSteps.Of(asked, Rules, Now).Single(s => s.Kind == SeasonStepKind.Matters).Fact.English);
    }

    [Fact]
    public async Task Played_EachStepFollowsTheLast()
    {
        await using var round = await SigningRound.StartAsync();
        Assert.Equal(SeasonStepKind.Choices, await NextAsync(round));
        foreach (var choice in (await round.FindAsync()).Rules.Plan.OpenChoices) await round.DecideAsync(new { kind = "makeChoice", choice = choice.Id, text = "x" });
        Assert.Equal(SeasonStepKind.Report, await NextAsync(round));
        await round.TickAsync();
        Assert.Equal(SeasonStepKind.Request, await NextAsync(round));
        await round.TakeAsync(round.Coordinator, "requestSignature");
        Assert.Equal(SeasonStepKind.Approval, await NextAsync(round));
        await round.TakeAsync(round.Head, "returnReport", ("reason", "โปรดตรวจอีกครั้ง"));
        Assert.Equal(SeasonStepKind.Request, await NextAsync(round));
        await round.TakeAsync(round.Coordinator, "requestSignature", ("reason", "ตรวจแล้ว"));
        await round.TakeAsync(round.Head, "approveReport");
        Assert.Equal(SeasonStepKind.Letter, await NextAsync(round));
        await round.TakeAsync(round.Coordinator, "numberLetter", ("number", "กส ๐๐๒๓.๑/๑๒๓๔"), ("on", "2024-05-20"));
        Assert.Equal(SeasonStepKind.SignedCopy, await NextAsync(round));
        using var attached = await round.AttachAsync(await round.ScanAsync(SignedPaper.Letter), "");
        Assert.Equal(SeasonStepKind.Recipient, await NextAsync(round));
        await round.TakeAsync(round.Coordinator, "confirmAddress", ("reason", "โทรสอบถามแล้ว"));
        Assert.Equal(SeasonStepKind.Dispatch, await NextAsync(round));
        // What comes late makes what was approved out of date.
        await round.SendAsync("4604");
        Assert.Equal(SeasonStepKind.Report, await NextAsync(round));
    }

    private static ReportCompiled Compiled => new(Edition.Official, Rules.Framework.Revision, Rules.Plan.Revision, [], default, default);

    private static async Task<SeasonStepKind?> NextAsync(SigningRound round)
    {
        var found = await round.FindAsync();
        return SeasonSteps.Of(found.State, found.Rules, BangkokTime.At(new(2024, 5, 20), new(12, 0))).SingleOrDefault(s => s.Standing == StepStanding.Next)?.Kind;
    }

    private static StepStanding Standing(string name, SeasonStepKind kind) => SeasonSteps.Of(StateOf(name), Rules, Now).Single(s => s.Kind == kind).Standing;

    private static RoundState StateOf(string name)
    {
        var linked = RoundState.Empty with
        {
            Links = RoundState.Empty.Links.AddRange(Rules.Plan.Units.Select((u, i) =>
                KeyValuePair.Create((long)i + 1, new IssuedLink(i + 1, LinkPurpose.Unit, u.Code, default, By, Now.AddDays(90))))),
        };
        var closed = linked with { Closed = new InternalDeadlineClosed([]), ClosedAt = Now };
        var chosen = closed with { Choices = closed.Choices.AddRange(Rules.Plan.OpenChoices.Select(c => KeyValuePair.Create(c.Id, By))) };
        return name switch
        {
            "opened" => RoundState.Empty,
            "linked" => linked,
            "held" => linked with { Batches = linked.Batches.Add(7, new(By, MailPurpose.Forms, 24)) },
            "closed" => closed,
            "chosen" => chosen,
            "numbered early" => closed with { Letter = new(By, new(2024, 5, 20), null) },
            "ordered" => chosen with
            {
                Letter = new(By, new(2024, 5, 20), null), Reports = chosen.Reports.Add(Edition.Official, Compiled), Dispatch = new(By, Compiled, default, null),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }
}
