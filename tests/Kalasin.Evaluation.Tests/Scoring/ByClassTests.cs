using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Tests.Frameworks;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Thresholds by the class of the entrant: the framework names the classes, the plan says whose is which.</summary>
public sealed class ByClassTests
{
    private static readonly RuleSource Source = new(SourceKind.Office, "ตัวอย่างของชุดทดสอบ");
    private static readonly RuleSource Distinction = new(SourceKind.Office, "ประกาศขนาด");

    private static readonly ByClassScale BySize = new(
        Distinction, "size", [new("large", new InterpolatedScale(Source, [60, 70, 80, 90, 100])), new("small", new InterpolatedScale(Source, [20, 30, 40, 50, 60]))]);

    private static readonly Classification Size = new(
        "size", new("ขนาดจังหวัด", "size of the province"), [new("large", new("ใหญ่", "Large")), new("small", new("เล็ก", "Small"))], Source);

    [Theory]
    [InlineData("large", 1)]
    [InlineData("small", 4)]
    public void Entrant_IsScoredByTheThresholdsOfItsClass(string size, double points)
    {
        var score = Score(new EntrantClass("size", size));
        Assert.Equal(((decimal?)50, (decimal?)points), (score.Measurement.Value, score.Points));
        Assert.Equal([Distinction, Source], score.Rules.Where(r => r.Rule == RuleKind.Scale).Select(r => r.Source));
    }

    [Fact]
    public void EntrantWithoutAClass_IsUnscoredAndSaid()
    {
        var score = Score();
        Assert.Equal(((decimal?)50, (decimal?)null), (score.Measurement.Value, score.Points));
        Assert.Contains(score.Measurement.Findings, f => f.Code == "KAL4126");
        Assert.Contains(score.Explanation.Steps, s => s.Thai == "ยังไม่ทราบขนาดจังหวัดของผู้รับการประเมิน จึงไม่ให้คะแนน");
        Assert.Contains(AwardRules.Of(Framework, Plan()).Findings, f => f is { Code: "KAL3109", Severity: Severity.Warning });
    }

    [Theory]
    [InlineData("size", "huge")]
    [InlineData("kind", "large")]
    public void ClassThatTheFrameworkDoesNotHave_IsAFault(string name, string option) =>
        Assert.Contains(AwardRules.Of(Framework, Plan(new EntrantClass(name, option))).Findings, f => f is { Code: "KAL3110", Severity: Severity.Error });

    [Theory]
    [InlineData("", "", null)]
    [InlineData("{ \"is\": \"small\",", "{ \"is\": \"smal\",", "KAL3032")]
    [InlineData("{ \"is\": \"small\",", "{ \"is\": \"large\",", "KAL3031")]
    [InlineData("[20, 30, 40, 50, 60]", "[60, 50, 40, 30, 20]", "KAL3065")]
    [InlineData("\"thresholds\": [20, 30, 40, 50, 60]", "\"thresholds\": [20, 30], \"scores\": [0, 10]", "KAL3065")]
    [InlineData("[20, 30, 40, 50, 60]", "[20, 30, 40, 50]", "KAL3038")]
    [InlineData(", { \"is\": \"small\", \"scale\": { \"kind\": \"interpolated\", \"source\": { \"kind\": \"memo\" }, \"thresholds\": [20, 30, 40, 50, 60] } }", "", "KAL3064")]
    public void Scales_AreOnePerClassAndEndAlike(string passage, string replacement, string? code)
    {
        var text = RulesText.Framework.Replace("\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]", """
            "kind": "byClass", "source": { "kind": "memo" }, "class": "size", "scales": [{ "is": "large", "scale": { "kind": "interpolated", "source": { "kind": "memo" }, "thresholds": [60, 70, 80, 90, 100] } }, { "is": "small", "scale": { "kind": "interpolated", "source": { "kind": "memo" }, "thresholds": [20, 30, 40, 50, 60] } }]
            """.Trim(), StringComparison.Ordinal)
            .Replace("\"entrant\": \"province\",", """
            "entrant": "province", "classes": [{ "id": "size", "name": { "th": "ขนาด", "en": "size" }, "source": { "kind": "memo" }, "options": [{ "id": "large", "text": { "th": "ใหญ่", "en": "large" } }, { "id": "small", "text": { "th": "เล็ก", "en": "small" } }] }],
            """, StringComparison.Ordinal);
        var found = RulesText.ReadFramework(passage.Length == 0 ? text : RulesText.Change(text, passage, replacement).Text).Findings.Select(f => f.Code).ToList();
        if (code is null) Assert.Empty(found);
        else Assert.Contains(code, found);
    }

    private static Framework Framework => SumsAndMeansTests.Budget.Framework with
    {
        Classes = [Size],
        Indicators = [.. SumsAndMeansTests.Budget.Framework.Indicators.Select(i => i.Number.Value == "1" ? i with { Scale = BySize } : i)],
    };

    private static RoundPlan Plan(params EntrantClass[] classes) => SumsAndMeansTests.Budget.Plan with { Classes = [.. classes] };

    private static Score Score(params EntrantClass[] classes)
    {
        var rules = AwardRules.Of(Framework, Plan(classes)).Value!;
        return Scorer.Score(rules, [Reported("ADM", "1", Row(1, ("code", "ก"), ("spent", 50m), ("granted", 100m)))], EvaluationDate).Single()["1"];
    }
}
