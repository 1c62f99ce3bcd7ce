using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Local;

/// <summary>A text file per stream in a folder outside the data folder: <c>{kind}_{id}.txt</c>.</summary>
internal sealed class FolderHeads(DataFolder folder) : IHeads
{
    private const string Ending = ".txt";

    public string Place => folder.Heads;

    public Task SealAsync(StreamId stream, SealedHead head, CancellationToken cancellationToken) => Guard(() =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        Durability.MakeFolder(Place);
        var name = NameOf(stream);
        var isNew = !File.Exists(name);
        using (var file = new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            // Behind a line that a power cut broke off a new one begins.
            var torn = file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n';
            file.Write((byte[])[.. torn ? "\n"u8 : [], .. SealedHeads.LineOf(head)]);
            file.Flush(flushToDisk: true);
        }
        if (isNew) Durability.FlushFolder(Place);
        return true;
    });

    public Task<SealedHeads> ReadAsync(StreamId stream, CancellationToken cancellationToken) => Guard(() =>
    {
        var name = NameOf(stream);
        if (!File.Exists(name)) return SealedHeads.None;
        using var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > SealedHeads.MostBytes) throw new IOException("No heads are that many.");
        using var text = new StreamReader(file, System.Text.Encoding.ASCII);
        return SealedHeads.Read(text.ReadToEnd());
    });

    public Task<IReadOnlyList<StreamId>> ListAsync(CancellationToken cancellationToken) => Guard<IReadOnlyList<StreamId>>(() =>
        !Directory.Exists(Place) ? [] :
        [
            .. new DirectoryInfo(Place).EnumerateFiles($"*{Ending}").Select(f => Path.GetFileNameWithoutExtension(f.Name).Replace('_', '/'))
                .Select(name => StreamId.TryParse(name, out var stream) ? stream : null).OfType<StreamId>().OrderBy(s => s.ToString(), StringComparer.Ordinal),
        ]);

    public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        var inside = (Place + Path.DirectorySeparatorChar).StartsWith(folder.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return Task.FromResult<IReadOnlyList<Finding>>(
            inside ? [StorageFindings.HeadsInsideData.At(Kalasin.Evaluation.Place.Nowhere, Place)]
            : FileStatus.OnSameDisk(folder.Root, Place) == true ? [StorageFindings.HeadsOnSameDisk.At(Kalasin.Evaluation.Place.Nowhere, Place)] : []);
    }

    private string NameOf(StreamId stream) => Path.Combine(Place, $"{stream.Kind}_{stream.Id}{Ending}");

    private async Task<T> Guard<T>(Func<T> work)
    {
        try
        {
            return await Task.Run(work);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException(StorageFindings.HeadsUnusable.At(Kalasin.Evaluation.Place.Nowhere, Place), failure);
        }
    }
}
