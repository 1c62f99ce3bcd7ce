using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kalasin.Benchmarks;

/// <summary>A program of ours run as a process of its own on a free port, until it is disposed of.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Process process;

    private ChildProgram(ProcessStartInfo start, string url)
    {
        process = Process.Start(start)!;
        // What it says is of no interest, but a full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        // Where "/" leads to is the cost of the first page, not of the start.
        Client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(url) };
    }

    public HttpClient Client { get; }

    /// <summary>Milliseconds that its threads have run for.</summary>
    public double ProcessorTime => process.TotalProcessorTime.TotalMilliseconds;

    /// <summary>Most physical memory that it has held so far, in millions of bytes (VmHWM on Linux).</summary>
    public double PeakMegabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <summary>Physical memory that it holds now, in millions of bytes.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    public static ChildProgram Start(string program, Func<string, string[]> arguments, string data)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [program, .. arguments(url)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment["KALASIN_DATA"] = data;
        return new(start, url);
    }

    /// <summary>Milliseconds from the start to the first answer of any status, polled as the Functions host does.</summary>
    public async Task<double> FirstAnswerAsync(string path = "/")
    {
        while (watch.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited)
        {
            try
            {
                using var response = await Client.GetAsync(path);
                return watch.Elapsed.TotalMilliseconds;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(2);
            }
        }
        throw new TimeoutException("The program ended or gave no answer within a minute.");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
