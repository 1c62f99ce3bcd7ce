using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.OfficeFiles;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>What the office gave a round of its own, as the round's log says it at that moment: read from its vault, remembered as any content is.</summary>
internal sealed class OfficeStationery(VaultContent content)
{
    /// <param name="round">The round as of which it is printed: a paper that was numbered keeps what it had then.</param>
    /// <param name="template">Which template its Word files have.</param>
    public async Task<Stationery> OfAsync(OpenedRound round, OfficeFile template, CancellationToken cancellationToken) => new(await EmblemAsync(round, cancellationToken))
    {
        Template = round.State.OfficeFiles.GetValueOrDefault(template) is { } given
            ? await content.ReadAsync(round.Id, given.File, WordTemplateReader.Accepted, cancellationToken)
            : null,
    };

    /// <summary>The emblem; null where the office gave none.</summary>
    public async Task<Emblem?> EmblemAsync(OpenedRound round, CancellationToken cancellationToken) =>
        round.State.OfficeFiles.GetValueOrDefault(OfficeFile.Emblem) is { } given
            ? await content.ReadAsync(round.Id, given.File, bytes => Emblem.Read([.. bytes.Span], out _), cancellationToken)
            : null;

    /// <summary>The form of the giver of the award, as it was given; null where there is none.</summary>
    public async Task<ImmutableArray<byte>?> FormAsync(OpenedRound round, CancellationToken cancellationToken) =>
        round.State.OfficeFiles.GetValueOrDefault(OfficeFile.Form) is { } given
            ? [.. await content.ReadAsync(round.Id, given.File, bytes => bytes.ToArray(), cancellationToken)]
            : null;
}
