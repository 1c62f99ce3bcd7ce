using Kalasin.Evaluation;
using Kalasin.Functions.Access;

namespace Kalasin.Functions.Mail;

/// <summary>The servers that mails leave by and come from.</summary>
/// <param name="Smtp">Null if none is set, or it can't be used.</param>
/// <param name="NamesSmtp">Whether one is set: mails wait for it then, and go nowhere else.</param>
/// <param name="Imap">The mailbox that is read; null if none is set, or it can't be used.</param>
internal sealed record MailSettings(MailAccount? Smtp, bool NamesSmtp, MailAccount? Imap)
{
    public static MailSettings None { get; } = new(null, false, null);

    /// <param name="environment">Looks a variable up.</param>
    public static MailSettings Read(Func<string, string?> environment, ICollection<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(findings);
        return new(
            AccountOf("KALASIN_SMTP", "smtp", (587, 465), needsUser: false), Given("KALASIN_SMTP") is not null,
            AccountOf("KALASIN_IMAP", "imap", (143, 993), needsUser: true));

        string? Given(string name) => environment(name)?.Trim() is { Length: > 0 } value ? value : null;

        MailAccount? AccountOf(string name, string protocol, (int, int) ports, bool needsUser)
        {
            if (Given(name) is not { } text) return null;
            if (!MailServer.TryParse(text, protocol, ports, out var server) || (needsUser && server.User is null))
            {
                findings.Add(MailFindings.ServerUnusable.At(Place.Nowhere, name, $"{protocol}s://user@host")); // not the text: somebody may have put a password in
                return null;
            }
            if (server.User is not null && Given($"{name}_SCOPE") is { } scope)
            {
                if (Uri.TryCreate(scope, UriKind.Absolute, out var what) && what.Scheme == Uri.UriSchemeHttps) return new(server, null) { Tokens = new IdentityTokens(scope) };
                findings.Add(MailFindings.ServerUnusable.At(Place.Nowhere, $"{name}_SCOPE", "https://outlook.office365.com/.default"));
                return null;
            }
            var password = Secret.Read($"{name}_PASSWORD", environment, findings);
            if (server.User is null || password is not null) return new(server, password);
            findings.Add(MailFindings.PasswordMissing.At(Place.Nowhere, $"{name}_PASSWORD"));
            return null;
        }
    }
}
