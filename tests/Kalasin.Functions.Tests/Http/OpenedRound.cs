using System.Net;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Http;

/// <summary>A service on 14 May 2567, ten in the morning, with one round opened and nothing in it yet.</summary>
internal sealed class OpenedRound : IAsyncDisposable
{
    public const string Path = "/api/rounds/46-dla-2567";
    public static readonly DateTimeOffset Opened = new(2024, 5, 14, 10, 0, 0, TimeSpan.FromHours(7));
    private static readonly RoundId Id = RoundId.Parse("46-dla-2567");

    private OpenedRound(RunningService service) => Service = service;

    public RunningService Service { get; }

    public RoundLog Log => Service.Services.GetRequiredService<RoundLog>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<OpenedRound> StartAsync(Action<WebApplicationBuilder>? build = null)
    {
        var round = new OpenedRound(await RunningService.StartAsync(build: builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new ClockFrom(Opened));
            build?.Invoke(builder);
        }));
        using var opened = await round.Service.Client.PutAsync(new Uri(Path, UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        return round;
    }

    public async Task<HttpResponseMessage> SendAsync(string unit, HttpContent form, string? key = null, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/units/{unit}/deliveries{query}") { Content = form };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await Service.Client.SendAsync(request, Token);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Service.Client.GetAsync(new Uri(Path + path, UriKind.Relative), Token);

    /// <summary>An answer with 200 as JSON.</summary>
    public async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        return await RunningService.JsonAsync(response, HttpStatusCode.OK);
    }

    public Task<RoundState> StateAsync() => Log.LoadAsync(Id, Token);

    public async Task<string> HeadAsync() => (await StateAsync()).Head.ToString();

    /// <summary>Everything the vault holds beside the round's rules.</summary>
    public async Task<List<ContentHash>> KeptAsync()
    {
        var (kept, opened) = (new List<ContentHash>(), (await StateAsync()).Opened!);
        await foreach (var content in Log.VaultOf(Id).ListAsync(Token))
            if (content.Hash != opened.FrameworkHash && content.Hash != opened.PlanHash) kept.Add(content.Hash);
        return kept;
    }

    public async Task<bool> IsHealthyAsync()
    {
        using var health = await Service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), Token);
        return health.StatusCode == HttpStatusCode.OK;
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
