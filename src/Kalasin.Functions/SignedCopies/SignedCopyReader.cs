using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Kalasin.Functions.SignedCopies;

/// <summary>
/// Reads signed copies in a process of their own, which has bounded memory and time and ends with it: a PDF from outside can make any reader loop, fill
/// the memory or overflow the stack.
/// </summary>
internal sealed class SignedCopyReader : IDisposable
{
    /// <summary>Longest that one file may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private const long MostMemory = 700L * 1024 * 1024;
    private const int LongestAnswer = 256 * 1024;

    private readonly SemaphoreSlim _gate = new(1);

    /// <param name="pdf">The file, within the limits of files that come in.</param>
    /// <returns>Null if it could not be read in time and within its memory.</returns>
    public async Task<CopyFacts?> ReadAsync(Stream pdf, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            inTime.CancelAfter(Longest);
            using var process = Process.Start(Start())!;
            try
            {
                var answer = AnswerAsync(process.StandardOutput.BaseStream, inTime.Token);
                await FeedAsync(pdf, process.StandardInput.BaseStream, inTime.Token);
                var bytes = await answer;
                await process.WaitForExitAsync(inTime.Token);
                return process.ExitCode == 0 ? JsonSerializer.Deserialize(bytes, CopyJson.Default.CopyFacts) : null;
            }
            catch (Exception failure) when (failure is OperationCanceledException or JsonException or InvalidDataException && !cancellationToken.IsCancellationRequested)
            {
                return null;
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private static async Task FeedAsync(Stream pdf, Stream input, CancellationToken cancellationToken)
    {
        try
        {
            await using (input) await pdf.CopyToAsync(input, cancellationToken);
        }
        catch (IOException)
        {
            // It ended before it had read all; its exit code tells.
        }
    }

    private static async Task<byte[]> AnswerAsync(Stream output, CancellationToken cancellationToken)
    {
        var (buffer, length) = (new byte[LongestAnswer], 0);
        while (await output.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
            if ((length += read) == buffer.Length) throw new InvalidDataException("The answer is longer than any can be.");
        return buffer[..length];
    }

    /// <summary>This program once more, with the one word, and with none of the settings of this process.</summary>
    private static ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet") start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Kalasin.Functions.dll"));
        start.ArgumentList.Add(CopyProgram.Word);
        string[] kept = ["PATH", "DOTNET_ROOT", "TMPDIR", "TEMP", "TMP", "SystemRoot", "HOME", "SSL_CERT_DIR", "SSL_CERT_FILE"];
        foreach (var name in start.Environment.Keys.Except(kept, StringComparer.OrdinalIgnoreCase).ToArray()) start.Environment.Remove(name);
        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }
}
