using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Trials;

/// <summary>
/// Returns with other inputs: written as JSON, changed there, and read as what a unit sends, so that texts are understood, rows checked and faults found as
/// they would be.
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
            else result[at] = after;
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
        foreach (var number in changes.Where(c => c is { Row: not null, Field: null }).Select(c => c.Row!.Value).Distinct().OrderDescending()) rows.RemoveAt(number - 1);
        foreach (var row in rows) row!.AsObject().Remove("faults");
        return System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());
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
