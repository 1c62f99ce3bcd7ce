using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>Conditions of one indicator as rows of a sheet, where they have the form that rows can say: alternatives of parts that hold together.</summary>
/// <param name="register">The indicator's register as JSON.</param>
internal sealed class ConditionRows(JsonObject register)
{
    /// <summary>The rows, each by the names of its columns; <see langword="null"/> for a condition that rows can't say.</summary>
    public ImmutableArray<ImmutableDictionary<string, string>>? Of(JsonNode? predicate)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableDictionary<string, string>>();
        var alternatives = Parts(predicate, "any");
        foreach (var (i, alternative) in alternatives.Index())
            foreach (var part in Parts(alternative, "all"))
            {
                if (One(part as JsonObject) is not { } row) return null;
                rows.Add(alternatives.Length == 1 ? row : row.Add("alternative", RuleValues.Number(i + 1)));
            }
        return rows.Count == 0 ? null : rows.ToImmutable();
    }

    private static ImmutableArray<JsonNode?> Parts(JsonNode? predicate, string kind) =>
        predicate is JsonObject joined && (string?)joined["kind"] == kind && joined["of"] is JsonArray { Count: > 1 } of ? [.. of] : [predicate];

    private ImmutableDictionary<string, string>? One(JsonObject? predicate)
    {
        var isNegated = (string?)predicate?["kind"] == "not";
        var inner = isNegated ? predicate!["of"] as JsonObject : predicate;
        foreach (var compares in Comparison.All.Where(c => c.IsNegated == isNegated && c.Kind == (string?)inner?["kind"]))
        {
            if (FieldOf(inner![compares.Field]) is not { } field) continue;
            var value = compares.Value is { } member ? ValueOf(inner[member], inner[compares.Field]) : "";
            if (value is null) continue;
            var row = ImmutableDictionary<string, string>.Empty.Add("field", field).Add("compares", compares.Word).Add("value", value);
            return compares.HasSpan ? row.AddRange(Span(inner)) : row;
        }
        return null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Span(JsonObject period)
    {
        var (word, member) = ConditionTables.Units.FirstOrDefault(u => period[u.Member] is not null, ConditionTables.Units[0]);
        yield return new("length", period[member]?.ToString() ?? "");
        yield return new("unit", word);
        yield return new("first", (bool?)period["countsFirstDay"] == true ? RuleValues.Yes : "");
        yield return new("holiday", (string?)period["endsOnHoliday"] == "extend" ? RuleValues.Yes : "");
    }

    /// <summary>What a cell calls a field, or a day that has a name; <see langword="null"/> for anything else.</summary>
    private string? FieldOf(JsonNode? operand) => (string?)operand?["kind"] switch
    {
        "column" or "fact" => Named(operand)?[LabelOf(operand)]?["th"]?.ToString(),
        "evaluationDate" => ConditionTables.Judged,
        "fiscalYearEnd" => $"{ConditionTables.YearEnd} {ThaiNumerals.Digits(operand["year"]!.ToString()).Thai}",
        _ => null,
    };

    private string? ValueOf(JsonNode? operand, JsonNode? field) => (string?)operand?["kind"] switch
    {
        "number" => operand["value"]!.ToString(),
        "date" => RuleValues.Day(DateOnly.ParseExact(operand["value"]!.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        "text" => Word(operand["value"]!.ToString(), Named(field)),
        _ => FieldOf(operand),
    };

    /// <summary>A text that is compared with a field: yes or no of a flag, an option of a choice.</summary>
    private static string Word(string text, JsonNode? field) => (string?)field?["type"] switch
    {
        "flag" => text == "yes" ? RuleValues.Yes : RuleValues.No,
        "choice" => field["options"]?.AsArray().FirstOrDefault(o => (string?)o!["id"] == text)?["text"]?["th"]?.ToString() ?? text,
        _ => text,
    };

    private JsonNode? Named(JsonNode? operand) =>
        (register[(string?)operand?["kind"] == "fact" ? "facts" : "columns"] as JsonArray)?.FirstOrDefault(f => (string?)f!["id"] == (string?)operand?["name"]);

    private static string LabelOf(JsonNode operand) => (string?)operand["kind"] == "fact" ? "label" : "heading";
}
