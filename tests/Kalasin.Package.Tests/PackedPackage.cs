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

    /// <summary>A console project of somebody who has only the package.</summary>
    public async Task<string> MakeProjectAsync(string name, string properties)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        // Our package goes into a folder of its own; the others are taken from where they already are.
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                {properties}
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(Folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{cache}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Kalasin.Evaluation" Version="{Version}" />
              </ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
        return folder;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
