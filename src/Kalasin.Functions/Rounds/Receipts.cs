using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>What the receipt of a delivery says: the state of things right after it, whenever it is printed.</summary>
internal static class Receipts
{
    public static ReceiptContent ContentOf(AwardRules rules, RoundState state, DeliveryReceived delivery, DeliveryDetails details, Installation installation) => new(
        delivery,
        [.. details.Files.Select(f => f.Name)],
        [.. DeliveryNotes.Of(delivery, rules), .. details.Findings.Select(f => f.Finding)],
        [.. rules.IndicatorsOf(delivery.Unit).Where(i => !WasReported(state, delivery, i.Number)).Select(i => i.Number)],
        state.ReceiptHeads[delivery.Receipt.Value - 1],
        installation.IsSample);

    private static bool WasReported(RoundState state, DeliveryReceived delivery, IndicatorNumber indicator) =>
        state.Returns.TryGetValue((delivery.Unit, indicator), out var versions) && versions[0].Receipt.Value <= delivery.Receipt.Value;
}
