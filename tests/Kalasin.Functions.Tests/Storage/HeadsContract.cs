using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>What <see cref="IHeads"/> promises, on any store.</summary>
public abstract class HeadsContract : StorageContract
{
    private static readonly StreamId Round = StreamId.Of("round", "46-dla-2567");
    private static readonly DateTimeOffset At = new(2024, 5, 20, 10, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task Read_BeforeTheFirst_Nothing()
    {
        var heads = Store.Open().Heads;
        Assert.Empty(await heads.ListAsync(Token));
        Assert.Equal((0, 0), Counts(await heads.ReadAsync(Round, Token)));
    }

    [Fact]
    public async Task Seal_AddsInOrder_SeenByOtherInstances_StreamByStream()
    {
        var (first, second, other) = (Store.Open().Heads, Store.Open().Heads, StreamId.Of("round", "45-dla-2567"));
        await first.SealAsync(Round, Head(1), Token);
        await second.SealAsync(Round, Head(7), Token);
        await first.SealAsync(Round, Head(7), Token);
        await first.SealAsync(other, Head(3), Token);
        Assert.Equal([Head(1), Head(7), Head(7)], (await second.ReadAsync(Round, Token)).Heads);
        Assert.Equal([other, Round], await second.ListAsync(Token));
    }

    [Fact]
    public async Task Seal_ManyAtOnce_EveryLineIsWhole()
    {
        var instances = new[] { Store.Open().Heads, Store.Open().Heads };
        await Parallel.ForAsync(1, 31, Token, async (n, token) =>
        {
            while (true)
            {
                try
                {
                    await instances[n % 2].SealAsync(Round, Head(n), token);
                    return;
                }
                catch (StorageUnavailableException)
                {
                    await Task.Delay(5, token); // another one is writing: said, and tried again by the next tick
                }
            }
        });
        var sealedHeads = await instances[0].ReadAsync(Round, Token);
        Assert.Empty(sealedHeads.Unreadable);
        Assert.Equal(Enumerable.Range(1, 30).Select(n => Head(n)), sealedHeads.Heads.OrderBy(h => h.Sequence));
    }

    private static SealedHead Head(long sequence) => new(sequence, ContentHash.Of(Bytes($"{sequence}")), At);

    private static (int, int) Counts(SealedHeads heads) => (heads.Heads.Length, heads.Unreadable.Length);
}
