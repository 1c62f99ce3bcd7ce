using System.Security.Cryptography;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;

namespace Kalasin.Functions.Http;

/// <summary>
/// Who may call <c>POST /api/tick</c>. A tick changes nothing that was not due, but it costs time, so under the Functions host,
/// where anybody in the allowed networks gets here, it is closed until a key is set; elsewhere, until one is, it is the coordinator's.
/// </summary>
internal static class TickGuard
{
    public const string Header = "X-Kalasin-Tick-Key";

    /// <returns>Why the call may not pass; null if it may.</returns>
    public static Finding? RefusalOf(HttpRequest request, Settings settings)
    {
        if (settings.TickKey is not { } key) return !settings.UnderFunctionsHost && IsCoordinator(request) ? null : QueryFindings.TickClosed.At(Place.Nowhere);
        var given = request.Headers[Header] is [{ } one] ? one : "";
        // Hashes are of one length, so that the comparison tells nothing about that of the key either.
        return CryptographicOperations.FixedTimeEquals(Hash(given), Hash(key)) ? null : QueryFindings.TickKeyWrong.At(Place.Nowhere);
    }

    private static bool IsCoordinator(HttpRequest request) => Caller.Of(request.HttpContext.User) is { Actor.IsCoordinator: true };

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
