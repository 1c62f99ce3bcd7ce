using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Azure;

/// <summary>
/// Content on its way to a blob, in a temporary file of this machine: its name in the vault is known only after its last
/// byte, and it is read once more, back and forth, before anybody knows whether it is kept at all. The file has no name
/// while it is used (on Windows the system removes it), so that nothing of it stays when the program is killed.
/// </summary>
internal sealed class SpooledContent : StagedContent
{
    private readonly FileStream _file;

    private SpooledContent(FileStream file, ContentHash hash, long size) : base(hash, size) => _file = file;

    /// <param name="folder">Of this machine's temporary files; null for the system's.</param>
    /// <returns>Null, and nothing kept, as soon as more than <paramref name="limit"/> bytes came.</returns>
    public static async Task<SpooledContent?> TakeInAsync(Stream content, long limit, CancellationToken cancellationToken, string? folder = null)
    {
        var spool = folder ?? Path.GetTempPath();
        FileStream? file = null;
        try
        {
            file = Create(spool);
            var measured = await ContentMeter.CopyAsync(content, bytes => WriteAsync(file, bytes, spool), limit, cancellationToken);
            if (measured is not { } m) return null;
            var spooled = new SpooledContent(file, m.Hash, m.Size);
            file = null;
            return spooled;
        }
        finally
        {
            if (file is not null) await file.DisposeAsync();
        }
    }

    public override Task<Stream> OpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new BufferedStream(new SpoolReader(_file.SafeFileHandle, Size)));

    public override ValueTask DisposeAsync() => _file.DisposeAsync();

    private static FileStream Create(string spool)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // people's data: nobody else's to read
        try
        {
            var file = new FileStream(Path.Combine(spool, $"kalasin-{Guid.NewGuid():n}.part"), options);
            if (!OperatingSystem.IsWindows()) File.Delete(file.Name);
            return file;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Full(spool, failure);
        }
    }

    private static async ValueTask WriteAsync(FileStream file, ReadOnlyMemory<byte> bytes, string spool)
    {
        try
        {
            await file.WriteAsync(bytes);
        }
        catch (IOException failure)
        {
            throw Full(spool, failure);
        }
    }

    private static StorageUnavailableException Full(string spool, Exception failure) => new(AzureFindings.SpoolFull.At(Place.Nowhere, spool), failure);
}
