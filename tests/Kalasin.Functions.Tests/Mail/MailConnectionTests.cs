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

    /// <summary>By a token, as Exchange Online and others ask for (XOAUTH2): it is said once, and no password.</summary>
    [Theory]
    [InlineData("235 welcome", true)]
    [InlineData("535 5.7.3 not yours", false)]
    public async Task Smtp_SignsInByToken(string answer, bool isLetIn)
    {
        await using var server = new ScriptedSmtpServer(line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-scripted\r\n250 AUTH PLAIN XOAUTH2" : line.StartsWith("AUTH", StringComparison.Ordinal) ? answer : null);
        using var client = new SmtpClient();
        var opening = MailConnection.OpenAsync(client, Account(server.Port, new Tokens("token")), Token);
        if (isLetIn) await opening;
        else Assert.Equal(MailTrouble.LoginRefused, (await Assert.ThrowsAsync<MailServerException>(() => opening)).Trouble);
        Assert.Equal(Saying, Encoding.ASCII.GetString(Convert.FromBase64String(Assert.Single(server.Said, line => line.StartsWith("AUTH", StringComparison.Ordinal)).Split(' ')[2])));
    }

    [Fact]
    public async Task NoToken_IsALoginRefused_AndNothingIsSaidOfIt()
    {
        await using var server = new ScriptedSmtpServer(line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-scripted\r\n250 AUTH PLAIN XOAUTH2" : null);
        using var client = new SmtpClient();
        var refusal = await Assert.ThrowsAsync<MailServerException>(() => MailConnection.OpenAsync(client, Account(server.Port, new Tokens(null)), Token));
        Assert.Equal(MailTrouble.LoginRefused, refusal.Trouble);
        Assert.DoesNotContain(server.Said, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Imap_SignsInByToken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () =>
        {
            using var accepted = await listener.AcceptTcpClientAsync(Token);
            using var reader = new StreamReader(accepted.GetStream(), Encoding.ASCII);
            await using var writer = new StreamWriter(accepted.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("* OK scripted");
            string? said = null;
            while (await reader.ReadLineAsync(Token) is { } line)
            {
                var words = line.Split(' ');
                switch (words[1])
                {
                    case "CAPABILITY": await writer.WriteLineAsync("* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2"); break;
                    case "NAMESPACE": await writer.WriteLineAsync("* NAMESPACE ((\"\" \"/\")) NIL NIL"); break;
                    case "LIST" or "LSUB": await writer.WriteLineAsync($"* {words[1]} () \"/\" INBOX"); break;
                    case "AUTHENTICATE": said = $"{words[2]} {Encoding.ASCII.GetString(Convert.FromBase64String(words[3]))}"; break;
                }
                await writer.WriteLineAsync($"{words[0]} OK done");
                if (words[1] == "LOGOUT") break;
            }
            return said;
        }, Token);
        using (var client = new ImapClient())
        {
            await MailConnection.OpenAsync(client, Account(((IPEndPoint)listener.LocalEndpoint).Port, new Tokens("token")), Token);
            Assert.True(client.IsAuthenticated);
            await client.DisconnectAsync(quit: true, Token);
        }
        Assert.Equal($"XOAUTH2 {Saying}", await serving);
    }

    private const string Saying = "user=office@kalasin.test\u0001auth=Bearer token\u0001\u0001";

    private static MailAccount Account(int port, IMailTokens tokens) => new(new("127.0.0.1", port, false, "office@kalasin.test", ""), null) { Tokens = tokens };

    /// <summary>One token, or none.</summary>
    private sealed class Tokens(string? token) : IMailTokens
    {
        public Task<string> GetAsync(CancellationToken cancellationToken) =>
            token is null ? throw new MailKit.Security.AuthenticationException("none") : Task.FromResult(token);
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
