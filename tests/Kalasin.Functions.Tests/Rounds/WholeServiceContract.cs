using System.Net;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>
/// The program as it is put together for the Functions host, over a store that fails. Each kind of work is done again and
/// again while first its first call to the store fails, then its second, and so on until it needs no more calls than were
/// spared; then it is tried once more, as its sender would, and everything that must be true of a round is checked.
/// </summary>
public abstract class WholeServiceContract : StorageContract
{
    private protected const string Round = "46-dla-2567";

    /// <summary>Units whose workbook brings returns that wait for nothing.</summary>
    private protected static readonly string[] Units = ["4602", "4604", "4605", "4606", "4607", "4609", "4610", "4612"];

    /// <summary>Nothing in it can be accepted.</summary>
    private protected static readonly byte[] Garbage = "ไม่ใช่ไฟล์รายงาน"u8.ToArray();

    /// <summary>The store without faults.</summary>
    private protected IStorage Sound { get; private set; } = null!;

    private protected FaultyStorage Faulty { get; private set; } = null!;

    private protected RunningService Service { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Sound = Store.Open();
        Faulty = new(Store.Open());
        Service = await StartAsync(Faulty);
        using var opened = await Service.Client.PutAsync(new Uri($"/api/rounds/{Round}", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
    }

    public override async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static Task<RunningService> StartAsync(IStorage storage) => RunningService.StartAsync(
        Account.Believed, build: builder => builder.Services.AddSingleton(storage));

    /// <summary>Another process takes the place of the one that was killed.</summary>
    private protected async Task RestartAsync()
    {
        await Service.DisposeAsync();
        Faulty = new(Store.Open());
        Service = await StartAsync(Faulty);
    }

    /// <param name="fault">What the call suffers.</param>
    /// <param name="prepareAsync">Puts in place what the work of this number needs.</param>
    /// <param name="tryAsync">Does it, which may fail, but not with a wrong answer.</param>
    /// <param name="checkAsync">Does it again, now without faults, and checks what came of it.</param>
    private protected Task AtEachCallAsync(Fault fault, Func<int, Task> prepareAsync, Func<int, Task> tryAsync, Func<int, Task> checkAsync) =>
        AtEachCallAsync(call => Faults.At(call, fault), prepareAsync, tryAsync, checkAsync);

    /// <summary>The same with a process that dies at the call: nothing is done from there on, and another process does it again.</summary>
    private protected async Task DyingAtEachCallAsync(Func<int, Task> prepareAsync, Func<int, CancellationToken, Task> workAsync, Func<int, Task> checkAsync)
    {
        CancellationTokenSource? life = null;
        await AtEachCallAsync(call => new((_, called) =>
        {
            if (called == call) life!.Cancel();
            return called >= call ? Fault.Before : Fault.None;
        }), prepareAsync, async call =>
        {
            using (life = CancellationTokenSource.CreateLinkedTokenSource(Token))
            {
                var failure = await Record.ExceptionAsync(() => workAsync(call, life.Token));
                Assert.True(failure is null or OperationCanceledException or StorageUnavailableException, $"{failure}");
            }
        }, async call =>
        {
            await RestartAsync();
            await checkAsync(call);
        });
    }

    private async Task AtEachCallAsync(Func<int, Faults> faultsOf, Func<int, Task> prepareAsync, Func<int, Task> tryAsync, Func<int, Task> checkAsync)
    {
        for (var call = 1; ; call++)
        {
            Assert.True(call < 200, "The work needs more and more calls.");
            await prepareAsync(call);
            var faults = Faulty.Faults = faultsOf(call);
            await tryAsync(call);
            Faulty.Faults = Faults.None;
            await checkAsync(call);
            if (faults.Dealt > 0) continue;
            TestContext.Current.TestOutputHelper?.WriteLine($"{call - 1} calls failed in turn");
            return;
        }
    }

    /// <summary>What must be true whenever nobody is at work.</summary>
    private protected async Task<RoundState> CheckedStateAsync()
    {
        Assert.Empty(Store.Leftovers);
        return await RoundInvariants.CheckAsync(Sound, Round, Token);
    }

    /// <summary>What is in the round's vault.</summary>
    private protected async Task<HashSet<ContentHash>> KeptAsync() =>
        [.. (await AllAsync(Sound.Vaults.Of(RoundLog.StreamOf(RoundId.Parse(Round))).ListAsync(Token))).Select(c => c.Hash)];

    /// <summary>Puts nothing in place, or checks nothing.</summary>
    private protected static Task Nothing(int call) => Task.CompletedTask;

    private protected async Task<HttpResponseMessage> SendAsync(
        string unit, string key, (string Name, byte[] Bytes) file, RunningService? service = null, CancellationToken? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/rounds/{Round}/units/{unit}/deliveries") { Content = SampleFiles.Form(file) };
        request.Headers.Add("Idempotency-Key", key);
        return await (service ?? Service).Client.SendAsync(request, token ?? Token);
    }

    private protected async Task<HttpResponseMessage> DecideAsync(
        string body, string key, RunningService? service = null, CancellationToken? token = null, Account? by = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/rounds/{Round}/decisions") { Content = Json(body) };
        request.Headers.Add("Idempotency-Key", key);
        by?.Sign(request);
        return await (service ?? Service).Client.SendAsync(request, token ?? Token);
    }

    private protected static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    /// <returns>The receipt's number; null when the store failed, was said so, and no receipt was given.</returns>
    private protected static async Task<int?> ReceiptOrUnavailableAsync(HttpResponseMessage response) => await IsUnavailableAsync(response)
        ? null
        : (await RunningService.JsonAsync(response, HttpStatusCode.Created)).GetProperty("receipt").GetProperty("number").GetInt32();

    /// <returns>The number of a decision's entry; null when the store failed and that was said.</returns>
    private protected static async Task<long?> SequenceOrUnavailableAsync(HttpResponseMessage response)
    {
        if (await IsUnavailableAsync(response)) return null;
        Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync(Token)}");
        return (await RunningService.JsonAsync(response, response.StatusCode)).GetProperty("sequence").GetInt64();
    }

    /// <returns>Whether the store failed and that was said.</returns>
    private protected static async Task<bool> IsUnavailableAsync(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.ServiceUnavailable) return false;
        await RunningService.ProblemAsync(response, 503, "storage-unavailable");
        return true;
    }
}
