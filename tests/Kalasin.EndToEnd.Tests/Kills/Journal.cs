using System.Collections.Immutable;
using System.Text.Json;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>An upload as its sender knows it: sent again under the same key until it is answered.</summary>
internal sealed record SentUpload(string Key, string Unit, bool Acceptable, ImmutableArray<(string Name, byte[] Bytes)> Files)
{
    /// <summary>The first answer; null before.</summary>
    public UploadAnswer? Answer { get; set; }
}

/// <param name="Receipt">Null if it was refused.</param>
/// <param name="Head">Head of the chain on the receipt.</param>
internal sealed record UploadAnswer(int? Receipt, string? Head);

/// <summary>A question as whoever asks it knows it: asked again under the same key until it is answered.</summary>
internal sealed record SentDecision(string Key, string Unit)
{
    /// <summary>Entry of the log that the first answer named; null before.</summary>
    public long? Number { get; set; }
}

/// <summary>A drop as its sender knows it.</summary>
internal sealed record SentDrop(string Path, string Tag, bool Acceptable, byte[] Bytes);

/// <summary>What everybody outside the program was told, and what was wrong with how it was told. Many write at once.</summary>
internal sealed class Journal
{
    private readonly Lock writing = new();
    private readonly List<SentUpload> uploads = [];
    private readonly List<SentDrop> drops = [];
    private readonly List<SentDecision> decisions = [];
    private readonly Dictionary<long, string> heads = [];
    private readonly List<string> complaints = [];

    public ImmutableArray<SentUpload> Uploads => Read(() => uploads.ToImmutableArray());

    public ImmutableArray<SentDecision> Decisions => Read(() => decisions.ToImmutableArray());

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

    public void Add(SentDecision decision) => Read(() =>
    {
        decisions.Add(decision);
        return 0;
    });

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
    }

    /// <summary>Keeps the entry that a decision was answered with; every further answer has to name the same.</summary>
    public void Answered(SentDecision decision, int status, string body)
    {
        if (status == 503) return;
        long? number = status is 200 or 201 ? JsonElement.Parse(body).GetProperty("sequence").GetInt64() : null;
        if (number is null) Complain($"decision {decision.Key} was answered with {status}: {body}");
        else if (Read(() => decision.Number ??= number) is var first && first != number)
            Complain($"decision {decision.Key} was answered with {first} and then with {number}");
    }

    /// <summary>Keeps a status of the round that was shown.</summary>
    public void Shown(JsonElement round)
    {
        var (sequence, head) = (round.GetProperty("sequence").GetInt64(), round.GetProperty("head").GetString()!);
        var first = Read(() => heads.TryGetValue(sequence, out var known) ? known : heads[sequence] = head);
        if (first != head) Complain($"sequence {sequence} was shown with the head {first} and then with {head}");
    }

    private T Read<T>(Func<T> work)
    {
        lock (writing) return work();
    }
}
