using System.CommandLine;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kalasin.Functions;

/// <summary>The program's words: commands, options, and what they answer.</summary>
internal static class CommandLine
{
    /// <summary>Done as asked.</summary>
    public const int Done = 0;

    /// <summary>Could not be done, or was not understood. The Functions host starts the program again after any code but 0.</summary>
    public const int Failed = 1;

    /// <summary>This version does not have it yet.</summary>
    public const int NotAvailable = 2;

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <summary>Without words there is nothing to parse: so the Functions host starts us, and loading the parser would be a fifth of the start.</summary>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        args.Length == 0 ? ReadAndServeAsync(null, null, sample: false, output, error) : ParseAndRunAsync(args, output, error);

    public static async Task<int> ServeAsync(Settings settings, TextWriter output, TextWriter error)
    {
        try
        {
            await using var app = Service.Build(settings);
            var asked = false;
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => asked = true);
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => asked = true);
            if (settings.Sample is { } script) await SampleOutput.PlayAsync(app.Services, script, settings, output);
            await app.StartAsync();
            Greet(app, settings, output, error);
            await app.WaitForShutdownAsync();
            return asked ? Done : Failed; // stopping by itself is a failure, after which the Functions host has to start it again
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            await error.WriteLineAsync($"เปิดบริการไม่ได้ อาจมีโปรแกรมอื่นใช้พอร์ตนี้อยู่ โปรดปิดโปรแกรมนั้นหรือตั้งพอร์ตอื่นใน ASPNETCORE_URLS / The service can't start; another program may be using the port. Close it, or set another port in ASPNETCORE_URLS.\n{failure.Message}");
            return Failed;
        }
    }

    private static Task<int> ParseAndRunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var data = new Option<string?>("--data")
        {
            HelpName = "DIR", Description = "โฟลเดอร์ข้อมูล (เดิม: kalasin-data หรือ KALASIN_DATA) / Data folder (default: kalasin-data, or KALASIN_DATA)",
        };
        var storage = new Option<string?>("--storage")
        {
            HelpName = "local|azure", Description = "ที่เก็บข้อมูล (เดิม: local หรือ KALASIN_STORAGE) / Storage (default: local, or KALASIN_STORAGE)",
        };
        var sample = new Option<bool>("--sample") { Description = "เปิดรอบตัวอย่าง / Run the sample round" };
        var listen = new Option<bool>("--listen") { Description = "เปิดให้เครื่องอื่นในสำนักงานเข้าได้ / Open it to the office network" };

        var root = new RootCommand("รวบรวม ตรวจ และรายงานผลการประเมินรางวัล / Collects, checks and reports an award evaluation");
        var serve = new Command("serve", "เปิดบริการที่ http://localhost:7071 (เป็นคำสั่งเดิม) / Run the service at http://localhost:7071 (the default)");
        foreach (var command in (Command[])[root, serve])
        {
            foreach (var option in (Option[])[data, storage, sample, listen]) command.Add(option);
            command.SetAction((result, _) =>
            {
                if (result.GetValue(listen)) return RefuseAsync("--listen", error);
                return ReadAndServeAsync(result.GetValue(data), result.GetValue(storage), result.GetValue(sample), output, error);
            });
        }
        root.Add(serve);
        root.Add(EvaluateCommand.Of(output, error));
        root.Add(FormCommand.Of(output, error));
        root.Add(VerifyLogCommand.Of(data, storage, output, error));
        root.Add(CopyCommand.Of(data, storage, output, error));
        return root.Parse(args).InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static async Task<int> ReadAndServeAsync(string? data, string? storage, bool sample, TextWriter output, TextWriter error)
    {
        try
        {
            // Sample data never goes where real data is.
            var settings = Settings.Read(data, sample ? "local" : storage, Environment.GetEnvironmentVariable);
            if (sample)
                settings = settings with { Sample = await SampleRound.ReadScriptAsync(CancellationToken.None), DataFolder = Path.Combine(settings.DataFolder, "sample") };
            return await ServeAsync(settings, output, error);
        }
        catch (FormatException failure)
        {
            await error.WriteLineAsync(failure.Message);
            return Failed;
        }
    }

    private static void Greet(WebApplication app, Settings settings, TextWriter output, TextWriter error)
    {
        foreach (var finding in settings.NoStorage is { } none ? settings.Findings.Append(none) : settings.Findings) error.WriteLine(finding);
        if (settings.UnderFunctionsHost) return;
        if (app.Services.GetRequiredService<IStorage>() is LocalStorage local && local.SharedAtStart() is { } shared) error.WriteLine(shared);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        output.WriteLine($"Kalasin {HealthEndpoint.Version}");
        output.WriteLine($"เปิดแล้วที่ / open at: {string.Join("  ", addresses)}");
        output.WriteLine(settings.Azure is { } azure ? $"ที่เก็บข้อมูลของ Azure / Azure storage: {azure}" : $"โฟลเดอร์ข้อมูล / data folder: {Path.GetFullPath(settings.DataFolder)}");
    }

    private static async Task<int> RefuseAsync(string option, TextWriter error)
    {
        await error.WriteLineAsync($"{option}: รุ่นนี้ยังไม่มี / not available in this version yet");
        return NotAvailable;
    }
}
