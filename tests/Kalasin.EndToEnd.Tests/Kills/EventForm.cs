using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>
/// All that an event may say: ids, numbers, dates, hashes and words of ours. Whatever is not listed is something that has no
/// business in the log, such as a name or a score.
/// </summary>
internal static class EventForm
{
    private const string Hash = "[0-9a-f]{64}";
    private const string Id = "[a-z0-9-]{1,64}";
    private const string Row = "[0-9a-f]{16}";
    private const string Word = "[a-zA-Z]{1,30}";
    private const string Number = "[0-9]{1,12}";
    private const string Time = @"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(\+[0-9]{2}:[0-9]{2}|Z)";

    private const string Day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private const string Nothing = "null";
    private const string Score = "score";

    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["v"] = "1", ["at"] = Time, ["role"] = Word, ["id"] = $"{Id}|[A-Z]{{3}}", ["command"] = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", ["kind"] = Word,
        ["round"] = Id, ["framework"] = Id, ["frameworkRevision"] = Number, ["frameworkHash"] = Hash, ["planRevision"] = Number, ["planHash"] = Hash,
        ["reason"] = $"{Hash}|{Nothing}", ["step"] = Id, ["mail"] = $"{Id}|{Nothing}", ["purpose"] = Word, ["eml"] = Hash, ["until"] = $"{Time}|{Day}", ["code"] = "KAL[0-9]{4}",
        ["batch"] = $"{Number}|{Nothing}", ["count"] = Number, ["again"] = Id, ["message"] = Word, ["permanent"] = "true|false",
        ["smtp"] = $@"[245]\.[0-9]{{1,3}}\.[0-9]{{1,3}}|{Nothing}",
        ["receipt"] = $"{Number}|{Nothing}", ["channel"] = Word, ["unit"] = $"[0-9]{{4}}|[A-Z]{{3}}|{Nothing}", ["receivedAt"] = Time, ["key"] = Hash, ["body"] = Hash, ["details"] = Hash,
        ["size"] = Number, ["hash"] = $"{Hash}|{Row}", ["indicator"] = $"[0-9]{{1,2}}|{Nothing}", ["version"] = Number,
        ["unchanged"] = "true|false", ["status"] = Word, ["content"] = Hash,
        ["faultyRows"] = Number, ["errors"] = Number, ["warnings"] = Number, ["information"] = Number,
        ["codes"] = "KAL[0-9]{4}", ["edition"] = Word, ["word"] = Hash, ["pdf"] = Hash, ["log"] = Hash,
        ["rules"] = $"{Hash}|{Nothing}", ["rulings"] = Hash, ["basis"] = Hash, ["text"] = Hash, ["note"] = $"{Hash}|{Number}|{Nothing}", ["correction"] = Number, ["link"] = $"{Number}|{Nothing}",
        ["secret"] = Hash, ["expires"] = Time, ["from"] = Day, ["to"] = Day, ["on"] = Day, ["registerNumber"] = $"{Hash}|{Nothing}", ["form"] = Word,
        ["as"] = Word, ["for"] = $"{Word}|{Nothing}", ["upheld"] = "true|false", ["same"] = "true|false", ["entrant"] = $"[0-9]{{4}}|[A-Z]{{3}}|[0-9]{{2}}(-[A-Z0-9]{{1,20}})?|{Nothing}",
        ["entrants"] = "[0-9]{4}|[0-9]{2}(-[A-Z0-9]{1,20})?",
        ["file"] = $"{Hash}|{Nothing}", ["use"] = Word, ["paper"] = Word, ["matched"] = Word, ["of"] = Number, ["signature"] = $"{Hash}|{Nothing}", ["owner"] = Word, ["address"] = Hash,
        ["signedLetter"] = Hash, ["signedPage"] = $"{Hash}|{Nothing}", ["letter"] = Number, ["left"] = "true|false", ["by"] = Word, ["number"] = $"{Hash}|{Nothing}",
        ["row"] = Row, ["choice"] = Id, ["question"] = Number, ["standIn"] = Number, ["objection"] = Number,
        // A person's score is a decision and has nowhere else to be; computed ones have no business here.
        [Score] = @"[0-9]{1,4}(\.[0-9]{1,2})?",
    };

    private static readonly string[] Groups = ["actor", "event", "files", "returns", "findings", "heads", "codes", "first", "second", "entrants"];

    /// <returns>What an entry says that it may not.</returns>
    public static IEnumerable<string> Excess(JsonElement entry) => Excess("entry", entry);

    private static IEnumerable<string> Excess(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p =>
            MayStand(p.Name, value) ? Excess(p.Name, p.Value) : [$"an unknown property '{p.Name}'"]),
        JsonValueKind.Array => Groups.Contains(name) ? value.EnumerateArray().SelectMany(item => Excess(name, item)) : [$"a list in '{name}'"],
        _ =>
            Allowed.TryGetValue(name, out var pattern) && Regex.IsMatch(TextOf(value), $"^({pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
                ? []
                : [$"'{value}' in '{name}'"],
    };

    private static bool MayStand(string name, JsonElement of) => name == Score
        ? of.TryGetProperty("kind", out var kind) && kind.GetString() == "assessmentEntered"
        : Groups.Contains(name) || Allowed.ContainsKey(name);

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
