using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using MailKit.Security;

namespace Kalasin.Functions.Mail;

/// <summary>Where mails are handed over or fetched, as a setting names it: <c>smtps://user@host:port</c>, <c>imaps://user@host:port/folder</c>.</summary>
/// <param name="EncryptsAtOnce">TLS from the first byte on; otherwise by STARTTLS.</param>
/// <param name="User">Who signs in; null for nobody.</param>
/// <param name="Folder">Of a mailbox; empty for its inbox.</param>
internal sealed record MailServer(string Host, int Port, bool EncryptsAtOnce, string? User, string Folder)
{
    private const int Longest = 500;

    /// <summary>What goes to another machine is encrypted, whatever the server offers; what stays on this one needn't be.</summary>
    public SecureSocketOptions Security =>
        EncryptsAtOnce ? SecureSocketOptions.SslOnConnect : IsThisMachine ? SecureSocketOptions.None : SecureSocketOptions.StartTls;

    private bool IsThisMachine => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <param name="protocol"><c>smtp</c> or <c>imap</c>; with an <c>s</c> behind it, encrypted at once.</param>
    /// <param name="ports">Where the protocol usually is, in the open and encrypted.</param>
    /// <returns>False for anything else; for a password in it too, since addresses are shown.</returns>
    public static bool TryParse(string text, string protocol, (int Open, int Encrypted) ports, [NotNullWhen(true)] out MailServer? server)
    {
        server = null;
        var encrypts = text.StartsWith($"{protocol}s://", StringComparison.OrdinalIgnoreCase);
        if ((!encrypts && !text.StartsWith($"{protocol}://", StringComparison.OrdinalIgnoreCase)) || text.Length > Longest || text.Any(char.IsControl)) return false;
        var rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
        // The user is an address more often than not, and nobody likes to escape its sign.
        var folderAt = rest.IndexOf('/', rest.LastIndexOf('@') + 1);
        var folder = folderAt < 0 ? "" : Uri.UnescapeDataString(rest[(folderAt + 1)..]);
        var authority = folderAt < 0 ? rest : rest[..folderAt];
        var userEnd = authority.LastIndexOf('@');
        var user = userEnd < 0 ? null : Uri.UnescapeDataString(authority[..userEnd]);
        if (user is "" || user?.Contains(':', StringComparison.Ordinal) == true) return false;
        var (host, port) = (authority[(userEnd + 1)..], encrypts ? ports.Encrypted : ports.Open);
        if (host.LastIndexOf(':') is >= 0 and var colon && !host.EndsWith(']'))
        {
            if (!int.TryParse(host[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is 0 or > 65_535) return false;
            host = host[..colon];
        }
        host = host.Trim('[', ']').ToLowerInvariant();
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown) return false;
        server = new(host, port, encrypts, user, folder);
        return true;
    }
}

/// <summary>A server and what it asks for to let somebody in.</summary>
internal sealed record MailAccount(MailServer Server, string? Password)
{
    /// <summary>By which it signs in instead of the password; null for by the password.</summary>
    public IMailTokens? Tokens { get; init; }

    /// <summary>Never the password.</summary>
    public override string ToString() => Server.ToString();
}
