using System.Collections.Immutable;
using System.Text.Json;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>An upload as its sender knows it: sent again under the same key until it is answered.</summary>
internal sealed record SentUpload(string Key, string Unit, bool Acceptable, ImmutableArray<(string Name, byte[] Bytes)> Files)
{
    /// <summary>The first answer; null before.</summary>
    public UploadAnswer? Answer { get; set; }

    /// <summary>How it comes where it comes in parts; null where it comes whole.</summary>
    public SentParts? Parts { get; init; }
}

/// <param name="Receipt">Null if it was refused.</param>
/// <param name="Head">Head of the chain on the receipt.</param>
internal sealed record UploadAnswer(int? Receipt, string? Head);

/// <summary>A round that was exported elsewhere, and is sent until it is answered.</summary>
internal sealed record SentImport(BroughtRound Round)
{
    public bool IsAnswered { get; set; }
}

/// <summary>A drop as its sender knows it.</summary>
internal sealed record SentDrop(string Path, string Tag, bool Acceptable, byte[] Bytes)
{
    /// <summary>The Message-Id, where a message was dropped.</summary>
    public string? Message { get; init; }
}

/// <summary>A message as its sender knows it.</summary>
/// <param name="Message">Its Message-Id.</param>
/// <param name="Brings">It brings a form that can be taken in.</param>
internal sealed record SentMessage(string Message, bool Brings);

/// <summary>What everybody outside the program was told, and what was wrong with how it was told. Many write at once.</summary>
internal sealed class Journal
{
    private readonly Lock writing = new();
    private readonly List<SentUpload> uploads = [];
    private readonly List<SentDrop> drops = [];
    private readonly List<SentMessage> messages = [];
    private readonly List<SentDecision> decisions = [];
    private readonly Dictionary<long, string> heads = [];
    private readonly List<string> complaints = [];
    private SentImport? import;

    /// <summary>Called whenever somebody was told something that has to stay true.</summary>
    public Action Told { get; set; } = () => { };

    public ImmutableArray<SentUpload> Uploads => Read(() => uploads.ToImmutableArray());

    public ImmutableArray<SentDecision> Decisions => Read(() => decisions.ToImmutableArray());

    /// <summary>Null before it is sent for the first time.</summary>
    public SentImport? Import => Read(() => import);

    public ImmutableArray<SentMessage> Messages => Read(() => messages.ToImmutableArray());

    public ImmutableArray<SentDrop> Drops => Read(() => drops.ToImmutableArray());

    /// <summary>The heads of the chain that were shown, by the sequence they were shown for.</summary>
    public ImmutableDictionary<long, string> Heads => Read(() => heads.ToImmutableDictionary());

    /// <summary>Answers that should not have been given.</summary>
    public ImmutableArray<string> Complaints => Read(() => complaints.ToImmutableArray());

    public void Add(SentUpload upload) => Read(() =>
    {
        uploads.Add(upload);
        return 0;
    });

    public void Add(SentDrop drop) => Read(() =>
    {
        drops.Add(drop);
        return 0;
    });

    public void Add(SentMessage message) => Read(() =>
    {
        messages.Add(message);
        return 0;
    });

    public void Add(SentDecision decision) => Read(() =>
    {
        decisions.Add(decision);
        return 0;
    });

    public void Add(SentImport sent) => Read(() => import = sent);

    public void Complain(string what) => Read(() =>
    {
        complaints.Add(what);
        return 0;
    });

    /// <summary>Keeps what an upload was answered with; every further answer has to be the same. 503 asks the sender to come again, and is none.</summary>
    public void Answered(SentUpload upload, int status, string body)
    {
        if (status == 503) return;
        var answer = (status, upload.Acceptable) switch
        {
            (201, true) =>
                JsonElement.Parse(body).GetProperty("receipt") is var receipt
                    ? new UploadAnswer(receipt.GetProperty("number").GetInt32(), receipt.GetProperty("head").GetString())
                    : null,
            (422, false) => new UploadAnswer(null, null),
            _ => null,
        };
        if (answer is null) Complain($"upload {upload.Key} was answered with {status}: {body}");
        else if (Read(() => upload.Answer ??= answer) is var first && first != answer)
            Complain($"upload {upload.Key} was answered with {first} and then with {answer}");
        Told();
    }

    /// <summary>Keeps how far a file in parts was said to have come: what was answered once is there whatever happens.</summary>
    public void Stands(SentUpload upload, SentParts parts, long offset)
    {
        if (offset < parts.Acknowledged || offset > upload.Files[0].Bytes.Length)
            Complain($"parts: {upload.Key} had {parts.Acknowledged} bytes of {upload.Files[0].Bytes.Length}, and then {offset}");
        parts.Acknowledged = offset;
        Told();
    }

    /// <summary>Keeps what a decision was answered with; every further answer has to say the same.</summary>
    public void Answered(SentDecision decision, int status, string body)
    {
        if (status == 503) return;
        var answer = status switch
        {
            200 or 201 => new DecisionAnswer(true, NumberIn(JsonElement.Parse(body), decision.Told)),
            // Issued before: what it opens is shown once.
            422 when decision.Door == "links" && body.Contains("KAL7805", StringComparison.Ordinal) => new DecisionAnswer(true, null),
            422 when decision.MayBeRefused => new DecisionAnswer(false, null),
            _ => null,
        };
        if (answer is null) Complain($"decision {decision.Key} was answered with {status}: {body}");
        else if (Read(() => decision.Answer ??= answer) is var first && (first.Stands != answer.Stands || (first.Number ?? answer.Number) != (answer.Number ?? first.Number)))
            Complain($"decision {decision.Key} was answered with {first} and then with {answer}");
        Told();
    }

    private static long? NumberIn(JsonElement answer, string? told) => told is null ? null : answer.GetProperty(told) is { ValueKind: JsonValueKind.Array } list
        ? list[0].GetInt64() : answer.GetProperty(told).GetInt64();

    /// <summary>The round is whole here, and may have gone on since (KAL7712).</summary>
    public void Imported(SentImport sent, int status, string body)
    {
        if (status == 503) return;
        if (status is 200 or 201 || (status == 422 && body.Contains("KAL7712", StringComparison.Ordinal))) Read(() => sent.IsAnswered = true);
        else Complain($"the import was answered with {status}: {body}");
    }

    /// <summary>Keeps how an imported round was shown: whole or not at all.</summary>
    public void ShownBrought(SentImport sent, bool wasAnswered, int status, string body)
    {
        if (status == 200 && JsonElement.Parse(body).GetProperty("sequence").GetInt64() >= sent.Round.Events.Length) return;
        if (status is not (404 or 503) || wasAnswered) Complain($"the imported round was shown with {status}: {body}");
    }

    /// <summary>Keeps a status of the round that was shown.</summary>
    public void Shown(JsonElement round)
    {
        var (sequence, head) = (round.GetProperty("sequence").GetInt64(), round.GetProperty("head").GetString()!);
        var first = Read(() => heads.TryGetValue(sequence, out var known) ? known : heads[sequence] = head);
        if (first != head) Complain($"sequence {sequence} was shown with the head {first} and then with {head}");
        Told();
    }

    private T Read<T>(Func<T> work)
    {
        lock (writing) return work();
    }
}
