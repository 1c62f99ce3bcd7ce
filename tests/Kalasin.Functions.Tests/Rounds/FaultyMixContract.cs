using System.Net;
using Kalasin.Functions.Drops;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage;
using Kalasin.Functions.Tests.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>
/// Two processes over one store, each with faults at random: uploads, decisions, drops, scans and ticks at the same time. Afterwards the
/// store is sound again, everybody tries once more what was not answered, and nothing is lost or there twice.
/// </summary>
public abstract class FaultyMixContract : WholeServiceContract
{
    [Theory]
    [InlineData(2567)]
    [InlineData(2568)]
    [InlineData(2569)]
    public async Task Everything_FaultsAtRandom_NothingLostNothingTwice(int seed)
    {
        var random = new Random(seed);
        var other = new FaultyStorage(Store.Open());
        await using var second = await StartAsync(other);
        RunningService[] processes = [Service, second];
        (Faulty.Faults, other.Faults) = (AtRandom(seed), AtRandom(seed + 1));
        List<string> uploads = [], refusals = [], questions = [], drops = [], stuck = [];
        for (var turn = 0; turn < 24; turn++)
        {
            var unit = Units[random.Next(Units.Length)];
            var (name, list) = random.Next(5) switch
            {
                0 => ("upload", uploads), 1 => ("refusal", refusals), 2 => ("question", questions), 3 => ("drop", drops), _ => ("stuck", stuck),
            };
            var work = $"{Round}/{unit}/{name} {turn}.xlsx";
            list.Add(work);
            if (list == drops || list == stuck) await Store.DropAsync(work, list == drops ? SampleFiles.WorkbookOf(unit).Bytes : Garbage);
            if (turn % 3 == 0) foreach (var process in processes) await SettleAsync(process);
            await Task.WhenAll(
                list == uploads || list == refusals ? UploadAsync(work, list == uploads, processes[random.Next(2)]) : Task.CompletedTask,
                list == questions ? AskAsync(work, processes[random.Next(2)]) : Task.CompletedTask,
                PullAsync(processes[0], tick: turn % 8 == 7), PullAsync(processes[1], tick: turn % 8 == 6));
        }
        Assert.True(Faulty.Faults.Dealt + other.Faults.Dealt > 10, "Too little went wrong.");

        (Faulty.Faults, other.Faults) = (Faults.None, Faults.None);
        await SettleAsync(Service);
        foreach (var work in uploads) Assert.True(await UploadAsync(work, good: true, second));
        foreach (var work in refusals) Assert.True(await UploadAsync(work, good: false, second));
        foreach (var work in questions) Assert.True(await AskAsync(work, second));
        Assert.True(await Service.TickAsync());

        var state = await CheckedStateAsync();
        Assert.Equal((uploads.Count + drops.Count, refusals.Count + stuck.Count), (state.Deliveries.Count, state.Refused.Count));
        Assert.Equal((questions.Count, questions.Count), (state.Questions.Count, state.Texts.Count));
        Assert.All(state.Reports.Values, report => Assert.Equal(state.Heads, report.Heads));
        foreach (var drop in drops) Assert.Equal((false, 4), (await Store.IsThereAsync(drop), (await Store.AnswersOfAsync(drop)).Count));
        foreach (var drop in stuck) Assert.Equal((true, 2), (await Store.IsThereAsync(drop), (await Store.AnswersOfAsync(drop)).Count));

        static Faults AtRandom(int seed) => Faults.Random(seed, 12, Fault.Before, Fault.After, Fault.Midway, Fault.Conflict, Fault.Slow);
    }

    /// <summary>Looks until the store lets it, so that what lies there counts as whole.</summary>
    private async Task SettleAsync(RunningService process)
    {
        while (await Record.ExceptionAsync(() => Store.SettleAsync(process.Storage.Drops)) is StorageUnavailableException) { }
    }

    /// <returns>Whether it was answered.</returns>
    private async Task<bool> UploadAsync(string work, bool good, RunningService process)
    {
        var unit = work.Split('/')[1];
        using var response = await SendAsync(unit, Uri.EscapeDataString(work), good ? SampleFiles.WorkbookOf(unit) : ("x.xlsx", Garbage), process);
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable) return false;
        Assert.Equal(good ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity, response.StatusCode);
        return true;
    }

    /// <returns>Whether it was answered.</returns>
    private async Task<bool> AskAsync(string work, RunningService process)
    {
        using var response = await DecideAsync(
            $$"""{ "kind": "askQuestion", "unit": "{{work.Split('/')[1]}}", "text": "{{work}}" }""", Uri.EscapeDataString(work), process);
        return await SequenceOrUnavailableAsync(response) is not null;
    }

    /// <summary>A tick, or only a scan.</summary>
    private static async Task PullAsync(RunningService process, bool tick)
    {
        if (tick) await process.TickAsync();
        else Assert.True(await Record.ExceptionAsync(() => process.Services.GetRequiredService<DropScan>().RunAsync(Token)) is null or StorageUnavailableException);
    }
}
