using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Rounds;

/// <summary>Does what is due in a round, in order. Running it twice, or in two processes at once, changes nothing.</summary>
internal sealed class TickService(RoundLog log, ResultsService results, Instruments instruments, TimeProvider clock)
{
    /// <summary>Most steps of one run; a state that makes steps due without end is a bug and is stopped here.</summary>
    private const int Most = 20;

    /// <returns>The steps that were done.</returns>
    public async Task<IReadOnlyList<Step>> RunAsync(RoundId round, CancellationToken cancellationToken)
    {
        var done = new List<Step>();
        while (done.Count < Most && await log.FindAsync(round, null, cancellationToken) is { } opened)
        {
            if (Schedule.Due(opened.State, opened.Rules, clock.GetUtcNow()) is not [var step, ..]) break;
            if (!await instruments.StepAsync(round.Value, step.Kind, () => DoAsync(opened, step, cancellationToken))) break;
            done.Add(step);
        }
        return done;
    }

    private async Task<bool> DoAsync(OpenedRound round, Step step, CancellationToken cancellationToken) => step.Kind switch
    {
        StepKind.Close => (await log.DecideAsync(round.Id, new CloseInternalDeadline(Guid.NewGuid()), Actor.Clock, cancellationToken)).Decision is not Refuse,
        StepKind.Compile => await CompileAsync(round, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Renders both editions, keeps them in the vault, then records them. New data in between: not recorded, due again.</summary>
    private async Task<bool> CompileAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        // Both editions are of one state: the first one's own event must not count as new data for the second.
        var snapshot = await results.SnapshotAsync(round, cancellationToken);
        var sequence = snapshot.State.Sequence;
        var card = ResultsService.Score(snapshot, null).Single();
        foreach (var edition in (Edition[])[Edition.Official, Edition.Internal])
        {
            var document = await results.ReportAsync(snapshot, card, edition, cancellationToken);
            await using var staged = new StagedContents(round.Vault);
            var word = await staged.AddOwnAsync(await BytesOfAsync(document, ReportFormat.Word, cancellationToken), cancellationToken);
            var pdf = await staged.AddOwnAsync(await BytesOfAsync(document, ReportFormat.Pdf, cancellationToken), cancellationToken);
            await staged.PromoteAsync(cancellationToken);
            var (decision, state) = await log.DecideAsync(round.Id, new RecordReport(Guid.NewGuid(), edition, sequence, word, pdf), Actor.Clock, cancellationToken);
            if (decision is Refuse) return false;
            sequence = state.Sequence;
        }
        return true;
    }

    private async Task<ReadOnlyMemory<byte>> BytesOfAsync(ReportDocument document, ReportFormat format, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await instruments.RenderAsync("report", format, () => document.WriteAsync(bytes, format, cancellationToken));
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
