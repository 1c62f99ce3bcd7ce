using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Access;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>A decision as whoever takes it knows it: sent again under the same key until it is answered.</summary>
/// <param name="Key">Of whoever decides.</param>
/// <param name="Door">Where it is sent, under the round.</param>
/// <param name="Body">What is sent: JSON.</param>
/// <param name="Kind">Of the event that it leaves.</param>
/// <param name="Says">What the event says then.</param>
internal sealed record SentDecision(string Key, string Door, string Body, string Kind, ImmutableArray<(string Name, string Value)> Says)
{
    /// <summary>In front of the Functions host nobody gets in who isn't signed in.</summary>
    public static readonly Actor By = new(ActorRole.Coordinator, Account.Coordinator.Id);

    public static readonly Account Head = new("Kalasin.Head") { Id = "0a1b2c3d-0000-4000-8000-000000000001" };

    /// <summary>Id of its command; null where only the program knows it, and what it says is said once.</summary>
    public required string? Command { get; init; }

    /// <summary>Who takes it.</summary>
    public Account Sender { get; private init; } = Account.Coordinator;

    /// <summary>What is sent beside the body; null for nothing.</summary>
    public byte[]? File { get; private init; }

    /// <summary>The property of the answer that tells its entry; null where none does.</summary>
    public string? Told { get; private init; } = "sequence";

    /// <summary>It is about what others may have changed meanwhile.</summary>
    public bool MayBeRefused { get; private init; }

    /// <summary>The first answer; null before.</summary>
    public DecisionAnswer? Answer { get; set; }

    public static SentDecision Question(string key, string unit) =>
        Of(key, new { kind = "askQuestion", unit, text = $"โปรดชี้แจง {key}" }, "questionAsked", ("unit", unit));

    public static SentDecision Extension(string key, string unit, DateOnly until) =>
        Of(key, new { kind = "extendDeadline", unit, until, reason = "น้ำท่วม" }, "deadlineExtended", ("unit", unit), ("until", $"{until:yyyy-MM-dd}")) with
        {
            MayBeRefused = unit == "ADM", // the coordinator's own
        };

    public static SentDecision Exclusion(string key, ReturnHead of) =>
        Of(key, new { kind = "excludeReturn", unit = of.Unit.Value, indicator = of.Indicator.Value, version = of.Version, reason = "ยังตรวจไม่เสร็จ" }, "returnExcluded",
            ("unit", of.Unit.Value), ("indicator", of.Indicator.Value), ("version", $"{of.Version}")) with { MayBeRefused = true };

    public static SentDecision Inclusion(string key, UnitCode unit, IndicatorNumber indicator, int version) =>
        Of(key, new { kind = "includeReturn", unit = unit.Value, indicator = indicator.Value, version, reason = "ตรวจเสร็จแล้ว" }, "returnIncluded",
            ("unit", unit.Value), ("indicator", indicator.Value), ("version", $"{version}"));

    public static SentDecision Withdrawal(string key, ReceiptNumber receipt) =>
        Of(key, new { kind = "withdrawDelivery", receipt = receipt.Value, reason = "ส่งผิดไฟล์" }, "deliveryWithdrawn", ("receipt", $"{receipt}"));

    public static SentDecision Restoration(string key, ReceiptNumber receipt) =>
        Of(key, new { kind = "restoreDelivery", receipt = receipt.Value, reason = "ถูกต้องแล้ว" }, "deliveryRestored", ("receipt", $"{receipt}"));

    public static SentDecision Revocation(string key, long link) =>
        Of(key, new { kind = "revokeLink", link, reason = "ย้ายหน่วยงาน" }, "linkRevoked", ("link", $"{link}"));

    public static SentDecision Link(string key, string unit, DateOnly last) =>
        new(key, "links", JsonSerializer.Serialize(new { @for = "unit", unit, last, note = $"ผู้รับ {key}" }), "linkIssued", [("unit", unit)])
        {
            Told = "number",
            Command = $"{LinkService.IdOf(RoundId.Parse(InstallationUnderTest.Round), LinkPurpose.Unit, UnitCode.Parse(unit), key, By)}",
        };

    public static SentDecision Erasure(string key, ContentHash content) =>
        new(key, "erasures", JsonSerializer.Serialize(new { content = content.ToString(), basis = "คำขอของเจ้าของข้อมูล" }), "contentErased", [("content", content.ToString())])
        {
            Command = $"{Functions.Rounds.Erasure.IdOf(RoundId.Parse(InstallationUnderTest.Round), content, key, By)}", MayBeRefused = true,
        };

    /// <summary>The round moves to the newest rules.</summary>
    public static SentDecision Rules(string key) =>
        new(key, "rules?reason=addresses", "", "rulesRevised", []) { Command = null, Told = null };

    /// <summary>Mails to all units.</summary>
    public static SentDecision Mails(string key, string purpose) =>
        new(key, "mails", JsonSerializer.Serialize(new { @for = purpose }), "mailsPrepared", [("purpose", purpose)]) { Command = null, Told = "batches" };

    /// <summary>Once more what a mail said.</summary>
    public static SentDecision Again(string key, MailId mail) =>
        new(key, $"mails/{mail}/again", "", "mailResent", [("mail", mail.Value)]) { Command = null, Told = null, MayBeRefused = true };

    public static SentDecision SignedCopy(string key, string paper, byte[] pdf) =>
        new(key, $"signed-copies?paper={paper}&reason=x", "", "signedCopyAttached", [("file", Convert.ToHexStringLower(SHA256.HashData(pdf)))]) { Command = null, File = pdf };

    public static SentDecision Dispatch(string key) => new(key, "dispatch", "", "dispatchOrdered", []) { Command = null };

    /// <summary>A decision of the season as it is taken at the API; whoever meets another state than was seen is refused.</summary>
    public static SentDecision Taken(string key, object body, string kind, params ImmutableArray<(string Name, string Value)> says) =>
        Of(key, body, kind, says) with { MayBeRefused = true };

    public static SentDecision ByHead(string key, object body, string kind, params ImmutableArray<(string Name, string Value)> says) =>
        Of(key, body, kind, says, new(ActorRole.Head, Head.Id)) with { MayBeRefused = true, Sender = Head };

    /// <summary>Whether an entry of the log is the one that it left.</summary>
    public bool IsIn(JsonElement entry) => Command is null ? IsSaidBy(entry.GetProperty("event")) : entry.GetProperty("command").GetString() == Command;

    public HttpContent? Content() =>
        File is not null ? SampleFiles.Form(("signed.pdf", File)) : Body.Length > 0 ? new StringContent(Body, Encoding.UTF8, "application/json") : null;

    public bool IsSaidBy(JsonElement e) =>
        e.GetProperty("kind").GetString() == Kind && Says.All(said => e.TryGetProperty(said.Name, out var value) && string.Equals(value.ToString(), said.Value, StringComparison.OrdinalIgnoreCase));

    private static SentDecision Of(string key, object body, string kind, params ImmutableArray<(string Name, string Value)> says) => Of(key, body, kind, says, By);

    private static SentDecision Of(string key, object body, string kind, ImmutableArray<(string Name, string Value)> says, Actor by)
    {
        var json = JsonSerializer.Serialize(body);
        var bytes = Encoding.UTF8.GetBytes(json);
        var sent = DecisionService.Sent(DecisionReader.Read(bytes).Value!, RoundId.Parse(InstallationUnderTest.Round), by, key, bytes);
        return new(key, "decisions", json, kind, says) { Command = $"{sent.Id}" };
    }
}

/// <param name="Stands">It was taken; otherwise it was refused.</param>
/// <param name="Number">Entry of the log that it was said to be; null where that was not said.</param>
internal sealed record DecisionAnswer(bool Stands, long? Number);
