using System.Diagnostics;
using System.Net;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>The built program without the Functions host: its own pump takes drops in, and it stops when asked.</summary>
public sealed class LocalPumpProgramTests
{
    private const string Drop = "46-dla-2567/4602/แบบรายงาน นามน.xlsx";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Program_TakesInADropAndStopsWhenAsked()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no SIGTERM.");
        var kill = ExternalTool.Require("kill");
        using var folder = new TemporaryFolder();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));

        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Kalasin.Functions.dll"), "--data", folder.File("data")])
        {
            UseShellExecute = false, RedirectStandardOutput = true
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        using var program = Process.Start(start)!;
        try
        {
            string? line;
            while ((line = await program.StandardOutput.ReadLineAsync(limit.Token))?.Contains("open at", StringComparison.Ordinal) == false) { }
            Assert.NotNull(line);
            _ = program.StandardOutput.ReadToEndAsync(CancellationToken.None);
            using var client = new HttpClient { BaseAddress = new(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim()) };
            using var opened = await client.PutAsync(new Uri("/api/rounds/46-dla-2567", UriKind.Relative), null, limit.Token);
            Assert.Equal(HttpStatusCode.Created, opened.StatusCode);

            var path = folder.File($"data/drop/{Drop}");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples", "46-dla-2567", "4602"), "*.xlsx").Single(), path);
            while (File.Exists(path)) await Task.Delay(100, limit.Token);
            Assert.True(File.Exists(folder.File($"data/answers/{Drop}/receipt-1.pdf")));

            await kill.RunAsync("-TERM", $"{program.Id}");
            await program.WaitForExitAsync(limit.Token);
            Assert.Equal(0, program.ExitCode);
        }
        finally
        {
            if (!program.HasExited) program.Kill();
        }
    }
}
