using System.Net;
using Kalasin.Functions.Tests.Drops;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Ticks;
using Microsoft.Extensions.DependencyInjection;
using OpenedRound = Kalasin.Functions.Tests.Http.OpenedRound;

namespace Kalasin.Functions.Tests.Telemetry;

/// <summary>What is counted, timed and traced when things happen, and that no name or path is among it.</summary>
public sealed class InstrumentsTests
{
    /// <summary>As a person would name a file.</summary>
    private const string Named = "แบบรายงานของนางสาวสมหญิง ใจดี.xlsx";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliveries_CountedByChannelAndOutcome_FindingsByCode()
    {
        await using var round = await OpenedRound.StartAsync();
        using var recording = new Recording(round.Service);
        var workbook = SampleFiles.WorkbookOf("4602").Bytes;
        foreach (var _ in (int[])[1, 2])
            Assert.Equal(HttpStatusCode.Created, (await round.SendAsync("4602", SampleFiles.Form((Named, workbook)), "key")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await round.SendAsync("4602", SampleFiles.Form((Named, workbook)), query: "?dryRun=true")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await round.SendAsync("4601", SampleFiles.Form((Named, [])))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await round.SendAsync("4601", SampleFiles.Form((new string('ก', 256), [1])))).StatusCode);

        Assert.Equal(
            (1, 1, 2),
            (
                recording.Count("kalasin.deliveries kalasin.channel=upload kalasin.outcome=accepted"),
                recording.Count("kalasin.deliveries kalasin.channel=upload kalasin.outcome=repeated"),
                recording.Count("kalasin.deliveries kalasin.channel=upload kalasin.outcome=refused")));
        Assert.Equal(4, recording.Measured.Count(m => m.StartsWith("kalasin.deliveries", StringComparison.Ordinal)));
        Assert.Equal((1, 1), (
            recording.Count("kalasin.findings kalasin.code=KAL1001 kalasin.severity=error"),
            recording.Count("kalasin.findings kalasin.code=KAL1907 kalasin.severity=error")));
        Assert.Contains("delivery kalasin.outcome=accepted kalasin.round=46-dla-2567 kalasin.unit=4602", recording.Spans);
        NothingPersonal(recording);
    }

    [Fact]
    public async Task DropTickAndDocuments_CountedTimedAndTraced()
    {
        await using var folder = await DropFolder.StartAsync();
        using var recording = new Recording(folder.Service);
        await folder.DropAsync($"{DropFolder.Round}/4602/{Named}", SampleFiles.WorkbookOf("4602").Bytes);
        await folder.DropAsync($"นางสาวสมหญิง ใจดี/{Named}", [1]);
        Assert.Equal(1, await folder.ScanAsync());
        Assert.Equal(1, recording.Count("kalasin.deliveries kalasin.channel=drop kalasin.outcome=accepted"));
        Assert.Equal(1, recording.Count("kalasin.findings kalasin.code=KAL7501 kalasin.severity=error"));
        Assert.Equal(1, recording.Count("kalasin.render.duration kalasin.document=receipt kalasin.format=pdf"));
        Assert.Contains("drop kalasin.outcome=accepted kalasin.round=46-dla-2567 kalasin.unit=4602", recording.Spans);
        Assert.Contains("drop kalasin.outcome=notAccepted", recording.Spans);

        var upkeep = folder.Service.Services.GetRequiredService<Upkeep>();
        await upkeep.RunAsync(Token);
        folder.Clock.Advance(TimeSpan.FromDays(30));
        await upkeep.RunAsync(Token);
        Assert.Equal(
            [0, (TimeSpan.FromDays(30) - TickPace.OfLocalPump.Every).TotalSeconds],
            recording.Values.Where(v => v.Name == "kalasin.tick.lag").Select(v => v.Value));
        foreach (var step in (string[])["close", "compile"])
        {
            Assert.Equal(1, recording.Count($"kalasin.steps.completed kalasin.step={step}"));
            Assert.Contains($"step kalasin.round=46-dla-2567 kalasin.step={step}", recording.Spans);
        }
        Assert.Equal(2, recording.Count("kalasin.render.duration kalasin.document=report kalasin.format=pdf"));
        Assert.Equal(2, recording.Count("kalasin.render.duration kalasin.document=report kalasin.format=word"));
        Assert.Contains("render kalasin.document=report kalasin.format=pdf", recording.Spans);
        Assert.Equal(2, recording.Spans.Count(s => s == "tick"));

        using var form = await folder.Service.Client.GetAsync(new Uri($"/api/rounds/{DropFolder.Round}/units/4601/form", UriKind.Relative), Token);
        using var report = await folder.Service.Client.GetAsync(new Uri($"/api/rounds/{DropFolder.Round}/report?format=docx", UriKind.Relative), Token);
        Assert.Equal((1, 3), (
            recording.Count("kalasin.render.duration kalasin.document=form kalasin.format=excel"),
            recording.Count("kalasin.render.duration kalasin.document=report kalasin.format=word")));
        NothingPersonal(recording);
    }

    [Fact]
    public async Task FailedStep_CountedAndOnlyItsTypeTraced()
    {
        await using var folder = await DropFolder.StartAsync();
        using var recording = new Recording(folder.Service);
        await folder.DropAsync($"{DropFolder.Round}/4602/{Named}", SampleFiles.WorkbookOf("4602").Bytes);
        await folder.ScanAsync();
        folder.Clock.Advance(TimeSpan.FromDays(30));
        // The report can't be kept: its folder is in nobody's way but a file's.
        var staging = Path.Combine(folder.Service.DataFolder, "vault", $"round_{DropFolder.Round}", "staging");
        Directory.Delete(staging);
        await File.WriteAllTextAsync(staging, "in the way", Token);
        await Assert.ThrowsAnyAsync<Exception>(() => folder.Service.Services.GetRequiredService<Upkeep>().RunAsync(Token));
        Assert.Equal((1, 1), (recording.Count("kalasin.steps.completed kalasin.step=close"), recording.Count("kalasin.steps.failed kalasin.step=compile")));
        Assert.Contains(
            "step error.type=Kalasin.Functions.Storage.StorageUnavailableException kalasin.round=46-dla-2567 kalasin.step=compile",
            recording.Spans);
        Assert.Contains("tick error.type=Kalasin.Functions.Storage.StorageUnavailableException", recording.Spans);
        NothingPersonal(recording);
    }

    [Fact]
    public async Task DropThatFailsTooOften_CountedOnce()
    {
        var path = $"{DropFolder.Round}/4602/{Named}";
        var opened = 0;
        await using var folder = await DropFolder.StartAsync(wrap: drops => new BreakingDrops(
            drops,
            (called, _) => called == nameof(Functions.Storage.IDrops.OpenAsync) && ++opened <= 5 ? new InvalidOperationException($"no {Named}") : null));
        using var recording = new Recording(folder.Service);
        await folder.DropAsync(path, SampleFiles.WorkbookOf("4602").Bytes);
        for (var scan = 0; scan < 6; scan++) await folder.ScanAsync();
        Assert.Equal(1, recording.Count("kalasin.drops.poisoned"));
        NothingPersonal(recording);
    }

    private static void NothingPersonal(Recording recording) => Assert.All(recording.Measured.Concat(recording.Spans), told =>
    {
        Assert.DoesNotContain(told, c => c is >= 'ก' and <= '๛');
        Assert.DoesNotContain("xlsx", told, StringComparison.Ordinal);
    });
}
