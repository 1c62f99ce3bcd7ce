using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Triggers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>What no event names goes from the vault when it is old, and nothing else does.</summary>
public abstract class VaultSweepContract : WholeServiceContract
{
    private protected static readonly RoundId Id = RoundId.Parse(Round);

    private IVault Vault => Sound.Vaults.Of(RoundLog.StreamOf(Id));

    [Fact]
    public async Task Sweep_LeavesAllThatTheLogNames_AndNothingElse()
    {
        await FillAsync();
        (await SendAsync("4602", "g", ("x.xlsx", Garbage))).Dispose();
        Assert.True(await Service.TickAsync());
        var named = await KeptAsync();
        await LeaveAsync(1);
        Assert.Equal(2, (await KeptAsync()).Except(named).Count());
        await SweepOf(Sound, days: 6).SweepAsync(Id, Token);
        Assert.Equal(2, (await KeptAsync()).Except(named).Count());
        await SweepOf(Sound, days: 8).SweepAsync(Id, Token);
        Assert.Equal(named, await KeptAsync());
        Assert.Equal(2, (await CheckedStateAsync()).Reports.Count);
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    public async Task Sweep_FaultAtEachCall_FinishedByTheNext(object fault)
    {
        await FillAsync();
        var named = await KeptAsync();
        await AtEachCallAsync((Fault)fault, LeaveAsync, async _ =>
        {
            var failure = await Record.ExceptionAsync(() => SweepOf(Faulty, days: 8).SweepAsync(Id, Token));
            Assert.True(failure is null or StorageUnavailableException, $"{failure}");
        }, async _ =>
        {
            await SweepOf(Sound, days: 8).SweepAsync(Id, Token);
            Assert.Equal(named, await KeptAsync());
        });
    }

    [Fact]
    public async Task Sweep_OfALogThatCantBeRead_TakesNothing()
    {
        await FillAsync();
        await LeaveAsync(1);
        var kept = await KeptAsync();
        var state = await CheckedStateAsync();
        await Store.ForgeAsync(RoundLog.StreamOf(Id), state.Sequence, "{}"u8.ToArray());
        await SweepOf(Sound, days: 8).SweepAsync(Id, Token);
        Assert.Equal(kept, await KeptAsync());
    }

    /// <summary>A newer program wrote the log, and this one came back.</summary>
    [Fact]
    public async Task Sweep_OfWhatOnlyAnUnknownMemberNames_TakesNothing()
    {
        await FillAsync();
        await LeaveAsync(1);
        var kept = await KeptAsync();
        var sequence = (await CheckedStateAsync()).Sequence;
        var stored = (await AllAsync(Sound.Log.ReadAsync(RoundLog.StreamOf(Id), sequence - 1, Token)))[0];
        var names = string.Join(',', kept.Select(hash => $"\"{hash}\""));
        var text = Encoding.UTF8.GetString(stored.Bytes.Span);
        await Store.ForgeAsync(RoundLog.StreamOf(Id), sequence, Encoding.UTF8.GetBytes($"{text[..^1]},\"binder\":[{names}]}}"));
        await SweepOf(Sound, days: 8).SweepAsync(Id, Token);
        Assert.Equal(kept, await KeptAsync());
    }

    private protected VaultSweep SweepOf(IStorage storage, int days)
    {
        var later = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(days));
        return new(new(storage.Log, storage.Vaults, later), storage.Log, later, NullLogger<VaultSweep>.Instance);
    }

    private async Task FillAsync()
    {
        (await SendAsync("4602", "f", SampleFiles.WorkbookOf("4602"))).Dispose();
        using var asked = await DecideAsync("""{ "kind": "askQuestion", "unit": "4602", "text": "ขอต้นฉบับ" }""", "q");
        Assert.NotNull(await SequenceOrUnavailableAsync(asked));
    }

    /// <summary>A small and a large content.</summary>
    private async Task LeaveAsync(int number)
    {
        foreach (var size in (int[])[10, 200_000]) await LeaveAsync([.. Enumerable.Repeat((byte)number, size)]);
    }

    /// <summary>A sudden end came between a promotion and its append.</summary>
    private protected async Task LeaveAsync(byte[] content)
    {
        await using var staged = await Vault.StageAsync(new MemoryStream(content), content.Length, Token);
        await Vault.PromoteAsync([staged!], Token);
    }
}
