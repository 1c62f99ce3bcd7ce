using Kalasin.Evaluation;
using Kalasin.Functions.Mail;
using MailKit.Security;

namespace Kalasin.Functions.Tests.Mail;

/// <summary>What the settings say of mail servers.</summary>
public sealed class MailSettingsTests
{
    [Theory]
    [InlineData("smtps://dla@kalasin.go.th@mail.go.th", "mail.go.th", 465, "dla@kalasin.go.th", SecureSocketOptions.SslOnConnect)]
    [InlineData("smtps://dla%40kalasin.go.th@mail.go.th:4650/", "mail.go.th", 4650, "dla@kalasin.go.th", SecureSocketOptions.SslOnConnect)]
    [InlineData("SMTP://user@Mail.go.th", "mail.go.th", 587, "user", SecureSocketOptions.StartTls)]
    [InlineData("smtp://mail.go.th:25", "mail.go.th", 25, null, SecureSocketOptions.StartTls)]
    [InlineData("smtp://localhost:25", "localhost", 25, null, SecureSocketOptions.None)]
    [InlineData("smtp://127.0.0.1:2525", "127.0.0.1", 2525, null, SecureSocketOptions.None)]
    [InlineData("smtp://[::1]:2525", "::1", 2525, null, SecureSocketOptions.None)]
    [InlineData("smtp://localhost.go.th", "localhost.go.th", 587, null, SecureSocketOptions.StartTls)]
    public void Server_IsReadAsItIsWritten_AndOthersMachinesAreEncrypted(string text, string host, int port, string? user, SecureSocketOptions security)
    {
        Assert.True(MailServer.TryParse(text, "smtp", (587, 465), out var server));
        Assert.Equal((host, port, user, security), (server.Host, server.Port, server.User, server.Security));
    }

    [Theory]
    [InlineData("imaps://dla@mail.go.th", "")]
    [InlineData("imaps://dla@mail.go.th/", "")]
    [InlineData("imaps://dla@mail.go.th/INBOX/Award", "INBOX/Award")]
    [InlineData("imaps://dla@kalasin.go.th@mail.go.th:993/%E0%B8%A3%E0%B8%B2%E0%B8%87", "ราง")]
    public void Mailbox_MayNameAFolder(string text, string folder)
    {
        Assert.True(MailServer.TryParse(text, "imap", (143, 993), out var server));
        Assert.Equal(folder, server.Folder);
    }

    [Theory]
    [InlineData("mail.go.th")]
    [InlineData("https://mail.go.th")]
    [InlineData("smtp://")]
    [InlineData("smtp://@mail.go.th")]
    [InlineData("smtp://user:secret@mail.go.th")]
    [InlineData("smtp://user@mail.go.th:0")]
    [InlineData("smtp://user@mail.go.th:99999")]
    [InlineData("smtp://user@mail go.th")]
    [InlineData("smtp://user@mail.go.th\r\nRCPT TO:<x>")]
    public void AnythingElse_IsNoServer(string text) => Assert.False(MailServer.TryParse(text, "smtp", (587, 465), out _));

    [Fact]
    public void Password_ComesFromItsOwnVariable_AndIsNeverShown()
    {
        var (settings, findings) = Read(("KALASIN_SMTP", "smtps://user@mail.go.th"), ("KALASIN_SMTP_PASSWORD", "hunter2"));
        Assert.Empty(findings);
        Assert.Equal("hunter2", settings.Smtp!.Password);
        Assert.DoesNotContain("hunter2", settings.ToString(), StringComparison.Ordinal);
        Assert.Null(settings.Imap);
    }

    /// <summary>Where a scope is named, tokens for it take the place of the password.</summary>
    [Fact]
    public void Scope_MakesTokensOfTheIdentity()
    {
        var (settings, findings) = Read(("KALASIN_IMAP", "imaps://office@outlook.office365.com"), ("KALASIN_IMAP_SCOPE", "https://outlook.office365.com/.default"));
        Assert.Empty(findings);
        Assert.IsType<IdentityTokens>(settings.Imap!.Tokens);
        Assert.Null(settings.Imap.Password);
        Assert.Equal("KAL7608", Assert.Single(Read(("KALASIN_IMAP", "imaps://office@outlook.office365.com"), ("KALASIN_IMAP_SCOPE", "mail")).Findings).Code);
    }

    /// <summary>What Azure leaves where it could not read its key vault is no password: nobody is locked out by trying it.</summary>
    [Fact]
    public void PasswordThatAzureCouldNotRead_IsNone()
    {
        var (settings, findings) = Read(("KALASIN_SMTP", "smtps://user@mail.go.th"), ("KALASIN_SMTP_PASSWORD", "@Microsoft.KeyVault(VaultName=kv;SecretName=smtp-password)"));
        Assert.Equal("KAL7609", Assert.Single(findings).Code);
        Assert.Null(settings.Smtp);
    }

    [Theory]
    [InlineData("KALASIN_SMTP", "smtps://user@mail.go.th", "KAL7609")]
    [InlineData("KALASIN_SMTP", "smtps://user:hunter2@mail.go.th", "KAL7608")]
    [InlineData("KALASIN_IMAP", "imaps://mail.go.th", "KAL7608")]
    [InlineData("KALASIN_IMAP", "imaps://user@mail.go.th", "KAL7609")]
    public void WhatIsWrong_IsAFinding_AndNoServerIsUsed(string name, string value, string code)
    {
        var (settings, findings) = Read((name, value));
        Assert.Equal(code, Assert.Single(findings).Code);
        Assert.DoesNotContain("hunter2", findings[0].ToString(), StringComparison.Ordinal);
        Assert.Null(settings.Smtp ?? settings.Imap);
    }

    [Theory]
    [InlineData(null, null, false, typeof(PickupFolder))]
    [InlineData("smtp://localhost", null, false, typeof(SmtpTransport))]
    [InlineData("smtp://localhost", "/srv/out", false, typeof(SmtpTransport))]
    [InlineData("smtp://localhost", null, true, typeof(PickupFolder))]
    [InlineData("smtp://", "/srv/out", false, null)]
    public void Way_IsTheServerThatIsNamed_AndNoOtherWhereItCantBeUsed(string? smtp, string? folder, bool sample, Type? expected)
    {
        var settings = Settings.Read(null, "local", name => name switch { "KALASIN_SMTP" => smtp, "KALASIN_OUTBOX" => folder, _ => null });
        if (sample) settings = settings with { Sample = new("46-dla-2567", default, [], [], "4611") };
        var way = MailWay.Of(settings.Mail, settings.PickupFolder, TimeProvider.System);
        using var transport = way.Transport as IDisposable;
        Assert.Equal(expected, way.Transport?.GetType());
    }

    private static (MailSettings Settings, List<Finding> Findings) Read(params (string Name, string Value)[] given)
    {
        var findings = new List<Finding>();
        return (MailSettings.Read(name => given.FirstOrDefault(g => g.Name == name).Value, findings), findings);
    }
}
