using System.Text.Json;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>How often kills met the program in the middle of something; says whether a run proved anything.</summary>
internal sealed record KillFigures
{
    public int Kills { get; init; }

    /// <summary>Of them, while it came up.</summary>
    public int ComingUp { get; init; }

    /// <summary>Kills after which an upload was without an answer.</summary>
    public int WithUnanswered { get; init; }

    /// <summary>Kills after which an upload was in the log and not answered.</summary>
    public int WithLostReplies { get; init; }

    /// <summary>Kills after which the vault had content that no event names.</summary>
    public int WithOrphans { get; init; }

    /// <summary>Kills after which a drop was in the log and still lay there.</summary>
    public int WithHalfTakenDrops { get; init; }

    /// <summary>Kills after which one edition of the report was newer than the other.</summary>
    public int WithHalfCompiledReports { get; init; }

    /// <summary>Kills after which a decision was without an answer.</summary>
    public int WithUnansweredDecisions { get; init; }

    /// <summary>Kills after which a file in parts had come in part.</summary>
    public int WithHalfFiles { get; init; }

    /// <summary>Kills after which content was erased in the log and still there.</summary>
    public int WithHalfErasures { get; init; }

    /// <summary>Kills after which an import was without an answer, and of it something had come.</summary>
    public int WithHalfImports { get; init; }

    /// <summary>Kills after which somebody had begun to send a mail, and not said what became of it.</summary>
    public int WithMailsUnderWay { get; init; }

    /// <summary>Kills after which that was the dispatch, which waits for a person.</summary>
    public int WithInterruptedDispatch { get; init; }

    /// <summary>Whether the report came to its giver in the end.</summary>
    public bool IsDispatched { get; init; }

    /// <summary>Events at the end.</summary>
    public int Events { get; init; }

    public KillFigures With(Kept before, Kept kept, Journal journal, bool underLoad)
    {
        var events = kept.Rows.Select(row => JsonElement.Parse(row.Bytes).GetProperty("event")).ToList();
        var keys = events.Where(e => e.TryGetProperty("key", out _)).Select(e => e.GetProperty("key").GetString()!).ToHashSet(StringComparer.Ordinal);
        var state = kept.Fold();
        var underWay = state.Mails.Values.Where(m => m is { Waits: true, Attempts: > 0, Failure: null }).ToList();
        var text = string.Join('\n', kept.Rows.Select(row => System.Text.Encoding.UTF8.GetString(row.Bytes)));
        return this with
        {
            Kills = Kills + 1,
            ComingUp = ComingUp + (underLoad ? 0 : 1),
            WithUnanswered = WithUnanswered + One(journal.Uploads.Any(u => u.Answer is null)),
            WithLostReplies = WithLostReplies + One(journal.Uploads.Any(u => u.Answer is null && keys.Contains(Invariants.KeyOf(u)))),
            WithOrphans = WithOrphans + One(kept.Vault.Keys.Any(name => !before.Vault.ContainsKey(name) && !text.Contains(name, StringComparison.Ordinal))),
            WithHalfTakenDrops = WithHalfTakenDrops + One(journal.Drops.Any(d => kept.Drops.ContainsKey(d.Path) && keys.Contains(Invariants.KeyOf(d)))),
            WithHalfCompiledReports = WithHalfCompiledReports + One(events.Count(e => e.TryGetProperty("edition", out _)) % 2 == 1),
            WithUnansweredDecisions = WithUnansweredDecisions + One(journal.Decisions.Any(d => d.Answer is null)),
            WithHalfFiles = WithHalfFiles + One(journal.Uploads.Any(u => u.Parts is { Acknowledged: > 0 } parts && parts.Acknowledged < u.Files[0].Bytes.Length)),
            WithHalfErasures = WithHalfErasures + One(VaultInvariants.Broken(kept, new(kept.Rows), settled: true).Any(b => b.StartsWith("erased:", StringComparison.Ordinal))),
            WithHalfImports = WithHalfImports + One(journal.Import is { IsAnswered: false } && !(kept.Brought.IsEmpty && kept.BroughtVault.IsEmpty)),
            WithMailsUnderWay = WithMailsUnderWay + One(underWay.Count > 0),
            WithInterruptedDispatch = WithInterruptedDispatch + One(underWay.Exists(m => m.Purpose == MailPurpose.Dispatch)),
            IsDispatched = state.DispatchedAt is not null,
            Events = kept.Rows.Length,
        };
    }

    private static int One(bool met) => met ? 1 : 0;
}
