using System.Net;
using System.Net.Sockets;

namespace Kalasin.Functions.Access;

/// <summary>
/// Where an unknown caller comes from, as one of a fixed number of shares: however many addresses somebody has, what is remembered
/// of them stays small.
/// </summary>
internal static class ClientAddress
{
    private const int Shares = 4096;
    private const int NetworkBytes = 8;

    /// <summary>The caller's share; strangers to each other may have the same.</summary>
    public static int ShareOf(HttpContext context, bool underFunctionsHost)
    {
        var hash = default(HashCode); // its seed is the process's own, so that nobody outside knows who shares with whom
        hash.AddBytes(NetworkOf(AddressOf(context, underFunctionsHost)));
        return (int)((uint)hash.ToHashCode() % Shares);
    }

    /// <summary>Behind the Functions host, which writes the header anew, and only there, the last address that it says.</summary>
    private static IPAddress AddressOf(HttpContext context, bool underFunctionsHost)
    {
        var passedOn = underFunctionsHost ? context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim() : "";
        return IPEndPoint.TryParse(passedOn, out var said) ? said.Address : context.Connection.RemoteIpAddress ?? IPAddress.None;
    }

    /// <summary>Of the long addresses the network alone: whoever has one has all of its addresses.</summary>
    private static ReadOnlySpan<byte> NetworkOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? plain.GetAddressBytes().AsSpan(0, NetworkBytes) : plain.GetAddressBytes();
    }
}
