using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>What the receipt of a delivery says, whenever it is printed.</summary>
internal static class Receipts
{
    /// <param name="then">The round right after the delivery: what was decided since changes nothing of what its receipt says.</param>
    public static ReportDocument Of(OpenedRound then, DeliveryReceived delivery, DeliveryDetails details, Installation installation) =>
        ReceiptDocument.Compose(then.Rules, ContentOf(then, delivery, details, installation));

    /// <inheritdoc cref="Of"/>
    public static ReceiptContent ContentOf(OpenedRound then, DeliveryReceived delivery, DeliveryDetails details, Installation installation)
    {
        var head = then.State.ReceiptHeads[delivery.Receipt.Value - 1];
        var mark = new PaperMark(then.Id, Paper.Receipt, delivery.Receipt.Value, head);
        return new(
            delivery,
            details.Names,
            [.. then.NotesOf(delivery), .. details.Findings.Select(f => f.Finding)],
            Lateness.Of(then.State, then.Rules, delivery),
            [.. RoundStatus.CellsOf(then.State, then.Rules, delivery.Unit).Where(c => c.Current is null && !c.IsExcused).Select(c => c.Indicator)],
            head,
            installation.IsSample,
            new(mark, QrCodes.Of(mark.ToString())));
    }
}
