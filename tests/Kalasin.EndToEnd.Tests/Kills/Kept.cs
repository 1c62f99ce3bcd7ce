using System.Collections.Immutable;
using System.Security.Cryptography;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>All that an installation keeps at one moment, read from outside the program and without its adapters.</summary>
internal sealed record Kept
{
    /// <summary>The rows of the log, in the order of streams and sequences.</summary>
    public ImmutableArray<KeptRow> Rows { get; init; } = [];

    /// <summary>The SHA-256 of the bytes under each name in the round's vault.</summary>
    public ImmutableDictionary<string, string> Vault { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The rows of the round that is imported.</summary>
    public ImmutableArray<KeptRow> Brought { get; init; } = [];

    /// <summary>What lies in its vault.</summary>
    public ImmutableDictionary<string, string> BroughtVault { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The tag of each path that lies in the drop.</summary>
    public ImmutableDictionary<string, string> Drops { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The answers by path and name; only <c>answer.json</c> with its bytes.</summary>
    public ImmutableDictionary<string, byte[]> Answers { get; init; } = ImmutableDictionary.Create<string, byte[]>(StringComparer.Ordinal);

    /// <summary>The SHA-256 of each mail that was put out; null where mails have no way out.</summary>
    public ImmutableDictionary<string, string>? Outbox { get; init; }

    /// <summary>How many copies of each mail came to its recipient, by Message-Id; null where mails go to no server.</summary>
    public ImmutableDictionary<string, int>? Arrived { get; init; }

    /// <summary>What the log adds up to.</summary>
    public RoundState Fold() => Rows.Aggregate(RoundState.Empty, (state, row) => Evolve.Apply(state, row.Bytes));

    public static async Task<string> HashAsync(Stream content) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
}

/// <summary>A row of the log. In the name of its stream a point may stand for the slash.</summary>
internal sealed record KeptRow(string Stream, long Sequence, byte[] Bytes)
{
    public bool IsOfRound => Stream.Replace('.', '/') == $"round/{InstallationUnderTest.Round}";

    public bool IsBrought => Stream.Replace('.', '/') == $"round/{BroughtRound.Id}";

    /// <summary>An office's own revisions of rules.</summary>
    public bool IsRules => Stream.StartsWith("plan", StringComparison.Ordinal);

    /// <summary>Where an import that is under way ends; says nothing of a round.</summary>
    public bool IsMark => Stream.StartsWith("arriving-", StringComparison.Ordinal);
}
