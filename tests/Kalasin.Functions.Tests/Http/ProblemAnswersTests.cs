using System.Net;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Microsoft.AspNetCore.Builder;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

public sealed class ProblemAnswersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoSuchAddress_404Problem()
    {
        await using var service = await StartAsync();
        Assert.Empty(await ProblemAsync(await service.Client.GetAsync("/api/nothing", Token), 404, "not-found"));
    }

    [Fact]
    public async Task OtherMethod_405Problem()
    {
        await using var service = await StartAsync();
        await ProblemAsync(await service.Client.PostAsync("/api/health", null, Token), 405, "method-not-allowed");
    }

    [Fact]
    public async Task Exception_500WithoutItsDetails()
    {
        await using var service = await StartAsync(map: app => app.MapGet("/test/fails", string () => throw new InvalidOperationException("the secret")));
        using var response = await service.Client.GetAsync("/test/fails", Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        await ProblemAsync(response, 500, "unexpected");
    }

    [Fact]
    public async Task StorageFails_503WithTheFinding()
    {
        await using var service = await StartAsync(map: app => app.MapGet("/test/fails", string () =>
            throw new StorageUnavailableException(StorageFindings.VolumeFull.At(Place.Nowhere, "x"), new IOException("the secret"))));
        Assert.Equal("KAL7005", await ProblemAsync(await service.Client.GetAsync("/test/fails", Token), 503, "storage-unavailable"));
    }

    [Theory]
    [InlineData("/api/health", HttpStatusCode.OK)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("/test/fails", HttpStatusCode.InternalServerError)]
    public async Task EveryAnswer_HasTheSecurityHeaders(string path, HttpStatusCode status)
    {
        await using var service = await StartAsync(map: app => app.MapGet("/test/fails", string () => throw new InvalidOperationException()));
        using var response = await service.Client.GetAsync(path, Token);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.StartsWith("default-src 'none';", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));

        string Header(string name) => Assert.Single(response.Headers.GetValues(name));
    }
}
