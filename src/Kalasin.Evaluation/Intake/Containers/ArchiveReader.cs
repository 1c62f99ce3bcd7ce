using System.Collections.Immutable;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Takes the files out of a zip archive, all within the limits of the one file that it is; what programs put beside them is no file of anybody's.</summary>
internal static class ArchiveReader
{
    public static ImmutableArray<SourceFile> Files(OpenedFile file)
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var name in file.Package!.Names)
        {
            if (IsLeftover(name)) continue;
            var content = file.Package.Bytes(name);
            files.Add(SourceFile.Inside(file.Source, name, content));
        }
        return files.ToImmutable();
    }

    /// <summary>Of macOS, Windows and office programs: resource forks, thumbnails, locks.</summary>
    private static bool IsLeftover(string name)
    {
        var own = name[(name.LastIndexOf('/') + 1)..];
        return name.StartsWith("__MACOSX/", StringComparison.Ordinal) || own is ".DS_Store" or "Thumbs.db" or "desktop.ini"
            || own.StartsWith("~$", StringComparison.Ordinal) || own.StartsWith(".~lock.", StringComparison.Ordinal);
    }
}
