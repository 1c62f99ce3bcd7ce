using System.Net;
using System.Net.Http.Json;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Tests.Http;
using Kalasin.Functions.Tests.Pages;
using Kalasin.Functions.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Access;

/// <summary>That a unit's link has reached somebody is known when its page was shown to whoever holds it, and not before.</summary>
public sealed class LinkOpeningsTests
{
    private const string Page = "/app/rounds/46-dla-2567/units/4602";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PageShownToWhoeverHoldsTheLink_IsNotedOnce()
    {
        await using var round = await OpenedRound.StartAsync();
        var link = await IssueAsync(round);
        using var phone = new Visitor(round.Service.Address);
        using (var entered = await phone.GetAsync(link)) Assert.Equal(Page, await Visitor.NextAsync(entered));
        Assert.Null((await LinkAsync(round)).OpenedAt);
        using (var asked = await phone.SendAsync(new(HttpMethod.Head, Page))) Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Null((await LinkAsync(round)).OpenedAt);

        await phone.PageAsync(Page);
        Assert.Equal(BangkokDay(OpenedRound.Opened), BangkokDay((await LinkAsync(round)).OpenedAt!.Value));
        var known = (await round.StateAsync()).Sequence;
        await phone.PageAsync(Page);
        Assert.Equal(known, (await round.StateAsync()).Sequence);
    }

    /// <summary>What looks ahead follows a link and keeps no cookies.</summary>
    [Fact]
    public async Task RobotThatFollowsTheLink_AndTheCoordinatorsOwnLook_AreNoOpening()
    {
        await using var round = await OpenedRound.StartAsync();
        var link = await IssueAsync(round);
        using (var robot = new Visitor(round.Service.Address))
        using (var entered = await robot.GetAsync(link))
            Assert.Equal(Page, await Visitor.NextAsync(entered));
        using (var nobody = new Visitor(round.Service.Address)) await nobody.PageAsync(Page);
        using (var other = new Visitor(round.Service.Address))
        {
            using (var entered = await other.GetAsync(await IssueAsync(round, "4603"))) await Visitor.NextAsync(entered);
            using var page = await other.GetAsync("/app/rounds/46-dla-2567/units/4603?asOf=2024-05-14");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
        Assert.All((await round.StateAsync()).Links.Values, l => Assert.Null(l.OpenedAt));
    }

    [Fact]
    public async Task StoreThatTakesNothing_KeepsNobodyFromThePage()
    {
        using var folder = new TemporaryFolder();
        await using var local = new LocalStorage(new(Path.Combine(folder.Path, "kalasin-data")), TimeProvider.System);
        var storage = new FaultyStorage(local);
        await using var round = await OpenedRound.StartAsync(builder => builder.Services.AddSingleton<Functions.Storage.IStorage>(storage));
        using var phone = new Visitor(round.Service.Address);
        using (var entered = await phone.GetAsync(await IssueAsync(round))) await Visitor.NextAsync(entered);
        storage.Faults = new((operation, _) => operation == nameof(Functions.Storage.IEventLog.AppendAsync) ? Fault.Before : Fault.None);
        await phone.PageAsync(Page);
        storage.Faults = Faults.None;
        Assert.Null((await LinkAsync(round)).OpenedAt);
        await phone.PageAsync(Page);
        Assert.NotNull((await LinkAsync(round)).OpenedAt);
    }

    private static DateOnly BangkokDay(DateTimeOffset at) => Evaluation.BangkokTime.Date(at);

    private static async Task<IssuedLink> LinkAsync(OpenedRound round) => Assert.Single((await round.StateAsync()).Links.Values);

    /// <returns>The path of the link.</returns>
    private static async Task<string> IssueAsync(OpenedRound round, string unit = "4602")
    {
        using var issued = await round.Service.Client.PostAsJsonAsync($"{OpenedRound.Path}/links", new { @for = "unit", unit, last = "2024-08-31" }, Token);
        return new Uri((await JsonAsync(issued, HttpStatusCode.Created)).GetProperty("address").GetString()!).AbsolutePath;
    }
}
