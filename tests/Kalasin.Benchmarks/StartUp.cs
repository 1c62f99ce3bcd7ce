using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kalasin.Benchmarks;

/// <summary>
/// From starting the process to the first HTTP answer, of any status, polled as the Functions host does; our program and an
/// empty ASP.NET Core app in turn, so that both see the same machine. Goal: at most 1.3 times the empty app.
/// </summary>
internal static class StartUp
{
    public const string EmptyApp = "empty-app";

    public static async Task<int> RunEmptyAsync(string url)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/", (HttpContext context) => context.Response.WriteAsync("ok"));
        await app.RunAsync(url);
        return 0;
    }

    public static async Task<int> CompareAsync(int runs)
    {
        var data = Directory.CreateTempSubdirectory("kalasin-");
        var (empty, ours, emptyProcessor, ourProcessor, health) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run <= runs; run++)
        {
            var (emptyTime, emptyWork, _) = await MeasureAsync(typeof(StartUp).Assembly.Location, url => [EmptyApp, url], data.FullName);
            var (ourTime, ourWork, healthTime) = await MeasureAsync(typeof(Functions.Service).Assembly.Location, _ => [], data.FullName);
            if (run == 0) continue; // fills the disk cache
            empty.Add(emptyTime);
            ours.Add(ourTime);
            emptyProcessor.Add(emptyWork);
            ourProcessor.Add(ourWork);
            health.Add(healthTime);
        }
        data.Delete(recursive: true);
        Console.WriteLine($"""
            first answer, median (least) of {runs} runs, ms
              empty ASP.NET Core app   {Median(empty):0} ({empty.Min():0})
              Kalasin.Functions        {Median(ours):0} ({ours.Min():0})   ratio {Median(ours) / Median(empty):0.00} ({ours.Min() / empty.Min():0.00})
              processor time           {Median(emptyProcessor):0} and {Median(ourProcessor):0}, ratio {Median(ourProcessor) / Median(emptyProcessor):0.00}
              and /api/health after it {Median(health):0} ({health.Min():0})   opens the storage
            """);
        return 0;
    }

    private static async Task<(double First, double Processor, double Health)> MeasureAsync(string program, Func<string, string[]> arguments, string data)
    {
        var port = FreePort();
        var url = $"http://127.0.0.1:{port}";
        var start = new ProcessStartInfo("dotnet", [program, .. arguments(url)]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment["KALASIN_DATA"] = data;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            // Where "/" leads to is the first page's cost, not the start's.
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(url) };
            var first = await FirstAnswerAsync(client, watch);
            var processor = process.TotalProcessorTime.TotalMilliseconds;
            watch.Restart();
            using var response = await client.GetAsync("/api/health");
            return (first, processor, watch.Elapsed.TotalMilliseconds);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<double> FirstAnswerAsync(HttpClient client, Stopwatch watch)
    {
        while (watch.Elapsed < TimeSpan.FromSeconds(30))
        {
            try
            {
                using var response = await client.GetAsync("/");
                return watch.Elapsed.TotalMilliseconds;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(2);
            }
        }
        throw new TimeoutException("No answer within 30 seconds.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
