using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>What <see cref="IParts"/> promises, on any store.</summary>
public abstract class PartsContract : StorageContract
{
    private const string Thai = "ทะเบียนภาพถ่าย ๒๕๖๗.zip";
    private static readonly PartialPlace Door = new(RoundId.Parse("46-dla-2567"), UnitCode.Parse("4601"));
    private static readonly PartialPlace OtherDoor = Door with { Unit = UnitCode.Parse("4602") };

    [Fact]
    public async Task Parts_OfSeveralInstances_GiveTheWholeFile()
    {
        var (first, second) = (Store.Open().Parts, Store.Open().Parts);
        var begun = await first.BeginAsync(Door, Thai, 10, Token);
        Assert.Equal((0, false), (begun.Offset, begun.IsWhole));
        var half = await first.AppendAsync(begun, 0, Stream("เa"), Token);
        Assert.Equal(4, half!.Offset);
        var found = await second.FindAsync(Door, begun.Id, Token);
        Assert.Equal((Thai, 10, 4), (found!.Name, found.Length, found.Offset));
        var whole = await second.AppendAsync(found, 4, Stream("012345"), Token);
        Assert.True(whole!.IsWhole);
        Assert.Equal(Bytes("เa012345"), await ReadAllAsync(await first.OpenAsync(whole, Token)));
        Assert.Equal([begun.Id], (await AllAsync(first.ListAsync(Door, Token))).Select(f => f.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Append_ElsewhereThanAtTheEnd_AddsNothing(long offset)
    {
        var parts = Store.Open().Parts;
        var file = await parts.BeginAsync(Door, "a", 10, Token);
        file = await parts.AppendAsync(file, 0, Stream("012"), Token);
        Assert.Null(await parts.AppendAsync(file!, offset, Stream("xyz"), Token));
        Assert.Equal(Bytes("012"), await ReadAllAsync(await parts.OpenAsync(file!, Token)));
    }

    [Fact]
    public async Task Append_PastTheLength_LeavesTheRest()
    {
        var parts = Store.Open().Parts;
        var file = await parts.AppendAsync(await parts.BeginAsync(Door, "a", 4, Token), 0, Stream("0123456"), Token);
        Assert.True(file!.IsWhole);
        Assert.Equal(Bytes("0123"), await ReadAllAsync(await parts.OpenAsync(file, Token)));
    }

    [Fact]
    public async Task Append_SenderBreaksOff_GoesOnFromWhatIsThere()
    {
        var parts = Store.Open().Parts;
        var content = Enumerable.Range(0, 3_000_000).Select(n => n < 2_000_000 ? (byte)0 : (byte)(n * 31)).ToArray();
        var file = await parts.BeginAsync(Door, "a", content.Length, Token);
        await Assert.ThrowsAnyAsync<IOException>(() => parts.AppendAsync(file, 0, new BreakingStream(2_000_000), Token));
        var found = await parts.FindAsync(Door, file.Id, Token);
        Assert.InRange(found!.Offset, 1, 2_000_000);
        var whole = await parts.AppendAsync(found, found.Offset, new MemoryStream(content, (int)found.Offset, content.Length - (int)found.Offset), Token);
        Assert.True(whole!.IsWhole);
        Assert.Equal(ContentHash.Of(content), ContentHash.Of(await ReadAllAsync(await parts.OpenAsync(whole, Token))));
    }

    [Fact]
    public async Task Find_ByAnotherDoor_Nothing()
    {
        var parts = Store.Open().Parts;
        var file = await parts.BeginAsync(Door, "a", 1, Token);
        Assert.Null(await parts.FindAsync(OtherDoor, file.Id, Token));
        Assert.Null(await parts.FindAsync(Door, PartialId.New(), Token));
        Assert.Empty(await AllAsync(parts.ListAsync(OtherDoor, Token)));
    }

    [Fact]
    public async Task Delete_AndAgain_Gone()
    {
        var parts = Store.Open().Parts;
        var file = await parts.BeginAsync(Door, "a", 1, Token);
        await parts.DeleteAsync(file, Token);
        await parts.DeleteAsync(file, Token);
        Assert.Null(await parts.FindAsync(Door, file.Id, Token));
        Assert.Null(await parts.OpenAsync(file, Token));
        Assert.Null(await parts.AppendAsync(file, 0, Stream("x"), Token));
    }

    [Fact]
    public async Task Sweep_RemovesWhatWasBegunBefore()
    {
        var parts = Store.Open().Parts;
        await parts.SweepAsync(DateTimeOffset.MaxValue, Token);
        var file = await parts.BeginAsync(Door, "a", 1, Token);
        await parts.SweepAsync(file.BegunAt - TimeSpan.FromMinutes(1), Token);
        Assert.NotNull(await parts.FindAsync(Door, file.Id, Token));
        await parts.SweepAsync(file.BegunAt + TimeSpan.FromMinutes(1), Token);
        Assert.Null(await parts.FindAsync(Door, file.Id, Token));
    }

    [Fact]
    public async Task Append_ManyAtOnce_OneGoesThrough()
    {
        var file = await Store.Open().Parts.BeginAsync(Door, "a", 1000, Token);
        var instances = Enumerable.Range(0, 2).Select(_ => Store.Open().Parts).ToArray();
        var results = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => instances[n % 2].AppendAsync(file, 0, Stream(new string((char)('a' + n), 1000)), Token)));
        Assert.Single(results, r => r is not null);
        var content = await ReadAllAsync(await instances[0].OpenAsync(file, Token));
        Assert.Equal(1000, content.Length);
        Assert.Single(content.Distinct());
    }

    private static MemoryStream Stream(string text) => new(Bytes(text));
}
