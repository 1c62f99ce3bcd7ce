using System.Text.Json.Nodes;

namespace Kalasin.Functions.OpenApi;

/// <summary>
/// What the sample round answered, lists cut short. The file is written by <c>DocumentedAnswersTests</c>, which holds it against what is really
/// answered, so that no example goes stale.
/// </summary>
internal static class AnswerExamples
{
    public const string Resource = "OpenApi/answers.json";

    private static readonly Lazy<JsonObject> All = new(Read);

    /// <returns>Null where none is kept: for the description itself, which would be an example of itself.</returns>
    public static JsonNode? Of(string method, string path, string status) => All.Value[$"{method} {path}"]?[status]?.DeepClone();

    private static JsonObject Read()
    {
        using var stream = typeof(AnswerExamples).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program lacks its resource {Resource}.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
