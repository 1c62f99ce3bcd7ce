using System.CommandLine;
using Kalasin.Functions.Access;
using Kalasin.Functions.Hosting;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions;

/// <summary>The program's words: commands, options, and what they answer.</summary>
internal static class CommandLine
{
    /// <summary>Done as asked.</summary>
    public const int Done = 0;

    /// <summary>Could not be done, or was not understood.</summary>
    public const int Failed = 1;

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <summary>Without words there is nothing to parse, and loading the parser would be a fifth of the start.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            if (args.Length > 0) return await ParseAndRunAsync(args, output, error);
            return await ReadAndServeAsync(null, null, null, null, sample: false, output, error);
        }
        catch (StorageUnavailableException unusable)
        {
            await error.WriteLineAsync(unusable.Finding.ToString());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"อ่านหรือเขียนแฟ้มไม่ได้ / a file can't be read or written: {failure.Message}");
        }
        return Failed;
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
        var listen = new Option<string?>("--listen")
        {
            HelpName = "URL", Arity = ArgumentArity.ZeroOrOne,
            Description = "เปิดให้เครื่องอื่นในเครือข่ายเข้าได้ (เดิม: http://*:7071) / Let other machines of the network in (default: http://*:7071)",
        };
        var baseAddress = new Option<string?>("--base-address")
        {
            HelpName = "URL", Description = "ที่อยู่ของบริการสำหรับลิงก์และ QR code (เดิม: KALASIN_BASE_ADDRESS) / Address of links and QR codes (default: KALASIN_BASE_ADDRESS)",
        };
        var sample = new Option<bool>("--sample") { Description = "เปิดรอบตัวอย่าง / Run the sample round" };

        var root = new RootCommand("รวบรวม ตรวจ และรายงานผลการประเมินรางวัล / Collects, checks and reports an award evaluation");
        var serve = new Command("serve", "เปิดบริการที่ http://localhost:7071 (เป็นคำสั่งเดิม) / Run the service at http://localhost:7071 (the default)");
        foreach (var command in (Command[])[root, serve])
        {
            foreach (var option in (Option[])[data, storage, listen, baseAddress, sample]) command.Add(option);
            command.SetAction((result, _) => ReadAndServeAsync(
                result.GetValue(data), result.GetValue(storage), result.GetResult(listen) is null ? null : result.GetValue(listen) ?? "", result.GetValue(baseAddress), result.GetValue(sample), output, error));
        }
        root.Add(serve);
        root.Add(EvaluateCommand.Of(output, error));
        root.Add(FormCommand.Of(output, error));
        root.Add(PasswordCommand.Of(data, output, error));
        root.Add(VerifyLogCommand.Of(data, storage, output, error));
        root.Add(CopyCommand.Of(data, storage, output, error));
        return root.Parse(args).InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static async Task<int> ReadAndServeAsync(string? data, string? storage, string? listen, string? baseAddress, bool sample, TextWriter output, TextWriter error)
    {
        // Sample data never goes where real data is.
        var settings = Settings.Read(data, sample ? "local" : storage, Environment.GetEnvironmentVariable, baseAddress, listen);
        if (sample)
            settings = settings with
            {
                Sample = await SampleRound.ReadScriptAsync(CancellationToken.None), DataFolder = Path.Combine(settings.DataFolder, "sample"), HeadsFolder = null,
            };
        if (settings.Access.AsksPassword && new PasswordFile(settings.Access.Folder).Stamp is null && PasswordCommand.CanAsk) PasswordCommand.Ask(settings.Access, error);
        return await LocalService.RunAsync(settings, output, error) ? Done : Failed;
    }
}
