using System.Net;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Pages;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>An open page learns that there is something newer, and only that.</summary>
public sealed class LivePagesTests : IAsyncLifetime
{
    private const string Round = "/app/rounds/46-dla-2567";

    private RunningService service = null!;
    private Visitor visitor = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        service = await RunningService.StartAsync();
        visitor = new(service.Address);
        await RunningService.JsonAsync(await service.Client.PutAsync(new Uri("/api/rounds/46-dla-2567", UriKind.Relative), null, Token), HttpStatusCode.Created);
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await service.DisposeAsync();
    }

    [Theory]
    [InlineData(Round, Round)]
    [InlineData($"{Round}/units/4605", Round)]
    public async Task OpenPage_IsToldWhatCameMeanwhile(string address, string other)
    {
        var page = await visitor.PageAsync(address);
        var live = page.QuerySelector("[data-live]")!.GetAttribute("data-live")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, live) { Headers = { { "Accept", "text/event-stream" } } };
        using var answer = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));
        Assert.StartsWith("retry:", await lines.ReadLineAsync(Token), StringComparison.Ordinal);

        var unit = await visitor.PageAsync($"{other}/units/4605");
        await Visitor.NextAsync(await visitor.UploadAsync(unit, [SampleFiles.WorkbookOf("4605")]));
        string? line;
        do line = await lines.ReadLineAsync(Token);
        while (line is not null && !line.StartsWith("data: ", StringComparison.Ordinal));
        Assert.NotNull(line);
        Assert.True(long.Parse(line[6..], System.Globalization.CultureInfo.InvariantCulture) > 0);
    }

    [Fact]
    public async Task Lines_OfOneCaller_AreBounded_AndWhoeverComesBeyondThemIsToldOnce()
    {
        var lines = service.Services.GetRequiredService<LiveLines>();
        var open = new List<IDisposable>();
        while (open.Count < 1000 && lines.Enter(Caller.AtTheMachine) is { } place) open.Add(place);
        Assert.InRange(open.Count, 6, 100);
        Assert.NotNull(lines.Enter(new(new(ActorRole.Coordinator, "other"))));

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Round}/live") { Headers = { { "Accept", "text/event-stream" } } };
        using var answer = await service.Client.SendAsync(request, Token);
        var told = await answer.Content.ReadAsStringAsync(Token); // ends by itself
        Assert.StartsWith("retry: 30000", told, StringComparison.Ordinal);
        Assert.Contains("\ndata: ", told, StringComparison.Ordinal);

        open[0].Dispose();
        open[0].Dispose();
        Assert.NotNull(lines.Enter(Caller.AtTheMachine));
        Assert.Null(lines.Enter(Caller.AtTheMachine));
    }

    [Fact]
    public async Task Round_IsLookedAtOnceForAllThatWaitForIt()
    {
        var clock = new FakeTimeProvider();
        var lines = new LiveLines(service.Services.GetRequiredService<RoundLog>(), clock);
        var first = await lines.LookAsync("46-dla-2567", Token);
        Assert.NotNull(first);
        Assert.Same(first, await lines.LookAsync("46-dla-2567", Token));
        clock.Advance(LiveLines.Pace);
        Assert.NotSame(first, await lines.LookAsync("46-dla-2567", Token));
    }

    [Fact]
    public async Task WhoeverDoesNotWait_IsToldOnce()
    {
        using var answer = await visitor.GetAsync($"{Round}/live");
        Assert.Contains("\ndata: ", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var nothing = await visitor.GetAsync($"{Round}/live?after=9999");
        Assert.DoesNotContain("data:", await nothing.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var unknown = await visitor.GetAsync("/app/rounds/46-dla-2599/live");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
