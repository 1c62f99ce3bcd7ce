using System.Net.Sockets;
using System.Text;
using Kalasin.Functions.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

public sealed class BodyLimitsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/test/default", 1_000_000, false)]
    [InlineData("/test/default", 1_000_000, true)]
    [InlineData("/test/small", 10, false)]
    [InlineData("/test/small", 10, true)]
    [InlineData("/test/small", 0, false)]
    public async Task Body_UpToTheLimit_Read(string path, int size, bool chunked)
    {
        await using var service = await StartAsync(map: Map);
        using var response = await service.Client.SendAsync(Post(path, size, chunked), Token);
        Assert.Equal($"{size}", await response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("/test/default", 1_000_001, false)]
    [InlineData("/test/default", 1_000_001, true)]
    [InlineData("/test/default", 30_000_000, false)]
    [InlineData("/test/default", 30_000_000, true)]
    [InlineData("/test/small", 11, true)]
    public async Task Body_OverTheLimit_413AfterTheRestWasRead(string path, int size, bool chunked)
    {
        await using var service = await StartAsync(map: Map);
        using var response = await service.Client.SendAsync(Post(path, size, chunked), Token);
        Assert.Equal("KAL1901", await ProblemAsync(response, 413, "too-large"));
    }

    [Fact]
    public async Task Body_AnnouncedWithExpect_413WithoutSendingIt()
    {
        await using var service = await StartAsync(map: Map);
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", service.Address.Port, Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST /test/small HTTP/1.1\r\nHost: {service.Address.Authority}\r\nContent-Length: 99\r\nExpect: 100-continue\r\n\r\n"),
            Token);
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(Token));
    }

    private static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/test/default", CountAsync);
        app.MapPost("/test/small", CountAsync).WithMetadata(new BodyLimit(10));
    }

    private static async Task CountAsync(HttpContext context)
    {
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy, context.RequestAborted);
        await context.Response.WriteAsync($"{copy.Length}", context.RequestAborted);
    }

    private static HttpRequestMessage Post(string path, int size, bool chunked)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[size]) };
        if (chunked) request.Headers.TransferEncodingChunked = true;
        return request;
    }
}
