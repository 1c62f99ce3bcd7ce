using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>How one kind of step is done. Doing a step twice, or in two processes at once, changes nothing.</summary>
internal interface IStepWork
{
    StepKind Kind { get; }

    /// <param name="round">The round in the state that made the step due.</param>
    /// <param name="step">Which.</param>
    /// <param name="by">Who has it done: the clock, or a person who didn't wait for it.</param>
    /// <returns>False if it is not to be done now, or by somebody else; it is looked at again at the next tick.</returns>
    Task<bool> DoAsync(OpenedRound round, Step step, Actor by, CancellationToken cancellationToken);
}
