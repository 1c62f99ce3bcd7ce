using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>Where commands to one round wait for their turn, and what was last known of it.</summary>
internal sealed class RoundRoom
{
    /// <summary>Most commands that are decided together.</summary>
    private const int Most = 16;

    // A ConcurrentQueue that was ever peeked into would hold on to what left it, and commands carry whole registers.
    private readonly Queue<WaitingCommand> queue = new();
    private readonly Lock seeing = new();

    public SemaphoreSlim Gate { get; } = new(1);

    public RoundState State { get; private set; } = RoundState.Empty;

    public WaitingCommand Enter(WaitingCommand waiting)
    {
        lock (queue) queue.Enqueue(waiting);
        return waiting;
    }

    /// <summary>The next commands, in the order they came; those whose sender has gone are left out.</summary>
    public List<WaitingCommand> TakeWaiting()
    {
        var taken = new List<WaitingCommand>();
        // What changes the rules is decided by itself: those behind it are decided under the new ones.
        lock (queue)
            while (taken.Count < Most && queue.TryPeek(out var next) && (taken.Count == 0 || !next.ChangesRules))
            {
                queue.Dequeue();
                if (next.IsWithdrawn()) continue;
                taken.Add(next);
                if (next.ChangesRules) break;
            }
        return taken;
    }

    /// <summary>Remembers a state unless a newer one is known.</summary>
    /// <returns>The newest that is known.</returns>
    public RoundState See(RoundState state)
    {
        lock (seeing) return state.Sequence > State.Sequence ? State = state : State;
    }
}

/// <summary>A command on its way through the gate of its round.</summary>
internal sealed class WaitingCommand(RoundCommand command, Actor actor, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<(Decision, RoundState)> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? bug;
    private Decision? decision;
    private RoundState? after;

    /// <summary>What was decided and the state after it; complete only when it is in the log.</summary>
    public Task<(Decision Decision, RoundState State)> Answer => answer.Task;

    public bool ChangesRules => command is OpenRound or ReviseRules;

    public bool IsWithdrawn() => cancellationToken.IsCancellationRequested && answer.TrySetCanceled(cancellationToken);

    /// <returns>The entries to append, as stored.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>> Decide(RoundState state, AwardRules? rules, DateTimeOffset now)
    {
        (bug, decision) = (null, null);
        try
        {
            decision = Evaluation.Rounds.Decide.On(state, rules, command, now, actor);
            return decision is Accept accept ? [.. accept.Entries.Select(e => (ReadOnlyMemory<byte>)e.ToBytes())] : [];
        }
        catch (Exception thrown)
        {
            bug = thrown; // of this command; the others go on
            return [];
        }
    }

    public void Decided(RoundState state) => after = state;

    /// <summary>Tells the sender, now that it is in the log.</summary>
    public void Tell()
    {
        if (bug is not null) answer.TrySetException(bug);
        else answer.TrySetResult((decision!, after!));
    }

    public void Fail(Exception failure) => answer.TrySetException(failure);
}
