using System.Text.Json;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.EndToEnd.Tests.Kills;

namespace Kalasin.EndToEnd.Tests.PowerCuts;

/// <summary>A small season on local storage, with all that the published program did on the disk and all that it told anybody, each at its place in the record.</summary>
internal sealed class RecordedSeason : IAsyncDisposable
{
    private readonly LocalInstallation installation = new();
    private readonly TemporaryFolder records = new();
    private readonly Journal journal = new();
    private readonly List<(long At, string Path, byte[] Bytes)> dropped = [];
    private readonly List<Told> told = [];
    private readonly Lock telling = new();
    private Disk disk = null!;

    public IReadOnlyList<DiskOperation> Operations => disk.Operations;

    public static async Task<RecordedSeason> PlayAsync(PublishedProgram published, int seed, int turns)
    {
        var season = new RecordedSeason();
        await season.RunAsync(published, seed, turns);
        return season;
    }

    /// <summary>Writes a state down.</summary>
    /// <returns>Its data folder.</returns>
    public string Leave(DiskState state, string target)
    {
        disk.Leave(state.Kept, target);
        var data = Path.Combine(target, "data");
        // When a file was changed last is a part of what a drop is told by.
        foreach (var drop in journal.Drops)
            if (Path.Combine(data, "drop", drop.Path) is var file && File.Exists(file))
                File.SetLastWriteTimeUtc(file, new(Convert.ToInt64(drop.Tag.Split('-')[0], 16), DateTimeKind.Utc));
        return data;
    }

    /// <summary>What everybody had been told at a place in the record; what they sent later too is unanswered.</summary>
    public Journal JournalAt(long place)
    {
        var at = told.LastOrDefault(t => t.At <= place) ?? new(0, [], [], [], []);
        var then = new Journal();
        foreach (var upload in journal.Uploads)
            then.Add(upload with
            {
                Answer = at.Uploads.GetValueOrDefault(upload.Key),
                Parts = upload.Parts is { } parts ? at.Parts.GetValueOrDefault(upload.Key) ?? new(parts.Pieces) : null,
            });
        foreach (var decision in journal.Decisions) then.Add(decision with { Answer = at.Decisions.GetValueOrDefault(decision.Key) });
        foreach (var drop in journal.Drops) then.Add(drop);
        foreach (var (sequence, head) in at.Heads) then.Shown(JsonSerializer.SerializeToElement(new { sequence, head }));
        return then;
    }

    /// <summary>The drops that were there.</summary>
    public bool WasDropped(SentDrop drop, long place) => dropped.Exists(d => d.Path.EndsWith(drop.Path, StringComparison.Ordinal) && d.At < place);

    public ValueTask DisposeAsync()
    {
        records.Dispose();
        return installation.DisposeAsync();
    }

    private async Task RunAsync(PublishedProgram published, int seed, int turns)
    {
        installation.StartedAt = Season.End;
        disk = new(installation.Folder.Path, "data", "data-heads");
        var senders = new Senders(new(seed), journal, installation);
        await using var host = await FunctionsHost.StartAsync(
            published, installation.Folder, [.. installation.Environment, .. installation.Points.Told(installation.StartedAt.Value)]);
        await using var strace = await Strace.AttachAsync(host.Worker.Id, records.File("record"));
        installation.Dropped = (path, bytes) => dropped.Add((strace.Place, path, bytes));
        journal.Told = () => Tell(strace.Place);

        FunctionsHost[] programs = [host];
        await senders.SettleAsync(programs);
        for (var turn = 0; turn < turns; turn++)
        {
            await senders.DropAsync(2);
            await senders.WriteAsync(2);
            await senders.EachInTurnAsync(programs, await installation.FoldAsync());
            await senders.Burst(programs, await installation.FoldAsync());
            await senders.SettleAsync(programs);
        }
        await senders.SeasonAsync(programs, 60);
        Assert.Empty(journal.Complaints);
        Assert.True((await installation.FoldAsync()).DispatchedAt is not null, string.Join('\n', journal.Decisions.Select(d => $"{d.Key} {d.Kind} {d.Answer}")));
        await host.KillAsync();
        journal.Told = () => { };
        new StraceReader(disk).Read(await strace.ReadAsync(), dropped);
    }

    private void Tell(long place)
    {
        lock (telling)
            told.Add(new(
                place,
                journal.Uploads.Where(u => u.Answer is not null).ToDictionary(u => u.Key, u => u.Answer!, StringComparer.Ordinal),
                journal.Decisions.Where(d => d.Answer is not null).ToDictionary(d => d.Key, d => d.Answer!, StringComparer.Ordinal),
                journal.Uploads.Where(u => u.Parts?.Address is not null)
                    .ToDictionary(u => u.Key, u => new SentParts(u.Parts!.Pieces) { Address = u.Parts.Address, Acknowledged = u.Parts.Acknowledged }, StringComparer.Ordinal),
                journal.Heads.ToDictionary()));
    }

    private sealed record Told(
        long At, Dictionary<string, UploadAnswer> Uploads, Dictionary<string, DecisionAnswer> Decisions, Dictionary<string, SentParts> Parts, Dictionary<long, string> Heads);
}
