using System.IO.Compression;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>What a phone has to fetch: all that a first visit needs, and a page afterwards. Bytes as they travel.</summary>
public sealed class PageBytesTests(SamplePages sample) : IClassFixture<SamplePages>
{
    private const int MostAtFirst = 150_000;
    private const int MostAfter = 30_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SamplePages.Round)]
    [InlineData($"{SamplePages.Round}/units/4608")]
    [InlineData($"{SamplePages.Round}/scores")]
    [InlineData($"{SamplePages.Round}/signing")]
    [InlineData($"{SamplePages.Round}/log")]
    public async Task Page_WithAllThatItNeeds_IsLight(string address)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = sample.Address };
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var (bytes, html) = await TextAsync(client, address);
        Assert.True(bytes <= MostAfter, $"{bytes} bytes");
        var page = new HtmlParser().ParseDocument(html);
        var first = bytes;
        foreach (var asset in page.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Distinct())
        {
            var (size, text) = await TextAsync(client, asset);
            first += size;
            if (!asset.EndsWith(".css", StringComparison.Ordinal)) continue;
            foreach (var font in text.Split("url(\"").Skip(1).Select(part => part.Split('"')[0]))
                first += (await client.GetByteArrayAsync(new Uri(new Uri(sample.Address, asset), font), Token)).Length;
        }
        Assert.True(first <= MostAtFirst, $"{first} bytes");
        TestContext.Current.TestOutputHelper?.WriteLine($"{address}: {bytes} bytes, at first {first}");
    }

    private static async Task<(int Bytes, string Text)> TextAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Token);
        var bytes = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(Token);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        using var unpacked = new StreamReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return (bytes.Length, await unpacked.ReadToEndAsync(Token));
    }
}
