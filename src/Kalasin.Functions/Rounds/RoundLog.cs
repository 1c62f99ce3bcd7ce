using System.Collections.Concurrent;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
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
    private const int Attempts = 8;

    private readonly ConcurrentDictionary<RoundId, RoundRoom> rooms = new();

    /// <summary>The round as it is now; <see cref="RoundState.Empty"/> if it was never opened.</summary>
    public Task<RoundState> LoadAsync(RoundId round, CancellationToken cancellationToken) => CatchUpAsync(round, RoomOf(round), cancellationToken);

    /// <summary>The round as it was: events decided at or before a moment.</summary>
    public async Task<RoundState> LoadAsOfAsync(RoundId round, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var state = RoundState.Empty;
        await foreach (var stored in events.ReadAsync(StreamOf(round), 0, cancellationToken))
        {
            if (RoundEntry.FromBytes(stored.Bytes.Span).At > asOf) break;
            state = Evolve.Apply(state, stored.Bytes.Span);
        }
        return state;
    }

    /// <summary>Carries a command out.</summary>
    /// <param name="round">The round.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="command">What is asked; its id tells a repetition from a new command.</param>
    /// <param name="actor">By whom.</param>
    /// <returns>What was decided, and the state after it.</returns>
    /// <exception cref="StorageUnavailableException">The store answered none of the attempts; whether anything was appended is unknown, and the same command can be given again.</exception>
    public async Task<(Decision Decision, RoundState State)> DecideAsync(RoundId round, AwardRules rules, Command command, Actor actor, CancellationToken cancellationToken)
    {
        var room = RoomOf(round);
        var waiting = room.Enter(new(rules, command, actor, cancellationToken));
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

    /// <summary>Opens the round under rules that are named by their hashes; opening it again changes nothing.</summary>
    public Task<(Decision Decision, RoundState State)> OpenAsync(RoundId round, AwardRules rules, Actor actor, CancellationToken cancellationToken) =>
        DecideAsync(round, rules, new OpenRound(Guid.NewGuid(), RulesWriter.HashOf(rules.Framework), RulesWriter.HashOf(rules.Plan)), actor, cancellationToken);

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

    private static StreamId StreamOf(RoundId round) => StreamId.Of(Kind, round.Value);

    private RoundRoom RoomOf(RoundId round) => rooms.GetOrAdd(round, static _ => new RoundRoom());

    /// <summary>Decides and appends for those who wait. Belongs to no one request: it is not cancelled with any.</summary>
    private async Task DecideAsync(RoundId round, RoundRoom room)
    {
        var waiting = room.TakeWaiting();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var first = await CatchUpAsync(round, room, CancellationToken.None);
                var (last, bytes) = DecideInTurn(first, waiting);
                if (bytes.Count == 0 || await events.AppendAsync(StreamOf(round), first.Sequence, new EventBatch(bytes), CancellationToken.None) is AppendResult.Ok)
                {
                    room.See(last);
                    waiting.ForEach(w => w.Tell());
                    return;
                }
            }
            catch (Exception failure) when (attempt < Attempts && failure is (StorageUnavailableException or IOException))
            {
                // The reply may be lost and the append done: the next round of the loop finds out.
            }
            catch (Exception failure)
            {
                waiting.ForEach(w => w.Fail(failure));
                return;
            }
            if (attempt == Attempts)
            {
                waiting.ForEach(w => w.Fail(new StorageUnavailableException(RoundServiceFindings.Busy.At(Place.Nowhere))));
                return;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 << attempt)), clock);
        }
    }

    private (RoundState State, List<ReadOnlyMemory<byte>> Bytes) DecideInTurn(RoundState state, List<WaitingCommand> waiting)
    {
        var bytes = new List<ReadOnlyMemory<byte>>();
        foreach (var one in waiting)
        {
            foreach (var entry in one.Decide(state, clock.GetUtcNow()))
            {
                bytes.Add(entry);
                state = Evolve.Apply(state, entry.Span);
            }
            one.Decided(state);
        }
        return (state, bytes);
    }

    private async Task<RoundState> CatchUpAsync(RoundId round, RoundRoom room, CancellationToken cancellationToken)
    {
        var state = room.State;
        await foreach (var stored in events.ReadAsync(StreamOf(round), state.Sequence, cancellationToken))
            state = Evolve.Apply(state, stored.Bytes.Span);
        return room.See(state);
    }
}
