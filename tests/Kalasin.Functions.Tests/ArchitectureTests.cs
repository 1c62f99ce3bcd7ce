using Kalasin.Evaluation.Tests.Architecture;

namespace Kalasin.Functions.Tests;

/// <summary>The table of <c>docs/architecture.md</c> for the host.</summary>
public sealed class ArchitectureTests
{
    private static readonly Type[] Types = typeof(Program).Assembly.GetTypes();

    // Pages read uploads and say problems as the API does. Settings are read at the entrance and asked about by Http; they carry the script of the sample round.
    private static readonly RoomPlan Plan = new("Kalasin.Functions",
        ("Storage", []),
        ("Storage.Local", ["Storage"]),
        ("Storage.Azure", ["Storage"]),
        ("Rounds", ["Storage"]),
        ("SettingsFindings", []),
        ("Settings", ["Rounds", "SettingsFindings"]),
        ("Mail", ["Rounds"]),
        ("Access", ["Rounds"]),
        ("Http", ["Rounds", "Mail", "Access", "Settings"]),
        ("Pages", ["Http"]),
        ("Triggers", ["Rounds", "Mail"]));

    [Fact]
    public void Rooms_UseOnlyWhatStandsBeforeThem() => Assert.Empty(Plan.Breaches(Types));

    [Fact]
    public void EveryNamespace_HasItsRoom() => Assert.Empty(Plan.Unplanned(Types));

    [Theory]
    [InlineData("Kalasin.Functions.Rounds")]
    [InlineData("Kalasin.Functions.Storage")]
    [InlineData("Kalasin.Functions.Mail")]
    public void Services_KnowNoHttp(string room) =>
        Assert.DoesNotContain(UsedFrom(room), used => used.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true);

    [Theory]
    [InlineData("Kalasin.Functions.Rounds")]
    [InlineData("Kalasin.Functions.Http")]
    [InlineData("Kalasin.Functions.Pages")]
    public void AllButStorage_KnowNoCloudAndNoDatabase(string room) =>
        Assert.DoesNotContain(UsedFrom(room), used => used.Namespace is { } name && (name.StartsWith("Azure", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data", StringComparison.Ordinal)));

    [Fact]
    public void Names_SayWhatATypeIs() => Assert.DoesNotContain(Types, t => TypeRules.IsVague(t.Name));

    private static IEnumerable<Type> UsedFrom(string room) =>
        Types.Where(t => t.Namespace is { } name && (name + ".").StartsWith(room + ".", StringComparison.Ordinal)).SelectMany(UsedTypes.Of).Distinct();
}
