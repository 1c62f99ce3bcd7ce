namespace Kalasin.Functions.Tests;

/// <summary>A folder for one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kalasin-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
