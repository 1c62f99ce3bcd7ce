using System.Diagnostics;
using System.Text;
using Kalasin.Evaluation.Tests;

namespace Kalasin.EndToEnd.Tests;

/// <summary>The program's commands as processes of their own, beside the running service and after a sudden end.</summary>
public sealed class CommandsProgramTests(PlayedSample sample)
{
    private const string Round = "46-dla-2567";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_BesideTheRunningService_SayWhatTheyDidAndEndWithTheirCodes()
    {
        using var folder = new TemporaryFolder();
        await using var service = SampleProgram.Start(folder, "serve");
        await service.ReadyAsync();
        await SaysAsync(folder, 0, "เปิดแล้ว / opened", "open", Round);
        Assert.Equal(1, (await service.GetAsync($"/api/rounds/{Round}")).GetProperty("sequence").GetInt32());
        await SaysAsync(folder, 0, "received 0 of 90 returns", "status", Round);
        await SaysAsync(folder, 0, "form-46-dla-2567-4601.xlsx", "forms", Round, "--out", "forms");
        await SaysAsync(folder, 0, "round.zip", "export", Round, "--out", "round.zip");
        await SaysAsync(folder, 0, "(+", "import", "round.zip", "--data", "other");
        await SaysAsync(folder, 0, "checking what was copied", "backup", "backup");
        await SaysAsync(folder, 0, "checking what was copied", "restore", "backup", "--data", "back");
        await SaysAsync(folder, 0, "fits heads sealed", "verify-log", "--data", "back");
        await SaysAsync(folder, 1, "KAL7302", "status", "46-dla-2599");
        await SaysAsync(folder, 1, "no data folder", "status", "--data", "nowhere");
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "nowhere")));
        await SaysAsync(folder, 1, "--out", "export", Round, "--to", "x");
    }

    /// <summary>Killed wherever it was, the import is finished by the same file; until then nothing of the round is shown but why.</summary>
    [Fact]
    public async Task ImportThatIsKilled_IsFinishedByTheSame()
    {
        using var folder = new TemporaryFolder();
        await sample.CopyAsync(Path.Combine(folder.Path, "kalasin-data"));
        await SaysAsync(folder, 0, "round.zip", "export", Round, "--data", "kalasin-data/sample", "--out", "round.zip");
        var whole = await SaysAsync(folder, 0, "receipts", "verify-log", "--data", "kalasin-data/sample");
        var killed = 0;
        foreach (var after in Breadth.OneIn(2, (int[])[150, 300, 400, 500, 600, 700, 900]))
        {
            var data = $"killed-{after}";
            using (var import = Start(folder, "import", "round.zip", "--data", data))
            {
                await Task.Delay(after, Token);
                if (!import.HasExited) killed++;
                import.Kill();
                await import.WaitForExitAsync(Token);
            }
            if (Directory.Exists(Path.Combine(folder.Path, data)))
            {
                var (_, shown) = await RunAsync(folder, "status", "--data", data);
                Assert.True(shown.Contains("no round is open", StringComparison.Ordinal) || shown.Contains("received 82 of 90", StringComparison.Ordinal) || shown.Contains("KAL7313", StringComparison.Ordinal), shown);
            }
            await SaysAsync(folder, 0, Round, "import", "round.zip", "--data", data);
            Assert.Equal(HeadOf(whole), HeadOf(await SaysAsync(folder, 0, "receipts", "verify-log", "--data", data)));
        }
        Assert.True(killed >= 2, $"{killed} killed");
    }

    private static string HeadOf(string told) => told.Split("head ")[1][..64];

    private static async Task<string> SaysAsync(TemporaryFolder folder, int code, string expected, params string[] line)
    {
        var (ended, told) = await RunAsync(folder, line);
        Assert.True(ended == code && told.Contains(expected, StringComparison.Ordinal), $"{string.Join(' ', line)} ended with {ended}:\n{told}");
        return told;
    }

    private static async Task<(int Code, string Told)> RunAsync(TemporaryFolder folder, params string[] line)
    {
        using var program = Start(folder, line);
        var (output, error) = (program.StandardOutput.ReadToEndAsync(Token), program.StandardError.ReadToEndAsync(Token));
        await program.WaitForExitAsync(Token);
        return (program.ExitCode, await output + await error);
    }

    private static Process Start(TemporaryFolder folder, params string[] line)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kalasin.Functions.dll"), .. line])
        {
            WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false,
        };
        foreach (var name in (string[])["KALASIN_DATA", "KALASIN_STORAGE", "KALASIN_HEADS", "FUNCTIONS_APPLICATION_DIRECTORY"]) start.Environment.Remove(name);
        return Process.Start(start)!;
    }
}
