using System.Runtime.CompilerServices;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Local;

internal sealed class FolderVaults(DataFolder folder, TimeProvider clock) : IVaults
{
    // One folder level whose name is legal on Windows too, where neither "aux" nor a colon would be.
    public IVault Of(StreamId stream) => new FolderVault(folder, Path.Combine(folder.Vault, $"{stream.Kind}_{stream.Id}"), clock);
}

/// <summary>Content of one stream as files named by their hash; staged on the same volume so that a rename promotes.</summary>
internal sealed class FolderVault(DataFolder folder, string path, TimeProvider clock) : IVault
{
    /// <summary>Staged content that a crash left behind is removed after this time; no request runs as long.</summary>
    private static readonly TimeSpan StagingLifetime = TimeSpan.FromDays(1);

    private string Staging => Path.Combine(path, "staging");

    public async Task<StagedContent?> StageAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var name = Path.Combine(Staging, $"{Guid.NewGuid():n}.part");
        FileStream? file = null;
        try
        {
            file = Guard(() => CreateStaged(name));
            var measured = await ContentMeter.CopyAsync(content, bytes => WriteAsync(file, bytes), limit, cancellationToken);
            if (measured is { } m)
            {
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

    public Task PromoteAsync(StagedContent staged, CancellationToken cancellationToken)
    {
        if (staged is not StagedFile source) throw new ArgumentException("The content was staged elsewhere.", nameof(staged));
        cancellationToken.ThrowIfCancellationRequested();
        return Task.Run(() => Guard(() => Promote(source)), CancellationToken.None);
    }

    public Task<Stream?> OpenAsync(ContentHash hash, ByteRange range, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var file = OpenShared(NameOf(hash));
            return Task.FromResult<Stream?>(range == ByteRange.All ? file : new PartOfStream(file, range));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unavailable(failure);
        }
    }

    public Task<bool> ExistsAsync(ContentHash hash, CancellationToken cancellationToken) => Task.FromResult(File.Exists(NameOf(hash)));

    public Task<bool> DeleteAsync(ContentHash hash, CancellationToken cancellationToken) => Task.FromResult(Guard(() =>
    {
        var name = NameOf(hash);
        if (!File.Exists(name)) return false;
        File.Delete(name);
        Durability.FlushFolder(path);
        return true;
    }));

    public async IAsyncEnumerable<StoredContent> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
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
        if (!Directory.Exists(Staging))
        {
            if (folder.Prepare().FirstOrDefault(f => f.Severity == Severity.Error) is { } finding) throw new StorageUnavailableException(finding);
            Directory.CreateDirectory(Staging);
            Durability.FlushFolder(folder.Vault);
        }
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

    private void Promote(StagedFile source)
    {
        var name = NameOf(source.Hash);
        if (!File.Exists(name))
        {
            File.SetLastWriteTimeUtc(source.Name, clock.GetUtcNow().UtcDateTime);
            try
            {
                File.Move(source.Name, name, overwrite: false);
            }
            catch (IOException) when (File.Exists(name))
            {
                // Another request promoted the same bytes a moment ago.
            }
        }
        // Also when the file was there already: whoever renamed it may not have flushed the folder yet.
        Durability.FlushFolder(path);
        source.Promoted(name);
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
