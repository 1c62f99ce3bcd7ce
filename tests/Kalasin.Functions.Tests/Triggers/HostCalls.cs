using Kalasin.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Triggers;

/// <summary>Calls the functions of a service as the Functions host does: made anew for each call, and a failure is no more than a call to try again.</summary>
internal static class HostCalls
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <returns>Whether it was done.</returns>
    public static Task<bool> TellAsync(this RunningService service, string message) => DoneAsync(() => service.Made<DropQueue>().RunAsync(message, Token));

    /// <returns>Whether it was done.</returns>
    public static Task<bool> TellPoisonAsync(this RunningService service, string message) =>
        DoneAsync(() => service.Made<DropPoison>().RunAsync(message, Token));

    /// <returns>Whether it was done.</returns>
    public static Task<bool> TickAsync(this RunningService service, TimerInfo? timer = null) =>
        DoneAsync(() => service.Made<Tick>().RunAsync(timer ?? new(), Token));

    private static T Made<T>(this RunningService service) => ActivatorUtilities.CreateInstance<T>(service.Services);

    private static async Task<bool> DoneAsync(Func<Task> call) => await Record.ExceptionAsync(call) is null;
}
