using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests.Intake;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Http;

/// <summary>Open findings belong to the return that counts, whatever the sheets were called.</summary>
public sealed class CorrectedFindingsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CorrectedReturn_TakesItsFindingsAlongThoughTheSheetHadAnotherName()
    {
        await using var round = await OpenedRound.StartAsync();
        // Another return of the same delivery goes on counting, so that its findings on no return in particular stay open.
        await SendAsync(round, ("งาน.xlsx", HostileWorkbooks.BadRows(3, "ศูนย์ปฏิบัติการร่วม")), ("อื่น.xlsx", HostileWorkbooks.BadRows(2, "ตัวชี้วัด 4")));
        Assert.Contains(await OpenAsync(round), f => f.Place.Sheet == "ศูนย์ปฏิบัติการร่วม" && f.Severity == Severity.Error);

        await SendAsync(round, ("งาน.xlsx", HostileWorkbooks.GoodRow("ศูนย์ปฏิบัติการร่วม")));
        var open = await OpenAsync(round);
        Assert.DoesNotContain(open, f => f.Place.Sheet == "ศูนย์ปฏิบัติการร่วม" && f.Severity == Severity.Error);
        Assert.Contains(open, f => f.Place.Sheet == "ตัวชี้วัด 4" && f.Severity == Severity.Error);
    }

    private static async Task SendAsync(OpenedRound round, params (string Name, byte[] Bytes)[] files)
    {
        using var response = await round.SendAsync("4602", SampleFiles.Form(files));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    private static async Task<IReadOnlyList<Finding>> OpenAsync(OpenedRound round)
    {
        var results = round.Service.Services.GetRequiredService<ResultsService>();
        var opened = await round.Log.FindAsync(RoundId.Parse("46-dla-2567"), null, Token);
        var snapshot = await results.SnapshotAsync(opened!, Token);
        return [.. (await results.CircumstancesAsync(snapshot, Token)).Findings.Select(f => f.Finding)];
    }
}
