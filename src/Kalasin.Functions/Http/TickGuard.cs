using System.Security.Cryptography;
using System.Text;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Http;

/// <summary>
/// Who may call <c>POST /api/tick</c>. A tick changes nothing that was not due, but it costs time, so under the Functions host,
/// where anybody in the allowed networks gets here, it is closed until a key is set; on loopback it is open unless one is.
/// </summary>
internal static class TickGuard
{
    public const string Header = "X-Kalasin-Tick-Key";

    /// <returns>Why the call may not pass; null if it may.</returns>
    public static Finding? RefusalOf(HttpRequest request, Settings settings)
    {
        if (settings.TickKey is not { } key) return settings.UnderFunctionsHost ? QueryFindings.TickClosed.At(Place.Nowhere) : null;
        var given = request.Headers[Header] is [{ } one] ? one : "";
        // Hashes are of one length, so that the comparison tells nothing about that of the key either.
        return CryptographicOperations.FixedTimeEquals(Hash(given), Hash(key)) ? null : QueryFindings.TickKeyWrong.At(Place.Nowhere);
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
