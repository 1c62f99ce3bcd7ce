using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Kalasin.Evaluation.Tests;

namespace Kalasin.Functions.Tests.OpenApi;

/// <summary>
/// Answers with a body of JSON that were met, and the examples that the description gives of them: of each operation and status the answer that said
/// most, lists cut short and nothing in it of the machine. An example has to have the shape of what is answered now; <c>KALASIN_BLESS=1</c> writes them
/// anew.
/// </summary>
internal sealed partial class MetAnswers
{
    private const int MostItems = 2;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly SortedDictionary<string, SortedDictionary<string, string>> _answers = new(StringComparer.Ordinal);

    public void Add(string operation, string status, string json)
    {
        json = Folder().Replace(Origin().Replace(json, "http://localhost:7071"), "kalasin-data");
        if (!_answers.TryGetValue(operation, out var known)) _answers[operation] = known = new(StringComparer.Ordinal);
        if (!known.TryGetValue(status, out var longest) || json.Length > longest.Length) known[status] = json;
    }

    /// <returns>What of the examples is not as it is answered.</returns>
    public List<string> HoldAgainstExamples()
    {
        var path = RepositoryFile.At("src", "Kalasin.Functions", "OpenApi", "answers.json");
        var met = new JsonObject(_answers.Select(o => KeyValuePair.Create(
            o.Key, (JsonNode?)new JsonObject(o.Value.Select(s => KeyValuePair.Create(s.Key, CutShort(JsonNode.Parse(s.Value))))))));
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") File.WriteAllText(path, met.ToJsonString(Written) + "\n");
        var (examples, real) = (Shapes(JsonNode.Parse(File.ReadAllText(path))!.AsObject()), Shapes(met));
        return [.. real.Except(examples).Select(s => $"no such example: {s}"), .. examples.Except(real).Select(s => $"not answered: {s}")];
    }

    private static IEnumerable<string> Shapes(JsonObject operations) =>
        from operation in operations
        from answer in operation.Value!.AsObject()
        select $"{operation.Key} {answer.Key} {ShapeOf(answer.Value)}";

    private static JsonNode? CutShort(JsonNode? node) => node switch
    {
        JsonArray list => new JsonArray([.. list.Take(MostItems).Select(CutShort)]),
        // The revision of rules is a number; that of the program is there only where it was built in a repository.
        JsonObject members => new JsonObject(members.Where(m => m is not { Key: "revision", Value: JsonValue value } || value.GetValueKind() == JsonValueKind.Number)
            .Select(m => KeyValuePair.Create(m.Key, CutShort(m.Value)))),
        _ => node?.DeepClone(),
    };

    /// <summary>Names and kinds. Which findings there are depends on the machine too, and what one looks like is in its schema.</summary>
    private static string ShapeOf(JsonNode? node) => node switch
    {
        JsonArray list => $"[{string.Join(',', list.Select(ShapeOf))}]",
        JsonObject members => $"{{{string.Join(',', members.Select(m => m.Key == "findings" ? m.Key : $"{m.Key}:{ShapeOf(m.Value)}"))}}}",
        _ => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? "bool" : $"{node?.GetValueKind()}",
    };

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Origin();

    [GeneratedRegex(@"[^\s""]*[/\\]kalasin-data", RegexOptions.None, 1000)]
    private static partial Regex Folder();
}
