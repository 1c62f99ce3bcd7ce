using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kalasin.Functions.Mail;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.Mail;

/// <summary>Mails on their way to a server that takes them, and to others.</summary>
public sealed class SmtpTransportTests : IDisposable
{
    private static readonly byte[] Mail = Eml.Of(
        new("สำนักงาน", "office@kalasin.go.th"), new("อำเภอ", "unit@kalasin.go.th"), "ทดสอบ", ".เนื้อความ\r\n.", "1@kalasin.go.th", DateTimeOffset.UnixEpoch,
        [new("แบบรายงาน ๑.xlsx", "application/octet-stream", new byte[5_000])]);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private SmtpTransport? _transport;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _transport?.Dispose();

    [Fact]
    public async Task Server_GetsTheVeryBytes_FromTheOfficeToTheUnit_OverOneConnection()
    {
        await using var server = new ScriptedSmtpServer(_ => null);
        for (var i = 0; i < 3; i++) await Transport(server.Port, "user").SendAsync("x", Mail, Token);
        await Transport(server.Port).RestAsync();
        Assert.Equal(Enumerable.Repeat(Encoding.Latin1.GetString(Mail), 3), server.Messages);
        Assert.Equal(1, server.Connections);
        Assert.Contains(server.Said, line => line.StartsWith("MAIL FROM:<office@kalasin.go.th>", StringComparison.Ordinal));
        Assert.Contains("RCPT TO:<unit@kalasin.go.th>", server.Said);
        Assert.Equal("QUIT", server.Said.Last());
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 somchai is unknown", "KAL7604", true)]
    [InlineData("RCPT", "552 5.2.2 mailbox full", "KAL7604", true)]
    [InlineData("RCPT", "530 5.7.0 sign in first", "KAL7606", false)]
    [InlineData("MAIL", "553 not yours to send from", "KAL7610", false)]
    [InlineData("MAIL", "552 5.3.4 too large", "KAL7605", true)]
    [InlineData("MAIL", "451 come again later", "KAL7602", false)]
    [InlineData("the message", "552 5.3.4 too large", "KAL7605", true)]
    [InlineData("the message", "554 looks like spam", "KAL7604", true)]
    [InlineData("RCPT", "451 come again later", "KAL7602", false)]
    [InlineData("the message", "452 disk full", "KAL7602", false)]
    [InlineData("AUTH", "535 wrong password", "KAL7606", false)]
    [InlineData("EHLO", "250-scripted\r\n250 SIZE 1000", "KAL7605", true)]
    public async Task Refusal_IsToldByItsKind_AndQuotesNobody(string at, string answer, string code, bool forGood)
    {
        await using var server = new ScriptedSmtpServer(line => line.StartsWith(at, StringComparison.Ordinal) ? answer : null);
        var user = at == "AUTH" ? "user" : null;
        var refusal = await Assert.ThrowsAsync<MailNotTakenException>(() => Transport(server.Port, user).SendAsync("x", Mail, Token));
        Assert.Equal((code, forGood), (refusal.Why.Code, refusal.IsForGood));
        Assert.DoesNotContain("somchai", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedMail_KeepsTheNextOneNotWaiting()
    {
        var calls = 0;
        await using var server = new ScriptedSmtpServer(line => line.StartsWith("RCPT", StringComparison.Ordinal) && calls++ == 0 ? "550 unknown" : null);
        await Assert.ThrowsAsync<MailNotTakenException>(() => Transport(server.Port).SendAsync("x", Mail, Token));
        Assert.True(_transport!.IsReady);
        await _transport.SendAsync("y", Mail, Token);
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task ConnectionCut_AfterTheMessage_LeavesItUnknown_AndTheServerAlone()
    {
        await using var server = new ScriptedSmtpServer(line => line == "the message" ? "" : null);
        var failure = await Assert.ThrowsAsync<IOException>(() => Transport(server.Port).SendAsync("x", Mail, Token));
        Assert.IsNotType<MailNotTakenException>(failure);
        Assert.False(_transport!.IsReady);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(_transport.IsReady);
    }

    [Fact]
    public async Task WrongPassword_IsNotTriedAgainAtOnce()
    {
        await using var server = new ScriptedSmtpServer(line => line.StartsWith("AUTH", StringComparison.Ordinal) ? "535 no" : null);
        await Assert.ThrowsAsync<MailNotTakenException>(() => Transport(server.Port, "user").SendAsync("x", Mail, Token));
        _clock.Advance(TimeSpan.FromMinutes(14));
        Assert.False(_transport!.IsReady);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(_transport.IsReady);
    }

    [Fact]
    public async Task Minute_HasRoomForSoManyMails()
    {
        await using var server = new ScriptedSmtpServer(_ => null);
        for (var i = 0; i < SmtpTransport.Most; i++)
        {
            Assert.True(Transport(server.Port).IsReady);
            await _transport!.SendAsync("x", Mail, Token);
        }
        Assert.False(_transport!.IsReady);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(_transport.IsReady);
    }

    [Fact]
    public async Task NobodyThere_IsTold()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        var refusal = await Assert.ThrowsAsync<MailNotTakenException>(() => Transport(port).SendAsync("x", Mail, Token));
        Assert.Equal("KAL7602", refusal.Why.Code);
    }

    [Fact]
    public async Task CertificateThatNobodyVouchesFor_IsNotTrusted()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync(Token);
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(certificate);
            await tls.ReadExactlyAsync(new byte[1], Token); // the client says no more
        }, Token);
        Assert.True(MailServer.TryParse($"smtps://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}", "smtp", (587, 465), out var server));
        using var transport = new SmtpTransport(new(server, null), _clock);
        var refusal = await Assert.ThrowsAsync<MailNotTakenException>(() => transport.SendAsync("x", Mail, Token));
        Assert.Equal("KAL7607", refusal.Why.Code);
        await Assert.ThrowsAnyAsync<Exception>(() => serving);
    }

    private SmtpTransport Transport(int port, string? user = null) =>
        _transport ??= new(new(new("127.0.0.1", port, false, user, ""), user is null ? null : "secret"), _clock);
}
