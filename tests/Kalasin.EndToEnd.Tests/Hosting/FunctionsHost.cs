using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Kalasin.EndToEnd.Tests.Hosting.Wire;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.Functions.Tests.Access;
using Kind = Kalasin.EndToEnd.Tests.Hosting.Wire.StreamingMessage.ContentOneofCase;

namespace Kalasin.EndToEnd.Tests.Hosting;

/// <summary>
/// A small Azure Functions host with one worker, the published program: starts it, has it say its functions, passes HTTP on to
/// it and pulls its triggers. What a real host does beside this (storage, schedules, restarts) is done by the test.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    /// <summary>How long a worker has to end itself before it is killed, as the host gives it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>The trace that its calls belong to: sixteen bytes, here letters.</summary>
    public const string Trace = "one-hosted-trace";

    private readonly HostServer server;
    private readonly WorkerLink link;
    private readonly HttpClient outside;
    private readonly TaskCompletionSource initialized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task up;

    private FunctionsHost(HostServer server, WorkerProcess worker, string root)
    {
        (this.server, link, Worker, Root) = (server, server.Link, worker, root);
        outside = new() { BaseAddress = server.ForOutside, Timeout = TimeSpan.FromMinutes(2) };
        up = ComeUpAsync();
    }

    /// <summary>The app's folder.</summary>
    public string Root { get; }

    public WorkerProcess Worker { get; }

    /// <summary>The address that the outside calls.</summary>
    public Uri Address => server.ForOutside;

    /// <summary>Whose account App Service has signed in; null for nobody's.</summary>
    public Account? SignedIn { get; set; } = Account.Coordinator;

    /// <summary>What the worker can do.</summary>
    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the worker declared, once it is up.</summary>
    public IReadOnlyList<HostedFunction> Functions { get; private set; } = [];

    /// <summary>Where HTTP is passed on to.</summary>
    public Uri HttpAddress => new(Capabilities["HttpUri"]);

    /// <summary>What the worker logged through the host.</summary>
    public IReadOnlyCollection<RpcLog> Logs => link.Logs;

    /// <summary>
    /// Starts the program with variables beside the host's own, and waits until its functions are loaded; without any, it stores in
    /// the folder's <c>data</c>.
    /// </summary>
    public static async Task<FunctionsHost> StartAsync(PublishedProgram published, TemporaryFolder folder, params (string Name, string Value)[] environment)
    {
        var host = await LaunchAsync(published, folder, environment);
        Assert.True(await host.ReadyAsync(), $"The program ended before its functions were loaded: {host.Worker.Printed}");
        return host;
    }

    /// <summary>Starts the program and does not wait for it.</summary>
    public static async Task<FunctionsHost> LaunchAsync(PublishedProgram published, TemporaryFolder folder, params (string Name, string Value)[] environment)
    {
        await published.MadeAsync();
        var made = new TaskCompletionSource<FunctionsHost>();
        var listening = await HostServer.StartAsync(made.Task);
        made.SetResult(new(listening, WorkerProcess.Start(published.Root, listening.ForWorker, listening.Link.WorkerId, folder, environment), published.Root));
        return await made.Task;
    }

    /// <summary>When the worker has said what it can do, which is the first moment that it can be asked anything.</summary>
    public Task InitializedAsync() => initialized.Task.WaitAsync(TimeSpan.FromMinutes(1));

    /// <returns>False if the program ended before its functions were loaded.</returns>
    public async Task<bool> ReadyAsync()
    {
        try
        {
            await up.WaitAsync(TimeSpan.FromMinutes(1));
            return true;
        }
        catch (WorkerGoneException)
        {
            return false;
        }
    }

    /// <summary>A call from outside.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        outside.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>Runs a function to its end.</summary>
    /// <exception cref="WorkerGoneException">The worker went before.</exception>
    public async Task<StatusResult> InvokeAsync(
        string function, TypedData data, string? invocation = null, IEnumerable<(string Name, TypedData Value)>? metadata = null)
    {
        var target = Functions.Single(f => f.Name == function);
        var request = new InvocationRequest
        {
            InvocationId = invocation ?? Guid.NewGuid().ToString(), FunctionId = target.Id,
            TraceContext = new() { TraceParent = $"00-{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Trace))}-{ActivitySpanId.CreateRandom()}-01" },
        };
        request.InputData.Add(new ParameterBinding { Name = target.Parameter, Data = data });
        foreach (var (name, value) in metadata ?? []) request.TriggerMetadata[name] = value;
        return (await link.AskAsync(new() { InvocationRequest = request }, Kind.InvocationResponse, request.InvocationId)).InvocationResponse.Result;
    }

    /// <summary>Asks a running function to stop.</summary>
    public void Cancel(string invocation) => link.Send(new() { InvocationCancel = new() { InvocationId = invocation } });

    /// <summary>Asks whether it is still there.</summary>
    public Task StatusAsync()
    {
        var id = Guid.NewGuid().ToString();
        return link.AskAsync(new() { RequestId = id, WorkerStatusRequest = new() }, Kind.WorkerStatusResponse, id);
    }

    /// <summary>Asks it to end itself, which it can be asked only if it says so, and waits for it; a real host kills it then.</summary>
    /// <returns>The code it ended with; null if it would have to be killed.</returns>
    public async Task<int?> TerminateAsync()
    {
        Assert.NotEqual("", Capabilities["HandlesWorkerTerminateMessage"]);
        link.Send(new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(Grace) } });
        return await EndAsync(Grace);
    }

    /// <summary>Waits a while for its end.</summary>
    /// <returns>The code it ended with; null if it still runs.</returns>
    public async Task<int?> EndAsync(TimeSpan patience)
    {
        using var time = new CancellationTokenSource(patience);
        try
        {
            await Worker.WaitForExitAsync(time.Token);
            return Worker.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Kills it and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        Worker.Kill();
        await Worker.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await Record.ExceptionAsync(() => up);
        outside.Dispose();
        await server.DisposeAsync();
        Worker.Dispose();
    }

    private async Task ComeUpAsync()
    {
        _ = Worker.WaitForExitAsync(CancellationToken.None).ContinueWith(_ => link.ProcessEnded(), TaskScheduler.Default);
        await link.AwaitAsync(Kind.StartStream);
        var init = new WorkerInitRequest { HostVersion = "4.1037.0.0", WorkerDirectory = Root, FunctionAppDirectory = Root };
        init.Capabilities["MultiStream"] = "10";
        var answer = (await link.AskAsync(new() { WorkerInitRequest = init }, Kind.WorkerInitResponse)).WorkerInitResponse;
        Check(answer.Result);
        Capabilities = answer.Capabilities.ToDictionary(StringComparer.Ordinal);
        initialized.SetResult();

        var indexed = (await link.AskAsync(
            new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = Root } }, Kind.FunctionMetadataResponse)).FunctionMetadataResponse;
        Check(indexed.Result);
        Assert.False(indexed.UseDefaultMetadataIndexing);
        HostedFunction[] functions = [.. indexed.FunctionMetadataResults.Select(declared => new HostedFunction(declared))];
        foreach (var function in functions)
            Check((await link.AskAsync(new() { FunctionLoadRequest = function.Load() }, Kind.FunctionLoadResponse, function.Id)).FunctionLoadResponse.Result);
        Functions = functions;
    }

    private static void Check(StatusResult result) => Assert.True(result.Status == StatusResult.Types.Status.Success, JsonSerializer.Serialize(result));
}
