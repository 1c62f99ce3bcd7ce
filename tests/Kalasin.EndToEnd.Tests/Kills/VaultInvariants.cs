using System.Text.Json;
using static Kalasin.EndToEnd.Tests.Kills.KeptLog;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>
/// Bytes are in the vault before an event names them; those of refused files are not. Once everything is done, what was erased is gone, unless
/// an event names it anew, and nothing else is.
/// </summary>
internal static class VaultInvariants
{
    public static IEnumerable<string> Broken(Kept kept, KeptLog log, bool settled)
    {
        foreach (var (name, hash) in kept.Vault)
            if (name != hash) yield return $"vault: {hash} lies under the name {name}";
        var (named, erased) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < log.Entries.Length; i++)
        {
            var e = log.Entries[i].GetProperty("event");
            foreach (var hash in NamedBy(e)) named[hash] = i + 1;
            if (Text(e, "kind") == "contentErased") erased[Text(e, "content")] = i + 1;
        }
        foreach (var (hash, sequence) in named)
            if (erased.GetValueOrDefault(hash) < sequence && !kept.Vault.ContainsKey(hash)) yield return $"vault: event {sequence} names {hash}, which is not there";
        foreach (var (hash, sequence) in erased)
            if (settled && named.GetValueOrDefault(hash) < sequence && kept.Vault.ContainsKey(hash)) yield return $"erased: event {sequence} erases {hash}, which is there";
        foreach (var hash in log.Of("deliveryRefused").SelectMany(e => e.GetProperty("files").EnumerateArray()).Select(f => Text(f, "hash")))
            if (kept.Vault.ContainsKey(hash)) yield return $"vault: {hash} was refused and is there";
    }

    public static IEnumerable<string> NamedBy(JsonElement e) => Text(e, "kind") switch
    {
        "deliveryReceived" =>
            e.GetProperty("files").EnumerateArray().Select(f => Text(f, "hash"))
                .Concat(e.GetProperty("returns").EnumerateArray().Select(r => Text(r, "content"))).Append(Text(e, "details")),
        "roundOpened" => [Text(e, "frameworkHash"), Text(e, "planHash")],
        "rulesRevised" => [Text(e, "frameworkHash"), Text(e, "planHash"), Text(e, "reason")],
        "mailQueued" or "messageTaken" or "mailBounced" => [Text(e, "eml")],
        "reportCompiled" => e.GetProperty("heads").EnumerateArray().Select(h => Text(h, "content")).Append(Text(e, "word")).Append(Text(e, "pdf")),
        "signedCopyAttached" => [Text(e, "file"), .. Said(e)],
        "dispatchOrdered" => [Text(e, "word"), Text(e, "pdf"), Text(e, "signedLetter"), .. Said(e)],
        _ => Said(e),
    };

    /// <summary>What people said: of decisions there are many kinds, and they call it by a few names.</summary>
    private static IEnumerable<string> Said(JsonElement e) =>
        e.EnumerateObject().Where(p => p.Name is "reason" or "text" or "note" or "basis" or "registerNumber" or "signedPage" or "signature" && p.Value.ValueKind == JsonValueKind.String)
            .Select(p => p.Value.GetString()!);
}
