using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Azure;

namespace Kalasin.Functions.Tests.Storage.Azure;

/// <summary>What can be known without an account.</summary>
public sealed class AzureStorageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nonsense")]
    [InlineData(";;;")]
    [InlineData("=")]
    [InlineData("AccountName=kalasin46")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=kalasin46;AccountKey=not base64;EndpointSuffix=core.windows.net")]
    [InlineData("BlobEndpoint=:;TableEndpoint=:;AccountName=kalasin46;AccountKey=c2VjcmV0")]
    public async Task Open_ConnectionThatIsNone_StartsAndSaysSo(string connection)
    {
        await using var storage = AzureStorage.Open(new AzureAccount.ByConnection(connection));
        var finding = Assert.Single(await storage.CheckAsync(Token));
        Assert.Equal(("KAL7021", Severity.Error), (finding.Code, finding.Severity));
        Assert.DoesNotContain("c2VjcmV0", finding.ToString(Language.English), StringComparison.Ordinal);
        Assert.Equal(finding, Assert.Throws<StorageUnavailableException>(() => storage.Log).Finding);
    }

    [Fact]
    public async Task Check_AccountThatNobodyAnswersFor_Unreachable()
    {
        const string Nowhere = "http://127.0.0.1:1/kalasin46"; // a port that nobody listens at
        await using var storage = AzureStorage.Open(
            new AzureAccount.ByConnection($"BlobEndpoint={Nowhere};TableEndpoint={Nowhere};AccountName=kalasin46;AccountKey=c2VjcmV0"));
        Assert.Equal("KAL7022", Assert.Single(await storage.CheckAsync(Token)).Code);
        Assert.Equal("KAL7022", (await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.Log.ListAsync("", null, Token))).Finding.Code);
    }

    [Fact]
    public async Task Use_ByIdentity_MakesNothingAndSaysWhatIsMissing()
    {
        Assert.True(AzureAccount.TryParse("kalasin46", out var account));
        var transport = new EmptyAccount();
        await using var storage = AzureStorage.Open(account, transport: transport, credential: new AnyIdentity());
        Assert.All(await storage.CheckAsync(Token), f => Assert.Equal(("KAL7029", Severity.Error), (f.Code, f.Severity)));
        var round = StreamId.Of("round", "1");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.Log.AppendAsync(round, 0, new([new byte[] { 1 }]), Token));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.TickMark.WriteAsync(DateTimeOffset.UnixEpoch, Token));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.Drops.AnswerAsync(DropPath.Parse("a/b/c"), "answer.txt", new byte[] { 1 }, Token));
        await using (var staged = (await storage.Vaults.Of(round).StageAsync(new MemoryStream([1]), 1, Token))!)
            await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.Vaults.Of(round).PromoteAsync([staged], Token));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.Heads.SealAsync(round, new(1, ContentHash.Zero, DateTimeOffset.UnixEpoch), Token));
        var heads = Assert.Single(await storage.Heads.CheckAsync(Token));
        Assert.Equal(("KAL7018", Severity.Warning), (heads.Code, heads.Severity)); // everything else goes on without them
        Assert.NotEmpty(transport.Asked);
        Assert.DoesNotContain(
            transport.Asked,
            asked => asked.Contains("restype=container", StringComparison.Ordinal) && asked.StartsWith("PUT", StringComparison.Ordinal));
        Assert.DoesNotContain(
            transport.Asked,
            asked => asked.StartsWith("POST", StringComparison.Ordinal) && asked.Contains("/Tables", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Heads_InAContainerWithoutAPolicy_Told()
    {
        Assert.True(AzureAccount.TryParse("kalasin46", out var account));
        await using var storage = AzureStorage.Open(account, transport: new EmptyAccount(withHeads: true), credential: new AnyIdentity());
        Assert.Equal("KAL7030", Assert.Single(await storage.Heads.CheckAsync(Token)).Code);
    }

    [Fact]
    public async Task Open_ByIdentity_AsksNobodyYet()
    {
        Assert.True(AzureAccount.TryParse("kalasin46", out var account));
        await using var storage = AzureStorage.Open(account);
        Assert.Equal("azure", storage.Kind);
    }
}
