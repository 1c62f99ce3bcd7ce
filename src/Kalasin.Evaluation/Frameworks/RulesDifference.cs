using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Frameworks.Differences;

namespace Kalasin.Evaluation;

/// <summary>One thing in which two revisions of a framework or plan differ, in the words of an officer.</summary>
/// <param name="Pointer">Where it stands: in the later revision, or in the earlier one where it is gone.</param>
/// <param name="What">What it is: ตัวชี้วัดที่ ๑ (วินัย ๙๐ วัน) › น้ำหนัก.</param>
/// <param name="Before">What the earlier revision says; <see langword="null"/> where it says nothing.</param>
/// <param name="After">What the later revision says; <see langword="null"/> where it says nothing any more.</param>
public sealed record RulesChange(string Pointer, BilingualText What, BilingualText? Before, BilingualText? After)
{
    /// <summary>The whole change as a line of text.</summary>
    public BilingualText Line => (Before, After) switch
    {
        (null, { } after) => new($"{What.Thai}: เพิ่ม {after.Thai}", $"{What.English}: added {after.English}"),
        ({ } before, null) => new($"{What.Thai}: นำออก {before.Thai}", $"{What.English}: taken out {before.English}"),
        // Where the words differ in one language only, the line in the other says so.
        ({ } before, { } after) => new(
            $"{What.Thai}: {before.Thai} → {after.Thai}{(before.Thai == after.Thai ? " (แก้เฉพาะภาษาอังกฤษ)" : "")}",
            $"{What.English}: {before.English} → {after.English}{(before.English == after.English ? " (in Thai only)" : "")}"),
        _ => What,
    };
}

/// <summary>In what two revisions of a framework or plan differ. Nothing is left out: revisions that differ in more than their number have a change.</summary>
public static class RulesDifference
{
    /// <summary>Members that tell items of a list apart, the best first.</summary>
    private static readonly string[] Keys = ["number", "code", "id", "indicator", "role", "level", "list", "class", "is"];

    /// <summary>Members that name an item to people.</summary>
    private static readonly string[] Titles = ["shortText", "shortName", "heading", "label", "name", "position", "question"];

    /// <summary>Between two revisions of a framework, in the order of the later one.</summary>
    public static ImmutableArray<RulesChange> Between(Framework before, Framework after) => Of(before, after);

    /// <summary>Between two revisions of a plan, in the order of the later one.</summary>
    public static ImmutableArray<RulesChange> Between(RoundPlan before, RoundPlan after) => Of(before, after);

    private static ImmutableArray<RulesChange> Of<T>(T before, T after) where T : class
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = ImmutableArray.CreateBuilder<RulesChange>();
        Compare(JsonSerializer.SerializeToNode(before, RulesJson.InfoOf<T>()), JsonSerializer.SerializeToNode(after, RulesJson.InfoOf<T>()), "", [], "", changes);
        return [.. changes.Where(c => c.Pointer != "/revision")];
    }

    private static void Compare(
        JsonNode? before, JsonNode? after, string pointer, ImmutableList<BilingualText> path, string member, ImmutableArray<RulesChange>.Builder changes)
    {
        if (JsonNode.DeepEquals(before, after)) return;
        switch (before, after)
        {
            case (JsonObject b, JsonObject a) when IsCompared(b, a, member):
                foreach (var name in a.Select(m => m.Key).Concat(b.Select(m => m.Key)).Distinct(StringComparer.Ordinal).Where(n => n != "isAssumed"))
                    Compare(b[name], a[name], $"{pointer}/{name}", path.Add(MemberWords.Of(name)), name, changes);
                break;
            case (JsonArray b, JsonArray a) when KeyOf(b, a) is { } key:
                Items(b, a, key, pointer, path, member, changes);
                break;
            case (JsonArray b, JsonArray a) when b.Concat(a).All(i => i is JsonObject o && ValueWords.IsText(o)):
                Texts(b, a, pointer, path, changes);
                break;
            case (JsonArray b, JsonArray a) when b.Count == a.Count && b.Concat(a).All(i => i is JsonObject):
                for (var i = 0; i < a.Count; i++) Compare(b[i], a[i], $"{pointer}/{i}", path.Add(ThaiNumerals.Number(i + 1)), member, changes);
                break;
            default:
                changes.Add(new(pointer, BilingualText.Join(" › ", path), Words(before, member), Words(after, member)));
                break;
        }
    }

    /// <summary>Two objects of one kind are compared part by part; what became of another kind is told as a whole.</summary>
    private static bool IsCompared(JsonObject before, JsonObject after, string member) =>
        !ValueWords.IsText(before) && !ValueWords.IsSource(before, member) && JsonNode.DeepEquals(before["kind"], after["kind"]);

    private static void Items(
        JsonArray before, JsonArray after, string key, string pointer, ImmutableList<BilingualText> path, string member, ImmutableArray<RulesChange>.Builder changes)
    {
        var (was, now) = (ByKey(before, key), ByKey(after, key));
        var outer = path.RemoveAt(path.Count - 1);
        foreach (var (id, (i, item)) in now.OrderBy(n => n.Value.Index))
        {
            if (was.TryGetValue(id, out var old)) Compare(old.Item, item, $"{pointer}/{i}", outer.Add(Title(item, key, member)), member, changes);
            else changes.Add(new($"{pointer}/{i}", BilingualText.Join(" › ", [.. outer, Title(item, key, member)]), null, Summary(item)));
        }
        foreach (var (_, (i, item)) in was.Where(w => !now.ContainsKey(w.Key)).OrderBy(w => w.Value.Index))
            changes.Add(new($"{pointer}/{i}", BilingualText.Join(" › ", [.. outer, Title(item, key, member)]), Summary(item), null));
        var kept = now.Keys.Where(was.ContainsKey).ToList();
        if (!kept.OrderBy(k => was[k].Index).SequenceEqual(kept.OrderBy(k => now[k].Index)))
            changes.Add(new(pointer, BilingualText.Join(" › ", [.. path, new("ลำดับ", "order")]), Order(before, key), Order(after, key)));
    }

    private static BilingualText Order(JsonArray items, string key) => BilingualText.Join(", ", [.. items.Select(i => Shown(i!.AsObject(), key))]);

    private static void Texts(JsonArray before, JsonArray after, string pointer, ImmutableList<BilingualText> path, ImmutableArray<RulesChange>.Builder changes)
    {
        var (count, what) = (changes.Count, BilingualText.Join(" › ", path));
        foreach (var (i, text) in after.Index())
            if (!before.Any(b => JsonNode.DeepEquals(b, text))) changes.Add(new($"{pointer}/{i}", what, null, ValueWords.Of(text)));
        foreach (var (i, text) in before.Index())
            if (!after.Any(a => JsonNode.DeepEquals(a, text))) changes.Add(new($"{pointer}/{i}", what, ValueWords.Of(text), null));
        if (changes.Count == count) changes.Add(new(pointer, what, ValueWords.Of(before), ValueWords.Of(after)));
    }

    private static BilingualText? Words(JsonNode? node, string member) => node is null ? null : ValueWords.Of(node, member);

    /// <summary>What is said of an item that came or went.</summary>
    private static BilingualText Summary(JsonObject item) => ValueWords.Of(item["text"] ?? item["name"] ?? item);

    private static BilingualText Title(JsonObject item, string key, string member)
    {
        var id = Shown(item, key);
        var label = member is "indicators" or "hosting" ? new BilingualText("ตัวชี้วัดที่", "indicator") : MemberWords.Of(member);
        var numbered = new BilingualText($"{label.Thai} {id.Thai}", $"{label.English} {id.English}");
        var title = Titles.Select(t => item[t]).OfType<JsonObject>().FirstOrDefault();
        if (title is null) return member == "hosting" ? new($"{numbered.Thai} › เจ้าภาพ", $"{numbered.English} › hosts") : numbered;
        var words = ValueWords.Of(title);
        return key is "id" or "role" ? new($"{label.Thai} “{words.Thai}”", $"{label.English} “{words.English}”") : new($"{numbered.Thai} ({words.Thai})", $"{numbered.English} ({words.English})");
    }

    private static string? KeyOf(JsonArray before, JsonArray after)
    {
        var items = before.Concat(after).ToList();
        if (items.Count == 0 || items.Any(i => i is not JsonObject)) return null;
        return Keys.FirstOrDefault(key => items.All(i => i![key] is JsonValue) && IsUnique(before, key) && IsUnique(after, key));
    }

    private static bool IsUnique(JsonArray items, string key) => items.Select(i => IdOf(i!.AsObject(), key)).Distinct(StringComparer.Ordinal).Count() == items.Count;

    private static Dictionary<string, (int Index, JsonObject Item)> ByKey(JsonArray items, string key) =>
        items.Index().ToDictionary(i => IdOf(i.Item!.AsObject(), key), i => (i.Index, i.Item!.AsObject()), StringComparer.Ordinal);

    /// <summary>What an item is called by: numbers in Thai digits, ids and codes as they are.</summary>
    private static BilingualText Shown(JsonObject item, string key) =>
        key is "number" or "indicator" or "level" ? ThaiNumerals.Digits(IdOf(item, key)) : IdOf(item, key);

    private static string IdOf(JsonObject item, string key) => item[key]!.ToString();
}
