using Microsoft.Data.Sqlite;

namespace Kalasin.Functions.Storage.Local;

/// <summary>
/// Opens the database of a data folder without changing anything there, which SQLite would do in nearly every way of opening
/// it: what a stopped program left whole is read as it lies; what a killed one left is put together in a copy; what is being
/// served is read beside its server.
/// </summary>
internal sealed class SqliteCopy(DataFolder folder) : IDisposable
{
    private readonly Lock _choosing = new();
    private readonly SqliteFile _file = new(folder);
    private string? _source, _copy;

    public SqliteConnection Open()
    {
        lock (_choosing) _source ??= Choose();
        return _file.OpenToRead(_source);
    }

    public void Dispose()
    {
        if (_copy is not null) Directory.Delete(_copy, recursive: true);
    }

    private string Choose()
    {
        if (FolderLock.IsHeld(folder)) return folder.Log;
        try
        {
            var log = new FileInfo($"{folder.Log}-wal");
            return log is { Exists: true, Length: > 0 } ? Copy(log) : $"{new Uri(folder.Log).AbsoluteUri}?immutable=1";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unavailable(failure);
        }
    }

    /// <summary>In a folder that only this account can look into.</summary>
    private string Copy(FileInfo writtenAhead)
    {
        _copy = Directory.CreateTempSubdirectory("kalasin-").FullName;
        var copied = Path.Combine(_copy, Path.GetFileName(folder.Log));
        File.Copy(folder.Log, copied);
        File.Copy(writtenAhead.FullName, $"{copied}-wal");
        return copied;
    }
}
