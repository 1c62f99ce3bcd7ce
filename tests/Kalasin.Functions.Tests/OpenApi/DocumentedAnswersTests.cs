using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Tests.Http;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Samples;
using Kalasin.Functions.Tests.Season;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.OpenApi;

/// <summary>Every answer that the description promises is got, and is as it says; an answer that it doesn't promise is none.</summary>
[Collection<PlayedSample>]
public sealed partial class DocumentedAnswersTests(PlayedSample sample)
{
    private const string Round = "/api/rounds/{round}";
    private const string Unit = Round + "/units/{unit}";
    private const string OfficeFile = Round + "/office-files/{use}";
    private const string FilledForm = Round + "/filled-form";
    private const string SignedCopy = Round + "/signed-copies/{copy}";
    private const string SignedReturn = Unit + "/signed-returns/{indicator}";
    private const string Upload = Unit + "/uploads/{id}";

    private const string Ranking = "/api/rankings/{framework}";
    private const string RankedEntrant = Ranking + "/entrants/{entrant}";

    private const int MostAttempts = 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_AreThoseThatAreDescribed()
    {
        await using var service = await StartAsync(build: b => b.Services.AddSingleton<TimeProvider>(new Functions.Rounds.ClockFrom(OpenedRound.Opened)));
        var description = await Description.ReadAsync(service.Client);
        await AskInOrderAsync(service, description);
        await LookAtSampleAsync(description);
        await OpenUnderRulesThatDontFitAsync(description);
        await TickAfterTheDeadlineAsync(description);
        await SignAndSendAsync(description);
        await AskEverywhereAsync(service, description, [400, 404]);
        foreach (var (status, start) in Elsewhere())
        {
            await using var other = await start();
            await AskEverywhereAsync(other, description, [status]);
        }
        Assert.True(description.Failures.Count == 0, string.Join('\n', description.Failures));
        Assert.Empty(description.Unreached.Where(u => u.Status != 500).Select(u => $"{u.Operation} {u.Status}"));
        Assert.Empty(description.Met.HoldAgainstExamples());
    }

    private async Task LookAtSampleAsync(Description description)
    {
        foreach (var (method, path, _) in description.Operations.Where(o => o.Method == "GET" && o.Path is not (SignedCopy or SignedReturn or OfficeFile) && !o.Path.StartsWith(FilledForm, StringComparison.Ordinal) && o.Path != RankedEntrant && !o.Path.Contains("/mails", StringComparison.Ordinal) && !o.Path.EndsWith("/commented", StringComparison.Ordinal)))
        {
            using var response = await sample.Service.Client.GetAsync(new Uri(AddressOf(path), UriKind.Relative), Token);
            await description.CheckAsync(method, path, response, 200);
        }
    }

    private static async Task TickAfterTheDeadlineAsync(Description description)
    {
        await using var service = await StartAsync(build: b => b.Services.AddSingleton<TimeProvider>(new Functions.Rounds.ClockFrom(OpenedRound.Opened.AddDays(3))));
        using var opened = await service.Client.PutAsync(new Uri(AddressOf(Round), UriKind.Relative), null, Token);
        using var done = await service.Client.PostAsync(new Uri("/api/tick", UriKind.Relative), null, Token);
        await description.CheckAsync("POST", "/api/tick", done, 200);
    }

    /// <summary>A report on its way from the head to the giver of the award.</summary>
    private static async Task SignAndSendAsync(Description description)
    {
        const string copies = Round + "/signed-copies", dispatch = Round + "/dispatch";
        await using var round = await SigningRound.StartAsync();
        await round.ReadyAsync();
        await AskAsync("POST", dispatch, 422);
        await AskAsync("POST", copies, 415, new StringContent("{}"));
        await AskAsync("POST", copies, 422, SampleFiles.Form(("a.pdf", "no PDF"u8.ToArray())));
        var scan = await round.ScanAsync(SignedPaper.Letter);
        var copy = await AskAsync("POST", copies, 201, SampleFiles.Form(("a.pdf", scan)));
        await AskAsync("POST", copies, 200, SampleFiles.Form(("a.pdf", scan)));
        await AskAsync("GET", SignedCopy, 200, at: copy);
        await AskAsync("GET", dispatch, 200);
        await AskAsync("POST", dispatch, 201);
        await AskAsync("POST", dispatch, 200);

        async Task<Uri?> AskAsync(string method, string path, int status, HttpContent? body = null, Uri? at = null)
        {
            using var request = new HttpRequestMessage(new(method), at ?? new Uri(AddressOf(path), UriKind.Relative)) { Content = body };
            using var response = await round.Service.Client.SendAsync(request, Token);
            await description.CheckAsync(method, path, response, status);
            return response.Headers.Location;
        }
    }

    /// <summary>A revision of the framework that lacks what the plan hosts is published, of more columns than a workbook takes; the round is not opened.</summary>
    private static async Task OpenUnderRulesThatDontFitAsync(Description description)
    {
        await using var service = await StartAsync();
        var framework = JsonNode.Parse(await service.Client.GetStringAsync(new Uri("/api/frameworks/dla-2567", UriKind.Relative), Token))!;
        framework["revision"] = (int)framework["revision"]! + 1;
        framework["indicators"]!.AsArray().RemoveAt(11);
        foreach (var columns in framework["indicators"]!.AsArray().Select(i => i!["register"]!["columns"]!.AsArray()))
            for (var i = 0; i < 450; i++) columns.Add(new JsonObject { ["id"] = $"k{i}", ["heading"] = new JsonObject { ["th"] = $"k{i}", ["en"] = $"k{i}" }, ["type"] = "text" });
        using var body = new StringContent(framework.ToJsonString(), Encoding.UTF8, "application/json");
        using var published = await service.Client.PutAsync(new Uri("/api/frameworks/dla-2567?reason=x", UriKind.Relative), body, Token);
        await description.CheckAsync("PUT", "/api/frameworks/{id}", published, 201);
        using var refused = await service.Client.PutAsync(new Uri(AddressOf(Round), UriKind.Relative), null, Token);
        await description.CheckAsync("PUT", Round, refused, 422);
        using var workbook = await service.Client.GetAsync(new Uri("/api/framework.xlsx?framework=dla-2567", UriKind.Relative), Token);
        await description.CheckAsync("GET", "/api/framework.xlsx", workbook, 422);
    }

    /// <summary>One way for each kind of answer that the whole API has.</summary>
    private static IEnumerable<(int Status, Func<Task<RunningService>> Start)> Elsewhere()
    {
        yield return (401, () => StartAsync(build: b => b.Services.AddTransient<Stranger>().Configure<AuthenticationOptions>(Stranger.Use)));
        yield return (403, () => StartAsync(build: b => b.Services.AddTransient<Nobody>().Configure<AuthenticationOptions>(Nobody.Use)));
        yield return (429, () => StartAsync(s => s with { Access = s.Access with { RequestsOfCaller = 1 } }, build: b => b.Services.AddTransient<Nobody>().Configure<AuthenticationOptions>(Nobody.Use)));
        yield return (413, () => StartAsync());
        yield return (503, () => StartAsync(NoStore));
        // Whoever comes by a link, from anywhere but the machine, is looked up in the log, also where nothing else needs a store.
        yield return (503, async () =>
        {
            var service = await StartAsync(s => NoStore(s) with { Access = s.Access with { BaseAddress = new("https://kalasin.example.go.th") } });
            service.Client.DefaultRequestHeaders.Add("Cookie", $"{HeldLinks.Cookie}=46-dla-2567.{new string('a', LinkSecret.Length)}");
            return service;
        });
    }

    private static Settings NoStore(Settings settings) => settings with { NoStorage = SettingsFindings.StorageUnknown.At(Place.Nowhere, "s3") };

    private static async Task AskEverywhereAsync(RunningService service, Description description, int[] statuses)
    {
        foreach (var (method, path, operation) in description.Operations)
            foreach (var status in statuses.Where(s => operation["responses"]![s.ToString(CultureInfo.InvariantCulture)] is not null && (s != 404 || path.Contains('{', StringComparison.Ordinal))))
                // The bucket of one request a minute is filled again each second: on a slow machine it takes more than one try to empty it.
                for (var attempt = 1; ; attempt++)
                {
                    using var request = RequestFor(method, path, operation, status);
                    using var response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
                    if (status == 429 && (int)response.StatusCode != status && attempt < MostAttempts) continue;
                    await description.CheckAsync(method, path, response, status == 503 ? null : status);
                    break;
                }
    }

    /// <summary>What brings this status about.</summary>
    private static HttpRequestMessage RequestFor(string method, string path, JsonObject operation, int status)
    {
        var request = new HttpRequestMessage(new(method), AddressOf(path, status == 404 ? "99" : null));
        foreach (var header in operation["parameters"]?.AsArray().Where(p => (string?)p!["in"] == "header") ?? [])
            request.Headers.TryAddWithoutValidation((string)header!["name"]!, (string)header["example"]!);
        if (operation["requestBody"]?["content"]?.AsObject().First().Key is { } type) request.Content = Content(type);
        if (status == 400) request.Headers.Host = "elsewhere.example";
        if (status == 403 && !HttpMethods.IsGet(method)) request.Headers.Add("Sec-Fetch-Site", "cross-site");
        if (status == 413) (request.Content, request.Headers.ExpectContinue) = (new Endless(), true);
        return request;
    }

    private static string AddressOf(string path, string? other = null) => path
        .Replace("{round}", $"{other ?? "46"}-dla-2567", StringComparison.Ordinal).Replace("{unit}", "4602", StringComparison.Ordinal)
        .Replace("{indicator}", "3", StringComparison.Ordinal).Replace("{receipt}", other ?? "1", StringComparison.Ordinal).Replace("{number}", other ?? "1", StringComparison.Ordinal)
        .Replace("plans/{id}", $"plans/{other ?? "46"}-dla-2567", StringComparison.Ordinal).Replace("{id}", $"dla-25{other ?? "67"}", StringComparison.Ordinal)
        .Replace("{paper}", "letter", StringComparison.Ordinal).Replace("{copy}", "1", StringComparison.Ordinal).Replace("{use}", other ?? "form", StringComparison.Ordinal)
        .Replace("{framework}", $"dla-25{other ?? "67"}", StringComparison.Ordinal).Replace("{entrant}", other ?? "46", StringComparison.Ordinal)
        .Replace("{name}", other ?? "start.js", StringComparison.Ordinal).Replace("/changes", path.Contains("plans/", StringComparison.Ordinal) ? "/changes?before=1" : "/changes?before=2", StringComparison.Ordinal)
        .Replace("{mail}", other ?? "remind-1-4603-2024-05-15-1", StringComparison.Ordinal);

    private static HttpContent Content(string type) => type == "multipart/form-data"
        ? SampleFiles.Form(SampleFiles.WorkbookOf("4602"))
        : new StringContent("{}", Encoding.UTF8, new MediaTypeHeaderValue(type)) { Headers = { ContentType = new(type) } };

    private static ByteArrayContent Sheet(byte[] bytes) => new(bytes) { Headers = { ContentType = new(Kalasin.Evaluation.Documents.FileFormat.Excel.MediaType) } };

    private static async Task<byte[]> SheetAsync(RunningService service, string word, params (string, int, string, string)[] cells)
    {
        var round = (await service.Services.GetRequiredService<Kalasin.Functions.Rounds.RoundLog>().FindAsync("46-dla-2567", Token))!;
        var edit = await service.Services.GetRequiredService<Kalasin.Functions.Rounds.RuleEdits>().OpenAsync(round, word == "annex" ? Kalasin.Functions.Rounds.RuleEditKind.Annex : Kalasin.Functions.Rounds.RuleEditKind.Plan, Token);
        return await Kalasin.Functions.Tests.RuleEdits.RuleEditTests.FilledAsync(edit.Tables, cells);
    }

    private static async Task AskInOrderAsync(RunningService service, Description description)
    {
        var workbook = SampleFiles.WorkbookOf("4602");
        var framework = await service.Client.GetStringAsync(new Uri("/api/frameworks/dla-2567", UriKind.Relative), Token);
        var plan = WithAddress(await service.Client.GetStringAsync(new Uri("/api/plans/46-dla-2567", UriKind.Relative), Token));
        static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");
        static string Newer(string rules) => Revision().Replace(rules, was => (int.Parse(was.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));

        await Ask("PUT", Round, "", 201);
        await Ask("PUT", Round, "", 200);
        foreach (var (kind, rules) in new[] { ("frameworks", Newer(framework)), ("plans", Newer(plan)) })
        {
            var path = $"/api/{kind}/{{id}}";
            await Ask("PUT", path, "?reason=x", 201, Json(rules));
            await Ask("PUT", path, "?reason=x", 200, Json(rules));
            await Ask("PUT", path, "", 422, Json(rules));
        }
        await Ask("PUT", Round + "/rules", "", 422);
        await Ask("PUT", Round + "/rules", "?reason=x", 201);
        await Ask("PUT", Round + "/rules", "?reason=x", 200);
        await Ask("GET", "/api/frameworks/{id}/changes", "", 200);
        await Ask("GET", "/api/plans/{id}/changes", "", 200);
        await Ask("GET", "/api/plans/{id}", "?entering=true", 422);
        foreach (var (word, cells) in new[] { ("annex", ("letter", 0, "value", "ว ๑๘๙๐")), ("plan", ("units", 0, "email", "adm@kalasin.example")) })
        {
            var sheet = await SheetAsync(service, word, cells, word == "annex" ? ("indicators", 0, "weight", "3") : cells);
            await Ask("POST", $"{Round}/{word}", "", 200, Sheet(sheet));
            await Ask("POST", $"{Round}/{word}", "", 422, Sheet([]));
            await Ask("PUT", $"{Round}/{word}", "?reason=x", 201, Sheet(sheet));
            await Ask("PUT", $"{Round}/{word}", "", 422, Sheet(sheet));
        }
        await Ask("POST", Unit + "/deliveries", "", 201, SampleFiles.Form(workbook));
        await Ask("POST", Unit + "/deliveries", "?dryRun=true", 200, SampleFiles.Form(workbook));
        await Ask("POST", Unit + "/deliveries", "", 415, Json("{}"));
        await Ask("POST", Unit + "/deliveries", "", 422, SampleFiles.Form(("a.txt", "not a form"u8.ToArray())));
        await using (var other = await OpenedRound.StartAsync())
        {
            // Something is found in this one.
            using var faulty = await other.SendAsync("4603", SampleFiles.Form(SampleFiles.WorkbookOf("4603")));
            using var commented = await other.GetAsync("/deliveries/1/files/1/commented");
            await description.CheckAsync("GET", Round + "/deliveries/{receipt}/files/{number}/commented", commented, 200);
        }
        await Ask("POST", Unit + "/checks", "", 200, SampleFiles.Form(SampleFiles.WorkbookOf("4603")));
        await Ask("POST", Unit + "/checks", "", 204, SampleFiles.Form(SampleFiles.Corpus("good.xlsx")));
        await Ask("POST", Unit + "/checks", "", 415, Json("{}"));
        await Ask("POST", Unit + "/checks", "", 422, SampleFiles.Form(("a.txt", "not a form"u8.ToArray())));
        var printed = await service.Client.GetByteArrayAsync(new Uri(AddressOf(Unit + "/return"), UriKind.Relative), Token);
        await Ask("POST", Unit + "/signed-returns", "", 201, SampleFiles.Form(("signed.pdf", printed)));
        await Ask("POST", Unit + "/signed-returns", "", 200, SampleFiles.Form(("signed.pdf", printed)));
        await Ask("POST", Unit + "/signed-returns", "", 415, Json("{}"));
        await Ask("POST", Unit + "/signed-returns", "", 422, SampleFiles.Form(("signed.pdf", "no PDF"u8.ToArray())));
        await Ask("POST", Round + "/signed-returns", "", 201, SampleFiles.Form(("stack.pdf", printed)));
        await Ask("POST", Round + "/signed-returns", "", 200, SampleFiles.Form(("stack.pdf", printed)));
        await Ask("POST", Round + "/signed-returns", "", 415, Json("{}"));
        await Ask("POST", Round + "/signed-returns", "", 422, SampleFiles.Form(("stack.pdf", "no PDF"u8.ToArray())));
        await Ask("POST", "/api/evaluate", "", 200, SampleFiles.Form(workbook));
        await Ask("POST", "/api/evaluate", "", 415, Json("{}"));
        await Ask("POST", "/api/evaluate", "", 422, SampleFiles.Form(("a.txt", "not a form"u8.ToArray())));
        await Ask("POST", "/api/evaluate", "?framework=dla-2599", 404, SampleFiles.Form(workbook));
        const string extension = """{ "kind": "extendDeadline", "unit": "4602", "until": "2024-05-20", "reason": "x" }""";
        await Ask("POST", Round + "/decisions", "", 201, Json(extension));
        await Ask("POST", Round + "/decisions", "", 200, Json(extension));
        await Ask("POST", Round + "/decisions", "", 422, Json("{}"));
        await Ask("POST", Round + "/what-if", "", 200, Json("""{ "changes": [{ "unit": "4602", "indicator": "3", "row": 1, "field": "date", "value": "๑๕ ก.พ. ๒๕๖๗" }] }"""));
        await Ask("POST", Round + "/what-if", "", 422, Json("{}"));
        await Ask("POST", Round + "/links", "", 201, Json("""{ "for": "unit", "unit": "4602", "last": "2024-06-20" }"""));
        await Ask("POST", Round + "/links", "", 422, Json("{}"));
        await Ask("POST", Round + "/mails", "", 201, Json("""{ "for": "forms" }"""));
        await Ask("POST", Round + "/mails", "", 422, Json("{}"));
        await Ask("POST", "/api/tick", "", 200);
        var held = JsonNode.Parse(await service.Client.GetStringAsync(new Uri(AddressOf(Round + "/mails"), UriKind.Relative), Token))!["items"]![0]!["mail"]!;
        await Ask("POST", Round + "/mails/{mail}/again", "", 422, at: AddressOf(Round + $"/mails/{held}/again"));
        await Ask("POST", Round + "/mails/{mail}/again", "", 201);
        await Ask("POST", Round + "/mails/{mail}/again", "", 200);
        var form = ("form.docx", await File.ReadAllBytesAsync(RepositoryFile.At("samples", "department-form.docx"), Token));
        await Ask("PUT", OfficeFile, "", 201, SampleFiles.Form(form));
        await Ask("PUT", OfficeFile, "", 200, SampleFiles.Form(form));
        await Ask("PUT", OfficeFile, "", 415, Json("{}"));
        await Ask("PUT", OfficeFile, "", 422, SampleFiles.Form(("a.txt", "no form"u8.ToArray())));
        var cards = ("46.json", await service.Client.GetByteArrayAsync(new Uri(AddressOf(Round + "/scorecard-file"), UriKind.Relative), Token));
        await Ask("POST", Ranking + "/scorecards", "?dryRun=true", 200, SampleFiles.Form(cards));
        await Ask("POST", Ranking + "/scorecards", "", 200, SampleFiles.Form(cards));
        await Ask("POST", Ranking + "/scorecards", "", 415, Json("{}"));
        await Ask("POST", Ranking + "/scorecards", "", 422, SampleFiles.Form(("a.txt", "no card"u8.ToArray())));
        foreach (var (method, path, operation) in description.Operations.Where(o => o.Method == "GET" && o.Path != SignedCopy && !o.Path.EndsWith("/commented", StringComparison.Ordinal)))
        {
            var tag = await Ask(method, path, "", 200);
            if (operation["responses"]!["304"] is not null) await Ask(method, path, "", 304, tag: tag);
        }
        await Ask("DELETE", RankedEntrant, "", 422);
        await Ask("DELETE", RankedEntrant, "?reason=x", 204);
        await Ask("DELETE", OfficeFile, "", 204);
        await Ask("DELETE", OfficeFile, "", 422);
        var file = await service.Client.GetByteArrayAsync(new Uri(AddressOf(Round) + "/export", UriKind.Relative), Token);
        await Ask("POST", "/api/rounds/import", "", 200, new ByteArrayContent(file));
        await Ask("POST", "/api/rounds/import", "", 422, Json("{}"));
        await using (var empty = await StartAsync())
        {
            using var again = new ByteArrayContent(file);
            using var imported = await empty.Client.PostAsync(new Uri("/api/rounds/import", UriKind.Relative), again, Token);
            await description.CheckAsync("POST", "/api/rounds/import", imported, 201);
        }
        await AskInPartsAsync();
        await EraseAsync();

        async Task EraseAsync()
        {
            await Ask("POST", Round + "/erasures", "", 415, Part("{}"));
            await Ask("POST", Round + "/erasures", "", 422, Json("{}"));
            var sent = await HashAsync(Round + "/deliveries/1", json => json["files"]![0]!["sha256"]!);
            var (name, bytes) = workbook;
            await Ask("POST", Unit + "/deliveries", "", 201, SampleFiles.Form((name, SampleFiles.WithText(bytes, "ซักซ้อมแนวทาง", "แก้ไขแนวทาง"))));
            var reported = await HashAsync(Unit + "/returns/3", json => json["versions"]![0]!["sha256"]!);
            await Ask("POST", Round + "/erasures", "", 201, Json(sent));
            await Ask("POST", Round + "/erasures", "", 200, Json(sent));
            await Ask("POST", Round + "/erasures", "", 201, Json(reported));
            await Ask("GET", Round + "/deliveries/{receipt}/files/{number}", "", 410);
            await Ask("GET", Round + "/deliveries/{receipt}/files/{number}/commented", "", 410);
            await Ask("GET", Unit + "/returns/{indicator}", "?version=1", 410);
            await Ask("GET", Unit + "/returns/{indicator}", "", 200);
        }

        async Task<string> HashAsync(string path, Func<JsonNode, JsonNode> find)
        {
            var json = JsonNode.Parse(await service.Client.GetStringAsync(new Uri(AddressOf(path), UriKind.Relative), Token))!;
            return $$"""{ "content": "{{find(json)}}", "basis": "x" }""";
        }

        async Task AskInPartsAsync()
        {
            (string, string)[] tus = [("Tus-Resumable", "1.0.0")];
            (string, string)[] begin = [.. tus, ("Upload-Length", "3"), ("Upload-Metadata", "filename YS54bHN4")];
            await Ask("OPTIONS", Unit + "/uploads", "", 204);
            await Ask("POST", Unit + "/uploads", "", 412);
            await Ask("POST", Unit + "/uploads", "", 422, headers: [.. tus, ("Upload-Length", "3"), ("Upload-Metadata", $"filename {Convert.ToBase64String(new byte[300].Select(_ => (byte)'a').ToArray())}")]);
            using var begun = new HttpRequestMessage(HttpMethod.Post, AddressOf(Unit + "/uploads"));
            foreach (var (name, value) in begin) begun.Headers.Add(name, value);
            using var first = await service.Client.SendAsync(begun, Token);
            await description.CheckAsync("POST", Unit + "/uploads", first, 201);
            var address = first.Headers.Location!.ToString();
            await Ask("HEAD", Upload, "", 200, headers: tus, at: address);
            await Ask("HEAD", Upload, "", 412, at: address);
            await Ask("PATCH", Upload, "", 412, Part("abc"), at: address);
            await Ask("PATCH", Upload, "", 415, Json("{}"), headers: [.. tus, ("Upload-Offset", "0")], at: address);
            await Ask("PATCH", Upload, "", 409, Part("c"), headers: [.. tus, ("Upload-Offset", "2")], at: address);
            await Ask("PATCH", Upload, "", 204, Part("abc"), headers: [.. tus, ("Upload-Offset", "0")], at: address);
            await Ask("DELETE", Upload, "", 412, at: address);
            await Ask("DELETE", Upload, "", 204, headers: tus, at: address);
        }

        static HttpContent Part(string text) => new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new("application/offset+octet-stream") } };

        async Task<EntityTagHeaderValue?> Ask(
            string method, string path, string query, int status, HttpContent? body = null, (string Name, string Value)[]? headers = null, EntityTagHeaderValue? tag = null, string? at = null)
        {
            using var request = new HttpRequestMessage(new(method), (at ?? AddressOf(path)) + query) { Content = body };
            foreach (var (name, value) in headers ?? []) request.Headers.Add(name, value);
            if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
            using var response = await service.Client.SendAsync(request, Token);
            await description.CheckAsync(method, path, response, status);
            return response.Headers.ETag;
        }
    }

    /// <summary>A plan in which a unit has an address, so that there are mails.</summary>
    private static string WithAddress(string plan) => plan.Replace("\"code\": \"4603\",", "\"code\": \"4603\", \"email\": \"4603@example.go.th\",", StringComparison.Ordinal);

    [GeneratedRegex("(?<=\"revision\": )[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Revision();

    /// <summary>More than any address takes; none of it is sent, because the answer comes first.</summary>
    private sealed class Endless : HttpContent
    {
        public Endless() => Headers.ContentType = new("application/octet-stream");

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => Task.Delay(TimeSpan.FromMinutes(1), Token);

        protected override bool TryComputeLength(out long length)
        {
            length = 5_000_000_000;
            return true;
        }
    }

    private abstract class Recognised(AuthenticateResult result) : IAuthenticationHandler
    {
        private HttpContext _context = null!;

        public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
        {
            _context = context;
            return Task.CompletedTask;
        }

        public Task<AuthenticateResult> AuthenticateAsync() => Task.FromResult(result);

        public Task ChallengeAsync(AuthenticationProperties? properties) => AnswerAsync(StatusCodes.Status401Unauthorized);

        public Task ForbidAsync(AuthenticationProperties? properties) => AnswerAsync(StatusCodes.Status403Forbidden);

        private Task AnswerAsync(int status)
        {
            _context.Response.StatusCode = status;
            return Task.CompletedTask;
        }
    }

    /// <summary>Whom nothing recognises.</summary>
    private sealed class Stranger() : Recognised(AuthenticateResult.NoResult())
    {
        public static void Use(AuthenticationOptions options)
        {
            options.AddScheme<Stranger>("test", null);
            options.DefaultScheme = "test";
        }
    }

    /// <summary>One who is known and may do nothing.</summary>
    private sealed class Nobody() : Recognised(AuthenticateResult.Success(new Caller(new(ActorRole.System, "nobody")).ToTicket("test")))
    {
        public static void Use(AuthenticationOptions options)
        {
            options.AddScheme<Nobody>("test", null);
            options.DefaultScheme = "test";
        }
    }
}
