using System.Diagnostics;
using System.Globalization;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kalasin.EndToEnd.Tests.Kills.Inside;

/// <summary>
/// Runs inside the published program, which stays to the byte what is deployed: waits for its parts to be put together, and puts named points
/// around its ports and another clock in the place of its own.
/// </summary>
internal static class PointedProgram
{
    /// <summary>The folder by which points and the harness speak to each other.</summary>
    public const string Folder = "KALASIN_TEST_POINTS";

    /// <summary>When the program starts, by its own clock.</summary>
    public const string Clock = "KALASIN_TEST_CLOCK";

    private static readonly DateTimeOffset Started = Environment.GetEnvironmentVariable(Clock) is { } text
        ? DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture) : TimeProvider.System.GetUtcNow();

    /// <summary>What a start is told by.</summary>
    public static IEnumerable<(string Name, string Value)> Told(string folder, DateTimeOffset now) =>
        [("DOTNET_STARTUP_HOOKS", typeof(PointedProgram).Assembly.Location), (Folder, folder), (Clock, now.ToString("O", CultureInfo.InvariantCulture))];

    public static void Watch()
    {
        if (Environment.GetEnvironmentVariable(Folder) is { } folder) DiagnosticListener.AllListeners.Subscribe(new Listeners(new Points(folder)));
    }

    private static void Put(IServiceCollection parts, Points points)
    {
        Around<IStorage>(parts, storage => new PointedStorage(storage, points));
        Around<MailWay>(parts, way => new(way.Transport is { } transport ? new PointedTransport(transport, points) : null));
        parts.AddSingleton<TimeProvider>(new RunningClock(Started));
    }

    private static void Around<T>(IServiceCollection parts, Func<T, T> put) where T : class
    {
        var own = parts.Last(part => part.ServiceType == typeof(T)).ImplementationFactory!;
        parts.AddSingleton(services => put((T)own(services)));
    }

    private sealed class Listeners(Points points) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting") value.Subscribe(new Hosts(points));
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }

    private sealed class Hosts(Points points) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder builder }) builder.ConfigureServices((_, parts) => Put(parts, points));
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }

    /// <summary>Runs on from a moment.</summary>
    private sealed class RunningClock(DateTimeOffset start) : TimeProvider
    {
        private readonly long began = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + System.GetElapsedTime(began);
    }
}
