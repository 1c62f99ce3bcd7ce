using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>What the receipt of a delivery says: the state of things right after it and under the rules of that time, whenever it is printed.</summary>
internal static class Receipts
{
    public static ReportDocument Of(OpenedRound round, DeliveryReceived delivery, DeliveryDetails details, Installation installation) =>
        ReceiptDocument.Compose(round.RulesOf(delivery.Receipt), ContentOf(round, delivery, details, installation));

    private static ReceiptContent ContentOf(OpenedRound round, DeliveryReceived delivery, DeliveryDetails details, Installation installation) => new(
        delivery,
        details.Names,
        [.. round.NotesOf(delivery), .. details.Findings.Select(f => f.Finding)],
        [.. round.RulesOf(delivery.Receipt).IndicatorsOf(delivery.Unit).Where(i => !WasReported(round.State, delivery, i.Number)).Select(i => i.Number)],
        round.State.ReceiptHeads[delivery.Receipt.Value - 1],
        installation.IsSample);

    private static bool WasReported(RoundState state, DeliveryReceived delivery, IndicatorNumber indicator) =>
        state.Returns.TryGetValue((delivery.Unit, indicator), out var versions) && versions[0].Receipt.Value <= delivery.Receipt.Value;
}
