using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Trials;

/// <summary>
/// Returns with other inputs: written as JSON, changed there, and read as what a unit sends, so that texts are understood, rows checked and faults found as
/// they would be. What isn't changed stays as it was read first, with its faults and the numbers that evidence names it by.
/// </summary>
internal static class ChangedReturns
{
    /// <summary>The returns as they would be; <c>findings</c> get what reading says of them and did not say before.</summary>
    public static async Task<ImmutableArray<Return>> OfAsync(
        AwardRules rules, ImmutableArray<Return> returns, ImmutableArray<InputChange> changes, IntakeLimits limits, ImmutableArray<Finding>.Builder findings,
        CancellationToken cancellationToken)
    {
        var result = returns.ToBuilder();
        foreach (var of in changes.Where(c => c.Score is null).GroupBy(c => (c.Unit!.Value, c.Indicator)))
        {
            var at = -1;
            for (var i = 0; i < result.Count; i++)
                if ((result[i].Unit, result[i].Indicator) == of.Key) at = i;
            var before = at < 0 ? new Return(of.Key.Value, of.Key.Indicator, ReturnStatus.Reported) : result[at];
            var said = (await ReadAsync(rules, ReturnJson.Write(before), before.Unit, limits, cancellationToken)).Findings.ToHashSet();
            var read = await ReadAsync(rules, Changed(before, [.. of]), before.Unit, limits, cancellationToken);
            findings.AddRange(read.Findings.Where(f => !said.Contains(f)).Select(f => f with { Place = f.Place with { File = null } }));
            // What can't be read at all would be refused: what was there before stays.
            if (read.Returns is not [var after]) continue;
            if (at < 0) result.Add(after);
            else result[at] = Merged(before, after, [.. of]);
        }
        return result.ToImmutable();
    }

    private static byte[] Changed(Return before, IReadOnlyList<InputChange> changes)
    {
        var json = JsonNode.Parse(ReturnJson.Write(before))!.AsObject();
        // Somebody who fills in something has something to report.
        if (before.Status == ReturnStatus.Nil) (json["status"], json["nilReason"]) = ("reported", null);
        var rows = json["rows"]!.AsArray();
        foreach (var change in changes)
        {
            if (change.Row is not { } number) Set(json["facts"]!.AsObject(), change);
            else if (change.Field is not null) Set(ValuesOf(rows, number), change);
        }
        // A row without values is none, and the places of those after it stay.
        foreach (var number in TakenOut(changes)) rows[number - 1]!["values"] = new JsonObject();
        foreach (var row in rows) row!.AsObject().Remove("faults");
        return System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private static HashSet<int> TakenOut(IEnumerable<InputChange> changes) => [.. changes.Where(c => c is { Row: not null, Field: null }).Select(c => c.Row!.Value)];

    /// <summary>The return as it was with what changed: of rows that don't read one by one as they were sent, all as they were read.</summary>
    private static Return Merged(Return before, Return after, IReadOnlyList<InputChange> changes)
    {
        var (taken, facts) = (TakenOut(changes), before.Facts);
        foreach (var fact in changes.Where(c => c.Row is null).Select(c => c.Field!))
            facts = after.Facts.TryGetValue(fact, out var value) ? facts.With(fact, value) : facts.Without(fact);
        var touched = changes.Where(c => c is { Row: not null, Field: not null }).Select(c => c.Row!.Value).ToHashSet();
        var last = Math.Max(before.Rows.Length, touched.DefaultIfEmpty().Max());
        List<int> places = [.. Enumerable.Range(1, last).Where(n => !taken.Contains(n) && (n <= before.Rows.Length || touched.Contains(n)))];
        var merged = before with { Status = after.Status, NilReason = after.NilReason, Facts = facts, Rows = after.Rows };
        return places.Count != after.Rows.Length ? merged : merged with
        {
            Rows = [.. places.Zip(after.Rows, (place, read) => touched.Contains(place) ? Numbered(read, before, place) : before.Rows[place - 1])],
        };
    }

    private static RegisterRow Numbered(RegisterRow read, Return before, int place)
    {
        var number = place <= before.Rows.Length ? before.Rows[place - 1].Number : (before.Rows.IsEmpty ? 0 : before.Rows[^1].Number) + place - before.Rows.Length;
        return read with { Number = number, Faults = [.. read.Faults.Select(f => f with { Place = f.Place with { Row = number } })] };
    }

    private static JsonObject ValuesOf(JsonArray rows, int number)
    {
        while (rows.Count < number) rows.Add((JsonNode)new JsonObject { ["number"] = rows.Count + 1, ["values"] = new JsonObject() });
        return rows[number - 1]!["values"]!.AsObject();
    }

    private static void Set(JsonObject values, InputChange change)
    {
        if (string.IsNullOrWhiteSpace(change.Value)) values.Remove(change.Field!);
        else values[change.Field!] = change.Value;
    }

    private static Task<IntakeResult> ReadAsync(AwardRules rules, byte[] json, UnitCode unit, IntakeLimits limits, CancellationToken cancellationToken) =>
        ReturnReader.ReadAsync(rules, [new SourceFile("what-if.json", _ => ValueTask.FromResult<Stream>(new MemoryStream(json, writable: false)))],
            limits, new() { ExpectedUnit = unit }, cancellationToken);
}
