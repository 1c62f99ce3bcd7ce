using Kalasin.Evaluation.Reports;
using Kalasin.Functions;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Samples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kalasin.Benchmarks;

/// <summary>The sample round after all its deliveries, as the program itself sees it.</summary>
/// <param name="Snapshot">Rules, state and returns.</param>
/// <param name="Circumstances">What the report says beside them.</param>
internal sealed record PlayedSample(RoundSnapshot Snapshot, ReportCircumstances Circumstances)
{
    public static async Task<PlayedSample> PlayAsync()
    {
        var data = Directory.CreateTempSubdirectory("kalasin-");
        try
        {
            var script = await SampleRound.ReadScriptAsync(CancellationToken.None);
            await using var app = Service.Build(
                new Settings { DataFolder = data.FullName, Addresses = ["http://127.0.0.1:0"], Sample = script },
                builder => builder.Logging.ClearProviders());
            var round = await app.Services.GetRequiredService<SampleRound>().PlayAsync(script, (_, _) => { }, CancellationToken.None);
            var results = app.Services.GetRequiredService<ResultsService>();
            var opened = await app.Services.GetRequiredService<RoundLog>().FindAsync(round, null, CancellationToken.None)
                ?? throw new InvalidOperationException("The sample round was not opened.");
            var snapshot = await results.SnapshotAsync(opened, CancellationToken.None);
            return new(snapshot, await results.CircumstancesAsync(snapshot, CancellationToken.None));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
