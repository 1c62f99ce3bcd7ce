using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Access;

/// <summary>Who counts as sitting at the machine, and which names a request may carry, while the service is open to others.</summary>
public sealed class MachineRecognitionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", "127.0.0.1:PORT", null, 200)]
    [InlineData("::1", "::1", "localhost:PORT", null, 200)]
    [InlineData("::ffff:127.0.0.1", "::ffff:127.0.0.1", "localhost:PORT", null, 200)]
    // Another machine, by the address it reached, by the machine's name, by the office's name for it.
    [InlineData("192.168.1.20", "192.168.1.5", "192.168.1.5:PORT", null, 401)]
    [InlineData("::ffff:192.168.1.20", "::ffff:192.168.1.5", "192.168.1.5:PORT", null, 401)]
    [InlineData("fd00::20", "fd00::5", "[fd00::5]:PORT", null, 401)]
    [InlineData("192.168.1.20", "192.168.1.5", "MACHINE:PORT", null, 401)]
    [InlineData("192.168.1.20", "192.168.1.5", "kalasin.example.go.th:8080", null, 401)]
    // It says that it is this one.
    [InlineData("192.168.1.20", "192.168.1.5", "localhost:PORT", null, 400)]
    [InlineData("192.168.1.20", "192.168.1.5", "127.0.0.1:PORT", null, 400)]
    [InlineData("192.168.1.20", "127.0.0.1", "localhost:PORT", null, 401)]
    [InlineData("127.0.0.1", "192.168.1.5", "192.168.1.5:PORT", null, 401)]
    // A stranger's name that was bound to this machine, and addresses that are not the one reached.
    [InlineData("192.168.1.20", "192.168.1.5", "evil.example:PORT", null, 400)]
    [InlineData("127.0.0.1", "127.0.0.1", "evil.example:PORT", null, 400)]
    [InlineData("127.0.0.1", "127.0.0.1", "192.168.1.5:PORT", null, 400)]
    [InlineData("192.168.1.20", "192.168.1.5", "192.168.1.6:PORT", null, 400)]
    [InlineData("192.168.1.20", "192.168.1.5", "192.168.1.5:1", null, 400)]
    [InlineData("192.168.1.20", "192.168.1.5", "kalasin.example.go.th:PORT", null, 400)]
    // This machine with the office's name, and what something in front passed on.
    [InlineData("127.0.0.1", "127.0.0.1", "kalasin.example.go.th:8080", null, 401)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:PORT", "X-Forwarded-For", 401)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:PORT", "X-Forwarded-Host", 401)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:PORT", "Forwarded", 401)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:PORT", "X-Real-IP", 401)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:PORT", "Via", 401)]
    public async Task WhileOpen_OnlyAConnectionOfTheMachineToItself(string from, string at, string host, string? passedOn, int status)
    {
        await using var service = await StartAsync(
            s => s with { Access = s.Access with { Open = new("http://*:0", 0), BaseAddress = new("http://kalasin.example.go.th:8080") } },
            build: Elsewhere.Use);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/rounds");
        request.Headers.Add(Elsewhere.From, from);
        request.Headers.Add(Elsewhere.At, at);
        request.Headers.Host = host.Replace("PORT", $"{service.Address.Port}", StringComparison.Ordinal)
            .Replace("MACHINE", Environment.MachineName, StringComparison.Ordinal);
        if (passedOn is not null) request.Headers.TryAddWithoutValidation(passedOn, "203.0.113.9");
        using var response = await service.Client.SendAsync(request, Token);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task BehindSomethingThatEndsEncryption_NoConnectionIsTheMachines()
    {
        await using var service = await StartAsync(s => s with { Access = s.Access with { BaseAddress = new("https://kalasin.example.go.th") } });
        using var response = await service.Client.GetAsync("/api/rounds", Token);
        await ProblemAsync(response, 401, "not-known");
    }

    [Fact]
    public async Task ClosedToOthers_NoOtherNameButTheOffices()
    {
        await using var service = await StartAsync(
            s => s with { Access = s.Access with { BaseAddress = new("http://kalasin.example.go.th") } }, build: Elsewhere.Use);
        foreach (var (host, status) in ((string, int)[])
                 [("kalasin.example.go.th", 401), ("KALASIN.example.go.th:80", 401), ("192.168.1.5:PORT", 400),
                     ("other.example.go.th", 400)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/rounds");
            request.Headers.Add(Elsewhere.At, "192.168.1.5");
            request.Headers.Host = host.Replace("PORT", $"{service.Address.Port}", StringComparison.Ordinal);
            using var response = await service.Client.SendAsync(request, Token);
            Assert.True((int)response.StatusCode == status, $"{host}: {response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("http://kalasin.example.go.th", null, 204)]
    [InlineData("http://kalasin.example.go.th", "same-origin", 204)]
    [InlineData("http://kalasin.example.go.th", "cross-site", 403)]
    [InlineData("https://kalasin.example.go.th", null, 403)]
    [InlineData("http://kalasin.example.go.th:81", null, 403)]
    [InlineData("http://evil.kalasin.example.go.th", null, 403)]
    [InlineData("null", null, 403)]
    public async Task Origin_OfTheOfficesName_IsOurs(string origin, string? site, int status)
    {
        await using var service = await StartAsync(
            s => s with { Access = s.Access with { BaseAddress = new("http://kalasin.example.go.th") } },
            map: app =>
                Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapPost(app, "/test",
                    () => Microsoft.AspNetCore.Http.Results.NoContent()));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/test");
        request.Headers.Host = "kalasin.example.go.th";
        request.Headers.TryAddWithoutValidation("Origin", origin);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        using var response = await service.Client.SendAsync(request, Token);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("http://kalasin.example.go.th", true)]
    [InlineData("https://kalasin.example.go.th:8443/", true)]
    [InlineData("https://kalasin.example.go.th/app", false)]
    [InlineData("https://user@kalasin.example.go.th", false)]
    [InlineData("ftp://kalasin.example.go.th", false)]
    [InlineData("kalasin.example.go.th", false)]
    [InlineData("javascript:alert(1)", false)]
    public void BaseAddress_AnOriginAlone(string text, bool usable)
    {
        var settings = Settings.Read(null, null, name => name == "KALASIN_BASE_ADDRESS" ? text : null);
        Assert.Equal((usable, usable ? "" : "KAL7110"),
            (settings.Access.BaseAddress is not null, string.Join(' ', settings.Findings.Select(f => f.Code))));
        Assert.Equal(
            new Uri("http://option.example"),
            Settings.Read(null, null, name => name == "KALASIN_BASE_ADDRESS" ? text : null, "http://option.example").Access.BaseAddress);
    }

    [Theory]
    [InlineData("", "http://*:7071", "KAL7117")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:7071 http://*:8080", "KAL7117")]
    [InlineData("http://*:8080", "http://localhost:7071 http://*:8080", "KAL7117")]
    [InlineData("http://192.168.1.5:7071", "http://192.168.1.5:7071", "KAL7117")]
    [InlineData("https://0.0.0.0:8080", null, "")]
    [InlineData("7071", null, "")]
    [InlineData("http://0.0.0.0:7071/app", null, "")]
    public void Listen_OpensWhatWasAsked_OrNothing(string listen, string? addresses, string findings)
    {
        var settings = Settings.Read(null, null, _ => null, listen: listen);
        Assert.Equal(addresses is null ? "KAL7115" : null, settings.Access.Refusal?.Code);
        Assert.Equal(
            (addresses ?? "http://localhost:7071", findings),
            (string.Join(' ', settings.Addresses), string.Join(' ', settings.Findings.Select(f => f.Code))));
    }

    [Fact]
    public void Certificate_OfAnyKind_OrNothingIsOpened()
    {
        using var folder = new TemporaryFolder();
        foreach (var (file, key, password) in Certificates.WriteIn(folder.Path))
        {
            var settings = Settings.Read(
                null, null,
                name => name switch { "KALASIN_CERTIFICATE" => file, "KALASIN_CERTIFICATE_KEY" => key,
                    "KALASIN_CERTIFICATE_PASSWORD" => password, _ => null },
                listen: "");
            Assert.True(settings.Access is { Refusal: null, Certificate.Own.HasPrivateKey: true }, file);
            Assert.Equal(["http://localhost:7071", "https://*:7443"], settings.Addresses);
            Assert.Empty(settings.Findings);
        }
        foreach (var wrong in (string[])[Path.Combine(folder.Path, "none.pfx"), folder.Path,
            Path.Combine(folder.Path, "key.pem"), Path.Combine(folder.Path, "locked.pfx")])
        {
            var settings = Settings.Read(null, null, name => name == "KALASIN_CERTIFICATE" ? wrong : null, listen: "");
            Assert.Equal(("KAL7116", "http://localhost:7071"), (settings.Access.Refusal?.Code, string.Join(' ', settings.Addresses)));
        }
    }

    [Fact]
    public async Task Certificate_IsShown_AndSessionsStayEncrypted()
    {
        using var folder = new TemporaryFolder();
        var (file, _, password) = Certificates.WriteIn(folder.Path).First();
        await using var service = await StartAsync(s => s with
        {
            Addresses = ["https://127.0.0.1:0"], Access = s.Access with { Open = new("https://*:0", 0),
                Certificate = Functions.Access.ServerCertificate.Read(file, null, password) },
        });
        using var shown = Certificates.Read(file, password);
        using var trusting = new SocketsHttpHandler();
        trusting.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            certificate?.GetCertHashString() == shown.GetCertHashString();
        using var client = new HttpClient(trusting) { BaseAddress = service.Address };
        using var page = await client.GetAsync(new Uri("/app/sign-in", UriKind.Relative), Token);
        Assert.Equal(200, (int)page.StatusCode);
        Assert.Contains("secure", string.Join(' ', page.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("class=\"open\"", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public void Secret_OfAFile_ThatOthersMayRead_IsTold()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has lists of its own.");
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "key");
        File.WriteAllText(path, "0123456789abcdefghij\n");
        foreach (var (mode, findings) in ((UnixFileMode, string)[])
                 [
                     (UnixFileMode.UserRead | UnixFileMode.UserWrite, ""), (UnixFileMode.UserRead | UnixFileMode.GroupRead, "KAL7118"),
                     (UnixFileMode.UserRead | UnixFileMode.OtherRead, "KAL7118")
                 ])
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
            var settings = Settings.Read(null, null, name => name == "KALASIN_TICK_KEY_FILE" ? path : null);
            Assert.Equal(("0123456789abcdefghij", findings), (settings.TickKey, string.Join(' ', settings.Findings.Select(f => f.Code))));
        }
        var missing = Settings.Read(null, null, name => name == "KALASIN_TICK_KEY_FILE" ? path + "-none" : null);
        Assert.Equal((null, "KAL7119"), (missing.TickKey, string.Join(' ', missing.Findings.Select(f => f.Code))));
    }
}
