using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kalasin.Functions.Storage.Local;

namespace Kalasin.Functions.Tests.Storage.Local;

public sealed class KilledProcessTests
{
    [Fact]
    public async Task Append_ProcessKilledAgainAndAgain_NoGapAndEveryAcknowledgedEventKept()
    {
        using var temporary = new TemporaryFolder();
        var random = new Random(1);
        long acknowledged = 0;
        for (var round = 0; round < 3; round++)
        {
            var told = await RunAndKillAsync(temporary.Path, answers: random.Next(1, 40));
            Assert.True(told > acknowledged);
            acknowledged = told;
            Assert.InRange(await CountWithoutGapAsync(temporary.Path), acknowledged, long.MaxValue);
        }
    }

    /// <returns>The last sequence that the process was told is kept.</returns>
    private static async Task<long> RunAndKillAsync(string folder, int answers)
    {
        using var process = Process.Start(EntryPoint.With(AppendUntilKilled.Mode, folder))!;
        var told = "";
        try
        {
            for (var n = 0; n < answers; n++) told = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("It ended by itself.");
        }
        finally
        {
            process.Kill();
        }
        var rest = (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n');
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (rest.Length > 1) told = rest[^2]; // the last line may be torn
        return long.Parse(told, CultureInfo.InvariantCulture);
    }

    private static async Task<long> CountWithoutGapAsync(string folder)
    {
        await using var storage = new LocalStorage(new(folder), TimeProvider.System);
        long last = 0;
        await foreach (var stored in storage.Log.ReadAsync(AppendUntilKilled.Stream, 0, TestContext.Current.CancellationToken))
        {
            Assert.Equal(++last, stored.Sequence);
            Assert.Equal(AppendUntilKilled.TextOf(last), Encoding.UTF8.GetString(stored.Bytes.Span));
        }
        Assert.Equal(0, last % 3); // batches are whole
        return last;
    }
}
