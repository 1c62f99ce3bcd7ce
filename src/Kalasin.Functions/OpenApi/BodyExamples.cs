using System.Text.Json;
using System.Text.Json.Nodes;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Http;

namespace Kalasin.Functions.OpenApi;

/// <summary>What may be sent, and what a problem looks like, as in the sample round.</summary>
internal static class BodyExamples
{
    private static readonly Dictionary<string, string> Sent = new(StringComparer.Ordinal)
    {
        [nameof(RoundDecision)] = """{ "kind": "extendDeadline", "unit": "4602", "until": "2024-05-20", "reason": "น้ำท่วมหลายตำบล จัดทำข้อมูลไม่ทัน" }""",
        [nameof(MailRequest)] = """{ "for": "forms", "units": ["4602", "4603"] }""",
        [nameof(WhatIfRequest)] = """{ "changes": [{ "unit": "4602", "indicator": "3", "row": 1, "field": "date", "value": "๑๕ ก.พ. ๒๕๖๗" }, { "indicator": "8", "score": 4 }] }""",
        [nameof(LinkRequest)] = """{ "for": "unit", "unit": "4602", "last": "2024-06-30", "note": "ธุรการ ท้องถิ่นอำเภอนามน" }""",
    };

    /// <returns>Null where none is given: rules are whole files, and files are no text.</returns>
    public static JsonNode? Of(string? name) => name is not null && Sent.TryGetValue(name, out var text) ? JsonNode.Parse(text) : null;

    public static JsonNode Problem()
    {
        var (problem, finding) = (Http.Problem.NotAccepted, TransportFindings.NoFile.At(Place.Nowhere));
        var answer = new ProblemAnswer(problem.Type, $"{problem.Title.Thai} / {problem.Title.English}", problem.Status, [FindingAnswer.Of(finding)],
            "0HNQDLDOMFPDJ:00000006");
        return JsonSerializer.SerializeToNode(answer, ApiJson.Readable.ProblemAnswer)!;
    }
}
