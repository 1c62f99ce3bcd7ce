using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>What <see cref="IDrops"/> promises, on any store.</summary>
public abstract class DropsContract : StorageContract
{
    private const string Path = "46-dla-2567/4601/ทะเบียนวินัย ต.ค. 66.xlsx";

    [Fact]
    public async Task List_Empty_Nothing() => Assert.Empty(await SettledAsync(Store.Open().Drops));

    [Fact]
    public async Task List_ThenOpen_PathSizeAndBytes()
    {
        var drops = Store.Open().Drops;
        await Store.DropAsync(Path, Bytes("เนื้อหา"));
        var drop = Assert.Single(await SettledAsync(drops));
        Assert.Equal((Path, Bytes("เนื้อหา").Length), (drop.Path.Value, drop.Size));
        Assert.Equal(Bytes("เนื้อหา"), await ReadAllAsync(await drops.OpenAsync(drop, Token)));
    }

    [Fact]
    public async Task List_Twice_SameUntilDeleted()
    {
        var drops = Store.Open().Drops;
        await Store.DropAsync(Path, Bytes("x"));
        var first = Assert.Single(await SettledAsync(drops));
        Assert.Equal(first, Assert.Single(await AllAsync(drops.ListAsync(Token))));
        Assert.True(await drops.DeleteAsync(first, Token));
        Assert.Empty(await AllAsync(drops.ListAsync(Token)));
        Assert.False(await drops.DeleteAsync(first, Token));
    }

    [Fact]
    public async Task Open_ReplacedMeanwhile_NullAndNotDeleted()
    {
        var drops = Store.Open().Drops;
        await Store.DropAsync(Path, Bytes("first"));
        var first = Assert.Single(await SettledAsync(drops));
        await Store.DropAsync(Path, Bytes("second version"));
        Assert.Null(await drops.OpenAsync(first, Token));
        Assert.False(await drops.DeleteAsync(first, Token));
        var second = Assert.Single(await SettledAsync(drops));
        Assert.NotEqual(first.Tag, second.Tag);
        Assert.Equal(Bytes("second version"), await ReadAllAsync(await drops.OpenAsync(second, Token)));
    }

    [Fact]
    public async Task Open_Gone_Null()
    {
        var drops = Store.Open().Drops;
        await Store.DropAsync(Path, Bytes("x"));
        var drop = Assert.Single(await SettledAsync(drops));
        await drops.DeleteAsync(drop, Token);
        Assert.Null(await drops.OpenAsync(drop, Token));
    }

    [Fact]
    public async Task Answer_SamePathElsewhere_NeverListedAsDrop()
    {
        var drops = Store.Open().Drops;
        await drops.AnswerAsync(DropPath.Parse(Path), "findings.json", Bytes("[]"), Token);
        await drops.AnswerAsync(DropPath.Parse(Path), "receipt.pdf", Bytes("1"), Token);
        await drops.AnswerAsync(DropPath.Parse(Path), "receipt.pdf", Bytes("2"), Token);
        Assert.Equal(Bytes("[]"), await Store.ReadAnswerAsync(Path, "findings.json"));
        Assert.Equal(Bytes("2"), await Store.ReadAnswerAsync(Path, "receipt.pdf"));
        Assert.Empty(await SettledAsync(drops));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../receipt.pdf")]
    [InlineData(".hidden")]
    [InlineData("ใบตอบรับ.pdf")]
    public async Task Answer_NameNotOurs_Throws(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Open().Drops.AnswerAsync(DropPath.Parse(Path), name, Bytes("x"), Token));

    [Fact]
    public async Task Tag_SameAfterReopening()
    {
        await Store.DropAsync(Path, Bytes("x"));
        var before = Assert.Single(await SettledAsync(Store.Open().Drops));
        var after = Assert.Single(await SettledAsync(Store.Open().Drops));
        Assert.Equal((before.Path, before.Tag), (after.Path, after.Tag));
    }

    private async Task<List<Drop>> SettledAsync(IDrops drops)
    {
        await Store.SettleAsync(drops);
        return await AllAsync(drops.ListAsync(Token));
    }
}
