using System.Text.Json;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>An imported round keeps its events to the byte and comes with its contents; once it was answered it is whole, and never there twice.</summary>
internal static class BroughtInvariants
{
    public static IEnumerable<string> Broken(Kept kept, Journal journal, bool settled)
    {
        if (journal.Import is not { } import) return kept.Brought.IsEmpty ? [] : ["brought: nobody sent the round"];
        return Broken(kept, import, settled);
    }

    private static IEnumerable<string> Broken(Kept kept, SentImport import, bool settled)
    {
        var (rows, events) = (kept.Brought, import.Round.Events);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Sequence != i + 1) yield return $"brought: row {rows[i].Sequence} stands where {i + 1} should";
            else if (i < events.Length && !rows[i].Bytes.AsSpan().SequenceEqual(events[i])) yield return $"brought: event {i + 1} is another than was sent";
        }
        if (rows.Length < events.Length && (import.IsAnswered || settled)) yield return $"brought: {rows.Length} events are there of {events.Length}";
        foreach (var (name, hash) in kept.BroughtVault)
            if (name != hash) yield return $"brought: {hash} lies under the name {name}";
        // The contents come before the log: whoever sees an event of it has all of them.
        if (rows.IsEmpty) yield break;
        foreach (var name in events.SelectMany(bytes => VaultInvariants.NamedBy(JsonElement.Parse(bytes).GetProperty("event"))).Distinct(StringComparer.Ordinal))
            if (!kept.BroughtVault.ContainsKey(name)) yield return $"brought: {name} did not come";
    }
}
