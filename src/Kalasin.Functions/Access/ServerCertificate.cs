using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kalasin.Functions.Access;

/// <summary>The certificate that the service shows, with those that lead from it to a root.</summary>
internal sealed record ServerCertificate(X509Certificate2 Own, X509Certificate2Collection Chain)
{
    /// <param name="path">A PFX file, or a PEM file.</param>
    /// <param name="keyPath">The key of a PEM file, where it lies in a file of its own.</param>
    /// <returns>Null if it can't be read, or comes without its key.</returns>
    public static ServerCertificate? Read(string path, string? keyPath, string? password)
    {
        try
        {
            var all = new X509Certificate2Collection();
            if (!IsPem(path)) all = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password, X509KeyStorageFlags.EphemeralKeySet);
            else
            {
                all.ImportFromPemFile(path);
                all.RemoveAt(0);
                all.Insert(0, password is null
                    ? X509Certificate2.CreateFromPemFile(path, keyPath)
                    : X509Certificate2.CreateFromEncryptedPemFile(path, password, keyPath));
            }
            var own = all.FirstOrDefault(c => c.HasPrivateKey);
            return own is null ? null : new(own, [.. all.Where(c => c != own)]);
        }
        catch (Exception failure) when (
            failure is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsPem(string path)
    {
        using var text = new StreamReader(path);
        var beginning = new char[64];
        return new string(beginning, 0, text.ReadBlock(beginning)).Contains("-----BEGIN", StringComparison.Ordinal);
    }
}
