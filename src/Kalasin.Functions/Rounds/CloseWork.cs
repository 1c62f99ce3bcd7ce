using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>Closes the internal deadline.</summary>
internal sealed class CloseWork(RoundLog log) : IStepWork
{
    public StepKind Kind => StepKind.Close;

    public async Task<bool> DoAsync(OpenedRound round, Step step, Actor by, CancellationToken cancellationToken) =>
        (await log.DecideAsync(round.Id, new CloseInternalDeadline(Guid.NewGuid()), by, cancellationToken)).Decision is not Refuse;
}
