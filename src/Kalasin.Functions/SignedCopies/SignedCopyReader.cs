using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kalasin.Evaluation;

namespace Kalasin.Functions.SignedCopies;

/// <summary>
/// Reads signed copies in a process of their own, which has bounded memory and time and ends with it: a PDF from outside can make any reader loop, fill
/// the memory or overflow the stack.
/// </summary>
internal sealed class SignedCopyReader : IDisposable
{
    /// <summary>Longest that the copy of one paper may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Longest that a stack of many papers may take; before it, an answer that is waited for is cut off on its way.</summary>
    public static readonly TimeSpan LongestOfStack = TimeSpan.FromSeconds(150);

    /// <summary>Most pictures that are looked at for codes; a scanned letter has one a page.</summary>
    public const int MostPictures = 60;

    /// <summary>The same of a stack.</summary>
    public const int MostPicturesOfStack = 600;

    private const long MostMemory = 700L * 1024 * 1024;
    private const int LongestAnswer = 512 * 1024;
    private const long LongestFile = 100L * 1024 * 1024;

    /// <summary>Longest that the text of a PDF may take.</summary>
    public static readonly TimeSpan LongestOfText = TimeSpan.FromSeconds(20);

    /// <summary>Longest that the reducing of a photo may take.</summary>
    public TimeSpan LongestOfPhoto { get; init; } = TimeSpan.FromSeconds(20);

    private const int LongestText = 9 << 20;

    /// <summary>A printed photo has some 150 KB; of noise alone a megabyte.</summary>
    private const int LongestPhoto = 4 << 20;
    private const int BlockSize = 64 << 10;

    private readonly SemaphoreSlim _gate = new(1), _texts = new(2), _photos = new(2);

    /// <param name="copy">A PDF or a picture, within the limits of files that come in.</param>
    /// <returns>Null if it could not be read in time and within its memory.</returns>
    public Task<CopyFacts?> ReadAsync(Stream copy, CancellationToken cancellationToken) => ReadAsync(copy, MostPictures, Longest, cancellationToken);

    /// <summary>The same of a file that may hold many papers.</summary>
    public Task<CopyFacts?> ReadStackAsync(Stream stack, CancellationToken cancellationToken) =>
        ReadAsync(stack, MostPicturesOfStack, LongestOfStack, cancellationToken);

    /// <summary>Takes pages out of a file, each stretch of them into a file of its own.</summary>
    /// <param name="take">Gets each file in the order asked, as a stream of so many bytes, and reads it to its end.</param>
    /// <returns>False if not all could be taken out.</returns>
    public async Task<bool> CopyPagesAsync(Stream stack, IReadOnlyList<PageRange> ranges, Func<Stream, long, CancellationToken, Task> take, CancellationToken cancellationToken) =>
        await RunAsync<object>(_gate, stack, [CopyProgram.PagesWord, PageRange.Write(ranges)], LongestOfStack, async (output, inTime) =>
        {
            var length = new byte[sizeof(long)];
            foreach (var _ in ranges)
            {
                await output.ReadExactlyAsync(length, inTime);
                var bytes = BinaryPrimitives.ReadInt64LittleEndian(length);
                if (bytes is <= 0 or > LongestFile) throw new InvalidDataException("No file is of that length.");
                await take(output, bytes, inTime);
            }
            return ranges;
        }, null, cancellationToken) is not null;

    /// <summary>The text of a PDF, with the codes of ours in it.</summary>
    public async Task<Translation> ReadTextAsync(Stream pdf, CancellationToken cancellationToken)
    {
        var (outcome, isWhole) = (TranslationOutcome.TooMuch, true);
        var text = await RunAsync<byte[]>(
            _texts, pdf, [CopyProgram.TextWord], LongestOfText, async (output, inTime) => await AnswerAsync(output, LongestText, inTime),
            code =>
            {
                outcome = code switch { 0 or CopyProgram.Partly => TranslationOutcome.Made, CopyProgram.Locked => TranslationOutcome.Locked, _ => TranslationOutcome.Unreadable };
                isWhole = code != CopyProgram.Partly;
            },
            cancellationToken);
        return text is null ? Translation.Not(outcome == TranslationOutcome.Made ? TranslationOutcome.TooMuch : outcome) : new(TranslationOutcome.Made, text) { IsWhole = isWhole };
    }

    /// <summary>A photo of a camera as it is printed.</summary>
    /// <returns>Empty where it can't be read, null where that takes more time or memory than it may.</returns>
    public Task<byte[]?> ReducePhotoAsync(Stream jpeg, CancellationToken cancellationToken) => RunAsync<byte[]>(
        _photos, jpeg, [CopyProgram.PhotoWord], LongestOfPhoto, async (output, inTime) => await AnswerAsync(output, LongestPhoto, inTime), null, cancellationToken);

    public void Dispose()
    {
        _photos.Dispose();
        _gate.Dispose();
        _texts.Dispose();
    }

    private Task<CopyFacts?> ReadAsync(Stream copy, int pictures, TimeSpan longest, CancellationToken cancellationToken) =>
        RunAsync(
            _gate, copy, [CopyProgram.ReadWord, pictures.ToString(CultureInfo.InvariantCulture)], longest,
            async (output, inTime) => JsonSerializer.Deserialize(await AnswerAsync(output, LongestAnswer, inTime), CopyJson.Default.CopyFacts), null, cancellationToken);

    private static async Task<T?> RunAsync<T>(
        SemaphoreSlim gate, Stream input, string[] words, TimeSpan longest, Func<Stream, CancellationToken, Task<T?>> take, Action<int>? ended,
        CancellationToken cancellationToken) where T : class
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            inTime.CancelAfter(longest);
            using var process = Process.Start(Start(words))!;
            try
            {
                var answer = take(process.StandardOutput.BaseStream, inTime.Token);
                await FeedAsync(input, process.StandardInput.BaseStream, inTime.Token);
                var taken = await answer;
                await process.WaitForExitAsync(inTime.Token);
                ended?.Invoke(process.ExitCode);
                return process.ExitCode is 0 or CopyProgram.Partly ? taken : null;
            }
            catch (Exception failure) when (failure is OperationCanceledException or JsonException or InvalidDataException or EndOfStreamException && !cancellationToken.IsCancellationRequested)
            {
                return null;
            }
            finally
            {
                process.End();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Hands it the file. What the file's own stream throws is nobody's fault here, and reaches the caller.</summary>
    private static async Task FeedAsync(Stream pdf, Stream input, CancellationToken cancellationToken)
    {
        var block = new byte[BlockSize];
        try
        {
            for (int count; (count = await pdf.ReadAsync(block, cancellationToken)) > 0;)
                if (!await TryWriteAsync(input, block.AsMemory(0, count), cancellationToken)) return;
        }
        finally
        {
            await TryCloseAsync(input);
        }
    }

    /// <returns>False where it ended before it had read all; its exit code tells.</returns>
    private static async Task<bool> TryWriteAsync(Stream input, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        try
        {
            await input.WriteAsync(block, cancellationToken);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task TryCloseAsync(Stream input)
    {
        try
        {
            await input.DisposeAsync();
        }
        catch (IOException)
        {
            // What it had not read yet, it never will.
        }
    }

    private static async Task<byte[]> AnswerAsync(Stream output, int longest, CancellationToken cancellationToken)
    {
        var (buffer, length) = (new byte[longest], 0);
        while (await output.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
            if ((length += read) == buffer.Length) throw new InvalidDataException("The answer is longer than any can be.");
        return buffer[..length];
    }

    /// <summary>This program once more, with the child's words, and with none of the settings of this process.</summary>
    private static ProcessStartInfo Start(string[] words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet") start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Kalasin.Functions.dll"));
        foreach (var word in words) start.ArgumentList.Add(word);
        string[] kept = ["PATH", "DOTNET_ROOT", "TMPDIR", "TEMP", "TMP", "SystemRoot", "HOME", "SSL_CERT_DIR", "SSL_CERT_FILE"];
        foreach (var name in start.Environment.Keys.Except(kept, StringComparer.OrdinalIgnoreCase).ToArray()) start.Environment.Remove(name);
        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }
}
