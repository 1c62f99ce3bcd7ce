using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Local;

/// <param name="Name">Below the drop folder, with slashes.</param>
/// <param name="Obstacle">Why it can't be taken in whatever is in it; null for a file like any other.</param>
internal sealed record FoundEntry(FileSystemInfo Entry, string Name, Finding? Obstacle);

/// <summary>
/// Everything that lies in the drop folder, other than folders and what operating systems put beside files. Links are found and not
/// followed.
/// </summary>
internal static class DropFolderWalk
{
    private const int Deepest = 16;

    /// <summary>What a name shows that this system could not decode, such as one in Windows-874 out of an archive.</summary>
    private const char Undecodable = '\uFFFD';

    private static readonly EnumerationOptions OneLevel = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <exception cref="IOException">The drop folder itself can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static List<FoundEntry> Of(string root)
    {
        var found = new List<FoundEntry>();
        if (Directory.Exists(root)) Walk(new(root), "", 0, found);
        return found;
    }

    private static void Walk(DirectoryInfo folder, string prefix, int depth, List<FoundEntry> found)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", OneLevel))
        {
            if (IsNoise(entry.Name)) continue;
            var name = prefix + entry.Name;
            var place = Place.InFile(DropPath.Nearest(name).Value);
            if (!entry.Exists)
            {
                // Gone since it was seen, or there under a name that can't be said again.
                if (entry.Name.Contains(Undecodable, StringComparison.Ordinal)) found.Add(new(entry, name, StorageFindings.DropNameUnusable.At(place)));
            }
            else if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint)) found.Add(new(entry, name, StorageFindings.DropIsLink.At(place)));
            else if (FileStatus.Of(entry.FullName) is { IsOrdinary: false } && entry is not DirectoryInfo)
                found.Add(new(entry, name, StorageFindings.DropNotAFile.At(place)));
            else if (entry is not DirectoryInfo below) found.Add(new(entry, name, null));
            else if (depth == Deepest) found.Add(new(entry, name, StorageFindings.DropTooDeep.At(place, ThaiNumerals.Number(DropPath.Longest))));
            else
            {
                try
                {
                    Walk(below, name + "/", depth + 1, found);
                }
                catch (DirectoryNotFoundException)
                {
                    // Gone since it was seen.
                }
                catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
                {
                    found.Add(new(entry, name, StorageFindings.DropUnreadable.At(place)));
                }
            }
        }
    }

    /// <summary>What nobody drops: locks of Office, hidden files, settings of folders.</summary>
    private static bool IsNoise(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith('.')
        || string.Equals(name, "thumbs.db", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "desktop.ini", StringComparison.OrdinalIgnoreCase);
}
