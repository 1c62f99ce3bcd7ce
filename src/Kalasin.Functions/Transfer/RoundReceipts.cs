using System.Globalization;
using System.Runtime.CompilerServices;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Transfer;

/// <summary>All receipts of a round, each as it was given.</summary>
internal sealed class RoundReceipts(RoundLog log, VaultContent content, Installation installation)
{
    /// <summary>In the order of their numbers.</summary>
    public async IAsyncEnumerable<NamedDocument> OfAsync(OpenedRound round, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var then in log.RightAfterEachAsync(round, cancellationToken))
        {
            var delivery = then.State.Deliveries[^1];
            var details = await content.DetailsAsync(round.Id, delivery, cancellationToken);
            var unit = then.Rules.Plan.Find(delivery.Unit) is { } known ? RoundDocuments.NameOf(known) : delivery.Unit.Value;
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"ใบตอบรับ-{delivery.Receipt.Value:0000}-{unit}"), Receipts.Of(then, delivery, details, installation));
        }
    }
}
