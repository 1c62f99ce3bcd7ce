using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Identity;
using MailKit.Security;

namespace Kalasin.Functions.Mail;

/// <summary>Signs in to a mail account by a token instead of a password (OAuth 2.0, as large services ask for).</summary>
internal interface IMailTokens
{
    /// <exception cref="AuthenticationException">There is none.</exception>
    Task<string> GetAsync(CancellationToken cancellationToken);
}

/// <summary>
/// Tokens for the identity of this process: a managed identity on Azure, elsewhere an application that <c>AZURE_CLIENT_ID</c> and what belongs to it
/// name. They are kept until they expire.
/// </summary>
/// <param name="scope">What they are for, such as <c>https://outlook.office365.com/.default</c>.</param>
internal sealed class IdentityTokens(string scope) : IMailTokens
{
    private readonly Lazy<TokenCredential> _credential = new(Credential);

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _credential.Value.GetTokenAsync(new([scope]), cancellationToken)).Token;
        }
        catch (AuthenticationFailedException none)
        {
            throw new AuthenticationException("There is no token for the mail account.", none);
        }
    }

    /// <summary>Apart, so that nobody who signs in by a password loads Azure's libraries.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DefaultAzureCredential Credential() => new();
}
