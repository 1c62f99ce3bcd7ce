using System.Diagnostics.CodeAnalysis;

namespace Kalasin.Functions.Access;

/// <summary>Where other machines are let in.</summary>
/// <param name="Url">As the server takes it.</param>
internal sealed record OpenAddress(string Url, int Port)
{
    private const int UsualPort = 7071;
    private const int UsualPortOfHttps = 7443;

    /// <param name="text">An address; empty for every network of this machine at the usual port.</param>
    /// <param name="encrypted">Whether there is a certificate: the scheme has to say the same.</param>
    public static bool TryParse(string text, bool encrypted, [NotNullWhen(true)] out OpenAddress? address)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scheme = encrypted ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        address = null;
        if (text.Length == 0)
        {
            var usual = encrypted ? UsualPortOfHttps : UsualPort;
            address = new($"{scheme}://*:{usual}", usual);
            return true;
        }
        // "*" and "+" are ASP.NET Core's own, not a URL's.
        var standard = text.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(standard, UriKind.Absolute, out var uri) || uri.Scheme != scheme || uri.PathAndQuery != "/") return false;
        address = new(uri.Host is "0.0.0.0" or "[::]" ? $"{scheme}://*:{uri.Port}" : uri.GetLeftPart(UriPartial.Authority), uri.Port);
        return true;
    }
}
