using System.Net.Sockets;
using System.Runtime.InteropServices;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Telemetry;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kalasin.Functions.Hosting;

/// <summary>The start without a host: the service of one machine, which pulls its triggers itself.</summary>
internal static class LocalService
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(10);

    /// <exception cref="StorageUnavailableException">There is nowhere to keep anything; under the Functions host health says it instead.</exception>
    /// <returns>Whether it ran and somebody asked it to stop; stopping by itself is a failure.</returns>
    public static async Task<bool> RunAsync(Settings settings, TextWriter output, TextWriter error)
    {
        if (RefusalOf(settings.Access) is { } refusal)
        {
            await error.WriteLineAsync(refusal.ToString());
            return false;
        }
        try
        {
            if (await OpenAlreadyAsync(settings) is { } running)
            {
                output.WriteLine($"เปิดอยู่แล้วที่ / already open at: {running}");
                if (settings.OpensBrowser) OfficePc.Browse(running);
                return true;
            }
            await using var app = Service.Build(settings);
            var findings = await app.Services.GetRequiredService<IStorage>().CheckAsync(CancellationToken.None);
            if (findings.FirstOrDefault(f => f.Severity == Severity.Error) is { } unusable) throw new StorageUnavailableException(unusable);
            var asked = false;
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => asked = true);
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => asked = true);
            if (settings.Sample is { } script)
            {
                new DataFolder(settings.DataFolder).MarkAsSample();
                await SampleOutput.PlayAsync(app.Services, script, settings, output);
            }
            await app.StartAsync();
            Greet(app, settings, output, error);
            Announce(app, settings);
            await app.WaitForShutdownAsync();
            return asked;
        }
        catch (Exception failure) when (failure is SocketException or IOException { InnerException: AddressInUseException })
        {
            await error.WriteLineAsync(
                "เปิดบริการไม่ได้ อาจมีโปรแกรมอื่นใช้พอร์ตนี้อยู่ โปรดปิดโปรแกรมนั้นหรือตั้งพอร์ตอื่นใน ASPNETCORE_URLS"
                + " / The service can't start; another program may be using the port. Close it, or set another port in ASPNETCORE_URLS."
                + $"\n{failure.Message}");
            return false;
        }
    }

    /// <summary>Where another process serves the same folder. One that just starts is given the time to say it: people click twice.</summary>
    private static async Task<Uri?> OpenAlreadyAsync(Settings settings)
    {
        if (settings is not { NoStorage: null, Azure: null }) return null;
        var folder = new DataFolder(settings.DataFolder, settings.HeadsFolder);
        for (var waited = TimeSpan.Zero; FolderLock.IsHeld(folder); waited += Glance)
        {
            if (FolderLock.AddressOfHolder(folder) is { } address) return address;
            if (waited > LongestStart) return null;
            await Task.Delay(Glance);
        }
        return null;
    }

    private static void Announce(WebApplication app, Settings settings)
    {
        var own = Addresses(app).Select(address => new Uri(address.Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)))
            .FirstOrDefault(address => address is { IsLoopback: true, Scheme: "http" });
        if (own is null) return;
        if (app.Services.GetRequiredService<IStorage>() is LocalStorage local) local.Announce(own);
        if (settings.OpensBrowser) OfficePc.Browse(own);
    }

    private static ICollection<string> Addresses(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    /// <summary>An address of every network, as another machine may write it.</summary>
    private static string Reachable(string address) =>
        address.Replace("//[::]", $"//{Environment.MachineName}", StringComparison.Ordinal)
            .Replace("//0.0.0.0", $"//{Environment.MachineName}", StringComparison.Ordinal);

    /// <summary>Why it can't be opened to others as it was asked; then it isn't opened at all.</summary>
    private static Finding? RefusalOf(AccessSettings access) =>
        access.Refusal ?? (access.AsksPassword && new PasswordFile(access.Folder).Stamp is null ? SettingsFindings.PasswordMissing.At(Place.Nowhere) : null);

    private static void Greet(WebApplication app, Settings settings, TextWriter output, TextWriter error)
    {
        settings.Tell(error);
        if (app.Services.GetRequiredService<IStorage>() is LocalStorage local && local.SharedAtStart() is { } shared) error.WriteLine(shared);
        output.WriteLine($"Kalasin {ProgramVersion.Number}");
        output.WriteLine($"เปิดแล้วที่ / open at: {string.Join("  ", Addresses(app).Select(Reachable))}");
        output.WriteLine(settings.Azure is { } azure
            ? $"ที่เก็บข้อมูลของ Azure / Azure storage: {azure}"
            : $"โฟลเดอร์ข้อมูล / data folder: {Path.GetFullPath(settings.DataFolder)}");
    }
}
