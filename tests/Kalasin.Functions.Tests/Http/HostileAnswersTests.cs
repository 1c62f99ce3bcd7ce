using System.Net;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests.Intake;
using Kalasin.Functions.Tests.Rounds;
using UglyToad.PdfPig;

namespace Kalasin.Functions.Tests.Http;

/// <summary>What a delivery asks us to say is bounded, on every way out: answer, list, pages, scorecard, receipt, report.</summary>
public sealed class HostileAnswersTests(HostileAnswersTests.Shared shared) : IClassFixture<HostileAnswersTests.Shared>
{
    private const int Rows = 20_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/rounds/46-dla-2567/deliveries", 100_000)]
    [InlineData("/api/rounds/46-dla-2567/deliveries/1", 50_000)]
    [InlineData("/api/rounds/46-dla-2567/scorecard", 700_000)]
    [InlineData("/app/rounds/46-dla-2567", 300_000)]
    [InlineData("/app/rounds/46-dla-2567/units/4602", 200_000)]
    [InlineData("/app/rounds/46-dla-2567/scores", 700_000)]
    [InlineData("/api/rounds/46-dla-2567/deliveries/1/receipt?format=pdf", 200_000)]
    [InlineData("/api/rounds/46-dla-2567/deliveries/1/receipt?format=docx", 200_000)]
    public async Task Answer_HasABound(string path, int most)
    {
        using var response = await shared.Round.Service.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync(Token)).Length, 500, most);
    }

    [Fact]
    public void Upload_IsAnsweredInKilobytesWithEveryPlaceCounted()
    {
        Assert.InRange(shared.BadRows.Length, 1_000, 50_000);
        using var answer = JsonDocument.Parse(shared.BadRows);
        var errors = answer.RootElement.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("severity").GetString() == "error").ToList();
        Assert.Equal(3 * Rows, errors.Sum(f => f.GetProperty("place").TryGetProperty("count", out var count) ? count.GetInt32() : 1));
        var blank = errors.Single(f => f.GetProperty("code").GetString() == "KAL2047");
        Assert.Equal(
            ("C4", "C4:C20003"),
            (blank.GetProperty("place").GetProperty("cell").GetString(), blank.GetProperty("place").GetProperty("cells").GetString()));
        Assert.Equal(
            ("4602", "3"),
            (blank.GetProperty("about").GetProperty("unit").GetString(), blank.GetProperty("about").GetProperty("indicator").GetString()));
        Assert.Equal(Rows, answer.RootElement.GetProperty("returns")[0].GetProperty("faultyRows").GetInt32());
        Assert.InRange(shared.Merged.Length, 1_000, 50_000);
    }

    [Fact]
    public async Task Report_IsNotLongerThanSomebodyPrints()
    {
        using var response = await shared.Round.GetAsync("/report?format=pdf&edition=internal");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var pdf = PdfDocument.Open(await response.Content.ReadAsByteArrayAsync(Token));
        Assert.InRange(pdf.NumberOfPages, 20, 250);
    }

    /// <summary>A round in which one unit sent the hostile workbooks.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        internal OpenedRound Round { get; private set; } = null!;

        internal byte[] Merged { get; private set; } = [];

        internal byte[] BadRows { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Round = await OpenedRound.StartAsync();
            Merged = await SendAsync(HostileWorkbooks.MergedRange(300, 1_000));
            BadRows = await SendAsync(HostileWorkbooks.BadRows(Rows));
        }

        public ValueTask DisposeAsync() => Round.DisposeAsync();

        private async Task<byte[]> SendAsync(byte[] workbook)
        {
            using var response = await Round.SendAsync("4602", SampleFiles.Form(("hostile.xlsx", workbook)));
            var answer = await response.Content.ReadAsByteArrayAsync(Token);
            Assert.True(response.StatusCode == HttpStatusCode.Created, System.Text.Encoding.UTF8.GetString(answer));
            return answer;
        }
    }
}
