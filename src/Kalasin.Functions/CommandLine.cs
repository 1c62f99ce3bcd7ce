using System.CommandLine;
using Kalasin.Functions.Access;
using Kalasin.Functions.Hosting;
using Kalasin.Functions.Samples;
using Kalasin.Functions.SignedCopies;
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
        if (CopyProgram.IsMeant(args)) return await CopyProgram.RunAsync(args, Console.OpenStandardInput(), Console.OpenStandardOutput(), CancellationToken.None);
        try
        {
            if (args.Length > 0) return await ParseAndRunAsync(args, output, error);
            return await ServeAsync(Settings.Read(null, null, Environment.GetEnvironmentVariable), sample: false, output, error);
        }
        catch (StorageUnavailableException unusable)
        {
            await error.WriteLineAsync(unusable.Finding.ToString());
        }
        catch (DamagedException damaged)
        {
            await error.WriteLineAsync(damaged.Finding.ToString());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"อ่านหรือเขียนไฟล์ไม่ได้ / a file can't be read or written: {failure.Message}");
        }
        if (args.Length == 0) OfficePc.WaitForReader();
        return Failed;
    }

    private static Task<int> ParseAndRunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var store = new StoreOptions();
        var listen = new Option<string?>("--listen")
        {
            HelpName = "URL", Arity = ArgumentArity.ZeroOrOne,
            Description = "เปิดให้เครื่องอื่นในเครือข่ายเข้าได้ (เดิม: http://*:7071) / Let other machines of the network in (default: http://*:7071)",
        };
        var baseAddress = new Option<string?>("--base-address")
        {
            HelpName = "URL",
            Description = "ที่อยู่ของบริการสำหรับลิงก์และ QR code (เดิม: KALASIN_BASE_ADDRESS) / Address of links and QR codes (default: KALASIN_BASE_ADDRESS)",
        };
        var browser = new Option<bool>("--browser") { Description = "เปิดเบราว์เซอร์เมื่อพร้อมใช้งาน / Open the browser once the service is ready" };
        var sample = new Option<bool>("--sample") { Description = "เปิดรอบตัวอย่าง / Run the sample round" };

        var root = new RootCommand("รวบรวม ตรวจ และรายงานผลการประเมินรางวัล / Collects, checks and reports an award evaluation");
        var serve = new Command("serve", "เปิดบริการที่ http://localhost:7071 (เป็นคำสั่งเดิม) / Run the service at http://localhost:7071 (the default)");
        foreach (var command in (Command[])[root, serve])
        {
            store.AddTo(command);
            foreach (var option in (Option[])[listen, baseAddress, browser, sample]) command.Add(option);
            command.SetAction((result, _) =>
            {
                var settings = store.Read(
                    result, isLocal: result.GetValue(sample), result.GetValue(baseAddress),
                    result.GetResult(listen) is null ? null : result.GetValue(listen) ?? "");
                return ServeAsync(settings with { OpensBrowser = settings.OpensBrowser || result.GetValue(browser) }, result.GetValue(sample), output, error);
            });
        }
        root.Add(serve);
        root.Add(EvaluateCommand.Of(output, error));
        root.Add(FormCommand.Of(output, error));
        root.Add(RankingCommands.Ranking(output, error));
        root.Add(PasswordCommand.Of(store.Data, output, error));
        var commands = new InstallationCommands(store, output, error);
        foreach (var command in (Command[])
                 [
                     RoundCommands.Open(commands), StatusCommand.Of(commands), FormsCommand.Of(commands), RoundCommands.Close(commands),
                     LinkCommand.Of(commands), TransferCommands.Export(commands), TransferCommands.Import(commands), BinderCommand.Of(commands), RankingCommands.Scorecards(commands), JudgesCommand.Of(commands), FinalCommand.Of(commands),
                     FrameworkCommand.Of(commands), RuleEditCommand.Annex(commands), RuleEditCommand.Plan(commands),
                 ]) root.Add(command);
        root.Add(VerifyLogCommand.Of(store, output, error));
        root.Add(BackupCommand.Backup(store, output, error));
        root.Add(BackupCommand.Restore(store, output, error));
        return root.Parse(args).InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static async Task<int> ServeAsync(Settings settings, bool sample, TextWriter output, TextWriter error)
    {
        if (sample)
            settings = settings with
            {
                Sample = await SampleRound.ReadScriptAsync(CancellationToken.None),
                DataFolder = Path.Combine(settings.DataFolder, "sample"), HeadsFolder = null,
            };
        if (settings.Access.AsksPassword && new PasswordFile(settings.Access.Folder).Stamp is null && PasswordCommand.CanAsk)
            PasswordCommand.Ask(settings.Access, error);
        return await LocalService.RunAsync(settings, output, error) ? Done : Failed;
    }
}
