using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.ExceptionServices;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Does what is due in a round. A step that fails keeps no other waiting and is tried again at the next tick. Running it twice, or
/// in two processes at once, changes nothing.
/// </summary>
internal sealed partial class TickService(RoundLog log, IEnumerable<IStepWork> works, Instruments instruments, TimeProvider clock, ILogger<TickService> logger)
{
    /// <summary>
    /// Most steps of one run: on a day a mail to each unit and its sending, several times over. A state that makes steps due without end is a bug
    /// and is stopped here.
    /// </summary>
    private const int Most = 500;

    private readonly ConcurrentDictionary<(RoundId Round, StepKind Kind), DateTimeOffset> _running = new();
    private readonly FrozenDictionary<StepKind, IStepWork> _works = works.ToFrozenDictionary(work => work.Kind);

    /// <summary>Since when this process is at a step of a kind in a round; null where it isn't. Others' work it can't see.</summary>
    public DateTimeOffset? RunningSince(RoundId round, StepKind kind) => _running.TryGetValue((round, kind), out var since) ? since : null;

    /// <summary>All that is due.</summary>
    /// <inheritdoc cref="RunAsync(RoundId, Func{Step, bool}, Actor, CancellationToken)"/>
    public Task<IReadOnlyList<Step>> RunAsync(RoundId round, CancellationToken cancellationToken) => RunAsync(round, _ => true, Actor.Clock, cancellationToken);

    /// <param name="round">The round.</param>
    /// <param name="wanted">Which of the steps that are due.</param>
    /// <param name="by">Who has them done; the log says so.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>The steps that were done.</returns>
    /// <exception cref="Exception">Whatever went wrong first, after every step was tried.</exception>
    public async Task<IReadOnlyList<Step>> RunAsync(RoundId round, Func<Step, bool> wanted, Actor by, CancellationToken cancellationToken)
    {
        var (done, tried, first) = (new List<Step>(), new HashSet<string>(StringComparer.Ordinal), (Exception?)null);
        // What is due is asked anew after each step, since one makes others due.
        while (tried.Count < Most && await log.FindAsync(round, null, cancellationToken) is { } opened
            && Schedule.Due(opened.State, opened.Rules, clock.GetUtcNow()).FirstOrDefault(due => !tried.Contains(due.Key) && wanted(due)) is { } step)
        {
            tried.Add(step.Key);
            _running[(round, step.Kind)] = clock.GetUtcNow();
            try
            {
                if (await instruments.StepAsync(round.Value, step.Kind, () => _works[step.Kind].DoAsync(opened, step, by, cancellationToken))) done.Add(step);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(logger, failure, round.Value, step.Key);
                first ??= failure;
            }
            finally
            {
                _running.TryRemove((round, step.Kind), out _);
            }
        }
        if (first is not null) ExceptionDispatchInfo.Throw(first);
        return done;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The step {Step} of {Round} could not be done")]
    private static partial void Failed(ILogger logger, Exception failure, string round, string step);
}
