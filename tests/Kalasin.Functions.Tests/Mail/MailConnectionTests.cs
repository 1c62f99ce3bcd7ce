using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kalasin.Functions.Mail;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;

namespace Kalasin.Functions.Tests.Mail;

/// <summary>Whom the program trusts with a password: a server whose certificate the machine trusts, or one on the machine itself. Anything else fails closed.</summary>
public sealed class MailConnectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("smtps", "localhost")]
    [InlineData("imaps", "localhost")]
    [InlineData("smtps", "127.0.0.1")]
    [InlineData("imaps", "127.0.0.1")]
    public async Task SelfMadeCertificate_IsNotTrusted_NotEvenOnThisMachine(string scheme, string host)
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        var (trouble, said) = await OpenAsync(scheme, host, "", async stream =>
        {
            await using var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(certificate);
            return await ReadAsync(tls);
        });
        Assert.Equal((MailTrouble.Untrusted, ""), (trouble, said));
    }

    /// <summary>By a name that settings would not write so it is another machine, as far as the program can tell.</summary>
    [Theory]
    [InlineData("smtp", "220 here\r\n", "250-here\r\n250 AUTH PLAIN\r\n")]
    [InlineData("imap", "* OK here\r\n", "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n{tag} OK done\r\n")]
    public async Task ServerElsewhere_ThatDoesNotEncrypt_GetsNoPassword(string scheme, string greeting, string abilities)
    {
        var (trouble, said) = await OpenAsync(scheme, "LOCALHOST", greeting, async stream =>
        {
            var first = await ReadAsync(stream);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(abilities.Replace("{tag}", first.Split(' ')[0], StringComparison.Ordinal)), Token);
            return first + await ReadAsync(stream);
        });
        Assert.Equal(MailTrouble.Untrusted, trouble);
        Assert.DoesNotContain("AUTH", said.Replace("AUTH=PLAIN", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("LOGIN", said, StringComparison.OrdinalIgnoreCase);
    }

    /// <returns>What stood in the way, and what the client said meanwhile.</returns>
    private static async Task<(MailTrouble Trouble, string Said)> OpenAsync(string scheme, string host, string greeting, Func<NetworkStream, Task<string>> serve)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () =>
        {
            try
            {
                using var accepted = await listener.AcceptTcpClientAsync(Token);
                var stream = accepted.GetStream();
                await stream.WriteAsync(Encoding.ASCII.GetBytes(greeting), Token);
                return await serve(stream);
            }
            catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
            {
                return "";
            }
        }, Token);
        var protocol = scheme[..4];
        var server = new MailServer(host, ((IPEndPoint)listener.LocalEndpoint).Port, scheme.Length > protocol.Length, "office", "");
        using MailService client = protocol == "smtp" ? new SmtpClient() : new ImapClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        var trouble = await Assert.ThrowsAsync<MailServerException>(() => MailConnection.OpenAsync(client, new(server, "secret"), patience.Token));
        client.Dispose();
        return (trouble.Trouble, await serving);
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        var bytes = new byte[1_000];
        return Encoding.ASCII.GetString(bytes, 0, await stream.ReadAsync(bytes, Token));
    }
}
