using System.Diagnostics;
using System.Text;

namespace Kalasin.EndToEnd.Tests;

/// <summary>Somebody clicks twice: the second start finds the first, says where it is, and brings the browser there.</summary>
public sealed class SecondStartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SecondStart_SameFolder_SaysWhereTheFirstIsOpenAndOpensTheBrowserThere()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("A browser of our own is put before the system's on Linux.");
        using var folder = new TemporaryFolder();
        await using (var first = SampleProgram.Start(folder, "serve"))
        {
            await first.ReadyAsync();
            var (code, said, opened) = await StartAsync(folder, "--browser");
            Assert.Equal(0, code);
            Assert.Equal($"เปิดอยู่แล้วที่ / already open at: {first.Client.BaseAddress}", said.Trim());
            Assert.Equal(first.Client.BaseAddress!.ToString(), opened);

            (code, said, opened) = await StartAsync(folder);
            Assert.Equal((0, ""), (code, opened));
            Assert.Contains("already open at", said, StringComparison.Ordinal);
        }

        // It was killed and could say nothing: what it left behind names no service that is gone.
        Assert.True(File.Exists(Path.Combine(folder.Path, "kalasin-data", "address")));
        await using var next = SampleProgram.Start(folder, "serve");
        await next.ReadyAsync();
        Assert.DoesNotContain("already open", next.Output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said, string Opened)> StartAsync(TemporaryFolder folder, params string[] arguments)
    {
        var programs = Directory.CreateDirectory(folder.File("bin")).FullName;
        var opened = folder.File("opened");
        File.Delete(opened);
        var browser = Path.Combine(programs, "xdg-open");
        await File.WriteAllTextAsync(browser, $"#!/bin/sh\nprintf %s \"$1\" > '{opened}.part' && mv '{opened}.part' '{opened}'\n", Token);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kalasin.Functions.dll"), "serve", .. arguments])
        {
            WorkingDirectory = folder.Path, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false,
        };
        start.Environment["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var name in (string[])["KALASIN_DATA", "KALASIN_STORAGE", "FUNCTIONS_APPLICATION_DIRECTORY"]) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        for (var waited = 0; arguments.Length > 0 && !File.Exists(opened) && waited < 20_000; waited += 50) await Task.Delay(50, Token);
        return (process.ExitCode, said, File.Exists(opened) ? await File.ReadAllTextAsync(opened, Token) : "");
    }
}
