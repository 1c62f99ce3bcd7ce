using System.Diagnostics;
using System.Globalization;
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

    private const int MostSecondsOfProcessor = 20, MostMegabytes = 1_500;
    private const long MostBytes = 50L << 20;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly string? _program = Find();

    public LibreOffice(TimeProvider clock) => OfficeFolder.Sweep(clock);

    /// <summary>Whether this machine has it.</summary>
    public bool IsAtHand => _program is not null;

    /// <param name="kind"><see cref="FileKind.OldWorkbook"/> or <see cref="FileKind.OldWordDocument"/>.</param>
    public async Task<Translation> TranslateAsync(FileKind kind, Stream content, CancellationToken cancellationToken)
    {
        if (_program is null) return Translation.Not(TranslationOutcome.NotAtHand);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            using var folder = await OfficeFolder.MakeAsync(kind, content, cancellationToken);
            if (folder is null) return Translation.Not(TranslationOutcome.NotAtHand);
            if (!await RunAsync(Start(_program, folder), cancellationToken)) return Translation.Not(TranslationOutcome.TooMuch);
            var made = new FileInfo(folder.Target);
            return !made.Exists ? Translation.Not(TranslationOutcome.Unreadable)
                : made.Length > MostBytes ? Translation.Not(TranslationOutcome.TooMuch)
                : new(TranslationOutcome.Made, await File.ReadAllBytesAsync(folder.Target, cancellationToken));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            return Translation.Not(TranslationOutcome.Unreadable);
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
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Start(string program, OfficeFolder folder)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        if (!OperatingSystem.IsWindows())
        {
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(string.Create(
                CultureInfo.InvariantCulture, $"ulimit -t {MostSecondsOfProcessor}; ulimit -v {MostMegabytes * 1024}; ulimit -f {MostBytes * 2 / 512}; \"$0\" \"$@\""));
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
