using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Access;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>
/// The invariants of a round as somebody outside can see them, in what is kept and in what was told; listed in
/// docs/architecture.md (“A sudden end”). Reads the log's bytes by itself and holds the library's fold against them.
/// </summary>
internal sealed class Invariants
{
    private static readonly Actor Dropping = new(ActorRole.Machine, "drop");

    /// <summary>In front of the Functions host nobody gets in who isn't signed in.</summary>
    private static readonly Actor SignedIn = new(ActorRole.Coordinator, Account.Coordinator.Id);

    private readonly Kept kept;
    private readonly Journal journal;
    private readonly ImmutableArray<JsonElement> entries;
    private readonly ImmutableArray<string> heads;

    private Invariants(Kept kept, Journal journal)
    {
        (this.kept, this.journal) = (kept, journal);
        entries = [.. kept.Rows.Select(row => JsonElement.Parse(row.Bytes))];
        var head = new byte[SHA256.HashSizeInBytes];
        heads = [.. kept.Rows.Select(row => Convert.ToHexStringLower(head = SHA256.HashData([.. head, .. row.Bytes])))];
    }

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
                .. journal.Complaints, .. all.Fold(), .. all.Names(), .. all.Receipts(), .. all.Steps(), .. all.Mails(settled), .. all.Uploads(settled), .. all.Decisions(settled),
                .. all.Drops(settled)
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
        else if (heads.Length > 0 && state.Head.ToString() != heads[^1]) yield return $"chain: the head is {heads[^1]}, the fold says {state.Head}";
        foreach (var (sequence, shown) in journal.Heads)
            if (sequence > heads.Length || (sequence > 0 && heads[(int)sequence - 1] != shown))
                yield return $"chain: {shown} was shown for sequence {sequence}, and is not there";
    }

    /// <summary>Bytes are in the vault before an event names them; those of refused files are not.</summary>
    private IEnumerable<string> Names()
    {
        foreach (var (name, hash) in kept.Vault)
            if (name != hash) yield return $"vault: {hash} lies under the name {name}";
        var named = entries.SelectMany((entry, i) => NamedBy(entry.GetProperty("event")).Select(hash => (Hash: hash, Sequence: i + 1)));
        foreach (var (hash, sequence) in named)
            if (!kept.Vault.ContainsKey(hash)) yield return $"vault: event {sequence} names {hash}, which is not there";
        foreach (var hash in Of("deliveryRefused").SelectMany(e => e.GetProperty("files").EnumerateArray()).Select(f => Text(f, "hash")))
            if (kept.Vault.ContainsKey(hash)) yield return $"vault: {hash} was refused and is there";
    }

    private static IEnumerable<string> NamedBy(JsonElement e) => Text(e, "kind") switch
    {
        "deliveryReceived" =>
            e.GetProperty("files").EnumerateArray().Select(f => Text(f, "hash"))
                .Concat(e.GetProperty("returns").EnumerateArray().Select(r => Text(r, "content"))).Append(Text(e, "details")),
        "roundOpened" => [Text(e, "frameworkHash"), Text(e, "planHash")],
        "rulesRevised" => [Text(e, "frameworkHash"), Text(e, "planHash"), Text(e, "reason")],
        "mailQueued" or "messageTaken" or "mailBounced" => [Text(e, "eml")],
        "reportCompiled" => e.GetProperty("heads").EnumerateArray().Select(h => Text(h, "content")).Append(Text(e, "word")).Append(Text(e, "pdf")),
        // What people said: of decisions there are many kinds, and they call it by a few names.
        _ => e.EnumerateObject().Where(p => p.Name is "reason" or "text" or "note" or "basis" or "registerNumber" && p.Value.ValueKind == JsonValueKind.String)
            .Select(p => p.Value.GetString()!),
    };

    /// <summary>Receipts are 1, 2, 3 …, no key has two, and no command was carried out twice.</summary>
    private IEnumerable<string> Receipts()
    {
        var deliveries = Of("deliveryReceived").ToList();
        for (var i = 0; i < deliveries.Count; i++)
            if (deliveries[i].GetProperty("receipt").GetInt32() != i + 1)
                yield return $"receipts: {deliveries[i].GetProperty("receipt")} stands where {i + 1} should";
        foreach (var key in Doubles(deliveries.Select(d => Text(d, "key")))) yield return $"receipts: two for the key {key}";
        // The events of one command stand together.
        foreach (var command in Doubles(entries.Select(e => Text(e, "command")).Where((command, i) => i == 0 || Text(entries[i - 1], "command") != command)))
            yield return $"commands: {command} was carried out twice";
        var known = journal.Uploads.Select(KeyOf).Concat(journal.Drops.Select(KeyOf)).ToHashSet(StringComparer.Ordinal);
        foreach (var delivery in deliveries.Where(d => !known.Contains(Text(d, "key"))))
            yield return $"receipts: nobody sent what has receipt {delivery.GetProperty("receipt")}";
    }

    /// <summary>Nothing personal and nothing computed in events.</summary>
    private IEnumerable<string> Events() => entries.SelectMany((entry, i) => EventForm.Excess(entry).Select(excess => $"events: number {i + 1} has {excess}"));

    /// <summary>A step is done once.</summary>
    private IEnumerable<string> Steps()
    {
        foreach (var once in (string[])["roundOpened", "internalDeadlineClosed"])
            if (Of(once).Count() > 1) yield return $"steps: {once} more than once";
        foreach (var reports in Of("reportCompiled").GroupBy(e => Text(e, "edition"), StringComparer.Ordinal))
            foreach (var (first, second) in reports.Zip(reports.Skip(1)))
                if (JsonElement.DeepEquals(first, second)) yield return $"steps: the edition {reports.Key} was recorded twice";
    }

    /// <summary>Events that queue mails, in the same append: a mail that nothing of the kind stands beside was queued by nobody.</summary>
    private static readonly string[] Queueing = ["stepCompleted", "mailsPrepared", "mailResent", "messageTaken"];

    /// <summary>A mail is queued once, by something that was recorded with it, and put out as the very bytes that were queued.</summary>
    private IEnumerable<string> Mails(bool settled)
    {
        foreach (var step in Doubles(Of("stepCompleted").Select(e => Text(e, "step")))) yield return $"steps: {step} was recorded twice";
        var queued = Of("mailQueued").ToList();
        var sent = Of("mailSent").Select(e => Text(e, "mail")).ToList();
        foreach (var mail in Doubles(queued.Select(e => Text(e, "mail"))).Concat(Doubles(sent))) yield return $"mails: {mail} was queued or sent twice";
        for (var i = 0; i < entries.Length; i++)
            if (Text(entries[i].GetProperty("event"), "kind") == "mailQueued"
                && !entries.Where(e => Text(e, "command") == Text(entries[i], "command")).Any(e => Queueing.Contains(Text(e.GetProperty("event"), "kind"))))
                yield return $"mails: event {i + 1} was queued by nothing";
        if (kept.Outbox is not { } outbox) yield break;
        foreach (var mail in queued)
        {
            var name = $"{InstallationUnderTest.Round}-{Text(mail, "mail")}.eml";
            var isThere = outbox.TryGetValue(name, out var hash);
            if (isThere && hash != Text(mail, "eml")) yield return $"mails: {name} is not what was queued";
            var isSent = sent.Contains(Text(mail, "mail"));
            if (!isThere && isSent) yield return $"mails: {name} was not put out";
            if (!isSent && settled && !IsLeased(Text(mail, "mail"))) yield return $"mails: {name} still waits";
        }
    }

    /// <summary>Whoever was sending it was killed, and until the lease ends nobody else may.</summary>
    private bool IsLeased(string mail) => Of("mailAttempted").LastOrDefault(e => Text(e, "mail") == mail) is { ValueKind: JsonValueKind.Object } attempt
        && attempt.GetProperty("until").GetDateTimeOffset() > entries[^1].GetProperty("at").GetDateTimeOffset();

    /// <summary>What was answered is in the log as it was answered, and what was refused is there once.</summary>
    private IEnumerable<string> Uploads(bool settled)
    {
        var byKey = entries.Select((entry, i) => (Event: entry.GetProperty("event"), Head: heads[i])).Where(e => Text(e.Event, "kind") == "deliveryReceived")
            .ToLookup(e => Text(e.Event, "key"), StringComparer.Ordinal);
        foreach (var upload in journal.Uploads)
        {
            var recorded = byKey[KeyOf(upload)].ToList();
            var refusals = RefusalsOf(upload.Files[0].Bytes);
            if (refusals > 1) yield return $"uploads: {upload.Key} was refused {refusals} times";
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

    /// <summary>What people decided is in the log where it was answered to be, once for each key.</summary>
    private IEnumerable<string> Decisions(bool settled)
    {
        var asked = journal.Decisions;
        foreach (var decision in asked)
        {
            if (decision.Number is { } number)
            {
                if (number > entries.Length || entries[(int)number - 1].GetProperty("event") is var e && (Text(e, "kind") != "questionAsked" || Text(e, "unit") != decision.Unit))
                    yield return $"decisions: {decision.Key} was answered with entry {number}, which is not it";
            }
            else if (settled) yield return $"decisions: {decision.Key} was never answered";
        }
        foreach (var number in Doubles(asked.Where(d => d.Number is not null).Select(d => $"{d.Number}"))) yield return $"decisions: two are entry {number}";
        var recorded = Of("questionAsked").Count();
        if (recorded > asked.Length || settled && recorded < asked.Length) yield return $"decisions: {recorded} in the log, {asked.Length} were sent";
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
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return Of("deliveryRefused").Count(e => e.GetProperty("files").EnumerateArray().Any(f => Text(f, "hash") == hash));
    }

    private IEnumerable<JsonElement> Of(string kind) => entries.Select(entry => entry.GetProperty("event")).Where(e => Text(e, "kind") == kind);

    public static string KeyOf(SentUpload upload) => DeliveryService.KeyOf(SignedIn, upload.Key).ToString();

    public static string KeyOf(SentDrop drop) => DeliveryService.KeyOf(Dropping, $"{drop.Path}\n{drop.Tag}").ToString();

    private static IEnumerable<string> Doubles(IEnumerable<string> texts) =>
        texts.GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;
}
