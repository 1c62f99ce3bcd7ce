using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.Storage.Local;

/// <summary>A data folder of its own.</summary>
internal sealed class LocalStorageUnderTest : StorageUnderTest
{
    private readonly TemporaryFolder _temporary = new();

    public DataFolder Folder => new(Path.Combine(_temporary.Path, "kalasin-data"));

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public override async Task DropAsync(string path, byte[] content)
    {
        var name = Path.Combine(Folder.Drop, path);
        Directory.CreateDirectory(Path.GetDirectoryName(name)!);
        await File.WriteAllBytesAsync(name, content);
    }

    public override async Task SettleAsync(IDrops drops)
    {
        await foreach (var _ in drops.ListAsync(CancellationToken.None)) { }
        Clock.Advance(FolderDrops.Stillness);
    }

    public override Task AgeAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return Task.CompletedTask;
    }

    public override IReadOnlyList<string> Leftovers =>
        Directory.Exists(Folder.Root) ? [.. Directory.EnumerateFiles(Folder.Root, "*.part", SearchOption.AllDirectories)] : [];

    public override Task<bool> IsThereAsync(string path) => Task.FromResult(File.Exists(Path.Combine(Folder.Drop, path)));

    public override Task TakeBackAsync(string path)
    {
        File.Delete(Path.Combine(Folder.Drop, path));
        return Task.CompletedTask;
    }

    public override Task<IReadOnlyList<string>> AnswersOfAsync(string path)
    {
        var folder = new DirectoryInfo(Path.Combine(Folder.Answers, path));
        return Task.FromResult<IReadOnlyList<string>>(folder.Exists ? [.. folder.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal)] : []);
    }

    public override async Task<byte[]?> ReadAnswerAsync(string path, string name)
    {
        var file = Path.Combine(Folder.Answers, path, name);
        return File.Exists(file) ? await File.ReadAllBytesAsync(file) : null;
    }

    public override Task DamageAsync(StreamId stream, ContentHash hash, byte[]? content) => DamageAsync(Folder, stream, hash, content);

    /// <summary>In the database if it is small, in its file otherwise.</summary>
    public static async Task DamageAsync(DataFolder folder, StreamId stream, ContentHash hash, byte[]? content)
    {
        var file = Path.Combine(folder.Vault, $"{stream.Kind}_{stream.Id}", hash.ToString());
        if (File.Exists(file))
        {
            if (content is null) File.Delete(file);
            else await File.WriteAllBytesAsync(file, content);
            return;
        }
        await using var connection = new SqliteFile(folder).Open();
        await using var command = connection.CreateCommand();
        command.CommandText = content is null
            ? "DELETE FROM content WHERE stream = $stream AND hash = $hash;"
            : "UPDATE content SET bytes = $bytes WHERE stream = $stream AND hash = $hash;";
        command.Parameters.AddWithValue("$stream", stream.ToString());
        command.Parameters.AddWithValue("$hash", hash.ToString());
        if (content is not null) command.Parameters.AddWithValue("$bytes", content);
        if (await command.ExecuteNonQueryAsync() != 1) throw new InvalidOperationException("There is no such content.");
    }

    public override Task ForgeAsync(StreamId stream, long sequence, byte[]? bytes) => ForgeAsync(Folder, stream, sequence, bytes);

    public static async Task ForgeAsync(DataFolder folder, StreamId stream, long sequence, byte[]? bytes)
    {
        await using var connection = new SqliteFile(folder).Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER IF EXISTS event_never_changes; DROP TRIGGER IF EXISTS event_never_goes; "
            + (bytes is null ? "DELETE FROM event WHERE stream = $stream AND sequence = $sequence;" : "UPDATE event SET bytes = $bytes WHERE stream = $stream AND sequence = $sequence;");
        command.Parameters.AddWithValue("$stream", stream.ToString());
        command.Parameters.AddWithValue("$sequence", sequence);
        if (bytes is not null) command.Parameters.AddWithValue("$bytes", bytes);
        if (await command.ExecuteNonQueryAsync() != 1) throw new InvalidOperationException("There is no such event.");
    }

    protected override IStorage Create() => new LocalStorage(Folder, Clock);

    protected override ValueTask RemoveAsync()
    {
        _temporary.Dispose();
        return ValueTask.CompletedTask;
    }
}
