using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>What <see cref="IVault"/> promises, on any store.</summary>
public abstract class VaultContract : StorageContract
{
    private const long Limit = 1_000_000;
    private static readonly StreamId Round = StreamId.Of("round", "46-dla-2567");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(81_920)]
    [InlineData(81_921)]
    [InlineData(131_072)]
    [InlineData(131_073)]
    [InlineData(1_000_000)]
    public async Task Stage_HashAndSizeAreRight_AndReadableBeforePromotion(int size)
    {
        var content = Content(size);
        await using var staged = await StageAsync(OpenVault(), content);
        Assert.Equal((ContentHash.Of(content), size), (staged.Hash, staged.Size));
        Assert.Equal(content, await ReadAllAsync(await staged.OpenAsync(Token)));
        Assert.Equal(content, await ReadAllAsync(await staged.OpenAsync(Token)));
    }

    [Fact]
    public async Task Stage_WithoutPromotion_LeavesNothing()
    {
        var vault = OpenVault();
        ContentHash hash;
        await using (var staged = await StageAsync(vault, Bytes("x")))
        {
            hash = staged.Hash;
            await AssertAbsentAsync(vault, hash);
        }
        await AssertAbsentAsync(vault, hash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    [InlineData(131_072)]
    [InlineData(131_073)]
    public async Task Promote_MakesVisible_AndStaysAfterDisposal(int size)
    {
        var vault = OpenVault();
        var content = Content(size);
        var hash = await StoreAsync(vault, content);
        Assert.True(await vault.ExistsAsync(hash, Token));
        Assert.Equal(content, await ReadAllAsync(await vault.OpenAsync(hash, ByteRange.All, Token)));
        var listed = Assert.Single(await AllAsync(vault.ListAsync(Token)));
        Assert.Equal((hash, size), (listed.Hash, listed.Size));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    [InlineData(131_072)]
    public async Task Open_SmallContentThatWasChanged_FailsBeforeAnythingIsGiven(int size)
    {
        var vault = OpenVault();
        var content = Content(size);
        var hash = await StoreAsync(vault, content);
        foreach (var changed in (byte[][])[[.. content[..^1], (byte)(content[^1] + 1)], [.. content, 0], content[..^1]])
        {
            await Store.DamageAsync(Round, hash, changed);
            var (failure, given) = await ReadDamagedAsync(vault, hash);
            Assert.Equal("KAL7016", failure?.Finding.Code);
            Assert.InRange(given, 0, size > 81_920 ? 81_920 : 0);
        }
        await Store.DamageAsync(Round, hash, content);
        Assert.Equal(content, await ReadAllAsync(await vault.OpenAsync(hash, ByteRange.All, Token)));
    }

    [Fact]
    public async Task Open_LargeContentThatWasChanged_BreaksOffBeforeItsEnd()
    {
        var vault = OpenVault();
        var content = Content(1_000_000);
        var hash = await StoreAsync(vault, content);
        foreach (var changed in (byte[][])[[(byte)(content[0] + 1), .. content[1..]], [.. content, 0], content[..^1]])
        {
            await Store.DamageAsync(Round, hash, changed);
            var (failure, given) = await ReadDamagedAsync(vault, hash);
            Assert.Equal("KAL7016", failure?.Finding.Code);
            Assert.InRange(given, 0, content.Length - 1);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(300_000)]
    public async Task Open_ContentThatWasTakenAway_Null(int size)
    {
        var vault = OpenVault();
        var hash = await StoreAsync(vault, Content(size));
        await Store.DamageAsync(Round, hash, null);
        Assert.Null(await vault.OpenAsync(hash, ByteRange.All, Token));
    }

    /// <returns>How reading failed, and how many bytes were given before that.</returns>
    private static async Task<(DamagedException? Failure, long Given)> ReadDamagedAsync(IVault vault, ContentHash hash)
    {
        using var copy = new MemoryStream();
        try
        {
            await using var content = await vault.OpenAsync(hash, ByteRange.All, Token);
            await content!.CopyToAsync(copy, Token);
            return (null, copy.Length);
        }
        catch (DamagedException failure)
        {
            return (failure, copy.Length);
        }
    }

    [Fact]
    public async Task Promote_SeveralAtOnce_EachUnderItsHash()
    {
        var vault = OpenVault();
        byte[][] contents = [Content(3), Content(200_000), Content(70), Content(150_000), Content(3)];
        var staged = new List<StagedContent>();
        foreach (var content in contents) staged.Add(await StageAsync(vault, content));
        await vault.PromoteAsync(staged, Token);
        foreach (var one in staged) await one.DisposeAsync();
        foreach (var content in contents) Assert.Equal(content, await ReadAllAsync(await vault.OpenAsync(ContentHash.Of(content), ByteRange.All, Token)));
        Assert.Equal(4, (await AllAsync(vault.ListAsync(Token))).Count);
        await vault.PromoteAsync([], Token);
    }

    [Fact]
    public async Task Promote_SameContentTwice_OneObject()
    {
        var vault = OpenVault();
        Assert.Equal(await StoreAsync(vault, Bytes("x")), await StoreAsync(vault, Bytes("x")));
        await using (var staged = await StageAsync(vault, Bytes("x")))
        {
            await vault.PromoteAsync([staged], Token);
            await vault.PromoteAsync([staged], Token);
            Assert.Equal(Bytes("x"), await ReadAllAsync(await staged.OpenAsync(Token)));
        }
        Assert.Single(await AllAsync(vault.ListAsync(Token)));
    }

    [Fact]
    public async Task Promote_SameContentAtTheSameTime_OneObject()
    {
        IVault[] vaults = [OpenVault(), OpenVault()];
        var content = Content(100_000);
        var hashes = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => StoreAsync(vaults[n % 2], content), Token)));
        Assert.Equal(ContentHash.Of(content), Assert.Single(hashes.Distinct()));
        Assert.Equal(content, await ReadAllAsync(await vaults[0].OpenAsync(hashes[0], ByteRange.All, Token)));
        Assert.Single(await AllAsync(vaults[1].ListAsync(Token)));
    }

    [Theory]
    [InlineData(0, null, 0, 1000)]
    [InlineData(0, 1L, 0, 1)]
    [InlineData(10, 20L, 10, 20)]
    [InlineData(990, null, 990, 10)]
    [InlineData(990, 100L, 990, 10)]
    [InlineData(1000, null, 1000, 0)]
    [InlineData(5000, 5L, 1000, 0)]
    [InlineData(7, 0L, 7, 0)]
    public async Task Open_Range_JustThoseBytes(long offset, long? length, int from, int count)
    {
        var vault = OpenVault();
        var content = Content(1000);
        var hash = await StoreAsync(vault, content);
        Assert.Equal(content[from..(from + count)], await ReadAllAsync(await vault.OpenAsync(hash, new(offset, length), Token)));
    }

    [Fact]
    public async Task Open_RangeOfLargeContent_JustThoseBytes()
    {
        var vault = OpenVault();
        var content = Content(300_000);
        var hash = await StoreAsync(vault, content);
        Assert.Equal(content[150_000..150_010], await ReadAllAsync(await vault.OpenAsync(hash, new(150_000, 10), Token)));
    }

    [Fact]
    public async Task Open_Unknown_Null()
    {
        var vault = OpenVault();
        await AssertAbsentAsync(vault, ContentHash.Of(Bytes("never")));
        Assert.False(await vault.DeleteAsync(ContentHash.Of(Bytes("never")), Token));
        Assert.Empty(await AllAsync(vault.ListAsync(Token)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(100_000, 100_001)]
    [InlineData(100_000, 1_000_000)]
    public async Task Stage_OverTheLimit_NullAndNothingKept(long limit, int size)
    {
        var vault = OpenVault();
        Assert.Null(await vault.StageAsync(new MemoryStream(Content(size)), limit, Token));
        await AssertAbsentAsync(vault, ContentHash.Of(Content(size)));
    }

    [Fact]
    public async Task Stage_OverTheLimit_DoesNotReadOn()
    {
        using var source = new MemoryStream(Content(1_000_000));
        Assert.Null(await OpenVault().StageAsync(source, 10, Token));
        Assert.InRange(source.Position, 11, 200_000);
    }

    [Fact]
    public async Task Stage_SourceBreaksOff_ThrowsItsExceptionAndNothingVisible()
    {
        var vault = OpenVault();
        await Assert.ThrowsAsync<ConnectionBrokenException>(() => vault.StageAsync(new BreakingStream(200_000), Limit, Token));
        Assert.Empty(await AllAsync(vault.ListAsync(Token)));
    }

    [Fact]
    public async Task Stage_Cancelled_NothingVisible()
    {
        var vault = OpenVault();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => vault.StageAsync(new MemoryStream(Content(10)), Limit, new(canceled: true)));
        await using var staged = await StageAsync(vault, Bytes("x"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => vault.PromoteAsync([staged], new(canceled: true)));
        Assert.Empty(await AllAsync(vault.ListAsync(Token)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200_000)]
    public async Task Delete_Gone(int size)
    {
        var vault = OpenVault();
        var hash = await StoreAsync(vault, Content(size));
        Assert.True(await vault.DeleteAsync(hash, Token));
        await AssertAbsentAsync(vault, hash);
        Assert.Equal(hash, await StoreAsync(vault, Content(size)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200_000)]
    public async Task DeleteBefore_OnlyWhatIsOlder(int size)
    {
        var vault = OpenVault();
        var hash = await StoreAsync(vault, Content(size));
        var stored = Assert.Single(await AllAsync(vault.ListAsync(Token))).StoredAt;
        Assert.False(await vault.DeleteAsync(hash, stored - TimeSpan.FromMinutes(1), Token));
        Assert.True(await vault.ExistsAsync(hash, Token));
        Assert.True(await vault.DeleteAsync(hash, stored + TimeSpan.FromMinutes(1), Token));
        await AssertAbsentAsync(vault, hash);
        Assert.False(await vault.DeleteAsync(hash, stored + TimeSpan.FromMinutes(1), Token));
        Assert.False(await vault.RenewAsync(hash, Token));
        await AssertAbsentAsync(vault, hash);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(200_000, true)]
    [InlineData(1, false)]
    [InlineData(200_000, false)]
    public async Task PromotedAgain_IsNoOlderThanThat(int size, bool whole)
    {
        var vault = OpenVault();
        var hash = await StoreAsync(vault, Content(size));
        var stored = Assert.Single(await AllAsync(vault.ListAsync(Token))).StoredAt;
        await Store.AgeAsync();
        if (whole) await StoreAsync(vault, Content(size));
        else Assert.True(await vault.RenewAsync(hash, Token));
        Assert.False(await vault.DeleteAsync(hash, stored + TimeSpan.FromSeconds(0.5), Token));
        Assert.Equal(Content(size), await ReadAllAsync(await vault.OpenAsync(hash, ByteRange.All, Token)));
        Assert.True(Assert.Single(await AllAsync(vault.ListAsync(Token))).StoredAt > stored);
    }

    /// <summary>What is old and is promoted and removed at the same time, each by two instances, is there when the promotion is answered.</summary>
    [Fact]
    public async Task PromotedAgain_WhileItIsRemovedAsOld_IsThere()
    {
        IVault[] vaults = [OpenVault(), OpenVault()];
        byte[][] contents = [.. Enumerable.Range(0, 24).Select(n => Content(n % 2 == 0 ? 200 + n : 200_000 + n))];
        foreach (var content in contents) await StoreAsync(vaults[0], content);
        var before = (await AllAsync(vaults[0].ListAsync(Token))).Max(c => c.StoredAt) + TimeSpan.FromSeconds(0.5);
        await Store.AgeAsync();
        await Task.WhenAll(contents.SelectMany((content, n) => (Task[])
        [
            Task.Run(() => vaults[n / 2 % 2].DeleteAsync(ContentHash.Of(content), before, Token), Token),
            Task.Run(() => StoreAsync(vaults[0], content), Token), Task.Run(() => vaults[1].DeleteAsync(ContentHash.Of(content), before, Token), Token),
        ]));
        foreach (var content in contents) Assert.Equal(content, await ReadAllAsync(await vaults[1].OpenAsync(ContentHash.Of(content), ByteRange.All, Token)));
    }

    [Fact]
    public async Task Vaults_AreSeparate()
    {
        var storage = Store.Open();
        var hash = await StoreAsync(storage.Vaults.Of(Round), Bytes("x"));
        await AssertAbsentAsync(storage.Vaults.Of(StreamId.Of("round", "46-dla-2568")), hash);
        await AssertAbsentAsync(storage.Vaults.Of(StreamId.Of("framework", Round.Id)), hash);
    }

    [Fact]
    public async Task Promote_ThenReopen_StillThere()
    {
        ContentHash hash;
        await using (var first = Store.Open()) hash = await StoreAsync(first.Vaults.Of(Round), Bytes("x"));
        Assert.Equal(Bytes("x"), await ReadAllAsync(await OpenVault().OpenAsync(hash, ByteRange.All, Token)));
    }

    [Fact]
    public async Task List_Many_EachOnce()
    {
        var vault = OpenVault();
        var hashes = new List<ContentHash>();
        for (var n = 0; n < 120; n++) hashes.Add(await StoreAsync(vault, Bytes($"{n}")));
        Assert.Equal(
            hashes.Select(h => h.ToString()).Order(StringComparer.Ordinal),
            (await AllAsync(vault.ListAsync(Token))).Select(c => c.Hash.ToString()).Order(StringComparer.Ordinal));
    }

    private IVault OpenVault() => Store.Open().Vaults.Of(Round);

    private static byte[] Content(int size)
    {
        var content = new byte[size];
        for (var i = 0; i < size; i++) content[i] = (byte)(i * 31 + i / 251);
        return content;
    }

    private static async Task<StagedContent> StageAsync(IVault vault, byte[] content)
    {
        var staged = await vault.StageAsync(new MemoryStream(content), Limit, Token);
        Assert.NotNull(staged);
        return staged;
    }

    private static async Task<ContentHash> StoreAsync(IVault vault, byte[] content)
    {
        await using var staged = await StageAsync(vault, content);
        await vault.PromoteAsync([staged], Token);
        return staged.Hash;
    }

    private static async Task AssertAbsentAsync(IVault vault, ContentHash hash)
    {
        Assert.False(await vault.ExistsAsync(hash, Token));
        Assert.Null(await vault.OpenAsync(hash, ByteRange.All, Token));
        Assert.DoesNotContain(await AllAsync(vault.ListAsync(Token)), c => c.Hash == hash);
    }
}
