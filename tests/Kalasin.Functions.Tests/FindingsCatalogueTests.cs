using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;

namespace Kalasin.Functions.Tests;

/// <summary><c>docs/findings.md</c> lists every finding of the library and the host; <c>KALASIN_BLESS=1</c> writes it anew.</summary>
public sealed partial class FindingsCatalogueTests
{
    [Fact]
    public void Catalogue_StandsInTheDocs()
    {
        var path = RepositoryFile.At("docs", "findings.md");
        var catalogue = Catalogue();
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") File.WriteAllText(path, catalogue, new UTF8Encoding(false));
        Assert.True(File.ReadAllText(path) == catalogue, "docs/findings.md is not what the code says: run the tests once with KALASIN_BLESS=1.");
    }

    [Fact]
    public void EveryFinding_BelongsToAFamily() =>
        Assert.Empty(FindingFamily.Fields.Select(f => f.Holder).Distinct().Except(FindingFamily.All.Select(f => f.Holder)));

    [Fact]
    public void Codes_LieInTheRangeOfTheirFamily() => Assert.All(FindingFamily.All, family =>
    {
        Assert.NotEmpty(family.Kinds);
        Assert.All(family.Kinds, kind => Assert.InRange(int.Parse(kind.Code.AsSpan(3), CultureInfo.InvariantCulture), family.First, family.Last));
    });

    [Fact]
    public void Ranges_DoNotOverlap() =>
        Assert.All(
            FindingFamily.All.OrderBy(f => f.First).Zip(FindingFamily.All.OrderBy(f => f.First).Skip(1)),
            pair => Assert.True(pair.First.Last < pair.Second.First, pair.Second.Title));

    /// <summary>What nobody has seen said may be said in the wrong place or never: each code is named where a test provokes it, or in what a test compares with.</summary>
    [Fact]
    public void EveryCode_IsNamedInATest()
    {
        var built = $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}";
        var named = Directory.EnumerateFiles(RepositoryFile.At("tests"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".json" or ".txt" && !file.Contains(built, StringComparison.Ordinal) && Path.GetFileName(file) != $"{nameof(FindingsCatalogueTests)}.cs")
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Value))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Empty(FindingFamily.Fields.Select(f => f.Kind.Code).Except(named));
    }

    /// <summary>Codes that said something once and say nothing now: nothing else is said by them.</summary>
    [Fact]
    public void RetiredCodes_AreNotUsedAgain() =>
        Assert.Empty(FindingFamily.Fields.Select(f => f.Kind.Code).Intersect(["KAL1045", "KAL5002", "KAL7481", "KAL7666", "KAL8026"]));

    [GeneratedRegex("KAL[0-9]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();

    private static string Catalogue()
    {
        var text = new StringBuilder("""
            # Findings

            What Kalasin says about what was sent or asked. A code never changes its meaning and is never used again. Each row shows
            the texts with made-up values filled in: what was found, and after the arrow what the reader is asked to do.

            *error*: what it touches doesn't count until it is put right · *warning*: worth checking, counts meanwhile · *information*: nothing to do

            This page is written by a test from the code: `KALASIN_BLESS=1 bash tests/run.sh --fast`.

            """);
        foreach (var family in FindingFamily.All)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## {family.Title} (KAL{family.First}–{family.Last})\n\n| code | severity | ไทย | English |\n| --- | --- | --- | --- |\n");
            foreach (var kind in family.Kinds)
            {
                var finding = kind.At(Place.Nowhere, [.. kind.Example]);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {kind.Code} | {kind.Severity.ToString().ToLowerInvariant()} | {Cell(finding, Language.Thai)} | {Cell(finding, Language.English)} |\n");
            }
        }
        return text.ToString();
    }

    private static string Cell(Finding finding, Language language)
    {
        var (message, remedy) = (finding.Message.In(language), finding.Remedy.In(language));
        return Escape(remedy.Length == 0 ? message : $"{message}<br>→ {remedy}");
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
