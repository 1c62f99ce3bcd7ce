using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>
/// The published schemas, in a validator that is not ours, accept exactly the documents in whose structure the reader finds nothing: over documents with a part
/// changed, taken out, put in or put elsewhere. References, orders and ranges are no matter of structure.
/// </summary>
public sealed class SchemaEqualityTests
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.Flag, RequireFormatValidation = true };

    private static readonly ImmutableArray<string?> Replacements =
        ["null", "true", "0", "-3", "\"\"", "\"x\"", "\"2024-02-29\"", "\"2567-05-31\"", "\"2023-02-29\"", "\"16:30:00\"", "\"24:00:00\"", "[]", "{}", "[1]", "{\"kind\":\"count\"}", "{\"th\":\"ก\",\"en\":\"a\"}", null];

    [Theory]
    [InlineData("dla-2567")]
    [InlineData("example-service-2568")]
    [InlineData("small")]
    [InlineData("budget")]
    public void Framework_SchemaAcceptsWhatTheReaderReads(string which) => Check(
        which switch
        {
            "small" => RulesText.Framework,
            "budget" => File.ReadAllText(RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Frameworks", "budget-2568.json")),
            _ => new StreamReader(EmbeddedRules.Open(which)).ReadToEnd(),
        }, FrameworkReader.Schema, text => FrameworkReader.Read(text));

    [Theory]
    [InlineData("46-dla-2567")]
    [InlineData("small")]
    public void Plan_SchemaAcceptsWhatTheReaderReads(string which) =>
        Check(which == "small" ? RulesText.Plan : new StreamReader(EmbeddedRules.Open(which)).ReadToEnd(), RoundPlanReader.Schema, text => RoundPlanReader.Read(text));

    private static void Check<T>(string text, string schemaText, Func<Stream, RulesResult<T>> read) where T : class
    {
        var schema = JsonSchema.FromText(schemaText);
        var root = JsonNode.Parse(text)!;
        Assert.True(Accepts(schema, root.ToJsonString()), "as it stands");
        var pointers = Pointers(root, "").ToList();
        // A prime step, so that every kind of member is met with every replacement in some document.
        var (accepted, refused, different) = (0, 0, new List<string>());
        for (var n = 0; n < (text.Length > 20_000 ? 250 : 900); n++)
        {
            var copy = root.DeepClone();
            var pointer = pointers[n * 7919 % pointers.Count];
            var what = Mutate(copy, pointer, n);
            var json = copy.ToJsonString();
            var isAccepted = Accepts(schema, json);
            using var stream = RulesText.Stream(json);
            var isRead = !read(stream).Findings.Any(f => string.CompareOrdinal(f.Code, "KAL3030") <= 0 && f.Code != "KAL3008");
            if (isAccepted) accepted++;
            else refused++;
            if (isAccepted != isRead) different.Add($"{pointer} {what}: schema {(isAccepted ? "accepts" : "refuses")}");
        }
        Assert.Empty(different);
        Assert.True(accepted > 5 && refused > 150, $"{accepted} accepted, {refused} refused");
    }

    private static bool Accepts(JsonSchema schema, string json)
    {
        using var document = JsonDocument.Parse(json);
        return schema.Evaluate(document.RootElement, Options).IsValid;
    }

    private static string Mutate(JsonNode root, string pointer, int n)
    {
        var steps = pointer.Split('/').Skip(1).ToImmutableArray();
        var owner = root;
        foreach (var step in steps[..^1]) owner = owner is JsonArray a ? a[int.Parse(step, null)]! : owner[step]!;
        var last = steps[^1];
        var replacement = Replacements[n % Replacements.Length];
        if (owner is JsonObject members)
        {
            if (n % 19 == 0) members[last + "s"] = "x";
            else if (replacement is null) members.Remove(last);
            else members[last] = JsonNode.Parse(replacement);
        }
        else if (owner is JsonArray items)
        {
            var at = int.Parse(last, null);
            if (replacement is null) items.RemoveAt(at);
            else items[at] = JsonNode.Parse(replacement);
        }
        return n % 19 == 0 ? "another name" : replacement ?? "taken out";
    }

    private static IEnumerable<string> Pointers(JsonNode? node, string pointer) => node switch
    {
        JsonObject o => o.SelectMany(m => Pointers(m.Value, $"{pointer}/{m.Key}").Prepend($"{pointer}/{m.Key}")),
        JsonArray a => a.SelectMany((item, i) => Pointers(item, $"{pointer}/{i}").Prepend($"{pointer}/{i}")),
        _ => [],
    };
}
