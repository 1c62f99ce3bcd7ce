using System.IO.Compression;
using Kalasin.Evaluation.Tests;
using Kalasin.Package.Tests;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace Kalasin.Package.Tests;

/// <summary>The library, packed once from what was built, in a feed of its own under a version nobody else has.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("kalasin-package-").FullName;

    public string Feed => Path.Combine(Folder, "feed");

    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync() =>
        await Dotnet.RunAsync(RepositoryFile.At(), "pack", "src/Kalasin.Evaluation", "-c", "Release", "--no-build", "-o", Feed, $"-p:PackageVersion={Version}");

    public ZipArchive Open() => ZipFile.OpenRead(Path.Combine(Feed, $"Kalasin.Evaluation.{Version}.nupkg"));

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
