using System.Net.Http.Json;
using System.Text.Json;
using Kalasin.Functions.Access;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Access;
using Kalasin.Functions.Triggers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kalasin.Functions.Tests;

/// <summary>The whole service on a free port of this machine, with a data folder of its own.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly TemporaryFolder _temporary;
    private readonly WebApplication _app;

    private RunningService(TemporaryFolder temporary, WebApplication app)
    {
        (_temporary, _app) = (temporary, app);
        Address = new(app.Urls.Single());
        Client = new() { BaseAddress = Address };
        // In front of the Functions host the coordinator has signed in; on the machine nobody has to.
        if (app.Services.GetRequiredService<AccessSettings>().TrustsPrincipal)
            Client.DefaultRequestHeaders.Add(PlatformPrincipal.Header, Account.Coordinator.ToHeader());
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public IStorage Storage => _app.Services.GetRequiredService<IStorage>();

    public string DataFolder => Path.Combine(_temporary.Path, "kalasin-data");

    /// <param name="change">Settings other than the usual.</param>
    /// <param name="build">Parts other than the usual.</param>
    /// <param name="map">Endpoints that only the test has, open to anybody.</param>
    /// <param name="unguarded">Endpoints that name no policy.</param>
    /// <param name="pump">Whether the local pump runs, which no other test waits for.</param>
    public static async Task<RunningService> StartAsync(
        Func<Settings, Settings>? change = null, Action<IEndpointRouteBuilder>? map = null, Action<WebApplicationBuilder>? build = null,
        bool pump = false, Action<IEndpointRouteBuilder>? unguarded = null)
    {
        var temporary = new TemporaryFolder();
        var settings = new Settings { DataFolder = Path.Combine(temporary.Path, "kalasin-data"), Addresses = ["http://127.0.0.1:0"] };
        var app = Service.Build(change is null ? settings : change(settings), builder =>
        {
            builder.Logging.ClearProviders();
            if (!pump) builder.Services.Remove(builder.Services.SingleOrDefault(s => s.ImplementationType == typeof(LocalPump))!);
            build?.Invoke(builder);
        });
        map?.Invoke(app.MapGroup("").AllowAnonymous());
        unguarded?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(temporary, app);
    }

    /// <summary>An answer's JSON, with its status checked first.</summary>
    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response, System.Net.HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Checks that the answer is the problem of this name and gives its findings' codes.</summary>
    public static async Task<string> ProblemAsync(HttpResponseMessage response, int status, string name)
    {
        var json = await JsonAsync(response, (System.Net.HttpStatusCode)status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"urn:kalasin:problem:{name}", json.GetProperty("type").GetString());
        Assert.Equal(status, json.GetProperty("status").GetInt32());
        return string.Join(' ', json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _temporary.Dispose();
    }
}
