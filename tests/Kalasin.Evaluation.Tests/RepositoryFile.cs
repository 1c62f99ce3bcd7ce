using System.Runtime.CompilerServices;

namespace Kalasin.Evaluation.Tests;

/// <summary>Files of the repository that tests hold against the code.</summary>
internal static class RepositoryFile
{
    public static string At(params ReadOnlySpan<string> path) => Path.Combine([Root(), .. path]);

    private static string Root([CallerFilePath] string here = "")
    {
        // A deterministic build may map source paths away; then the tests still run from below the repository.
        var folder = Directory.Exists(Path.GetDirectoryName(here)) ? Path.GetDirectoryName(here)! : AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "KalasinServerless.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No repository above the tests.");
        return folder;
    }
}
