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
            await using var app = Service.Build(settings);
            var findings = await app.Services.GetRequiredService<IStorage>().CheckAsync(CancellationToken.None);
            if (findings.FirstOrDefault(f => f.Severity == Severity.Error) is { } unusable) throw new StorageUnavailableException(unusable);
            var asked = false;
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => asked = true);
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => asked = true);
            if (settings.Sample is { } script) await SampleOutput.PlayAsync(app.Services, script, settings, output);
            await app.StartAsync();
            Greet(app, settings, output, error);
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
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        output.WriteLine($"Kalasin {ProgramVersion.Number}");
        output.WriteLine($"เปิดแล้วที่ / open at: {string.Join("  ", addresses.Select(Reachable))}");
        output.WriteLine(settings.Azure is { } azure
            ? $"ที่เก็บข้อมูลของ Azure / Azure storage: {azure}"
            : $"โฟลเดอร์ข้อมูล / data folder: {Path.GetFullPath(settings.DataFolder)}");
    }
}
