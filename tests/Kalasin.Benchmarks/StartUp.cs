using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kalasin.Benchmarks;

/// <summary>
/// From starting the process to the first HTTP answer; our program and an empty ASP.NET Core app in turn, so that both see the
/// same machine. Limit: 1.3 times the empty app.
/// </summary>
internal static class StartUp
{
    public const string EmptyApp = "empty-app";

    private const int Runs = 15;

    private const double MostRatio = 1.3;

    public static async Task<int> RunEmptyAsync(string url)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/", (HttpContext context) => context.Response.WriteAsync("ok"));
        app.MapPost("/", async (HttpContext context) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status201Created;
        });
        await app.RunAsync(url);
        return 0;
    }

    public static async Task MeasureAsync(FigureTable table)
    {
        var data = Directory.CreateTempSubdirectory("kalasin-");
        var (empty, ours) = (new List<Start>(), new List<Start>());
        for (var run = 0; run <= Runs; run++)
        {
            var (theirs, mine) = (
                await OnceAsync(typeof(StartUp).Assembly.Location, url => [EmptyApp, url], data.FullName),
                await OnceAsync(typeof(Functions.Service).Assembly.Location, _ => [], data.FullName));
            if (run == 0) continue; // fills the disk cache
            empty.Add(theirs);
            ours.Add(mine);
        }
        data.Delete(recursive: true);
        table.Plain("start: first answer, empty ASP.NET Core app", Timing.Of([.. empty.Select(s => s.First)]));
        table.Rival(
            "start: first answer, ours", Timing.Of([.. ours.Select(s => s.First)]), $"empty app, at most {MostRatio:0.0}",
            Timing.Of([.. empty.Select(s => s.First)]));
        table.Rival("  processor time until then", Timing.Of([.. ours.Select(s => s.Processor)]), "empty app", Timing.Of([.. empty.Select(s => s.Processor)]));
        table.Plain("  and /api/health after it", Timing.Of([.. ours.Select(s => s.Health)]), "opens the storage");
    }

    private static async Task<Start> OnceAsync(string program, Func<string, string[]> arguments, string data)
    {
        await using var child = ChildProgram.Start(program, arguments, data);
        var first = await child.FirstAnswerAsync();
        var processor = child.ProcessorTime;
        var watch = Stopwatch.StartNew();
        using var response = await child.Client.GetAsync("/api/health");
        return new(first, processor, watch.Elapsed.TotalMilliseconds);
    }

    /// <summary>One start, in milliseconds.</summary>
    private sealed record Start(double First, double Processor, double Health);
}
