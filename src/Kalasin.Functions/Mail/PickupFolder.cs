namespace Kalasin.Functions.Mail;

/// <summary>A folder of <c>.eml</c> files, from which a mail program or a person takes them. Whole or not there.</summary>
internal sealed class PickupFolder(string path) : IMailTransport
{
    public async Task SendAsync(string name, ReadOnlyMemory<byte> eml, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(path);
            var part = Path.Combine(path, $"{name}.{Guid.NewGuid():n}.part");
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(eml, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, Path.Combine(path, $"{name}.eml"), overwrite: true);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException("The pick-up folder can't be written.", denied);
        }
    }
}
