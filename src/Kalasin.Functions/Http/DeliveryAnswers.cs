using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary>An accepted delivery: 201.</summary>
internal sealed record DeliveryAnswer(ReceiptAnswer Receipt, IReadOnlyList<ReturnLine> Returns, IReadOnlyList<FindingAnswer> Findings)
{
    public static DeliveryAnswer Of(DeliveryOutcome.Accepted accepted) => new(
        ReceiptAnswer.Of(accepted),
        [.. accepted.Delivery.Returns.Select(ReturnLine.Of)],
        [.. accepted.Notes.Concat(accepted.Details.Findings.Select(f => f.Finding)).Select(FindingAnswer.Of)]);
}

/// <param name="Repetition">The same delivery was recorded before; this is its receipt.</param>
/// <param name="Head">Head of the log's chain right after it.</param>
internal sealed record ReceiptAnswer(int Number, string Unit, string Channel, DateTimeOffset ReceivedAt, bool Repetition, string Head)
{
    public static ReceiptAnswer Of(DeliveryOutcome.Accepted a) => new(
        a.Delivery.Receipt.Value, a.Delivery.Unit.Value, ApiJson.Word(a.Delivery.Channel), a.Delivery.ReceivedAt, a.IsRepetition, a.Head.ToString());
}

/// <summary>What would become of a delivery (dry run).</summary>
internal sealed record ExplanationAnswer(IReadOnlyList<ReturnLine> Returns, IReadOnlyList<FindingAnswer> Findings)
{
    public static ExplanationAnswer Of(DeliveryOutcome.Explained explained) =>
        new([.. explained.Returns.Select(ReturnLine.Of)], [.. explained.Findings.Select(FindingAnswer.Of)]);
}

/// <summary>A recorded delivery in the list.</summary>
internal sealed record DeliveryLine(
    int Receipt, string Unit, string Channel, DateTimeOffset ReceivedAt,
    IReadOnlyList<FileLine> Files, IReadOnlyList<ReturnLine> Returns, IReadOnlyList<FindingAnswer> Findings)
{
    public static DeliveryLine Of(DeliveryReceived delivery, DeliveryDetails details, IEnumerable<Finding> notes) => new(
        delivery.Receipt.Value, delivery.Unit.Value, ApiJson.Word(delivery.Channel), delivery.ReceivedAt,
        [.. delivery.Files.Select((f, i) => new FileLine(i + 1, details.Names[i], ApiJson.Word(f.Kind), f.Size, f.Hash.ToString()))],
        [.. delivery.Returns.Select(ReturnLine.Of)],
        [.. notes.Concat(details.Findings.Select(f => f.Finding)).Select(FindingAnswer.Of)]);
}

/// <param name="Number">Its place in the delivery, from 1; <c>…/files/{number}</c> gives the untouched original.</param>
internal sealed record FileLine(int Number, string Name, string Kind, long Size, string Sha256);
