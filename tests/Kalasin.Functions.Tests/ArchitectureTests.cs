using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Evaluation.Tests.Architecture;

namespace Kalasin.Functions.Tests;

/// <summary>The host is built as <c>docs/architecture.md</c> states.</summary>
public sealed class ArchitectureTests
{
    private static readonly Type[] Types = typeof(Program).Assembly.GetTypes();

    private static readonly RoomPlan Plan = RoomPlan.Stated("Kalasin.Functions", File.ReadAllText(RepositoryFile.At("docs", "architecture.md")), "### Host");

    [Fact]
    public void Rooms_UseOnlyWhatStandsBeforeThem() => Assert.Empty(Plan.Breaches(Types));

    [Fact]
    public void EveryNamespace_HasItsRoom() => Assert.Empty(Plan.Unplanned(Types));

    [Theory]
    [InlineData("Kalasin.Functions.Rounds")]
    [InlineData("Kalasin.Functions.Drops")]
    [InlineData("Kalasin.Functions.Ticks")]
    [InlineData("Kalasin.Functions.Storage")]
    [InlineData("Kalasin.Functions.Mail")]
    public void Services_KnowNoHttp(string room) =>
        Assert.DoesNotContain(UsedFrom(room), used => used.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true);

    [Theory]
    [InlineData("Kalasin.Functions.Rounds")]
    [InlineData("Kalasin.Functions.Drops")]
    [InlineData("Kalasin.Functions.Ticks")]
    [InlineData("Kalasin.Functions.Http")]
    [InlineData("Kalasin.Functions.Pages")]
    public void AllButStorage_KnowNoCloudAndNoDatabase(string room) =>
        Assert.DoesNotContain(UsedFrom(room), used => used.Namespace is { } name && (
            name.StartsWith("Azure", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data", StringComparison.Ordinal)));

    [Fact]
    public void Names_SayWhatATypeIs() => Assert.DoesNotContain(Types, t => TypeRules.IsVague(t.Name));

    private static IEnumerable<Type> UsedFrom(string room) =>
        Types.Where(t => t.Namespace is { } name && (name + ".").StartsWith(room + ".", StringComparison.Ordinal)).SelectMany(UsedTypes.Of).Distinct();
}
