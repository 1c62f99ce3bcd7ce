using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Renders both editions of the province's report, keeps them in the vault, then records them together. New data in between: not
/// recorded, due again.
/// </summary>
internal sealed class CompileWork(RoundLog log, ResultsService results, Instruments instruments) : IStepWork
{
    public StepKind Kind => StepKind.Compile;

    public async Task<bool> DoAsync(OpenedRound round, Step step, Actor by, CancellationToken cancellationToken)
    {
        var snapshot = await results.SnapshotAsync(round, cancellationToken);
        var card = ResultsService.Score(snapshot, null).Single();
        await using var staged = new StagedContents(round.Vault);
        var editions = ImmutableArray.CreateBuilder<CompiledEdition>();
        foreach (var edition in (Edition[])[Edition.Official, Edition.Internal])
        {
            var document = await results.ReportAsync(snapshot, card, edition, cancellationToken);
            var word = await staged.AddOwnAsync(await BytesOfAsync(document, ReportFormat.Word, cancellationToken), cancellationToken);
            editions.Add(new(edition, word, await staged.AddOwnAsync(await BytesOfAsync(document, ReportFormat.Pdf, cancellationToken), cancellationToken)));
        }
        await staged.PromoteAsync(cancellationToken);
        var command = new RecordReport(Guid.NewGuid(), step.Key, round.State.Sequence, editions.ToImmutable());
        return (await log.DecideAsync(round.Id, command, by, cancellationToken)).Decision is not Refuse;
    }

    private async Task<ReadOnlyMemory<byte>> BytesOfAsync(ReportDocument document, ReportFormat format, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await instruments.RenderAsync("report", format, () => document.WriteAsync(bytes, format, cancellationToken));
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
