using System.Diagnostics;
using System.Globalization;

namespace Kalasin.EndToEnd.Tests.PowerCuts;

/// <summary>Records what a running program asks the system to do on the disk. Places in the record are its length at a moment: whatever was answered before stands before.</summary>
internal sealed class Strace : IAsyncDisposable
{
    private const string Calls =
        "openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,fsync,fdatasync,link,linkat,symlink,symlinkat,copy_file_range,sendfile";

    private readonly Process process;
    private readonly string record;

    private Strace(Process process, string record) => (this.process, this.record) = (process, record);

    public long Place => new FileInfo(record).Length;

    /// <summary>Where strace isn't, or may not look at a program, the test is skipped by name, or fails when CI is set.</summary>
    public static async Task<Strace> AttachAsync(int program, string record)
    {
        ExternalTool.Require("strace");
        var start = new ProcessStartInfo("strace", ["-f", "-y", "-xx", "-s", "10000000", "-e", $"trace={Calls}", "-o", record, "-p", program.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardError = true, UseShellExecute = false,
        };
        var strace = Process.Start(start)!;
        var said = await strace.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        if (said is null || !said.Contains("attached", StringComparison.Ordinal))
        {
            strace.Dispose();
            ExternalTool.Miss($"strace may not look at programs here: {said}");
        }
        _ = strace.StandardError.ReadToEndAsync(CancellationToken.None);
        return new(strace, record);
    }

    /// <summary>When the program has ended.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await File.ReadAllLinesAsync(record, System.Text.Encoding.ASCII, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
