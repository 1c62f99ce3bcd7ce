using System.Diagnostics;
using System.Net.Http.Headers;
using Kalasin.Functions.Samples;

namespace Kalasin.Benchmarks;

/// <summary>Requests against a running program from a fixed number of senders, each waiting for its answer before its next.</summary>
internal static class Load
{
    public const string Round = "46-dla-2567";

    private const int Senders = 16;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20), Measured = TimeSpan.FromSeconds(5);

    /// <summary>Requests that a program answers, once warm.</summary>
    /// <param name="program">Where they go.</param>
    /// <param name="request">Makes the nth request.</param>
    public static async Task<Rate> OfAsync(ChildProgram program, Func<int, HttpRequestMessage> request)
    {
        await RunAsync(program.Client, request, WarmUp);
        var processor = program.ProcessorTime;
        var watch = Stopwatch.StartNew();
        var answered = await RunAsync(program.Client, request, Measured);
        return new(answered / watch.Elapsed.TotalSeconds, (program.ProcessorTime - processor) / answered);
    }

    /// <summary>The sample's workbooks in turn, each with an ending of its own, so that no two deliveries bring the same bytes.</summary>
    public static async Task<Func<int, HttpRequestMessage>> DeliveriesAsync(Func<string, string> address)
    {
        var script = await SampleRound.ReadScriptAsync(CancellationToken.None);
        var files = script.Deliveries
            .SelectMany(d => d.Files.Where(f => f.EndsWith(".xlsx", StringComparison.Ordinal))
                .Select(f => (d.Unit, Bytes: File.ReadAllBytes(Path.Combine(SampleRound.Folder, f))))).ToArray();
        return n =>
        {
            var (unit, bytes) = files[n % files.Length];
            return new(HttpMethod.Post, address(unit)) { Content = new MultipartFormDataContent { { Content(Unlike(bytes, n)), "files", $"{unit}.xlsx" } } };
        };
    }

    private static ByteArrayContent Content(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    /// <summary>The same archive with a comment of four bytes: its last two bytes are the comment's length.</summary>
    private static byte[] Unlike(byte[] archive, int n) => [.. archive[..^2], 4, 0, .. BitConverter.GetBytes(n)];

    private static async Task<int> RunAsync(HttpClient client, Func<int, HttpRequestMessage> request, TimeSpan time)
    {
        var answered = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
            {
                using var message = request(Interlocked.Increment(ref _next));
                using var response = await client.SendAsync(message);
                response.EnsureSuccessStatusCode();
                Interlocked.Increment(ref answered);
            }
        })));
        return answered;
    }

    private static int _next;
}

/// <summary>How quickly requests are answered.</summary>
/// <param name="PerSecond">Requests.</param>
/// <param name="Processor">Milliseconds of the program's processor time for one of them: what a busy machine changes least.</param>
internal sealed record Rate(double PerSecond, double Processor = 0);
