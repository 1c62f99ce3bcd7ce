using System.Net;
using System.Text.Json;
using Kalasin.Functions.Tests.Rounds;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Http;

/// <summary>Files that mean harm or are broken: refused with findings in both languages, nothing kept, and the service goes on.</summary>
public sealed class HostileDeliveryTests(HostileDeliveryTests.Shared shared) : IClassFixture<HostileDeliveryTests.Shared>
{
    private readonly OpenedRound round = shared.Round;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("empty.xlsx", "KAL1001")]
    [InlineData("old-slides.ppt", "KAL1004")]
    [InlineData("outlook-message.msg", "KAL1032")]
    [InlineData("password.xlsx", "KAL1005")]
    [InlineData("macros.xlsm", "KAL1006")]
    [InlineData("truncated.xlsx", "KAL1007")]
    [InlineData("zip-bomb.xlsx", "KAL1010")]
    [InlineData("path-traversal.xlsx", "KAL1012")]
    [InlineData("billion-laughs.xlsx", "KAL1013")]
    public async Task CorpusFile_422NothingKept(string file, string code)
    {
        var kept = await round.KeptAsync();
        using var response = await round.SendAsync("4601", SampleFiles.Form(SampleFiles.Corpus(file)));
        var problem = await JsonAsync(response, HttpStatusCode.UnprocessableEntity);
        var findings = problem.GetProperty("findings").EnumerateArray().ToList();
        Assert.Contains(code, findings.Select(f => f.GetProperty("code").GetString()));
        foreach (var text in findings.SelectMany(f => (JsonElement[])[f.GetProperty("message"), f.GetProperty("remedy")]))
        {
            Assert.Contains(text.GetProperty("th").GetString()!, c => c is >= 'ก' and <= '๛');
            Assert.DoesNotContain(text.GetProperty("en").GetString()!, c => c is >= 'ก' and <= '๛' && file != "wrong-unit.xlsx");
        }
        Assert.Equal(kept, await round.KeptAsync());
        Assert.True(await round.IsHealthyAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(4096)]
    public async Task Noise_422(int size)
    {
        var noise = new byte[size];
        new Random(size).NextBytes(noise);
        using var response = await round.SendAsync("4601", SampleFiles.Form(("noise.xlsx", noise)));
        Assert.StartsWith("KAL10", await ProblemAsync(response, 422, "not-accepted"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkbookWithBytesTurned_IsAnswered()
    {
        var (name, bytes) = SampleFiles.WorkbookOf("4616");
        var random = new Random(2567);
        for (var i = 0; i < 25; i++)
        {
            var broken = (byte[])bytes.Clone();
            for (var n = 0; n < 40; n++) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            using var response = await round.SendAsync("4616", SampleFiles.Form((name, broken)), query: "?dryRun=true");
            Assert.True(response.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.OK, response.StatusCode.ToString());
        }
        Assert.True(await round.IsHealthyAsync());
    }

    /// <summary>A picture under a workbook's name is no return, and still evidence: kept, and said.</summary>
    [Fact]
    public async Task PictureNamedAsWorkbook_KeptAsEvidenceAndSaid()
    {
        using var response = await round.SendAsync("4601", SampleFiles.Form(SampleFiles.Corpus("picture.xlsx")));
        var answer = await JsonAsync(response, HttpStatusCode.Created);
        Assert.Empty(answer.GetProperty("returns").EnumerateArray());
        Assert.Equal(["KAL1020", "KAL1022"], answer.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()).Order());
    }

    [Fact]
    public async Task FileOver50Megabytes_413AndRequestOver100_413()
    {
        var kept = await round.KeptAsync();
        var refused = (await round.StateAsync()).Refused.Count;
        var bytes = new byte[50_000_001];
        using var large = await round.SendAsync("4601", SampleFiles.Form(("large.xlsx", bytes)));
        Assert.Equal("KAL1902", await ProblemAsync(large, 413, "too-large"));
        using var whole = await round.SendAsync("4601", SampleFiles.Form(("a.xlsx", bytes), ("b.xlsx", bytes)));
        Assert.Equal("KAL1901", await ProblemAsync(whole, 413, "too-large"));
        Assert.Equal(kept, await round.KeptAsync());
        // A request beyond the whole limit is answered before it reaches the round's door, and is no event.
        Assert.Equal(["KAL1902"], (await round.StateAsync()).Refused.Values.Skip(refused).SelectMany(r => r.Codes));
        Assert.True(await round.IsHealthyAsync());
    }

    [Fact]
    public async Task UnreadUpload_RepeatedUnderItsKey_OneEvent()
    {
        var refused = (await round.StateAsync()).Refused.Count;
        foreach (var (unit, key) in ((string, string?)[])[("4601", "k"), ("4601", "k"), ("4602", "k"), ("4601", "l"), ("4601", null), ("4601", null)])
        {
            using var response = await round.SendAsync(unit, SampleFiles.Form((new string('ก', 256), [1])), key);
            Assert.Equal("KAL1907", await ProblemAsync(response, 422, "not-accepted"));
        }
        // Without a key each is a new one.
        Assert.Equal(["4601", "4602", "4601", "4601", "4601"], (await round.StateAsync()).Refused.Values.Skip(refused).Select(r => r.Unit.Value));
    }

    [Fact]
    public async Task NoFileAtAll_422()
    {
        using var response = await round.SendAsync("4601", SampleFiles.Form());
        Assert.Contains(await ProblemAsync(response, 422, "not-accepted"), (string[])["KAL1904", "KAL1906"]);
    }

    /// <summary>One round for all: nothing in here may change what the next test sees.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        internal OpenedRound Round { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Round = await OpenedRound.StartAsync();

        public ValueTask DisposeAsync() => Round.DisposeAsync();
    }
}
