using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

public sealed class AzureAccountTests
{
    [Theory]
    [InlineData("kalasin46", "https://kalasin46.blob.core.windows.net/", "https://kalasin46.table.core.windows.net/")]
    [InlineData("https://kalasin46.blob.core.windows.net", "https://kalasin46.blob.core.windows.net/", "https://kalasin46.table.core.windows.net/")]
    [InlineData(
        "https://kalasin46.blob.core.chinacloudapi.cn/", "https://kalasin46.blob.core.chinacloudapi.cn/",
        "https://kalasin46.table.core.chinacloudapi.cn/")]
    public void TryParse_NameOrAddress_BothServices(string text, string blobs, string tables)
    {
        Assert.True(AzureAccount.TryParse(text, out var account));
        var identity = Assert.IsType<AzureAccount.ByIdentity>(account);
        Assert.Equal((blobs, tables), (identity.Blobs.AbsoluteUri, identity.Tables.AbsoluteUri));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("Kalasin46")]
    [InlineData("kalasin-46")]
    [InlineData("กาฬสินธุ์")]
    [InlineData("http://kalasin46.blob.core.windows.net")]
    [InlineData("https://kalasin46.table.core.windows.net")]
    [InlineData("https://kalasin46.blob.core.windows.net/vault")]
    [InlineData("https://kalasin46.blob.core.windows.net?sv=1&sig=x")]
    [InlineData("https://kalasin46.blob.core.windows.net:8443")]
    [InlineData("https://someone@kalasin46.blob.core.windows.net")]
    [InlineData("https://127.0.0.1:10000/devstoreaccount1")]
    [InlineData("https://a.blob.b.blob.c")]
    public void TryParse_Other_False(string text) => Assert.False(AzureAccount.TryParse(text, out _));

    [Fact]
    public void ToString_Connection_TellsNoSecret() =>
        Assert.DoesNotContain(
            "c2VjcmV0", $"{new Settings { Azure = new AzureAccount.ByConnection("AccountName=a;AccountKey=c2VjcmV0") }}",
            StringComparison.Ordinal);
}
