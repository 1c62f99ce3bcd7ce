using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>Every file of tests/Corpus is read as a delivery of its own, and what comes out stands beside it as JSON. KALASIN_BLESS=1 writes it anew.</summary>
public sealed class CorpusTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Corpus");
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly JsonNode Doors = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "doors.json")))!;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IndentSize = 1, NewLine = "\n" };

    public static TheoryData<string> Names() =>
    [
        .. Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)!)
            .Where(n => !n.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task File_ReadsAsExpected(string name)
    {
        var options = new IntakeOptions
        {
            ReceivedOn = new(2024, 5, 10),
            ExpectedUnit = Doors[name] is { } door ? UnitCode.Parse(door.GetValue<string>()) : null,
        };
        var got = await ReturnReader.ReadAsync(
            Rules, [SourceFile.FromPath(Path.Combine(Folder, name))], IntakeLimits.Default, options, TestContext.Current.CancellationToken);
        var actual = Describe(got).ToJsonString(Indented) + "\n";
        var expected = Path.Combine(Folder, name + ".json");
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") await File.WriteAllTextAsync(expected, actual, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken), actual);
    }

    /// <summary>The folders of an archive name units; the door that the delivery came by stays shut for others.</summary>
    [Theory]
    [InlineData("4602", "4602")]
    [InlineData("4606", "4606")]
    [InlineData("4601")]
    public async Task ArchiveOfSeveralUnits_AtOnesDoor_FilesItsOwnOnly(string door, params string[] filed)
    {
        var got = await ReturnReader.ReadAsync(
            Rules, [SourceFile.FromPath(Path.Combine(Folder, "bundle-by-units.zip"))], IntakeLimits.Default, new IntakeOptions { ExpectedUnit = UnitCode.Parse(door) },
            TestContext.Current.CancellationToken);
        Assert.Equal(filed, got.Returns.Select(r => r.Unit.Value));
        Assert.Equal(2 - filed.Length, got.Findings.Count(f => f.ToString(Language.Thai).Contains("แต่ส่งในช่องทางของ", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryExpectation_HasItsFile() =>
        Assert.All(
            Directory.EnumerateFiles(Folder, "*.json").Where(f => Path.GetFileName(f) != "doors.json"),
            f => Assert.True(File.Exists(f[..^".json".Length]), f));

    private static JsonObject Describe(IntakeResult got) => new()
    {
        ["kind"] = got.Files[0].Kind.ToString(),
        ["outcome"] = got.Files[0].Outcome.ToString(),
        ["findings"] = new JsonArray([.. got.Findings.Select(f => (JsonNode)$"{f.Severity.ToString()[0]} {f} / {f.ToString(Language.English)}")]),
        ["returns"] = new JsonArray([.. got.Returns.Select(r => JsonNode.Parse(ReturnJson.Write(r)))]),
    };
}
