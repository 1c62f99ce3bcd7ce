using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>What the receipt of a delivery says.</summary>
internal static class Receipts
{
    public static ReceiptContent ContentOf(AwardRules rules, RoundState state, DeliveryReceived delivery, DeliveryDetails details, Installation installation) => new(
        delivery,
        [.. details.Files.Select(f => f.Name)],
        [.. DeliveryNotes.Of(delivery, rules), .. details.Findings.Select(f => f.Finding)],
        [.. rules.IndicatorsOf(delivery.Unit).Where(i => state.Current(delivery.Unit, i.Number) is null).Select(i => i.Number)],
        state.Head,
        installation.IsSample);
}
