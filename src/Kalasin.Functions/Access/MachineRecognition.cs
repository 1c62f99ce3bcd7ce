using System.Net;
using Microsoft.AspNetCore.Authentication;

namespace Kalasin.Functions.Access;

/// <summary>
/// Whoever sits at the machine: the connection comes from it and goes to it, and the request is addressed to it. One that was passed
/// on is somebody else's, and where something in front of the program is known to pass requests on, each may be.
/// </summary>
internal sealed class MachineRecognition(AccessSettings settings) : IRecognition
{
    private static readonly string[] PassedOn =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public Task<AuthenticateResult> RecogniseAsync(HttpContext context) => Task.FromResult(
        !settings.BehindProxy && IsAtTheMachine(context) ? Caller.AtTheMachine.ToResult() : AuthenticateResult.NoResult());

    private static bool IsAtTheMachine(HttpContext context) =>
        IsLoopback(context.Connection.RemoteIpAddress) && IsLoopback(context.Connection.LocalIpAddress) && IsLoopback(context.Request.Host)
        && !PassedOn.Any(context.Request.Headers.ContainsKey);

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <summary>A name of this machine for itself.</summary>
    public static bool IsLoopback(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Host is "127.0.0.1" or "[::1]";
}
