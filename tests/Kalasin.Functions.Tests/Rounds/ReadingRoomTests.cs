using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.Rounds;

public sealed class ReadingRoomTests
{
    private static readonly IntakeResult Read = new([], [], []);

    private static readonly IntakeResult AsksForMore = new(
        [new("a.xlsx", FileKind.Workbook, 1, FileOutcome.Refused, [], [new("KAL1025", Severity.Error, Place.Nowhere, "", "")])], [], []);

    private readonly FakeTimeProvider clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Reads what asks for more with little, and holds its place until it is let go.</summary>
    private static Task<int> HoldAsync(
        ReadingRoom room, bool large, Task letGo, Action? entered = null, CancellationToken? cancellationToken = null) =>
        room.ReadAsync(
            limits => Task.FromResult(large && limits.Memory < IntakeLimits.Default.Memory ? AsksForMore : Read),
            async _ =>
            {
                entered?.Invoke();
                await letGo;
                return 1;
            }, cancellationToken ?? Token);

    [Fact]
    public async Task Small_IsReadOnceWithLittle()
    {
        using var room = new ReadingRoom(clock);
        var limits = new List<IntakeLimits>();
        await room.ReadAsync(given => Task.FromResult(Given(given, Read)), Task.FromResult, Token);
        Assert.True(Assert.Single(limits).Memory < IntakeLimits.Default.Memory / 10);

        IntakeResult Given(IntakeLimits given, IntakeResult result)
        {
            limits.Add(given);
            return result;
        }
    }

    [Fact]
    public async Task SmallByItsKind_IsReadWithLittleAndNeverWithMore()
    {
        using var room = new ReadingRoom(clock);
        Assert.True((await room.ReadSmallAsync(Task.FromResult, Token)).Memory < IntakeLimits.Default.Memory / 10);
        await Assert.ThrowsAsync<InvalidOperationException>(() => room.ReadSmallAsync<int>(_ => throw new InvalidOperationException(), Token));
        // The place is free again, whatever happened in it.
        for (var i = 0; i < 10; i++) Assert.Equal(i, await room.ReadSmallAsync(_ => Task.FromResult(i), Token));
    }

    [Fact]
    public async Task WhatAsksForMore_IsReadAgainWithAll()
    {
        using var room = new ReadingRoom(clock);
        var limits = new List<IntakeLimits>();
        var used = await room.ReadAsync(
            given =>
            {
                limits.Add(given);
                return Task.FromResult(limits.Count == 1 ? AsksForMore : Read);
            }, Task.FromResult, Token);
        Assert.Same(Read, used);
        Assert.Equal(IntakeLimits.Default, limits[1]);
        Assert.Equal(2, limits.Count);
    }

    /// <summary>What asks for more than there is at all is answered with what was found.</summary>
    [Fact]
    public async Task WhatAsksForMoreThanAll_IsUsedAsItIs()
    {
        using var room = new ReadingRoom(clock);
        Assert.Same(AsksForMore, await room.ReadAsync(_ => Task.FromResult(AsksForMore), Task.FromResult, Token));
    }

    [Fact]
    public async Task Large_OneAtATimeInOrder_AndSmallOnesPass()
    {
        using var room = new ReadingRoom(clock);
        var order = new List<int>();
        TaskCompletionSource[] gates = [new(), new(), new()];
        var large = gates.Select((gate, n) => HoldAsync(room, large: true, gate.Task, () => order.Add(n))).ToList();
        Assert.Equal([0], order);
        Assert.Equal(1, await HoldAsync(room, large: false, Task.CompletedTask));
        gates[0].SetResult();
        await large[0];
        gates[1].SetResult();
        await large[1];
        gates[2].SetResult();
        await large[2];
        Assert.Equal([0, 1, 2], order);
    }

    [Fact]
    public async Task Waiting_TooLong_IsBusy_AndThePlaceIsNotLost()
    {
        using var room = new ReadingRoom(clock);
        var gate = new TaskCompletionSource();
        var first = HoldAsync(room, large: true, gate.Task);
        var second = HoldAsync(room, large: true, Task.CompletedTask);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("KAL7303", (await Assert.ThrowsAsync<ReadingBusyException>(() => second)).Finding.Code);
        gate.SetResult();
        await first;
        Assert.Equal(1, await HoldAsync(room, large: true, Task.CompletedTask));
    }

    [Fact]
    public async Task Waiting_TooMany_IsBusyAtOnce()
    {
        using var room = new ReadingRoom(clock);
        var gate = new TaskCompletionSource();
        var waiting = Enumerable.Range(0, 17).Select(_ => HoldAsync(room, large: true, gate.Task)).ToList();
        await Assert.ThrowsAsync<ReadingBusyException>(() => HoldAsync(room, large: true, gate.Task));
        gate.SetResult();
        Assert.Equal(17, (await Task.WhenAll(waiting)).Sum());
    }

    [Fact]
    public async Task Waiting_Cancelled_IsCancelled()
    {
        using var room = new ReadingRoom(clock);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var gate = new TaskCompletionSource();
        var first = HoldAsync(room, large: true, gate.Task);
        var second = HoldAsync(room, large: true, gate.Task, cancellationToken: gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.SetResult();
        await first;
    }

    [Fact]
    public async Task ReadingThatFails_GivesItsPlaceBack()
    {
        using var room = new ReadingRoom(clock);
        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAsync<IOException>(() => room.ReadAsync<int>(
                limits => limits == IntakeLimits.Default ? throw new IOException() : Task.FromResult(AsksForMore),
                _ => Task.FromResult(0), Token));
        Assert.Equal(1, await HoldAsync(room, large: true, Task.CompletedTask));
    }
}
