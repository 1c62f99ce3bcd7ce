using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// The one way to a round's log: load the tail, decide, append, and on a conflict or a lost reply load and decide again. A
/// command keeps its id across attempts, so that an append that happened although its reply was lost is known as done.
/// Commands that wait at the same time are decided in turn and appended together.
/// </summary>
internal sealed class RoundLog(IEventLog events, IVaults vaults, TimeProvider clock)
{
    /// <summary>How often a store may fail one append.</summary>
    private const int MostFailures = 8;

    /// <summary>How often others may be first: each time one of them got on, and what is behind an append, such as a mail that has left, should not be for nothing.</summary>
    private const int MostConflicts = 30;

    private readonly ConcurrentDictionary<RoundId, RoundRoom> rooms = new();
    private readonly RoundRules rules = new(vaults);

    /// <summary>The one finder of rounds, by the text of a route, a path or a command.</summary>
    /// <returns>Null if the text is no id, or the round was never opened.</returns>
    public async Task<OpenedRound?> FindAsync(string round, CancellationToken cancellationToken) =>
        RoundId.TryParse(round, out var id) ? await FindAsync(id, null, cancellationToken) : null;

    /// <param name="asOf">Which events count, and so which rules; null for all.</param>
    /// <returns>Null if the round was not opened by then.</returns>
    public async Task<OpenedRound?> FindAsync(RoundId round, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var state = asOf is { } moment ? await LoadAsOfAsync(round, moment, cancellationToken) : await LoadAsync(round, cancellationToken);
        return state.Opened is null ? null : await AtAsync(round, state, cancellationToken);
    }

    /// <summary>The same for a list, in which a round that can't be read must not hide the others.</summary>
    /// <returns>The round, or why it can't be read; neither if it was never opened.</returns>
    public async Task<(OpenedRound? Round, Finding? Damage)> FindOrSayAsync(RoundId round, CancellationToken cancellationToken)
    {
        try
        {
            return (await FindAsync(round, null, cancellationToken), null);
        }
        catch (DamagedException damage)
        {
            return (null, damage.Finding);
        }
        catch (StorageUnavailableException waiting) when (waiting.Finding.Code == RoundServiceFindings.InPart.Code)
        {
            return (null, waiting.Finding);
        }
    }

    /// <summary>The round in a state that its log had.</summary>
    public async Task<OpenedRound> AtAsync(RoundId round, RoundState state, CancellationToken cancellationToken)
    {
        var revisions = ImmutableArray.CreateBuilder<AwardRules>(state.Rules.Count);
        foreach (var revision in state.Rules) revisions.Add(await rules.OfAsync(revision.Named, cancellationToken));
        return new(round, revisions.MoveToImmutable(), state, VaultOf(round));
    }

    /// <summary>The round as it is now; <see cref="RoundState.Empty"/> if it was never opened.</summary>
    /// <exception cref="DamagedException">One of its events can't be read.</exception>
    /// <exception cref="StorageUnavailableException">The store can't be read, or only part of the round has come.</exception>
    public async Task<RoundState> LoadAsync(RoundId round, CancellationToken cancellationToken)
    {
        if (rooms.TryGetValue(round, out var room)) return await CatchUpAsync(round, room, cancellationToken);
        var state = await FollowAsync(round, RoundState.Empty, cancellationToken);
        // What names nothing is not remembered: anybody can make up ids without end.
        return state.Opened is null ? state : RoomOf(round).See(state);
    }

    /// <summary>The newest state that was loaded of a round, without a look at the store; <see cref="RoundState.Empty"/> where none was.</summary>
    public RoundState Known(RoundId round) => rooms.TryGetValue(round, out var room) ? room.State : RoundState.Empty;

    /// <summary>The round as it was: events decided at or before a moment.</summary>
    public async Task<RoundState> LoadAsOfAsync(RoundId round, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await LoadAsync(round, cancellationToken); // of what has come in part there is no earlier state either
        var state = RoundState.Empty;
        await foreach (var stored in events.ReadAsync(StreamOf(round), 0, cancellationToken))
        {
            if (LoggedEvents.Read(round, stored).At > asOf) break;
            state = LoggedEvents.Apply(round, state, stored);
        }
        return state;
    }

    /// <summary>The entries of a round after one, in order, as far as a state has them.</summary>
    public async IAsyncEnumerable<(long Number, RoundEntry Entry)> EntriesAsync(
        OpenedRound round, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (after >= round.State.Sequence) yield break;
        await foreach (var stored in events.ReadAsync(StreamOf(round.Id), after, cancellationToken))
        {
            if (stored.Sequence > round.State.Sequence) yield break;
            yield return (stored.Sequence, LoggedEvents.Read(round.Id, stored));
        }
    }

    /// <summary>The round as it was right after a delivery.</summary>
    public Task<OpenedRound> RightAfterAsync(OpenedRound round, ReceiptNumber receipt, CancellationToken cancellationToken) =>
        RightAfterAsync(round, round.State.ReceiptSequences[receipt.Value - 1], cancellationToken);

    /// <summary>The round as it was right after each of its deliveries, in the order of receipts: the log is read once.</summary>
    public async IAsyncEnumerable<OpenedRound> RightAfterEachAsync(OpenedRound round, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = RoundState.Empty;
        await foreach (var stored in events.ReadAsync(StreamOf(round.Id), 0, cancellationToken))
        {
            if (stored.Sequence > round.State.Sequence) yield break;
            var before = state.Deliveries.Count;
            state = LoggedEvents.Apply(round.Id, state, stored);
            if (state.Deliveries.Count > before) yield return await AtAsync(round.Id, state, cancellationToken);
        }
    }

    /// <summary>The round as it was right after one of its events.</summary>
    /// <param name="last">Sequence of the event.</param>
    public async Task<OpenedRound> RightAfterAsync(OpenedRound round, long last, CancellationToken cancellationToken)
    {
        if (last == round.State.Sequence) return round;
        var state = RoundState.Empty;
        await foreach (var stored in events.ReadAsync(StreamOf(round.Id), 0, cancellationToken))
        {
            state = LoggedEvents.Apply(round.Id, state, stored);
            if (state.Sequence == last) break;
        }
        return await AtAsync(round.Id, state, cancellationToken);
    }

    /// <summary>Carries a command out.</summary>
    /// <param name="round">The round; it is decided under the rules that its log names then.</param>
    /// <param name="command">What is asked; its id tells a repetition from a new command.</param>
    /// <param name="actor">By whom.</param>
    /// <returns>What was decided, and the state after it.</returns>
    /// <exception cref="StorageUnavailableException">The store answered none of the attempts; whether anything was appended is unknown,
    /// and the same command can be given again.</exception>
    public async Task<(Decision Decision, RoundState State)> DecideAsync(RoundId round, RoundCommand command, Actor actor, CancellationToken cancellationToken)
    {
        var room = RoomOf(round);
        var waiting = room.Enter(new(command, actor, cancellationToken));
        await room.Gate.WaitAsync(cancellationToken);
        try
        {
            // Whoever comes through the gate does the work of all who wait behind it.
            while (!waiting.Answer.IsCompleted) await DecideAsync(round, room);
        }
        finally
        {
            room.Gate.Release();
        }
        return await waiting.Answer;
    }

    /// <summary>Opens the round of a plan; one that is open stays as it is.</summary>
    public async Task<(Decision Decision, RoundState State)> OpenAsync(AwardRules under, Actor actor, CancellationToken cancellationToken)
    {
        await rules.KeepAsync(under, cancellationToken);
        return await DecideAsync(under.Plan.Id, new OpenRound(Guid.NewGuid(), under), actor, cancellationToken);
    }

    /// <summary>Moves the round of a plan to other rules.</summary>
    public async Task<(Decision Decision, RoundState State)> ReviseAsync(AwardRules to, StatedText reason, Actor actor, CancellationToken cancellationToken)
    {
        await rules.KeepAsync(to, cancellationToken);
        await using var staged = new StagedContents(VaultOf(to.Plan.Id));
        var why = await staged.AddOwnAsync(reason.ToBytes(), cancellationToken);
        await staged.PromoteAsync(cancellationToken);
        return await DecideAsync(to.Plan.Id, new ReviseRules(Guid.NewGuid(), to, why), actor, cancellationToken);
    }

    /// <summary>Rounds that were opened, by id.</summary>
    public async Task<IReadOnlyList<RoundId>> ListAsync(CancellationToken cancellationToken)
    {
        var rounds = new List<RoundId>();
        string? page = null;
        do
        {
            var streams = await events.ListAsync(Kind + "/", page, cancellationToken);
            foreach (var stream in streams.Items)
                if (RoundId.TryParse(stream.Id, out var id)) rounds.Add(id);
            page = streams.Next;
        }
        while (page is not null);
        return rounds;
    }

    /// <summary>The vault of a round.</summary>
    public IVault VaultOf(RoundId round) => vaults.Of(StreamOf(round));

    private const string Kind = "round";

    public static StreamId StreamOf(RoundId round) => StreamId.Of(Kind, round.Value);

    /// <returns>Null for a stream that is no round's.</returns>
    public static RoundId? RoundOf(StreamId stream) => stream.Kind == Kind && RoundId.TryParse(stream.Id, out var round) ? round : null;

    private RoundRoom RoomOf(RoundId round) => rooms.GetOrAdd(round, static _ => new RoundRoom());

    /// <summary>Decides and appends for those who wait. Belongs to no one request: it is not cancelled with any.</summary>
    private async Task DecideAsync(RoundId round, RoundRoom room)
    {
        for (var waiting = room.TakeWaiting(); waiting.Count > 0;) waiting = waiting[await DecideAsync(round, room, waiting)..];
    }

    /// <returns>How many of them were answered: those whose events go into one append.</returns>
    private async Task<int> DecideAsync(RoundId round, RoundRoom room, List<WaitingCommand> waiting)
    {
        for (int failures = 0, conflicts = 0; ;)
        {
            try
            {
                var first = await CatchUpAsync(round, room, CancellationToken.None);
                var inForce = first.Rules.IsEmpty ? null : await rules.OfAsync(first.Rules[^1].Named, CancellationToken.None);
                var (last, bytes, decided) = DecideInTurn(first, inForce, waiting);
                if (bytes.Count == 0
                    || await events.AppendAsync(StreamOf(round), first.Sequence, new EventBatch(bytes), CancellationToken.None) is AppendResult.Ok)
                {
                    room.See(last);
                    waiting[..decided].ForEach(w => w.Tell());
                    return decided;
                }
                conflicts++;
            }
            catch (Exception failure) when (++failures < MostFailures && failure is (StorageUnavailableException or IOException))
            {
                // The reply may be lost and the append done: the next round of the loop finds out.
            }
            catch (Exception failure)
            {
                waiting.ForEach(w => w.Fail(failure));
                return waiting.Count;
            }
            if (conflicts == MostConflicts)
            {
                waiting.ForEach(w => w.Fail(new StorageUnavailableException(RoundServiceFindings.Busy.At(Place.Nowhere))));
                return waiting.Count;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 << Math.Min(failures + conflicts, 6))), clock);
        }
    }

    /// <summary>As many of them, in their order, as one append has room for.</summary>
    private (RoundState State, List<ReadOnlyMemory<byte>> Bytes, int Decided) DecideInTurn(RoundState state, AwardRules? inForce, List<WaitingCommand> waiting)
    {
        var (bytes, size) = (new List<ReadOnlyMemory<byte>>(), 0L);
        foreach (var (i, one) in waiting.Index())
        {
            var entries = one.Decide(state, inForce, clock.GetUtcNow());
            size += entries.Sum(e => (long)e.Length);
            if (i > 0 && (bytes.Count + entries.Count > EventBatch.MostEvents || size > EventBatch.MostBytes)) return (state, bytes, i);
            foreach (var entry in entries)
            {
                bytes.Add(entry);
                state = Evolve.Apply(state, entry.Span);
            }
            one.Decided(state);
        }
        return (state, bytes, waiting.Count);
    }

    private async Task<RoundState> CatchUpAsync(RoundId round, RoundRoom room, CancellationToken cancellationToken) =>
        room.See(await FollowAsync(round, room.State, cancellationToken));

    private async Task<RoundState> FollowAsync(RoundId round, RoundState state, CancellationToken cancellationToken)
    {
        var before = state.Sequence;
        await foreach (var stored in events.ReadAsync(StreamOf(round), before, cancellationToken))
            state = LoggedEvents.Apply(round, state, stored);
        // What others appended may be the beginning of an import: to go on from there would keep the rest out for ever.
        return state.Sequence > before && await Arrival.IsPartAsync(events, StreamOf(round), state.Sequence, state.Head, cancellationToken)
            ? throw InPart(round, state.Sequence)
            : state;
    }

    private static StorageUnavailableException InPart(RoundId round, long sequence) =>
        new(RoundServiceFindings.InPart.At(Place.Nowhere, round.Value, ThaiNumerals.Number(sequence)));
}
