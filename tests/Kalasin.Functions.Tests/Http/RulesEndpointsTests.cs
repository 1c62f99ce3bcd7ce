using System.Net;
using System.Text;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Functions.Tests.Rounds;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

public sealed class RulesEndpointsTests : IAsyncLifetime
{
    private RunningService service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task OfficesOwnAward_IsTakenIn_OpenedFilledInAndEvaluated()
    {
        Assert.Equal("KAL5107 /framework", await RefusalAsync("/api/plans/46-office", Own(await TextAsync("/api/plans/46-dla-2567"))));
        Assert.Equal(HttpStatusCode.Created, await PutAsync("/api/frameworks/office", Own(await TextAsync("/api/frameworks/dla-2567"))));
        Assert.Equal(HttpStatusCode.OK, await PutAsync("/api/frameworks/office", Own(await TextAsync("/api/frameworks/office"))));
        Assert.Equal(HttpStatusCode.Created, await PutAsync("/api/plans/46-office", Own(await TextAsync("/api/plans/46-dla-2567"))));
        Assert.Contains("office 1", await IdsAsync("/api/frameworks"));
        Assert.Equal([$"46-dla-2567 {BuiltInPlans.For(BuiltInFrameworks.Get("dla-2567"), "46").Revision}", "46-office 1"], await IdsAsync("/api/plans"));

        using var opened = await service.Client.PutAsync(new Uri("/api/rounds/46-office", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        using var form = await service.Client.GetAsync(new Uri("/api/rounds/46-office/units/4602/form", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        // The sample's form is another award's, which is said.
        using var files = SampleFiles.Form(SampleFiles.Corpus("bare-table.xlsx"));
        using var evaluated = await service.Client.PostAsync(new Uri("/api/evaluate?framework=office", UriKind.Relative), files, Token);
        Assert.True(evaluated.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{evaluated.StatusCode}");
        Assert.Contains("<option value=\"office\"", await TextAsync("/app/?all=true"), StringComparison.Ordinal);
        await RoundInvariants.CheckAsync(service.Storage, "46-office", Token);
    }

    [Fact]
    public async Task OwnRevision_OfWhatShips_ComesNext_AndFormerOnesStay()
    {
        var (shipped, newest) = (await TextAsync("/api/frameworks/dla-2567"), BuiltInFrameworks.Get("dla-2567").Revision);
        var own = Numbered(newest + 1);
        Assert.Equal(HttpStatusCode.OK, await PutAsync("/api/frameworks/dla-2567", shipped));
        foreach (var wrong in (int[])[newest, newest + 2]) Assert.Equal("KAL5101 /revision", await RefusalAsync("/api/frameworks/dla-2567", Numbered(wrong)));
        Assert.Equal(HttpStatusCode.Created, await PutAsync("/api/frameworks/dla-2567", own));
        Assert.Equal(own, await TextAsync("/api/frameworks/dla-2567"));
        Assert.Equal(own, await TextAsync($"/api/frameworks/dla-2567?revision={newest + 1}"));
        Assert.Equal(shipped, await TextAsync($"/api/frameworks/dla-2567?revision={newest}"));
        Assert.Contains("\"revision\": 1,", await TextAsync("/api/frameworks/dla-2567?revision=1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/api/frameworks/dla-2567?revision={newest + 2}"));

        // Another title, and numbers as they are kept: without trailing zeros.
        string Numbered(int revision) => shipped.Replace($"\"revision\": {newest}", $"\"revision\": {revision}", StringComparison.Ordinal)
            .Replace("\"fiscalYear\": 2567", "\"fiscalYear\": 2568", StringComparison.Ordinal).Replace("85.00\n", "85\n", StringComparison.Ordinal);

        using var folder = new StringWriter();
        Assert.Equal(CommandLine.Done, await VerifyLogCommand.RunAsync(service.Storage, [], folder, TextWriter.Null, Token));
        Assert.Contains("framework/dla-2567: 1 ", folder.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_AreAllSaidWithLineAndPointer_AndNothingIsKept()
    {
        var text = Own(await TextAsync("/api/frameworks/dla-2567"))
            .Replace("\"fiscalYear\": 2567", "\"fiscalYear\": 3567", StringComparison.Ordinal)
            .Replace("\"days\": 90", "\"days\": -90", StringComparison.Ordinal);
        using var response = await SendAsync("/api/frameworks/office?reason=x", text);
        var findings = (await JsonAsync(response, HttpStatusCode.UnprocessableEntity))
            .GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("place")).ToList();
        Assert.Contains("/fiscalYear", findings.Select(p => p.GetProperty("pointer").GetString()));
        Assert.True(findings.Count > 1);
        Assert.All(findings, place => Assert.True(place.GetProperty("line").GetInt32() > 1));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/api/frameworks/office"));
        Assert.DoesNotContain("office 1", await IdsAsync("/api/frameworks"));
    }

    [Theory]
    [InlineData("/api/frameworks/other?reason=x", "KAL5102")]
    [InlineData("/api/frameworks/office", "KAL5106")]
    [InlineData("/api/frameworks/office?reason=", "KAL5106")]
    public async Task Request_ThatFitsNotItsFile_IsRefused(string path, string code)
    {
        using var response = await SendAsync(path, Own(await TextAsync("/api/frameworks/dla-2567")));
        Assert.Equal(code, await ProblemAsync(response, 422, "not-accepted"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/api/frameworks/office"));
    }

    [Fact]
    public async Task Body_ThatIsTooLong_IsNotTaken()
    {
        using var response = await SendAsync("/api/frameworks/office?reason=x", new string(' ', 1_000_001));
        await ProblemAsync(response, 413, "too-large");
    }

    [Fact]
    public async Task Plan_OfAnyProvince_IsThere()
    {
        Assert.Contains("\"id\": \"40-dla-2567\"", await TextAsync("/api/plans/40-dla-2567"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/api/plans/99-dla-2567"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/api/plans/40-dla-2599"));
    }

    /// <summary>As an award of the office's own: revision 1.</summary>
    private static string Own(string text) =>
        System.Text.RegularExpressions.Regex.Replace(
                text, "\"revision\": [0-9]+", "\"revision\": 1", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
            .Replace("46-dla-2567", "46-office", StringComparison.Ordinal).Replace("\"dla-2567\"", "\"office\"", StringComparison.Ordinal);

    private Task<HttpResponseMessage> SendAsync(string path, string text) =>
        service.Client.PutAsync(new Uri(path, UriKind.Relative), new StringContent(text, Encoding.UTF8, "application/json"), Token);

    private async Task<HttpStatusCode> PutAsync(string path, string text)
    {
        using var response = await SendAsync(path + "?reason=why", text);
        return response.StatusCode;
    }

    private async Task<string> RefusalAsync(string path, string text)
    {
        using var response = await SendAsync(path + "?reason=why", text);
        var finding = Assert.Single((await JsonAsync(response, HttpStatusCode.UnprocessableEntity)).GetProperty("findings").EnumerateArray());
        return $"{finding.GetProperty("code").GetString()} {finding.GetProperty("place").GetProperty("pointer").GetString()}";
    }

    private Task<string> TextAsync(string path) => service.Client.GetStringAsync(new Uri(path, UriKind.Relative), Token);

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        return response.StatusCode;
    }

    private async Task<List<string>> IdsAsync(string path) =>
        [.. JsonElement.Parse(await TextAsync(path)).GetProperty("items").EnumerateArray().Select(
            i => $"{i.GetProperty("id").GetString()} {i.GetProperty("revision")}")];
}
