using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using static Kalasin.EndToEnd.Tests.Kills.KeptLog;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>
/// The invariants of a round as somebody outside can see them, in what is kept and in what was told; listed in
/// docs/architecture.md (“A sudden end”). Reads the log's bytes by itself and holds the library's fold against them.
/// </summary>
internal sealed class Invariants
{
    private static readonly Actor Dropping = new(ActorRole.Machine, "drop");
    private static readonly Actor Mailing = new(ActorRole.Machine, "mail");

    private readonly Kept kept;
    private readonly Journal journal;
    private readonly KeptLog log;

    private Invariants(Kept kept, Journal journal) => (this.kept, this.journal, log) = (kept, journal, new(kept.Rows));

    private ImmutableArray<JsonElement> Entries => log.Entries;

    private ImmutableArray<string> Heads => log.Heads;

    /// <param name="kept">What is kept now.</param>
    /// <param name="journal">What was told until now.</param>
    /// <param name="before">What was kept at an earlier moment.</param>
    /// <param name="settled">Everything was sent again until it was answered, and ticks find nothing more to do.</param>
    /// <returns>What is broken; empty when all is well.</returns>
    public static IReadOnlyList<string> Broken(Kept kept, Journal journal, Kept? before = null, bool settled = false)
    {
        var (rows, broken) = (kept.Rows, new List<string>());
        broken.AddRange(rows.Where((row, i) => row.Stream.Replace('.', '/') != $"round/{InstallationUnderTest.Round}" || row.Sequence != i + 1)
            .Select(row => $"sequence: row {row.Sequence} of {row.Stream} does not follow"));
        if (before is not null && !before.Rows.Select(r => (r.Stream, r.Sequence, Convert.ToHexString(r.Bytes)))
                .SequenceEqual(rows.Take(before.Rows.Length).Select(r => (r.Stream, r.Sequence, Convert.ToHexString(r.Bytes)))))
            broken.Add("unchanged: the log does not begin with what it was");
        if (broken.Count > 0) return broken;

        var all = new Invariants(kept, journal);
        broken.AddRange(all.Events());
        return broken.Count > 0
            ? broken
            : [
                .. journal.Complaints, .. all.Fold(), .. VaultInvariants.Broken(kept, all.log, settled), .. all.Receipts(), .. all.Steps(), .. MailInvariants.Broken(kept, all.log, settled), .. all.Messages(settled),
                .. all.Uploads(settled), .. DecisionInvariants.Broken(all.log, journal, settled), .. all.Drops(settled), .. BroughtInvariants.Broken(kept, journal, settled),
            ];
    }

    /// <summary>State is a fold of the log, and its head is the chain's.</summary>
    private IEnumerable<string> Fold()
    {
        var state = RoundState.Empty;
        string? failure = null;
        try
        {
            foreach (var row in kept.Rows) state = Evolve.Apply(state, row.Bytes);
        }
        catch (InvalidDataException broken)
        {
            failure = broken.Message;
        }
        if (failure is not null) yield return $"fold: {failure}";
        else if (Heads.Length > 0 && state.Head.ToString() != Heads[^1]) yield return $"chain: the head is {Heads[^1]}, the fold says {state.Head}";
        foreach (var (sequence, shown) in journal.Heads)
            if (sequence > Heads.Length || (sequence > 0 && Heads[(int)sequence - 1] != shown))
                yield return $"chain: {shown} was shown for sequence {sequence}, and is not there";
    }

    /// <summary>Receipts are 1, 2, 3 …, no key has two, and no command was carried out twice.</summary>
    private IEnumerable<string> Receipts()
    {
        var deliveries = Of("deliveryReceived").ToList();
        for (var i = 0; i < deliveries.Count; i++)
            if (deliveries[i].GetProperty("receipt").GetInt32() != i + 1)
                yield return $"receipts: {deliveries[i].GetProperty("receipt")} stands where {i + 1} should";
        foreach (var key in Doubles(deliveries.Select(d => Text(d, "key")))) yield return $"receipts: two for the key {key}";
        // The events of one command stand together.
        foreach (var command in Doubles(Entries.Select(e => Text(e, "command")).Where((command, i) => i == 0 || Text(Entries[i - 1], "command") != command)))
            yield return $"commands: {command} was carried out twice";
        var known = journal.Uploads.Select(KeyOf).Concat(journal.Drops.Select(KeyOf)).Concat(journal.Messages.Select(KeyOf)).ToHashSet(StringComparer.Ordinal);
        foreach (var delivery in deliveries.Where(d => !known.Contains(Text(d, "key"))))
            yield return $"receipts: nobody sent what has receipt {delivery.GetProperty("receipt")}";
    }

    /// <summary>Nothing personal and nothing computed in events.</summary>
    private IEnumerable<string> Events() => Entries.SelectMany((entry, i) => EventForm.Excess(entry).Select(excess => $"events: number {i + 1} has {excess}"));

    /// <summary>A step is done once.</summary>
    private IEnumerable<string> Steps()
    {
        foreach (var once in (string[])["roundOpened", "internalDeadlineClosed"])
            if (Of(once).Count() > 1) yield return $"steps: {once} more than once";
        foreach (var step in Doubles(Of("stepCompleted").Select(e => Text(e, "step")))) yield return $"steps: {step} was recorded twice";
        foreach (var reports in Of("reportCompiled").GroupBy(e => Text(e, "edition"), StringComparer.Ordinal))
            foreach (var (first, second) in reports.Zip(reports.Skip(1)))
                if (JsonElement.DeepEquals(first, second)) yield return $"steps: the edition {reports.Key} was recorded twice";
    }

    /// <summary>A message that brings a form is a delivery, once, however often it was looked at.</summary>
    private IEnumerable<string> Messages(bool settled)
    {
        foreach (var key in Doubles(Of("messageTaken").Select(e => Text(e, "key")))) yield return $"messages: {key} was taken twice";
        var keys = Of("deliveryReceived").Select(e => Text(e, "key")).ToHashSet(StringComparer.Ordinal);
        foreach (var message in journal.Messages)
            if (message.Brings ? settled && !keys.Contains(KeyOf(message)) : keys.Contains(KeyOf(message)))
                yield return $"messages: {message.Message} was {(message.Brings ? "not " : "")}taken in";
    }

    /// <summary>What was answered is in the log as it was answered, and what was refused is there once.</summary>
    private IEnumerable<string> Uploads(bool settled)
    {
        var byKey = Entries.Select((entry, i) => (Event: entry.GetProperty("event"), Head: Heads[i])).Where(e => Text(e.Event, "kind") == "deliveryReceived")
            .ToLookup(e => Text(e.Event, "key"), StringComparer.Ordinal);
        foreach (var upload in journal.Uploads)
        {
            var recorded = byKey[KeyOf(upload)].ToList();
            var refusals = RefusalsOf(upload.Files[0].Bytes);
            if (refusals > 1) yield return $"uploads: {upload.Key} was refused {refusals} times";
            if (recorded.Exists(r => !r.Event.GetProperty("files").EnumerateArray().Select(f => Text(f, "hash")).SequenceEqual(upload.Files.Select(f => HashOf(f.Bytes)))))
                yield return $"uploads: {upload.Key} is recorded with other bytes than were sent";
            switch (upload.Answer)
            {
                case { Receipt: { } receipt, Head: var head }:
                    if (recorded is not [var delivery] || delivery.Event.GetProperty("receipt").GetInt32() != receipt)
                        yield return $"uploads: {upload.Key} was answered with receipt {receipt}, which the log does not have";
                    else if (delivery.Head != head) yield return $"uploads: receipt {receipt} was given with another head";
                    break;
                case { Receipt: null } when refusals == 0:
                    yield return $"uploads: {upload.Key} was refused, which the log does not have";
                    break;
                case null when settled:
                    yield return $"uploads: {upload.Key} was never answered";
                    break;
            }
        }
    }

    /// <summary>A drop is taken in once, answered before it goes, and never lost.</summary>
    private IEnumerable<string> Drops(bool settled)
    {
        var byKey = Of("deliveryReceived").ToLookup(e => Text(e, "key"), StringComparer.Ordinal);
        foreach (var drop in journal.Drops)
        {
            var receipts = byKey[KeyOf(drop)].Select(d => d.GetProperty("receipt").GetInt32()).ToList();
            var lies = kept.Drops.TryGetValue(drop.Path, out var tag) && tag == drop.Tag;
            var answer = AnswerTo(drop);
            if (answer is { Outcome: "torn" }) yield return $"drops: the answer to {drop.Path} is torn";
            if (!lies && receipts.Count == 0) yield return $"drops: {drop.Path} is lost";
            if (!lies && (answer?.Receipt is null || !HasReceipts(drop, answer.Value.Receipt.Value))) yield return $"drops: {drop.Path} went without an answer";
            if (answer is { Receipt: { } told } && !receipts.Contains(told))
                yield return $"drops: {drop.Path} was answered with receipt {told}, which the log does not have";
            if (RefusalsOf(drop.Bytes) > 1) yield return $"drops: {drop.Path} was refused more than once";
            if (!settled) continue;
            if (drop.Acceptable && lies) yield return $"drops: {drop.Path} still lies there";
            if (!drop.Acceptable && (!lies || RefusalsOf(drop.Bytes) != 1 || answer is not { Outcome: "notAccepted" }))
                yield return $"drops: {drop.Path} was not refused as it should";
        }
    }

    private (string Outcome, int? Receipt)? AnswerTo(SentDrop drop)
    {
        if (!kept.Answers.TryGetValue($"{drop.Path}/answer.json", out var bytes)) return null;
        try
        {
            var answer = JsonElement.Parse(bytes);
            return (answer.GetProperty("outcome").GetString()!, answer.TryGetProperty("receipt", out var receipt) ? receipt.GetInt32() : null);
        }
        catch (JsonException)
        {
            return ("torn", null);
        }
    }

    private bool HasReceipts(SentDrop drop, int receipt) =>
        ((string[])["answer.txt", $"receipt-{receipt}.docx", $"receipt-{receipt}.pdf"]).All(name => kept.Answers.ContainsKey($"{drop.Path}/{name}"));

    private int RefusalsOf(byte[] bytes)
    {
        var hash = HashOf(bytes);
        return Of("deliveryRefused").Count(e => e.GetProperty("files").EnumerateArray().Any(f => Text(f, "hash") == hash));
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private IEnumerable<JsonElement> Of(string kind) => log.Of(kind);

    public static string KeyOf(SentUpload upload) => DeliveryService.KeyOf(SentDecision.By, upload.Key).ToString();

    public static string KeyOf(SentMessage message) => KeyOfMessage(message.Message);

    /// <summary>A message is the same however it comes.</summary>
    private static string KeyOfMessage(string message) =>
        DeliveryService.KeyOf(Mailing, ContentHash.Of(Encoding.UTF8.GetBytes(message)).ToString()).ToString();

    public static string KeyOf(SentDrop drop) => drop.Message is { } message ? KeyOfMessage(message) : DeliveryService.KeyOf(Dropping, $"{drop.Path}\n{drop.Tag}").ToString();
}
