using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>The bytes of a log as somebody outside reads them: what its entries say, and the chain over them.</summary>
internal sealed class KeptLog
{
    public KeptLog(ImmutableArray<KeptRow> rows)
    {
        Entries = [.. rows.Select(row => JsonElement.Parse(row.Bytes))];
        var head = new byte[SHA256.HashSizeInBytes];
        Heads = [.. rows.Select(row => Convert.ToHexStringLower(head = SHA256.HashData([.. head, .. row.Bytes])))];
    }

    public ImmutableArray<JsonElement> Entries { get; }

    /// <summary>Head of the chain after each.</summary>
    public ImmutableArray<string> Heads { get; }

    /// <summary>The events of a kind.</summary>
    public IEnumerable<JsonElement> Of(string kind) => Entries.Select(entry => entry.GetProperty("event")).Where(e => Text(e, "kind") == kind);

    public static IEnumerable<string> Doubles(IEnumerable<string> texts) =>
        texts.GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);

    public static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;
}
