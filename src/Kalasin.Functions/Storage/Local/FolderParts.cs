using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kalasin.Functions.Storage.Local;

/// <summary>A folder for each door, with two files for each that comes in parts: what is known of it (<c>{id}.json</c>), and what came (<c>{id}</c>).</summary>
internal sealed class FolderParts(DataFolder folder, TimeProvider clock) : IParts
{
    private const string Known = ".json";

    public Task<PartialFile> BeginAsync(PartialPlace place, string name, long length, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var file = new PartialFile(place, PartialId.New(), name, length, 0, clock.GetUtcNow());
        Durability.MakeFolder(FolderOf(place));
        var about = new AboutPart(name, length, file.BegunAt);
        await File.WriteAllBytesAsync(NameOf(file.Place, file.Id), [], cancellationToken);
        // The last: its folder is flushed with both names in it.
        await WholeFile.WriteAsync(NameOf(file.Place, file.Id) + Known, JsonSerializer.SerializeToUtf8Bytes(about, AboutPartJson.Default.AboutPart), cancellationToken);
        return file;
    });

    public Task<PartialFile?> FindAsync(PartialPlace place, PartialId id, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var name = NameOf(place, id);
        var came = new FileInfo(name);
        return came.Exists && await AboutAsync(name, cancellationToken) is { } about
            ? new PartialFile(place, id, about.Name, about.Length, came.Length, about.BegunAt)
            : null;
    });

    public async Task<PartialFile?> AppendAsync(PartialFile file, long offset, Stream bytes, CancellationToken cancellationToken)
    {
        // The sender's own failures are none of the folder's.
        await using var written = Open(file);
        if (written is null || written.Length != offset) return null;
        written.Position = offset;
        var buffer = new byte[81_920];
        var left = file.Length - offset;
        try
        {
            for (int read; left > 0 && (read = await bytes.ReadAsync(Room(buffer, left), cancellationToken)) > 0; left -= read)
                await GuardAsync(async () =>
                {
                    await written.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
                    return true;
                });
        }
        finally
        {
            await GuardAsync(() =>
            {
                written.Flush(flushToDisk: true);
                return Task.FromResult(true);
            });
        }
        return file with { Offset = file.Length - left };
    }

    public Task<Stream?> OpenAsync(PartialFile file, CancellationToken cancellationToken) => GuardAsync(() =>
    {
        try
        {
            return Task.FromResult<Stream?>(LocalVault.OpenShared(NameOf(file.Place, file.Id)));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    });

    public Task DeleteAsync(PartialFile file, CancellationToken cancellationToken) => GuardAsync(() => Task.FromResult(Delete(NameOf(file.Place, file.Id))));

    public async IAsyncEnumerable<PartialFile> ListAsync(PartialPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var id in await GuardAsync(() => Task.FromResult(IdsIn(FolderOf(place)))))
            if (await FindAsync(place, id, cancellationToken) is { } file) yield return file;
    }

    public Task SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        foreach (var door in Directory.Exists(folder.Parts) ? Directory.GetDirectories(folder.Parts, "*", SearchOption.AllDirectories) : [])
        {
            // A sudden end leaves one of the two files without the other.
            foreach (var name in Directory.GetFiles(door).Select(WithoutKnown).Distinct(StringComparer.Ordinal))
                if (((await AboutAsync(name, cancellationToken))?.BegunAt ?? LastWrite(name)) < before) Delete(name);
        }
        return true;
    });

    private static List<PartialId> IdsIn(string door) => !Directory.Exists(door) ? [] :
        [.. Directory.EnumerateFiles(door, "*" + Known)
            .Select(name => PartialId.TryParse(Path.GetFileNameWithoutExtension(name), out var id) ? id : default)
            .Where(id => id != default)];

    /// <returns>Null if there is none, or the disk lost what was known.</returns>
    private static async Task<AboutPart?> AboutAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize(await File.ReadAllBytesAsync(name + Known, cancellationToken), AboutPartJson.Default.AboutPart);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    private static string WithoutKnown(string file) => file.EndsWith(Known, StringComparison.Ordinal) ? file[..^Known.Length] : file;

    private static DateTimeOffset LastWrite(string name) => new(File.GetLastWriteTimeUtc(File.Exists(name) ? name : name + Known));

    private static bool Delete(string name)
    {
        if (!Directory.Exists(Path.GetDirectoryName(name))) return false;
        File.Delete(name);
        File.Delete(name + Known);
        return true;
    }

    /// <returns>Null if it is gone, or somebody else is adding to it.</returns>
    private FileStream? Open(PartialFile file)
    {
        try
        {
            return new(
                NameOf(file.Place, file.Id),
                new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 });
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException held) when (!DataFolder.IsFull(held))
        {
            return null;
        }
    }

    private static Memory<byte> Room(byte[] buffer, long left) => buffer.AsMemory(0, (int)Math.Min(left, buffer.Length));

    private string FolderOf(PartialPlace place) => Path.Combine(folder.Parts, place.Round.Value, place.Unit.Value);

    private string NameOf(PartialPlace place, PartialId id) => Path.Combine(FolderOf(place), id.Value);

    private async Task<T> GuardAsync<T>(Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unavailable(failure);
        }
    }
}

/// <summary>What is known of a file that comes in parts.</summary>
internal sealed record AboutPart(string Name, long Length, DateTimeOffset BegunAt);

[JsonSerializable(typeof(AboutPart))]
internal sealed partial class AboutPartJson : JsonSerializerContext;
