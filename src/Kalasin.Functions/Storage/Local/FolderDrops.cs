using System.Globalization;
using System.Runtime.CompilerServices;

namespace Kalasin.Functions.Storage.Local;

/// <summary>
/// The drop folder, looked at from time to time. A file is offered only when its size and time have not changed for
/// <see cref="Stillness"/>, so that one that is still being copied is never read. Links are not followed.
/// </summary>
internal sealed class FolderDrops(DataFolder folder, TimeProvider clock) : IDrops
{
    /// <summary>How long a file has to be still: 2 seconds, the coarsest file time (FAT).</summary>
    public static readonly TimeSpan Stillness = TimeSpan.FromSeconds(2);

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true, MaxRecursionDepth = 16, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint,
    };

    private readonly Lock _watching = new();
    private Dictionary<string, Sighting> _seen = new(StringComparer.Ordinal);
    private DateTimeOffset _lastLook = DateTimeOffset.MinValue;

    public async IAsyncEnumerable<Drop> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var drop in await Task.Run(Look, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return drop;
        }
    }

    public Task<Stream?> OpenAsync(Drop drop, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        FileStream? file = null;
        try
        {
            file = LocalVault.OpenShared(NameOf(folder.Drop, drop.Path));
            if (Tag(RandomAccess.GetLength(file.SafeFileHandle), File.GetLastWriteTimeUtc(file.SafeFileHandle)) == drop.Tag) return Task.FromResult<Stream?>(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Gone, or held by the program that is writing it: offered again when it is still.
        }
        file?.Dispose();
        return Task.FromResult<Stream?>(null);
    }

    public async Task AnswerAsync(DropPath answered, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        AnswerName.Check(name);
        var directory = NameOf(folder.Answers, answered);
        var unfinished = Path.Combine(directory, $".{Guid.NewGuid():n}.part");
        try
        {
            Directory.CreateDirectory(directory);
            await File.WriteAllBytesAsync(unfinished, content, cancellationToken);
            File.Move(unfinished, Path.Combine(directory, name), overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unavailable(failure);
        }
    }

    public Task<bool> DeleteAsync(Drop drop, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = new FileInfo(NameOf(folder.Drop, drop.Path));
        try
        {
            if (!file.Exists || Tag(file.Length, file.LastWriteTimeUtc) != drop.Tag) return Task.FromResult(false);
            file.Delete();
            return Task.FromResult(true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unavailable(failure);
        }
    }

    private List<Drop> Look()
    {
        lock (_watching)
        {
            var now = clock.GetUtcNow();
            var seen = new Dictionary<string, Sighting>(StringComparer.Ordinal);
            var still = new List<Drop>();
            foreach (var file in Files())
            {
                var relative = Path.GetRelativePath(folder.Drop, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
                if (!file.Exists || IsUnfinished(file.Name) || !DropPath.TryParse(relative, out var path)) continue;
                var tag = Tag(file.Length, file.LastWriteTimeUtc);
                var known = _seen.GetValueOrDefault(relative);
                var sighting = known?.Tag == tag ? known : new(tag, now, ArrivedAt(file, now));
                seen[relative] = sighting;
                if (now - sighting.Since >= Stillness) still.Add(new(path, tag, file.Length, sighting.ArrivedAt));
            }
            (_seen, _lastLook) = (seen, now);
            still.Sort((a, b) => a.ArrivedAt != b.ArrivedAt ? a.ArrivedAt.CompareTo(b.ArrivedAt) : string.CompareOrdinal(a.Path.Value, b.Path.Value));
            return still;
        }
    }

    private IEnumerable<FileInfo> Files()
    {
        try
        {
            return Directory.Exists(folder.Drop) ? [.. new DirectoryInfo(folder.Drop).EnumerateFiles("*", Everything)] : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unavailable(failure);
        }
    }

    /// <summary>
    /// A file's own times can lie (a copy keeps the original's), so it did not arrive before the last look that did not show
    /// it; and never in the future.
    /// </summary>
    private DateTimeOffset ArrivedAt(FileInfo file, DateTimeOffset now)
    {
        var claimed = new DateTimeOffset(file.CreationTimeUtc > file.LastWriteTimeUtc ? file.CreationTimeUtc : file.LastWriteTimeUtc);
        var possible = claimed > _lastLook ? claimed : _lastLook;
        return possible < now ? possible : now;
    }

    /// <summary>Names that programs give to what is not a file to send: Office's locks, unfinished downloads, folder settings.</summary>
    private static bool IsUnfinished(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith('.')
        || Path.GetExtension(name).ToLowerInvariant() is ".part" or ".crdownload" or ".tmp"
        || name.ToLowerInvariant() is "thumbs.db" or "desktop.ini";

    private static string NameOf(string root, DropPath path) => Path.Combine([root, .. path.Parts]);

    private static string Tag(long size, DateTime modified) => string.Create(CultureInfo.InvariantCulture, $"{modified.Ticks:x}-{size:x}");

    private sealed record Sighting(string Tag, DateTimeOffset Since, DateTimeOffset ArrivedAt);
}
