using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kalasin.Functions.Tests.Access;

/// <summary>Certificates of <c>localhost</c> that nobody vouches for.</summary>
internal static class Certificates
{
    public const string Password = "correct horse";

    public static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        {
            CertificateExtensions = { names.Build() },
        };
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    public static X509Certificate2 Read(string file, string? password) => X509CertificateLoader.LoadPkcs12FromFile(file, password);

    /// <returns>The same in each form that is taken: the file, the file of its key, the password.</returns>
    public static IEnumerable<(string File, string? Key, string? Password)> WriteIn(string folder)
    {
        using var made = Make();
        using var key = made.GetRSAPrivateKey()!;
        var (own, plain) = (made.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
        var locked = key.ExportEncryptedPkcs8PrivateKeyPem(Password, new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        return
        [
            (Write("open.pfx", made.Export(X509ContentType.Pkcs12)), null, null),
            (Write("locked.pfx", made.Export(X509ContentType.Pkcs12, Password)), null, Password),
            (Write("both.pem", $"{own}\n{plain}"), null, null),
            (Write("own.pem", own), Write("key.pem", plain), null),
            (Write("own-of-locked.pem", own), Write("locked.pem", locked), Password),
        ];

        string Write(string name, object content)
        {
            var path = Path.Combine(folder, name);
            if (content is byte[] bytes) File.WriteAllBytes(path, bytes);
            else File.WriteAllText(path, (string)content);
            return path;
        }
    }
}
