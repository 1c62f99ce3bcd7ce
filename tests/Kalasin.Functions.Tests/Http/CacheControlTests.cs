using System.Net;
using Kalasin.Functions.Samples;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>What people sent and what was made of it stays in no browser of a machine that several share.</summary>
public sealed class CacheControlTests : IAsyncLifetime
{
    private RunningService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await StartAsync();
        var script = await SampleRound.ReadScriptAsync(Token);
        await _service.Services.GetRequiredService<SampleRound>().PlayAsync(script with { Deliveries = [.. script.Deliveries.Take(1)], Decisions = [], Season = null }, (_, _) => { }, Token);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("/api/health", "no-store")]
    [InlineData("/api/rounds", "no-cache, private")]
    [InlineData("/api/rounds/46-dla-2567", "no-cache, private")] // has a tag
    [InlineData("/api/rounds/46-dla-2567/deliveries", "no-cache, private")]
    [InlineData("/api/rounds/46-dla-2567/deliveries/1/files/1", "no-store")]
    [InlineData("/api/rounds/46-dla-2567/deliveries/1/receipt", "no-store")]
    [InlineData("/api/rounds/46-dla-2567/scorecard", "no-cache, private")]
    [InlineData("/api/rounds/46-dla-2567/report", "no-store")]
    [InlineData("/api/rounds/none", "no-store")]
    [InlineData("/app/rounds/46-dla-2567", "no-cache, private")]
    public async Task Get_IsKeptByNobody(string address, string expected)
    {
        using var response = await _service.Client.GetAsync(address, Token);
        Assert.Equal(expected, response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Post_Delivery_IsKeptByNobody()
    {
        using var form = SampleFiles.Form(SampleFiles.WorkbookOf("4602"));
        using var response = await _service.Client.PostAsync("/api/rounds/46-dla-2567/units/4602/deliveries", form, Token);
        Assert.Equal((HttpStatusCode.Created, "no-store"), (response.StatusCode, response.Headers.CacheControl?.ToString()));
    }
}
