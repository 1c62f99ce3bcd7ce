using System.Reflection;

namespace Kalasin.Evaluation.Tests.Architecture;

/// <summary>The library is built as <c>docs/architecture.md</c> states, and what holds for all its types.</summary>
public sealed class LibraryTests
{
    private static readonly Assembly Library = typeof(Finding).Assembly;
    private static readonly Type[] Types = Library.GetTypes();

    private static readonly RoomPlan Plan = RoomPlan.Stated(
        "Kalasin.Evaluation", File.ReadAllText(RepositoryFile.At("docs", "architecture.md")), "### Library", SourceFolders.OfLibrary.NameOf);

    [Fact]
    public void Rooms_UseOnlyWhatStandsBeforeThem() => Assert.Empty(Plan.Breaches(Types));

    [Fact]
    public void EveryNamespace_HasItsRoom() => Assert.Empty(Plan.Unplanned(Types));

    [Fact]
    public void References_AreTheFewTheLibraryNeeds() =>
        Assert.All(
            Library.GetReferencedAssemblies(),
            name => Assert.Matches(@"^(System(\..+)?|netstandard|DocumentFormat\.OpenXml(\..+)?|HarfBuzzSharp|MimeKit|Sylvan\.Data\.Csv)$", name.Name));

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
    public void Containers_KnowNoMeaning() =>
        Assert.DoesNotContain(Uses("Intake.Containers"), used => IsIn(used, "Intake.Mapping") || IsIn(used, "Frameworks") || IsIn(used, "Returns"));

    [Fact]
    public void Names_SayWhatATypeIs() => Assert.DoesNotContain(Types, t => TypeRules.IsVague(t.Name));

    [Fact]
    public void PublicTypes_AreSealedStaticOrClosed() => Assert.Empty(Types.Where(TypeRules.IsOpen).Select(t => t.FullName));

    /// <summary>One <c>using</c> brings everything that is for strangers; what isn't stands in its folder's namespace.</summary>
    [Fact]
    public void PublicTypes_StandInOneNamespace_InternalOnesInTheirFolders()
    {
        var outermost = Types.Where(t => t.DeclaringType is null && t.Namespace?.StartsWith("Kalasin.", StringComparison.Ordinal) == true).ToList();
        Assert.Empty(outermost.Where(t => t.IsPublic && t.Namespace != "Kalasin.Evaluation").Select(t => t.FullName));
        Assert.Empty(outermost.Where(t => t is { IsPublic: false, Namespace: "Kalasin.Evaluation" })
            .Where(t => SourceFolders.OfLibrary.NameOf(t)?.Contains('.') == true).Select(t => t.FullName));
    }

    /// <summary>Each is a promise. Before adding one, ask whether a reader of the package or a maker of tools needs it.</summary>
    [Fact]
    public void PublicTypes_AreFew() => Assert.InRange(Types.Count(t => t.IsPublic), 80, 155);

    private static IEnumerable<Type> Uses(string room) => Types.Where(t => IsIn(t, room)).SelectMany(UsedTypes.Of).Distinct();

    private static bool IsIn(Type type, string room) => SourceFolders.OfLibrary.IsIn(type, room);
}
