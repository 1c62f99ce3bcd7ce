using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>What a round's log promises, on any store.</summary>
public abstract class RoundLogContract : StorageContract
{
    private static readonly RoundId Round = RoundId.Parse("46-dla-2567");
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    [Fact]
    public async Task FiftyDeliveriesAtOnce_FromTwoProcesses_AreNumberedWithoutGap()
    {
        // Two adapters over one store stand for two processes: neither sees the other's queue.
        RoundLog[] processes = [Log(), Log()];
        await processes[0].OpenAsync(Rules, Actor.Local, Token);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => processes[i % 2].DecideAsync(Round, Delivery($"k{i}"), Actor.Local, Token))));
        Assert.All(answers, a => Assert.IsType<Accept>(a.Decision));
        var state = await Log().LoadAsync(Round, Token);
        Assert.Equal(Enumerable.Range(1, 50), state.Deliveries.Select(d => d.Receipt.Value));
        Assert.Equal(50, state.Keys.Count);
    }

    [Fact]
    public async Task CommandsThatWait_WithMoreEventsThanOneAppendTakes_AreAppendedInSeveral()
    {
        var log = Log();
        await log.OpenAsync(Rules, Actor.Local, Token);
        var prepared = Enumerable.Range(0, 8).Select(n => new PrepareMails(
            Guid.NewGuid(), [.. Enumerable.Range(1, 40).Select(i => new MailToQueue(MailId.Of($"batch-{n}", i), MailPurpose.Forms, Hash("eml")))]));
        var answers = await Task.WhenAll(prepared.Select(command => Task.Run(() => log.DecideAsync(Round, command, Actor.Local, Token))));
        Assert.All(answers, a => Assert.IsType<Accept>(a.Decision));
        Assert.Equal(8 * 40, (await Log().LoadAsync(Round, Token)).Mails.Count);
    }

    [Fact]
    public async Task CommandsThatWait_AreDecidedInTurn_AndAppendedTogether()
    {
        await Log().OpenAsync(Rules, Actor.Local, Token);
        var (appends, first, go) = (0, new TaskCompletionSource(), new TaskCompletionSource());
        var log = Log(new Faults((operation, _) => operation == nameof(IEventLog.AppendAsync) && Interlocked.Increment(ref appends) == 1 ? Fault.Slow : Fault.None)
        {
            Delay = _ =>
            {
                first.SetResult();
                return go.Task;
            },
        });
        var answers = new List<Task<(Decision Decision, RoundState State)>> { log.DecideAsync(Round, Delivery("k0"), Actor.Local, Token) };
        await first.Task;
        for (var i = 1; i <= 10; i++) answers.Add(log.DecideAsync(Round, Delivery($"k{i}"), Actor.Local, Token));
        answers.Add(log.DecideAsync(Round, Delivery("k10"), Actor.Local, Token)); // the same delivery again
        using var gone = new CancellationTokenSource();
        var withdrawn = log.DecideAsync(Round, Delivery("withdrawn"), Actor.Local, gone.Token);
        await gone.CancelAsync();
        go.SetResult();
        var decided = await Task.WhenAll(answers);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => withdrawn);
        Assert.Equal(2, appends);
        Assert.Equal(Enumerable.Range(1, 11), decided[..11].Select(d => d.State.Deliveries.Count));
        Assert.Equal(new Already(new ReceiptNumber(11)), decided[11].Decision);
        Assert.Equal(Enumerable.Range(0, 11).Select(i => Hash($"k{i}")), (await Log().LoadAsync(Round, Token)).Deliveries.Select(d => d.Key));
    }

    [Fact]
    public async Task CommandsThatWait_BehindARevisionOfTheRules_AreDecidedUnderTheNewOnes()
    {
        await Log().OpenAsync(Rules, Actor.Local, Token);
        var later = AwardRules.Of(Rules.Framework, Rules.Plan with { Revision = Rules.Plan.Revision + 1, Hosting = [.. Rules.Plan.Hosting.Select(h => h with { Hosts = h.Hosts.Remove(UnitCode.Parse("4602")) })] }).Value!;
        var (first, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var log = Log(new Faults((operation, _) => operation == nameof(IEventLog.AppendAsync) && first.TrySetResult() ? Fault.Slow : Fault.None) { Delay = _ => go.Task });
        var before = log.DecideAsync(Round, new RefuseDelivery(Guid.NewGuid(), DeliveryChannel.Upload, UnitCode.Parse("4602"), default, [], []), Actor.Local, Token);
        await first.Task;
        Assert.True(StatedTexts.TryState("why", out var why));
        var revised = log.ReviseAsync(later, why, Actor.Local, Token);
        var after = Task.Run(async () =>
        {
            await revised; // the queue is first in, first out
            return await log.DecideAsync(Round, Delivery("k"), Actor.Local, Token);
        });
        go.SetResult();
        Assert.IsType<Accept>((await before).Decision);
        Assert.Equal("KAL5004", Assert.Single(Assert.IsType<Refuse>((await after).Decision).Findings).Code);
        Assert.Equal(later.Plan.Revision, (await Log().FindAsync(Round, null, Token))!.Rules.Plan.Revision);
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Conflict)]
    [InlineData(Fault.Slow)]
    public async Task Fault_AtTheAppend_LosesAndDoublesNothing(object fault)
    {
        await Log().OpenAsync(Rules, Actor.Local, Token);
        var log = Log(Faults.Of(nameof(IEventLog.AppendAsync), (Fault)fault));
        var (decision, state) = await log.DecideAsync(Round, Delivery("k"), Actor.Local, Token);
        Assert.True(decision is Accept or Already { Receipt.Value: 1 }, decision.ToString());
        Assert.Single(state.Deliveries);
        Assert.Single((await Log().LoadAsync(Round, Token)).Deliveries);
    }

    [Fact]
    public async Task Faults_AtRandom_KeepEveryAcknowledgedReceipt()
    {
        await Log().OpenAsync(Rules, Actor.Local, Token);
        var log = Log(Faults.Random(20240515, 3, Fault.Before, Fault.After, Fault.Conflict));
        var acknowledged = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            try
            {
                var (decision, _) = await log.DecideAsync(Round, Delivery($"k{i}"), Actor.Local, Token);
                if (decision is Accept or Already) acknowledged.Add($"k{i}");
            }
            catch (StorageUnavailableException)
            {
                // Not acknowledged: may or may not be recorded, and the sender sends again.
            }
        }
        Assert.NotEmpty(acknowledged);
        var state = await Log().LoadAsync(Round, Token);
        Assert.All(acknowledged, key => Assert.True(state.Keys.ContainsKey(Hash(key))));
        Assert.Equal(Enumerable.Range(1, state.Deliveries.Count), state.Deliveries.Select(d => d.Receipt.Value));
    }

    /// <summary>Commands carry whole registers.</summary>
    [Fact]
    public async Task Commands_ThatWereAnswered_AreLetGo()
    {
        var log = Log();
        await log.OpenAsync(Rules, Actor.Local, Token);
        var answered = new List<WeakReference>();
        for (var i = 0; i < 3; i++) answered.Add(await AnswerAsync($"k{i}"));
        await log.DecideAsync(Round, Delivery("last"), Actor.Local, Token); // whoever answered the one before has returned by now
        GC.Collect();
        Assert.DoesNotContain(answered, command => command.IsAlive);
        Assert.Equal(4, (await log.LoadAsync(Round, Token)).Deliveries.Count);

        async Task<WeakReference> AnswerAsync(string key)
        {
            var command = Delivery(key);
            await log.DecideAsync(Round, command, Actor.Local, Token);
            return new(command);
        }
    }

    [Fact]
    public async Task Store_ThatNeverAnswers_IsGivenUpWithAFinding()
    {
        var log = Log(new Faults((_, _) => Fault.Before));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => log.LoadAsync(Round, Token));
        var conflicts = Log(new Faults((operation, _) => operation == nameof(IEventLog.AppendAsync) ? Fault.Conflict : Fault.None));
        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => conflicts.OpenAsync(Rules, Actor.Local, Token));
        Assert.Equal("KAL7301", failure.Finding.Code);
    }

    [Fact]
    public async Task AsOf_CountsOnlyWhatWasDecidedUntilThen()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2024, 5, 10, 2, 0, 0, TimeSpan.Zero));
        var storage = Store.Open();
        var log = new RoundLog(storage.Log, storage.Vaults, clock);
        await log.OpenAsync(Rules, Actor.Local, Token);
        await log.DecideAsync(Round, Delivery("a"), Actor.Local, Token);
        var between = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromDays(1));
        await log.DecideAsync(Round, Delivery("b"), Actor.Local, Token);
        Assert.Single((await log.LoadAsOfAsync(Round, between, Token)).Deliveries);
        Assert.Equal(2, (await log.LoadAsOfAsync(Round, clock.GetUtcNow(), Token)).Deliveries.Count);
    }

    private RoundLog Log(Faults? faults = null)
    {
        var storage = Store.Open();
        return new(faults is null ? storage.Log : new FaultyEventLog(storage.Log, faults), storage.Vaults, TimeProvider.System);
    }

    private static ContentHash Hash(string text) => ContentHash.Of(Encoding.UTF8.GetBytes(text));

    private static ReceiveDelivery Delivery(string key) => new(
        Guid.NewGuid(), DeliveryChannel.Upload, UnitCode.Parse("4602"), new(2024, 5, 10, 9, 0, 0, TimeSpan.FromHours(7)), Hash(key), Hash("body" + key),
        [new(FileKind.Workbook, 1, Hash("file"))],
        [new(new(UnitCode.Parse("4602"), IndicatorNumber.Parse("3"), ReturnStatus.Reported), Hash("content" + key))], new(0, 0, 0), Hash("details"));
}
