using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kalasin.Functions.Access;
using Kalasin.Functions.Hosting;
using Kalasin.Functions.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Access;

/// <summary>The coordinator coming from another machine of the office.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private const string Password = "รหัสผ่านยาวพอ ๑๒๓";
    private const string Here = "192.168.1.5";

    private RunningService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await StartAsync(s => s with { Access = s.Access with { Open = new("http://*:0", 0) } }, build: Elsewhere.Use);
        _service.Services.GetRequiredService<PasswordFile>().Set(Password);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Stranger_IsSentToTheDoor_SignsIn_AndGoes()
    {
        using var browser = new Browser(_service);
        var closed = await browser.PageAsync("/app/rounds/46-dla-2567", HttpStatusCode.Unauthorized);
        var door = closed.QuerySelector<IHtmlAnchorElement>("a.button.strong")!.GetAttribute("href")!;
        Assert.Equal("/app/sign-in?to=%2Fapp%2Frounds%2F46-dla-2567", door);
        Assert.NotNull(closed.QuerySelector(".open")); // in the open, and says so

        using var signedIn = await browser.SignInAsync(door, Password);
        Assert.Equal("/app/rounds/46-dla-2567", await Visitor.NextAsync(signedIn));
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), c => c.StartsWith(Session.Cookie, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        var home = await browser.PageAsync("/app/");
        Assert.Contains("ผู้ประสานงาน", home.QuerySelector("form.who")!.TextContent, StringComparison.Ordinal);
        using var gone = await browser.PostAsync("/app/sign-out", []);
        Assert.Equal("/app/", await Visitor.NextAsync(gone));
        await browser.PageAsync("/app/", HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/app/", "/app/")]
    [InlineData("//evil.example", "/app/")]
    [InlineData("https://evil.example", "/app/")]
    [InlineData("/app/../../evil", "/app/")]
    [InlineData("/app/\\evil", "/app/")]
    [InlineData("/api/rounds", "/app/")]
    public async Task SignedIn_StaysHere(string to, string next)
    {
        using var browser = new Browser(_service);
        using var signedIn = await browser.SignInAsync($"/app/sign-in?to={Uri.EscapeDataString(to)}", Password);
        Assert.Equal(next, await Visitor.NextAsync(signedIn));
    }

    [Fact]
    public async Task WrongPassword_SaysSo_AndTooManyTriesWait()
    {
        using var browser = new Browser(_service);
        for (var time = 1; time <= 5; time++)
        {
            using var wrong = await browser.SignInAsync("/app/sign-in", "not the password");
            Assert.Contains("KAL7801", await wrong.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        }
        using var waiting = await browser.SignInAsync("/app/sign-in", Password);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(30)), (waiting.StatusCode, waiting.Headers.RetryAfter?.Delta));
        Assert.Contains("KAL7802", await waiting.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        // Somebody else is not kept out.
        using var other = new Browser(_service, "192.168.1.77");
        Assert.Equal("/app/", await Visitor.NextAsync(await other.SignInAsync("/app/sign-in", Password)));
    }

    /// <summary>Whoever has many addresses tries no oftener than the installation bears.</summary>
    [Fact]
    public async Task ManyPlaces_TogetherWaitToo()
    {
        var (tries, begun) = (0, Stopwatch.StartNew());
        for (var status = HttpStatusCode.Forbidden; status == HttpStatusCode.Forbidden; tries++)
        {
            using var browser = new Browser(_service, $"10.{tries / 250}.{tries % 250}.1");
            using var tried = await browser.SignInAsync("/app/sign-in", "");
            status = tried.StatusCode;
            Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.Forbidden, HttpStatusCode.TooManyRequests]);
            Assert.True(tries <= SignInRate.TriesOfAll + begun.Elapsed / SignInRate.PauseOfAll, $"{tries} tries in {begun.Elapsed}");
        }
        Assert.True(tries > 25, $"{tries} tries");
    }

    [Fact]
    public async Task AnotherPassword_EndsSessions()
    {
        using var browser = new Browser(_service);
        await Visitor.NextAsync(await browser.SignInAsync("/app/sign-in", Password));
        await browser.PageAsync("/app/");
        new PasswordFile(Path.Combine(_service.DataFolder, "access")).Set("another long password");
        await browser.PageAsync("/app/", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task PostWithoutToken_OrFromElsewhere_TriesNothing()
    {
        using var browser = new Browser(_service);
        await browser.PageAsync("/app/sign-in");
        using var without = await browser.PostAsync("/app/sign-in", [("password", Password)], token: "wrong");
        Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Post,
            "/app/sign-in") { Content = new FormUrlEncodedContent([new("password", Password)]) };
        request.Headers.Add("Origin", "https://evil.example");
        using var foreign = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.False(foreign.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public void Password_OnTheDisk_IsHashedAndItsOwners()
    {
        var folder = Path.Combine(_service.DataFolder, "access");
        var text = File.ReadAllText(Path.Combine(folder, "password"));
        Assert.DoesNotContain("รหัส", text, StringComparison.Ordinal);
        Assert.True(Directory.EnumerateFiles(Path.Combine(folder, "keys")).Any());
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "password")));
        foreach (var path in (string[])[folder, Path.Combine(folder, "keys")])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        File.SetUnixFileMode(Path.Combine(folder, "password"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Equal("KAL7118", new PasswordFile(folder).Problem?.Code);
    }

    [Theory]
    [InlineData("short", false)]
    [InlineData("twelve chars", true)]
    public void Password_LongEnough(string password, bool taken) => Assert.Equal(taken, PasswordFile.IsLongEnough(password));

    [Fact]
    public async Task Listen_WithoutAPassword_DoesNotStart()
    {
        using var folder = new TemporaryFolder();
        using var error = new StringWriter();
        var settings = Settings.Read(folder.Path, null, _ => null, listen: "http://127.0.0.1:0");
        Assert.False(await LocalService.RunAsync(settings, TextWriter.Null, error));
        Assert.StartsWith("KAL7120 ", error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }

    /// <summary>A browser on another machine of the office.</summary>
    private sealed class Browser(RunningService service, string from = "192.168.1.20") : IDisposable
    {
        private readonly Visitor visitor = new(service.Address);

        private string token = "";

        public async Task<IHtmlDocument> PageAsync(string address, HttpStatusCode status = HttpStatusCode.OK)
        {
            var page = await Visitor.ReadAsync(await SendAsync(new(HttpMethod.Get, address)), status);
            token = page.QuerySelector<IHtmlInputElement>("input[name=token]")?.Value ?? token;
            return page;
        }

        public async Task<HttpResponseMessage> SignInAsync(string address, string password)
        {
            var page = await PageAsync(address);
            return await PostAsync("/app/sign-in",
                [("password", password), ("to", page.QuerySelector<IHtmlInputElement>("input[name=to]")!.Value)]);
        }

        public Task<HttpResponseMessage> PostAsync(string address, IEnumerable<(string Name, string Value)> fields,
            string? token = null) => SendAsync(new(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
                new("token", token ?? this.token)]),
        });

        public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
        {
            request.Headers.Add(Elsewhere.From, from);
            request.Headers.Add(Elsewhere.At, Here);
            request.Headers.Host = $"{Here}:{service.Address.Port}";
            return visitor.SendAsync(request);
        }

        public void Dispose() => visitor.Dispose();
    }
}
