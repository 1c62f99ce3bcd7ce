namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>Where the killed program keeps everything; all that the harness has to know about a storage.</summary>
internal abstract class InstallationUnderTest : IAsyncDisposable
{
    public const string Round = "46-dla-2567";

    /// <summary>Temporary files, and the data where the storage is local.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>What the storage sees the programs do.</summary>
    public Steps Steps { get; } = new();

    /// <summary>What tells the program about its storage.</summary>
    public abstract (string Name, string Value)[] Environment { get; }

    /// <summary>How many programs run on it at once.</summary>
    public abstract int Programs { get; }

    /// <summary>Puts a file there, whole at once.</summary>
    /// <returns>Its tag.</returns>
    public abstract Task<string> DropAsync(string path, byte[] content);

    /// <summary>Reads everything, changing nothing: whatever the next start has to repair is still there afterwards.</summary>
    public abstract Task<Kept> ReadAsync();

    public virtual ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
