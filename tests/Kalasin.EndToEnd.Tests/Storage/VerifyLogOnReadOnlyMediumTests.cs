using System.Diagnostics;
using System.Text.Json;
using Kalasin.Functions.Tests;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.EndToEnd.Tests.Storage;

/// <summary>The program itself on a data folder and heads that nothing can be written to, as on a disc in an envelope.</summary>
public sealed class VerifyLogOnReadOnlyMediumTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Verify_ReadsTheWholeLogAndFindsTheReceipt(bool wasKilled)
    {
        using var folder = new TemporaryFolder();
        if (!OperatingSystem.IsLinux() || (await RunAsync(folder, "true")).Code != 0)
            Assert.Skip("Only Linux, and not every container, lets a test make a folder read-only for its own programs.");
        string head;
        await using (var service = await RunningService.StartAsync())
        {
            using (await service.Client.PutAsync(new Uri("/api/rounds/46-dla-2567", UriKind.Relative), null, Token)) { }
            using var form = SampleFiles.Form(SampleFiles.WorkbookOf("4602"));
            using var response = await service.Client.PostAsync(new Uri("/api/rounds/46-dla-2567/units/4602/deliveries", UriKind.Relative), form, Token);
            head = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(Token)).GetProperty("receipt").GetProperty("head").GetString()!;
            if (wasKilled) Copy(service.DataFolder, folder.File("medium/data"));
            else
            {
                await service.Storage.DisposeAsync();
                Copy(service.DataFolder, folder.File("medium/data"));
            }
        }
        Directory.CreateDirectory(folder.File("medium/heads"));
        await File.WriteAllTextAsync(folder.File("medium/heads/round_46-dla-2567.txt"), $"2 {head} 2024-05-20T03:00:00Z\n", Token);

        var verify =
            $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Kalasin.Functions.dll")}' verify-log --data '{folder.File("medium/data")}' --head {head}";
        var (code, told) = await RunAsync(folder, $"! touch '{folder.File("medium/data/log.db")}' 2>/dev/null && {verify}");
        Assert.Equal((0, told), (code, told));
        Assert.Contains($"{head} = ", told, StringComparison.Ordinal);
        Assert.Contains("heads sealed: 1 ", told, StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not ("log.db-shm" or "lock")))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Runs a line in a shell that sees the folder <c>medium</c> read-only.</summary>
    private static async Task<(int Code, string Told)> RunAsync(TemporaryFolder folder, string line)
    {
        var medium = Directory.CreateDirectory(folder.File("medium")).FullName;
        var start = new ProcessStartInfo(
            "unshare",
            ["--map-root-user", "--mount", "sh", "-c", $"mount --bind '{medium}' '{medium}' && mount -o remount,ro,bind '{medium}' && {line}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["KALASIN_HEADS"] = folder.File("medium/heads");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        using var shell = Process.Start(start)!;
        var errors = shell.StandardError.ReadToEndAsync(limit.Token);
        var output = await shell.StandardOutput.ReadToEndAsync(limit.Token);
        await shell.WaitForExitAsync(limit.Token);
        return (shell.ExitCode, output + await errors);
    }
}
