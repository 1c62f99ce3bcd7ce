using System.Net;

namespace Kalasin.Functions.Tests.Http;

public sealed class HeadRequestsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/health")]
    [InlineData(OpenedRound.Path)]
    [InlineData(OpenedRound.Path + "/report?format=pdf")]
    [InlineData(OpenedRound.Path + "/units/4601/form?format=xlsx")]
    [InlineData("/app/rounds/46-dla-2567")]
    [InlineData("/app/rounds/46-dla-2567/units/4601")]
    public async Task Head_OfWhatCanBeRead_AsGetWithoutABody(string path)
    {
        await using var round = await OpenedRound.StartAsync();
        using var get = await round.Service.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await round.Service.Client.SendAsync(request, Token);
        Assert.Equal((HttpStatusCode.OK, get.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task Head_OfWhatCanOnlyBeSent_405()
    {
        await using var round = await OpenedRound.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/evaluate");
        using var head = await round.Service.Client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, head.StatusCode);
    }
}
