using System.Net.Sockets;
using MailKit;
using MailKit.Security;

namespace Kalasin.Functions.Mail;

/// <summary>Opens connections to mail servers, and names what goes wrong in three ways.</summary>
internal static class MailConnection
{
    /// <exception cref="MailServerException">There is none.</exception>
    public static async Task OpenAsync(MailService client, MailAccount account, CancellationToken cancellationToken)
    {
        var server = account.Server;
        client.CheckCertificateRevocation = false; // as browsers do: it would ask yet other servers
        try
        {
            await client.ConnectAsync(server.Host, server.Port, server.Security, cancellationToken);
            if (server.User is not { } user) return;
            if (account.Tokens is { } tokens) await client.AuthenticateAsync(new SaslMechanismOAuth2(user, await tokens.GetAsync(cancellationToken)), cancellationToken);
            else await client.AuthenticateAsync(user, account.Password ?? "", cancellationToken);
        }
        catch (AuthenticationException refused)
        {
            throw new MailServerException(MailTrouble.LoginRefused, refused);
        }
        catch (Exception insecure) when (insecure is SslHandshakeException or NotSupportedException)
        {
            // Not supported: it has no STARTTLS, or after it no way to sign in that we know.
            throw new MailServerException(client.IsConnected ? MailTrouble.LoginRefused : MailTrouble.Untrusted, insecure);
        }
        catch (Exception failure) when (IsOfTheServer(failure))
        {
            throw new MailServerException(MailTrouble.Unreachable, failure);
        }
    }

    /// <summary>Whether a failure is the server's, or the network's before it.</summary>
    public static bool IsOfTheServer(Exception failure) =>
        failure is IOException or SocketException or ProtocolException or CommandException or ServiceNotConnectedException or ServiceNotAuthenticatedException;
}

internal enum MailTrouble
{
    /// <summary>It doesn't answer, or not as such a server does.</summary>
    Unreachable,

    /// <summary>It isn't encrypted, or its certificate isn't trusted.</summary>
    Untrusted,

    /// <summary>It doesn't let us in.</summary>
    LoginRefused,
}

/// <summary>There is no connection. Its own words stay inside: they may name people.</summary>
internal sealed class MailServerException(MailTrouble trouble, Exception inner) : IOException($"The mail server can't be used: {trouble}.", inner)
{
    public MailTrouble Trouble => trouble;
}
