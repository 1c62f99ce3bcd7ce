using System.Diagnostics.CodeAnalysis;

namespace Kalasin.Functions.Storage;

/// <summary>
/// Which storage account, and how it is entered. Knows nothing of the Azure libraries, so that reading the settings does
/// not load them.
/// </summary>
internal abstract record AzureAccount
{
    private AzureAccount() { }

    /// <summary>By a connection string, secrets included; never printed.</summary>
    internal sealed record ByConnection(string ConnectionString) : AzureAccount
    {
        public override string ToString() => "connection string";
    }

    /// <summary>By the identity of this process: a managed identity on Azure, whoever is signed in elsewhere. The account needs no key.</summary>
    internal sealed record ByIdentity(Uri Blobs, Uri Tables) : AzureAccount
    {
        public override string ToString() => Blobs.AbsoluteUri;
    }

    /// <param name="text">The account's name (public cloud), or the address of its blob service: <c>https://{name}.blob.{cloud}</c>.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out AzureAccount? account)
    {
        account = null;
        var address = IsName(text) ? $"https://{text}.blob.core.windows.net" : text;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var blobs) || blobs.Host.Split(".blob.") is not [var name, var cloud]) return false;
        // Nothing but scheme, host and perhaps a slash: no port, folder, query or signature.
        var plain = blobs.OriginalString is var written && (written == $"https://{blobs.Host}" || written == $"https://{blobs.Host}/");
        if (plain && IsName(name)) account = new ByIdentity(blobs, new($"https://{name}.table.{cloud}"));
        return account is not null;
    }

    private static bool IsName(string text) => text.Length is >= 3 and <= 24 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
}
