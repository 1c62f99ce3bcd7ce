using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Kalasin.Benchmarks;

/// <summary>
/// Deliveries and status reads a second of the program on local storage, beside what no such program can exceed: an empty
/// endpoint that takes the same bodies from the same senders, and bare commits of the same events to the same disk. Aim:
/// half of each. Program, senders and endpoint share the machine's cores.
/// </summary>
internal static class Throughput
{
    private const string Aim = ", aim 0.50";

    public static async Task MeasureAsync(FigureTable table)
    {
        var data = Directory.CreateTempSubdirectory("kalasin-");
        try
        {
            var empty = await EmptyAsync(data.FullName);
            var (deliveries, reads) = await OursAsync(data.FullName);
            var commits = Commits(data.FullName);
            table.Rate("rate: deliveries, one workbook each", deliveries, "empty endpoint" + Aim, empty.Posts);
            table.Rate("rate: deliveries, one workbook each", deliveries, "commits" + Aim, commits);
            table.Rate("rate: status of the round", reads, "empty endpoint" + Aim, empty.Gets);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<(Rate Posts, Rate Gets)> EmptyAsync(string data)
    {
        await using var child = ChildProgram.Start(typeof(Throughput).Assembly.Location, url => [StartUp.EmptyApp, url], data);
        await child.FirstAnswerAsync();
        return (await Load.OfAsync(child, await Load.DeliveriesAsync(_ => "/")), await Load.OfAsync(child, _ => new(HttpMethod.Get, "/")));
    }

    private static async Task<(Rate Deliveries, Rate Reads)> OursAsync(string data)
    {
        await using var child = ChildProgram.Start(typeof(Functions.Service).Assembly.Location, _ => [], data);
        await child.FirstAnswerAsync();
        using var opened = await child.Client.PutAsync($"/api/rounds/{Load.Round}", null);
        opened.EnsureSuccessStatusCode();
        var deliveries = await Load.OfAsync(child, await Load.DeliveriesAsync(unit => $"/api/rounds/{Load.Round}/units/{unit}/deliveries"));
        return (deliveries, await Load.OfAsync(child, _ => new(HttpMethod.Get, $"/api/rounds/{Load.Round}")));
    }

    /// <summary>Commits a second of one writer: the events of those deliveries once more, one to a transaction.</summary>
    private static Rate Commits(string data)
    {
        using var log = new SqliteConnection($"Data Source={Path.Combine(data, "log.db")};Pooling=False");
        log.Open();
        var events = new List<byte[]>();
        using (var read = new SqliteCommand("SELECT bytes FROM event ORDER BY sequence DESC LIMIT 1000;", log).ExecuteReader())
            while (read.Read()) events.Add((byte[])read[0]);

        using var bare = new SqliteConnection($"Data Source={Path.Combine(data, "bare.db")};Pooling=False");
        bare.Open();
        new SqliteCommand(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE event (sequence INTEGER PRIMARY KEY, bytes BLOB NOT NULL);",
            bare).ExecuteNonQuery();
        using var insert = new SqliteCommand("INSERT INTO event (bytes) VALUES ($bytes);", bare);
        var bytes = insert.Parameters.Add("$bytes", SqliteType.Blob);
        insert.Prepare();
        var watch = Stopwatch.StartNew();
        var commits = 0;
        for (; watch.Elapsed < TimeSpan.FromSeconds(5); commits++)
        {
            bytes.Value = events[commits % events.Count];
            insert.ExecuteNonQuery();
        }
        return new(commits / watch.Elapsed.TotalSeconds);
    }
}
