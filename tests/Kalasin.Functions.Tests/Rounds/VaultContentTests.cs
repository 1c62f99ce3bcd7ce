using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Storage.Local;

namespace Kalasin.Functions.Tests.Rounds;

public sealed class VaultContentTests : IAsyncDisposable
{
    private static readonly RoundId Round = RoundId.Parse("46-dla-2567");

    private readonly LocalStorageUnderTest store = new();
    private int read;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Returns_ReadAgain_AreNotReadFromTheStore()
    {
        using var content = Content();
        var heads = new[] { await StoredAsync("1", 10), await StoredAsync("2", 10) };
        var first = await content.ReturnsAsync(Round, heads, Token);
        Assert.Equal(first, await content.ReturnsAsync(Round, heads, Token), ReferenceEqualityComparer.Instance);
        Assert.Equal(2, read);
    }

    /// <summary>Counted by bytes: a few large registers weigh as much as thousands of returns.</summary>
    [Fact]
    public async Task Returns_LargerThanThereIsRoom_AreReadFromTheStoreAgain()
    {
        using var content = Content();
        var heads = new List<ReturnHead>();
        for (var i = 1; i <= 5; i++) heads.Add(await StoredAsync($"{i}", 15 << 20));
        foreach (var head in heads) await content.ReturnsAsync(Round, [head], Token);
        foreach (var head in heads) await content.ReturnsAsync(Round, [head], Token);
        Assert.InRange(read, 6, 10);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private VaultContent Content()
    {
        var storage = store.Open();
        var counting = new Faults((operation, _) =>
        {
            if (operation == nameof(IVault.OpenAsync)) read++;
            return Fault.None;
        });
        return new(new RoundLog(storage.Log, new FaultyVaults(storage.Vaults, counting), TimeProvider.System));
    }

    /// <summary>A return with some so many bytes in the vault.</summary>
    private async Task<ReturnHead> StoredAsync(string indicator, int bytes)
    {
        var value = new Return(UnitCode.Parse("4602"), IndicatorNumber.Parse(indicator), ReturnStatus.Nil) { NilReason = new('-', bytes) };
        await using var staged = new StagedContents(store.Open().Vaults.Of(RoundLog.StreamOf(Round)));
        var hash = await staged.AddOwnAsync(target => ReturnJson.WriteAsync(value, target, Token), Token);
        await staged.PromoteAsync(Token);
        return new(value.Unit, value.Indicator, 1, hash);
    }
}
