using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage.Local;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>A data folder: SQLite and files. Each change of a file is a step.</summary>
internal sealed class LocalInstallation : InstallationUnderTest
{
    /// <summary>More than a season needs; what is left is filled when the disk is to be full.</summary>
    private const string LimitedDisk = "size=96m,mode=0700";

    private readonly FileSystemWatcher watcher;
    private readonly bool isLimited;

    /// <param name="isLimited">The data lie on a disk of their own, which can be filled; only for root.</param>
    public LocalInstallation(bool isLimited = false)
    {
        Directory.CreateDirectory(Data);
        this.isLimited = isLimited;
        if (isLimited && Disk("mount", "-t", "tmpfs", "-o", LimitedDisk, "tmpfs", Data) is { } why) ExternalTool.Miss($"No disk of its own for the data: {why}");
        watcher = new(Data)
        {
            IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Created += (_, _) => Steps.Count();
        watcher.Changed += (_, _) => Steps.Count();
        watcher.Renamed += (_, _) => Steps.Count();
        watcher.Deleted += (_, _) => Steps.Count();
        watcher.EnableRaisingEvents = true;
    }

    protected override (string Name, string Value)[] OfStorage => [("KALASIN_STORAGE", "local")];

    public override int Programs => 1;

    public override bool TakesDrops => !(isLimited && IsTroubled);

    /// <summary>Called when something was dropped.</summary>
    public Action<string, byte[]> Dropped { get; set; } = (_, _) => { };

    public string Data => Folder.File("data");

    public override async Task<string> DropAsync(string path, byte[] content)
    {
        var target = Path.Combine(Data, "drop", path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await File.WriteAllBytesAsync(Folder.File("dropping"), content);
        File.Move(Folder.File("dropping"), target);
        Dropped(target, content);
        return (await TagsAsync(Data))[path];
    }

    public override Task<RoundState> FoldAsync() =>
        Task.FromResult(new Kept { Rows = [.. ReadDatabase(Data).Rows.Where(row => row.IsOfRound)] }.Fold());

    protected override Task<Kept> ReadStorageAsync() => ReadAsync(Data);

    /// <summary>Reads a data folder wherever it lies.</summary>
    public static async Task<Kept> ReadAsync(string data)
    {
        var (rows, small) = ReadDatabase(data);
        return new()
        {
            Rows = [.. rows.Where(row => !row.IsBrought && !row.IsMark && !row.IsRules)],
            Brought = [.. rows.Where(row => row.IsBrought)],
            Vault = await VaultOfAsync(Round),
            BroughtVault = await VaultOfAsync(BroughtRound.Id.Value),
            Drops = await TagsAsync(data),
            Outbox = Files(data, "outbox").Where(f => f.Name.EndsWith(".eml", StringComparison.Ordinal))
                .ToImmutableDictionary(f => f.Name, f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f.Path))), StringComparer.Ordinal),
            Answers = Files(data, "answers").Where(f => !Path.GetFileName(f.Name).StartsWith('.'))
                .ToImmutableDictionary(f => f.Name, f => Path.GetFileName(f.Name) == "answer.json" ? File.ReadAllBytes(f.Path) : [], StringComparer.Ordinal),
        };

        async Task<ImmutableDictionary<string, string>> VaultOfAsync(string round)
        {
            var large = await Task.WhenAll(Files(data, $"vault/round_{round}").Where(f => !f.Name.Contains('/', StringComparison.Ordinal)).Select(async f =>
            {
                await using var content = File.OpenRead(f.Path);
                return (f.Name, Hash: await Kept.HashAsync(content));
            }));
            return small[$"round/{round}"].Concat(large).ToImmutableDictionary(v => v.Name, v => v.Hash, StringComparer.Ordinal);
        }
    }

    /// <summary>Without mail servers the disk is full.</summary>
    public override async Task<IAsyncDisposable?> TroubleAsync(Random random)
    {
        if (!isLimited) return await base.TroubleAsync(random);
        var ballast = new FileStream(Path.Combine(Data, "ballast"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var piece = new byte[65_536]; ;) ballast.Write(piece);
        }
        catch (IOException)
        {
            ballast.SetLength(Math.Max(0, ballast.Length - random.Next(400_000))); // there may be room for the next piece, and not for the one after it
        }
        return new Trouble(this, async () =>
        {
            await ballast.DisposeAsync();
            File.Delete(ballast.Name);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        watcher.Dispose();
        if (isLimited) Disk("umount", Data);
        await base.DisposeAsync();
    }

    /// <returns>Why it could not be done; null if it was.</returns>
    private static string? Disk(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : said.Trim();
    }

    /// <summary>From a copy: whoever opens the database itself repairs it, which is the next program's business.</summary>
    private static (ImmutableArray<KeptRow> Rows, ILookup<string, (string Name, string Hash)> Contents) ReadDatabase(string data)
    {
        using var copy = new TemporaryFolder();
        foreach (var file in (string[])["log.db", "log.db-wal"])
            if (File.Exists(Path.Combine(data, file))) File.Copy(Path.Combine(data, file), copy.File(file));
        var contents = new List<(string Stream, string Name, string Hash)>();
        if (!File.Exists(copy.File("log.db"))) return ([], ByStream());

        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy.File("log.db"), Pooling = false }.ToString());
        connection.Open();
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check;";
        Assert.Equal("ok", check.ExecuteScalar());
        using var made = connection.CreateCommand();
        made.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name IN ('event', 'content');";
        if ((long)made.ExecuteScalar()! < 2) return ([], ByStream());

        using var events = connection.CreateCommand();
        events.CommandText = "SELECT stream, sequence, bytes FROM event ORDER BY stream, sequence;";
        var rows = ImmutableArray.CreateBuilder<KeptRow>();
        using (var reader = events.ExecuteReader())
            while (reader.Read()) rows.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));

        using var kept = connection.CreateCommand();
        kept.CommandText = "SELECT stream, hash, bytes FROM content;";
        using (var reader = kept.ExecuteReader())
            while (reader.Read()) contents.Add((reader.GetString(0), reader.GetString(1), Convert.ToHexStringLower(SHA256.HashData(reader.GetFieldValue<byte[]>(2)))));
        return (rows.ToImmutable(), ByStream());

        ILookup<string, (string, string)> ByStream() => contents.ToLookup(c => c.Stream, c => (c.Name, c.Hash), StringComparer.Ordinal);
    }

    private static async Task<ImmutableDictionary<string, string>> TagsAsync(string data)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var drops = new FolderDrops(new(data), clock);
        await foreach (var _ in drops.ListAsync(CancellationToken.None)) { }
        clock.Advance(FolderDrops.Stillness);
        var tags = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        await foreach (var drop in drops.ListAsync(CancellationToken.None)) tags[drop.Path.Value] = drop.Tag;
        return tags.ToImmutable();
    }

    private static List<(string Name, string Path)> Files(string data, string under)
    {
        var root = Path.Combine(data, under);
        return Directory.Exists(root)
            ? [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(f => (Path.GetRelativePath(root, f), f))]
            : [];
    }
}
