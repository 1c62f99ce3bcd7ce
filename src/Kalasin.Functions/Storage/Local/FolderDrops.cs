using System.Globalization;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Local;

/// <summary>
/// The drop folder, looked at from time to time. A file is offered only when its size and time have not changed for
/// <see cref="Stillness"/>, so that one that is still being copied is never read.
/// </summary>
internal sealed class FolderDrops(DataFolder folder, TimeProvider clock) : IDrops
{
    /// <summary>How long a file has to be still: 2 seconds, the coarsest file time (FAT).</summary>
    public static readonly TimeSpan Stillness = TimeSpan.FromSeconds(2);

    /// <summary>How long a file may be held by the program that writes it before somebody is told.</summary>
    private static readonly TimeSpan PatienceWithHolders = TimeSpan.FromMinutes(1);

    /// <summary>How long a file that is named like an unfinished one may lie still before somebody is told.</summary>
    private static readonly TimeSpan PatienceWithUnfinished = TimeSpan.FromHours(1);

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
            var name = NameOf(folder.Drop, drop.Path);
            if (FileStatus.Of(name) is not { IsOrdinary: true }) return Task.FromResult<Stream?>(null); // a pipe in its place would be waited for without end
            file = LocalVault.OpenShared(name);
            if (Tag(RandomAccess.GetLength(file.SafeFileHandle), File.GetLastWriteTimeUtc(file.SafeFileHandle)) == drop.Tag)
                return Task.FromResult<Stream?>(file);
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
        try
        {
            Durability.MakeFolder(directory);
            await WholeFile.WriteAsync(Path.Combine(directory, name), content, cancellationToken);
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
            foreach (var (entry, name, obstacle) in Entries())
            {
                var size = entry is FileInfo { Exists: true } file ? file.Length : 0;
                var tag = Tag(size, entry.LastWriteTimeUtc);
                var known = _seen.GetValueOrDefault(name);
                var sighting = known?.Tag == tag ? known : new(tag, now, ArrivedAt(entry, now));
                seen[name] = sighting;
                var stillFor = now - sighting.Since;
                if (stillFor < Stillness) continue;
                var drop = Drop.Named(name, tag, size, sighting.ArrivedAt);
                var hindrance = obstacle ?? drop.Obstacle ?? HindranceOf(drop, entry.FullName);
                if (stillFor >= PatienceWith(hindrance)) still.Add(drop with { Obstacle = hindrance });
            }
            (_seen, _lastLook) = (seen, now);
            still.Sort((a, b) => a.ArrivedAt != b.ArrivedAt ? a.ArrivedAt.CompareTo(b.ArrivedAt) : string.CompareOrdinal(a.Path.Value, b.Path.Value));
            return still;
        }
    }

    private List<FoundEntry> Entries()
    {
        try
        {
            return DropFolderWalk.Of(folder.Drop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unavailable(failure);
        }
    }

    /// <summary>What keeps a file of a good name from being read now.</summary>
    private static Finding? HindranceOf(Drop drop, string file)
    {
        var place = Place.InFile(drop.Path.Value);
        if (Path.GetExtension(file).ToLowerInvariant() is ".part" or ".crdownload" or ".tmp") return StorageFindings.DropUnfinished.At(place);
        try
        {
            LocalVault.OpenShared(file).Dispose();
            return null;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // gone since it was seen, as whoever opens it will find
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return StorageFindings.DropUnreadable.At(place);
        }
    }

    private static TimeSpan PatienceWith(Finding? hindrance) =>
        hindrance?.Code == StorageFindings.DropUnfinished.Code ? PatienceWithUnfinished
        : hindrance?.Code == StorageFindings.DropUnreadable.Code ? PatienceWithHolders
        : TimeSpan.Zero;

    /// <summary>
    /// A file's own times can lie (a copy keeps the original's), so it did not arrive before the last look that did not show
    /// it; and never in the future.
    /// </summary>
    private DateTimeOffset ArrivedAt(FileSystemInfo file, DateTimeOffset now)
    {
        var claimed = new DateTimeOffset(file.CreationTimeUtc > file.LastWriteTimeUtc ? file.CreationTimeUtc : file.LastWriteTimeUtc);
        var possible = claimed > _lastLook ? claimed : _lastLook;
        return possible < now ? possible : now;
    }

    private static string NameOf(string root, DropPath path) => Path.Combine([root, .. path.Parts]);

    private static string Tag(long size, DateTime modified) => string.Create(CultureInfo.InvariantCulture, $"{modified.Ticks:x}-{size:x}");

    private sealed record Sighting(string Tag, DateTimeOffset Since, DateTimeOffset ArrivedAt);
}
