using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Tests.Samples;

/// <summary>An example award of <c>samples/frameworks</c>: its rules, what its entrants report, and what a script that shares no code reckons of it.</summary>
public sealed record ExampleAward(string Name)
{
    public static IReadOnlyList<string> Names { get; } = ["district-2567", "hospital-2568", "hospital-final-2568", "performance-2568"];

    public byte[] Framework => Read("framework.json");

    public byte[] Plan => Read("plan.json");

    public AwardRules Rules
    {
        get
        {
            var (framework, plan) = (FrameworkReader.Read(new MemoryStream(Framework)), RoundPlanReader.Read(new MemoryStream(Plan)));
            Assert.Empty(framework.Findings);
            Assert.Empty(plan.Findings);
            var rules = AwardRules.Of(framework.Value!, plan.Value!);
            Assert.All(rules.Findings, f => Assert.Equal("KAL3108", f.Code)); // nobody has said where returns are mailed to
            return rules.Value!;
        }
    }

    /// <summary>What an entrant sends: a file with its returns.</summary>
    public byte[] Sent(string entrant)
    {
        var returns = JsonNode.Parse(Read("returns.json"))!["returns"]!.AsArray();
        return JsonSerializer.SerializeToUtf8Bytes(new JsonArray([.. returns.Where(r => (string)r!["unit"]! == entrant).Select(r => r!.DeepClone())]));
    }

    /// <summary>What each entrant comes to, to 20 places.</summary>
    public IReadOnlyDictionary<string, (decimal Total, bool Barred)> Expected => JsonNode.Parse(Read("expected.json"))!.AsObject().ToDictionary(
        e => e.Key, e => (decimal.Parse((string)e.Value!["total"]!, CultureInfo.InvariantCulture), (bool)e.Value["barred"]!));

    /// <summary>The same number, but for the last places that neither holds.</summary>
    public static void Same(decimal expected, decimal? actual) => Assert.True(actual is { } number && Math.Abs(number - expected) < 0.000_000_000_000_000_01m, $"{actual} instead of {expected}");

    private byte[] Read(string file) => File.ReadAllBytes(RepositoryFile.At("samples", "frameworks", Name, file));
}
