using System.Xml.Linq;

namespace Kalasin.Package.Tests;

public sealed class PackageContentTests(PackedPackage package)
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("LICENSE")]
    [InlineData("CHANGELOG.md")]
    [InlineData("THIRD-PARTY-NOTICES.md")]
    [InlineData("licences/OFL.txt")]
    [InlineData("licences/LICENSE-Unicode-3.0.txt")]
    [InlineData("licences/LICENSE-ICU.txt")]
    [InlineData("lib/net10.0/Kalasin.Evaluation.dll")]
    [InlineData("lib/net10.0/Kalasin.Evaluation.xml")]
    public async Task Package_Holds(string entry)
    {
        await using var archive = package.Open();
        Assert.True(archive.GetEntry(entry) is { Length: > 0 }, entry);
    }

    [Fact]
    public async Task Package_HoldsNothingElse()
    {
        await using var archive = package.Open();
        var own = archive.Entries.Select(e => e.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal));
        Assert.Equal(11, own.Count()); // the nine above, the manifest and [Content_Types].xml
    }

    [Fact]
    public async Task Manifest_NamesWhatTheLibraryRunsOn()
    {
        await using var archive = package.Open();
        var manifest = XDocument.Load(archive.GetEntry("Kalasin.Evaluation.nuspec")!.Open());
        var dependencies = manifest.Descendants().Where(e => e.Name.LocalName == "dependency")
            .Select(e => e.Attribute("id")!.Value).Order(StringComparer.Ordinal);
        Assert.Equal(["DocumentFormat.OpenXml", "HarfBuzzSharp", "HarfBuzzSharp.NativeAssets.Linux",
            "HarfBuzzSharp.NativeAssets.Win32", "HarfBuzzSharp.NativeAssets.macOS", "MimeKit", "Sylvan.Data.Csv"], dependencies);
        Assert.Equal("MIT", manifest.Descendants().Single(e => e.Name.LocalName == "license").Value);
    }

    [Fact]
    public void Symbols_AreBeside() => Assert.True(File.Exists(Path.Combine(package.Feed, $"Kalasin.Evaluation.{package.Version}.snupkg")));
}
