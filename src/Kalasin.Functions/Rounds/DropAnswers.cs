using System.Text;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// What a sender finds under <c>answers</c> at the path of what was dropped: <c>answer.json</c> for programs, <c>answer.txt</c>
/// for people, and for every accepted delivery its receipt as <c>receipt-{number}.docx</c> and <c>.pdf</c>.
/// </summary>
internal sealed class DropAnswers(IDrops drops, RoundLog log, Instruments instruments, Installation installation)
{
    public async Task AcceptedAsync(Drop drop, DropDoor door, DeliveryOutcome.Accepted accepted, CancellationToken cancellationToken)
    {
        var delivery = accepted.Delivery;
        var round = await log.FindAsync(door.Round.Id, null, cancellationToken) ?? door.Round; // with the delivery in it
        var receipt = Receipts.Of(round, delivery, accepted.Details, installation);
        foreach (var format in FileFormat.OfReports)
        {
            using var bytes = new MemoryStream();
            await instruments.RenderAsync("receipt", format, () => receipt.WriteAsync(bytes, format, cancellationToken));
            await drops.AnswerAsync(drop.Path, $"receipt-{delivery.Receipt.Value}.{FileFormat.Of(format).Ending}", bytes.ToArray(), cancellationToken);
        }
        await WriteAsync(drop.Path, new(
            drop.Path.Value, "accepted", delivery.Receipt.Value, delivery.ReceivedAt,
            [.. delivery.Returns.Select(ReturnLine.Of)],
            [.. accepted.Notes, .. accepted.Details.Findings.Select(f => f.Finding)]), cancellationToken);
    }

    public Task RefusedAsync(Drop drop, IReadOnlyList<Finding> findings, CancellationToken cancellationToken) =>
        WriteAsync(drop.Path, new(drop.Path.Value, "notAccepted", null, drop.ArrivedAt, [], findings), cancellationToken);

    private async Task WriteAsync(DropPath path, DropAnswer answer, CancellationToken cancellationToken)
    {
        await drops.AnswerAsync(path, "answer.txt", Encoding.UTF8.GetBytes(DropAnswerText.Of(answer)), cancellationToken);
        await drops.AnswerAsync(path, "answer.json", JsonSerializer.SerializeToUtf8Bytes(answer, DropJson.Readable.DropAnswer), cancellationToken);
    }
}
