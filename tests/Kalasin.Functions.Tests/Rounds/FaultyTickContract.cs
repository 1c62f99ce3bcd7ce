using System.Net;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Triggers;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>Ticks over a store that fails: each step is done once, and what is due is done in the end.</summary>
public abstract class FaultyTickContract : WholeServiceContract
{
    /// <summary>Reports take their time: each suite says which faults it can wait for.</summary>
    private protected Task TickAtEachCallAsync(Fault fault) => AtEachCallAsync(fault, DeliverAsync, async _ => await Service.TickAsync(), async _ =>
    {
        Assert.True(await Service.TickAsync());
        await AssertDoneAsync();
    });

    private async Task AssertDoneAsync()
    {
        var state = await CheckedStateAsync();
        Assert.NotNull(state.Closed);
        Assert.Equal(2, state.Reports.Count);
        Assert.All(state.Reports.Values, report => Assert.Equal(state.Heads, report.Heads));
        Assert.Equal((state.Sequence, state.Head), ((await Sound.Heads.ReadAsync(StreamId.Of("round", Round), Token)).Heads[^1] is var last ? last.Sequence : 0, last.Head));
    }

    /// <summary>The report and its correction in turn, so that the round's report is due again.</summary>
    private async Task DeliverAsync(int call)
    {
        await RestartAsync(); // nothing that was read before is remembered
        using var response = await SendAsync("4608", $"k{call}", SampleFiles.WorkbooksOf("4608")[call % 2]);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }
}
