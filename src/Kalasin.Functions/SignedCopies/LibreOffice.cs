using System.Diagnostics;
using Kalasin.Evaluation;

namespace Kalasin.Functions.SignedCopies;

/// <summary>
/// Makes today's files of old office files by LibreOffice, where this machine has it. One at a time, in a process that has a folder and a profile of its own, bounded in processor time, memory
/// and size of file by the system, in time by us, and is killed with all that it started.
/// </summary>
internal sealed class LibreOffice : IDisposable
{
    /// <summary>Longest that one file may take, by the clock; some twenty times what a form takes on an idle machine.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>
    /// 20 seconds of a processor, 1,536,000 KB of addresses, files of 102,400 blocks of 512 bytes. A limit that the system refuses to set leaves the others as they are, and the clock
    /// stands behind all of them.
    /// </summary>
    internal const string Bounds = "ulimit -t 20; ulimit -v 1536000; ulimit -f 102400; \"$0\" \"$@\"";

    /// <summary>What is taken of what it made, whatever the system let it write.</summary>
    private const long MostBytes = 50_000_000;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly string? _program = Find();
    private readonly TimeProvider _clock;

    public LibreOffice(TimeProvider clock)
    {
        _clock = clock;
        OfficeFolder.Sweep(clock);
    }

    /// <summary>Whether this machine has it.</summary>
    public bool IsAtHand => _program is not null;

    /// <param name="kind"><see cref="FileKind.OldWorkbook"/> or <see cref="FileKind.OldWordDocument"/>.</param>
    public async Task<Translation> TranslateAsync(FileKind kind, Stream content, CancellationToken cancellationToken)
    {
        if (_program is null) return Translation.Not(TranslationOutcome.NotAtHand);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            OfficeFolder.Sweep(_clock);
            using var folder = await OfficeFolder.MakeAsync(kind, content, cancellationToken);
            if (folder is null) return Translation.Not(TranslationOutcome.NotAtHand);
            if (!await RunAsync(Start(_program, folder), cancellationToken)) return Translation.Not(TranslationOutcome.TooMuch);
            var made = new FileInfo(folder.Target);
            return !made.Exists ? Translation.Not(TranslationOutcome.Unreadable)
                : made.Length > MostBytes ? Translation.Not(TranslationOutcome.TooMuch)
                : new(TranslationOutcome.Made, await File.ReadAllBytesAsync(folder.Target, cancellationToken));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // It can't be started. A disk that is full or gone is nothing that the file can help, and reaches the caller.
            return Translation.Not(TranslationOutcome.NotAtHand);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <returns>Whether it ended by itself.</returns>
    private static async Task<bool> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(Longest);
        using var process = Process.Start(start)!;
        try
        {
            await Task.WhenAll(
                process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, inTime.Token), process.StandardError.BaseStream.CopyToAsync(Stream.Null, inTime.Token),
                process.WaitForExitAsync(inTime.Token));
            // The shell says a signal by 128 and its number: 9 is the kernel's, 24 and 25 are the limits of time and of a file's size.
            return process.ExitCode is not (137 or 152 or 153);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            process.End();
        }
    }

    private static ProcessStartInfo Start(string program, OfficeFolder folder)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        if (!OperatingSystem.IsWindows())
        {
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(Bounds);
            start.ArgumentList.Add(program);
        }
        foreach (var word in folder.Words) start.ArgumentList.Add(word);
        string[] kept = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "HOME"];
        foreach (var name in start.Environment.Keys.Except(kept, StringComparer.OrdinalIgnoreCase).ToArray()) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static string? Find()
    {
        IEnumerable<string> places = OperatingSystem.IsWindows()
            ? [@"C:\Program Files\LibreOffice\program\soffice.com", @"C:\Program Files (x86)\LibreOffice\program\soffice.com"]
            : ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];
        return places.FirstOrDefault(File.Exists);
    }
}
