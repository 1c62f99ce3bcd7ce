using System.Runtime.CompilerServices;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Local;

internal sealed class LocalVaults(DataFolder folder, SqliteDatabase database, TimeProvider clock) : IVaults
{
    // One folder level whose name is legal on Windows too, where neither "aux" nor a colon would be.
    public IVault Of(StreamId stream) => new LocalVault(folder, Path.Combine(folder.Vault, $"{stream.Kind}_{stream.Id}"), new(database, stream, clock), clock);
}

/// <summary>
/// Content of one stream: small ones in the database, the others as files named by their hash, staged on the same volume so
/// that a rename promotes.
/// </summary>
internal sealed class LocalVault(DataFolder folder, string path, SqliteContents small, TimeProvider clock) : IVault
{
    /// <summary>Staged content that a crash left behind is removed after this time; no request runs as long.</summary>
    private static readonly TimeSpan StagingLifetime = TimeSpan.FromDays(1);

    private string Staging => Path.Combine(path, "staging");

    public async Task<StagedContent?> StageAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var name = Path.Combine(Staging, $"{Guid.NewGuid():n}.part");
        var start = new MemoryStream();
        FileStream? file = null;
        try
        {
            var measured = await ContentMeter.CopyAsync(content, async bytes =>
            {
                if (file is null && start.Length + bytes.Length <= StagedBytes.Most)
                {
                    start.Write(bytes.Span);
                    return;
                }
                if (file is null)
                {
                    file = Guard(() => CreateStaged(name));
                    await WriteAsync(file, start.GetBuffer().AsMemory(0, (int)start.Length));
                }
                await WriteAsync(file, bytes);
            }, limit, cancellationToken);
            if (measured is { } m)
            {
                if (file is null) return new StagedBytes(start.GetBuffer().AsMemory(0, (int)start.Length), m.Hash);
                Guard(() => file.Flush(flushToDisk: true));
                await file.DisposeAsync();
                return new StagedFile(name, m.Hash, m.Size);
            }
        }
        catch
        {
            await DiscardAsync(file, name);
            throw;
        }
        await DiscardAsync(file, name);
        return null;
    }

    public async Task PromoteAsync(IReadOnlyCollection<StagedContent> staged, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(staged);
        StagedFile[] files = [.. staged.OfType<StagedFile>()];
        StagedBytes[] rows = [.. staged.OfType<StagedBytes>()];
        if (files.Length + rows.Length < staged.Count) throw new ArgumentException("The content was staged elsewhere.", nameof(staged));
        cancellationToken.ThrowIfCancellationRequested();
        if (files.Length > 0) await PromoteAsync(files);
        if (rows.Length > 0) await small.KeepAsync(rows, cancellationToken);
    }

    public Task<Stream?> OpenAsync(ContentHash hash, ByteRange range, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (small.Find(hash) is { } bytes)
        {
            if (ContentHash.Of(bytes) != hash) throw DamagedException.Changed(hash);
            return Task.FromResult<Stream?>(range == ByteRange.All ? StagedBytes.Reading(bytes) : new PartOfStream(StagedBytes.Reading(bytes), range));
        }
        var file = OpenFile(hash);
        return Task.FromResult<Stream?>(file is null ? null : range == ByteRange.All ? new CheckedContent(file, hash) : new PartOfStream(file, range));
    }

    public Task<bool> ExistsAsync(ContentHash hash, CancellationToken cancellationToken) => Task.FromResult(File.Exists(NameOf(hash)) || small.Exists(hash));

    public async Task<bool> DeleteAsync(ContentHash hash, CancellationToken cancellationToken)
    {
        var wasFile = Guard(() => DeleteFile(hash));
        return await small.DeleteAsync(hash, DateTimeOffset.MaxValue, cancellationToken) || wasFile;
    }

    public async Task<bool> DeleteAsync(ContentHash hash, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var wasFile = File.Exists(NameOf(hash)) && await small.AloneAsync(
            () => Guard(() => File.GetLastWriteTimeUtc(NameOf(hash)) < before.UtcDateTime && DeleteFile(hash)), cancellationToken);
        return await small.DeleteAsync(hash, before, cancellationToken) || wasFile;
    }

    public async Task<bool> RenewAsync(ContentHash hash, CancellationToken cancellationToken)
    {
        var isFile = File.Exists(NameOf(hash)) && await small.AloneAsync(() => Guard(() => RenewFile(hash)), cancellationToken);
        return isFile || await small.RenewAsync(hash, cancellationToken);
    }

    public async IAsyncEnumerable<StoredContent> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var content in small.List()) yield return content;
        if (!Directory.Exists(path)) yield break;
        foreach (var file in new DirectoryInfo(path).EnumerateFiles())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ContentHash.TryParse(file.Name, out var hash) && file.Exists) yield return new(hash, file.Length, new DateTimeOffset(file.LastWriteTimeUtc));
        }
    }

    internal static FileStream OpenShared(string name) => new(name, new FileStreamOptions
    {
        Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous,
    });

    private string NameOf(ContentHash hash) => Path.Combine(path, hash.ToString());

    private FileStream CreateStaged(string name)
    {
        if (!Directory.Exists(Staging) && folder.Prepare().FirstOrDefault(f => f.Severity == Severity.Error) is { } finding)
            throw new StorageUnavailableException(finding);
        Durability.MakeFolder(path);
        Directory.CreateDirectory(Staging);
        SweepStaging();
        return new(name, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 });
    }

    private async ValueTask WriteAsync(FileStream file, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await file.WriteAsync(bytes);
        }
        catch (IOException failure)
        {
            throw folder.Unavailable(failure);
        }
    }

    private void SweepStaging()
    {
        var oldest = (clock.GetUtcNow() - StagingLifetime).UtcDateTime;
        foreach (var left in new DirectoryInfo(Staging).EnumerateFiles())
            if (left.LastWriteTimeUtc < oldest) left.Delete();
    }

    private async Task PromoteAsync(StagedFile[] sources)
    {
        var there = await Task.Run(() => Guard(() => sources.Where(source => !TryMoveIn(source)).ToList()), CancellationToken.None);
        // What is there may be about to be removed as old.
        if (there.Count > 0)
            await small.AloneAsync(() => Guard(() => there.TrueForAll(source => RenewFile(source.Hash) || TryMoveIn(source))), CancellationToken.None);
        // Also when the files were there already: whoever renamed them may not have flushed the folder yet.
        await Task.Run(() => Guard(() => Durability.FlushFolder(path)), CancellationToken.None);
        foreach (var source in sources) source.Promoted(NameOf(source.Hash));
    }

    /// <returns>False if the same content is there: another request may have promoted it a moment ago.</returns>
    private bool TryMoveIn(StagedFile source)
    {
        var name = NameOf(source.Hash);
        if (File.Exists(name)) return false;
        File.SetLastWriteTimeUtc(source.Name, clock.GetUtcNow().UtcDateTime);
        try
        {
            File.Move(source.Name, name, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(name))
        {
            return false;
        }
    }

    private bool RenewFile(ContentHash hash)
    {
        var (name, now) = (NameOf(hash), clock.GetUtcNow().UtcDateTime);
        if (!File.Exists(name)) return false;
        if (File.GetLastWriteTimeUtc(name) < now) File.SetLastWriteTimeUtc(name, now);
        return true;
    }

    private bool DeleteFile(ContentHash hash)
    {
        var name = NameOf(hash);
        if (!File.Exists(name)) return false;
        File.Delete(name);
        Durability.FlushFolder(path);
        return true;
    }

    private FileStream? OpenFile(ContentHash hash)
    {
        try
        {
            return OpenShared(NameOf(hash));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unavailable(failure);
        }
    }

    private static async Task DiscardAsync(FileStream? file, string name)
    {
        if (file is null) return;
        await file.DisposeAsync();
        File.Delete(name);
    }

    private void Guard(Action work) => Guard(() =>
    {
        work();
        return true;
    });

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unavailable(failure);
        }
    }

    private sealed class StagedFile(string name, ContentHash hash, long size) : StagedContent(hash, size)
    {
        private string? _promoted;

        public string Name => name;

        public void Promoted(string target) => _promoted = target;

        public override Task<Stream> OpenAsync(CancellationToken cancellationToken) =>
            Task.FromResult<Stream>(OpenShared(File.Exists(name) ? name : _promoted ?? name));

        public override ValueTask DisposeAsync()
        {
            File.Delete(name);
            return ValueTask.CompletedTask;
        }
    }
}
