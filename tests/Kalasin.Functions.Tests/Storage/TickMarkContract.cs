namespace Kalasin.Functions.Tests.Storage;

/// <summary>What <see cref="Functions.Storage.ITickMark"/> promises, on any store.</summary>
public abstract class TickMarkContract : StorageContract
{
    private static readonly DateTimeOffset Moment = new(2024, 5, 15, 16, 30, 0, 123, TimeSpan.FromHours(7));

    [Fact]
    public async Task Read_BeforeTheFirst_Null() => Assert.Null(await Store.Open().TickMark.ReadAsync(Token));

    [Fact]
    public async Task Write_ReplacesAndIsSeenByOtherInstances()
    {
        var (first, second) = (Store.Open(), Store.Open());
        await first.TickMark.WriteAsync(Moment.AddMinutes(-5), Token);
        await second.TickMark.WriteAsync(Moment, Token);
        Assert.Equal(Moment, await first.TickMark.ReadAsync(Token));
        Assert.Null(await first.MailboxMark.ReadAsync(Token)); // a mark of its own
        Assert.Empty((await first.Log.ListAsync("", null, Token)).Items);
    }
}
