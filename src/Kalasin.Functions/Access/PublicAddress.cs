using Kalasin.Evaluation;

namespace Kalasin.Functions.Access;

/// <summary>Where people reach this installation: what is written into links and QR codes.</summary>
internal static class PublicAddress
{
    /// <summary>The office's own, or else the one by which the request came.</summary>
    public static string Of(HttpRequest request, AccessSettings settings)
    {
        if (settings.BaseAddress is { } own) return own.GetLeftPart(UriPartial.Authority);
        return settings.UnderFunctionsHost && request.Headers["X-Forwarded-Host"] is [{ Length: > 0 } host]
            ? $"https://{host}"
            : $"{request.Scheme}://{request.Host}";
    }

    /// <summary>Whether it leads anywhere but to this machine.</summary>
    public static bool IsReachable(HttpRequest request, AccessSettings settings) =>
        settings.BaseAddress is not null || !MachineRecognition.IsLoopback(request.Host) || settings.UnderFunctionsHost;

    /// <summary>A link as it is handed out.</summary>
    public static string OfLink(HttpRequest request, AccessSettings settings, RoundId round, string secret) => OfLink(Of(request, settings), round, secret);

    /// <param name="origin">Without a slash at its end.</param>
    public static string OfLink(string origin, RoundId round, string secret) => $"{origin}/app/in/{round}/{secret}";
}
