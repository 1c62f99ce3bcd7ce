using System.Reflection;

namespace Kalasin.Evaluation.Tests.Architecture;

/// <summary>The library is built as <c>docs/architecture.md</c> states, and what holds for all its types.</summary>
public sealed class LibraryTests
{
    private static readonly Assembly Library = typeof(Finding).Assembly;
    private static readonly Type[] Types = Library.GetTypes();

    private static readonly RoomPlan Plan = RoomPlan.Stated("Kalasin.Evaluation", File.ReadAllText(RepositoryFile.At("docs", "architecture.md")), "### Library");

    [Fact]
    public void Rooms_UseOnlyWhatStandsBeforeThem() => Assert.Empty(Plan.Breaches(Types));

    [Fact]
    public void EveryNamespace_HasItsRoom() => Assert.Empty(Plan.Unplanned(Types));

    [Fact]
    public void References_AreTheFewTheLibraryNeeds() =>
        Assert.All(Library.GetReferencedAssemblies(), name => Assert.Matches(@"^(System(\..+)?|netstandard|DocumentFormat\.OpenXml(\..+)?|HarfBuzzSharp)$", name.Name));

    [Theory]
    [InlineData("Layout", "Pdf", "Word", "Excel", "Opc")]
    [InlineData("Pdf", "Word", "Excel", "Opc")]
    [InlineData("Word", "Pdf", "Layout", "Excel")]
    [InlineData("Excel", "Pdf", "Layout", "Word")]
    [InlineData("Opc", "Pdf", "Layout", "Word", "Excel")]
    public void Writer_KnowsNoOther(string writer, params string[] others) =>
        Assert.DoesNotContain(Uses("Documents." + writer), used => others.Any(other => IsIn(used, "Documents." + other)));

    [Theory]
    [InlineData("Reports")]
    [InlineData("Rounds")]
    public void Composers_KnowBlocksAndNoFormat(string room) =>
        Assert.DoesNotContain(Uses(room), used => new[] { "Pdf", "Word", "Layout", "Opc" }.Any(format => IsIn(used, "Documents." + format)));

    [Fact]
    public void Containers_KnowNoMeaning() => Assert.DoesNotContain(Uses("Intake.Containers"), used => IsIn(used, "Intake.Mapping") || IsIn(used, "Frameworks") || IsIn(used, "Returns"));

    [Fact]
    public void Names_SayWhatATypeIs() => Assert.DoesNotContain(Types, t => TypeRules.IsVague(t.Name));

    [Fact]
    public void PublicTypes_AreSealedStaticOrClosed() => Assert.Empty(Types.Where(TypeRules.IsOpen).Select(t => t.FullName));

    private static IEnumerable<Type> Uses(string room) => Types.Where(t => IsIn(t, room)).SelectMany(UsedTypes.Of).Distinct();

    private static bool IsIn(Type type, string room) => type.Namespace is { } name && (name + ".").StartsWith($"Kalasin.Evaluation.{room}.", StringComparison.Ordinal);
}
