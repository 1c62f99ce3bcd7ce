using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Mail;

/// <summary>A folder of <c>.eml</c> files, from which a mail program or a person takes them. Whole or not there, and what was put there stays after a power cut: the log says then that it left.</summary>
internal sealed class PickupFolder(string path) : IMailTransport
{
    public async Task SendAsync(string name, ReadOnlyMemory<byte> eml, CancellationToken cancellationToken)
    {
        try
        {
            Durability.MakeFolder(path);
            await WholeFile.WriteAsync(Path.Combine(path, $"{name}.eml"), eml, cancellationToken);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException("The pick-up folder can't be written.", denied);
        }
    }
}
