using System.Collections.Immutable;
using Kalasin.EndToEnd.Tests.Kills.Inside;
using Kalasin.EndToEnd.Tests.Mail;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>Where the killed program keeps everything; all that the harness has to know about a storage.</summary>
internal abstract class InstallationUnderTest : IAsyncDisposable
{
    public const string Round = "46-dla-2567";

    /// <summary>Temporary files, and the data where the storage is local.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>What the storage sees the programs do.</summary>
    public Steps Steps { get; } = new();

    /// <summary>The points at which a program dies if it is asked to.</summary>
    public NamedKills Points => field ??= new(Folder, Deaths);

    /// <summary>Where programs died in this and in other installations.</summary>
    public Deaths Deaths { get; init; } = new();

    /// <summary>Mail servers, between which the programs work; null where mails go into a folder, or nowhere.</summary>
    public MailServers? Servers { get; init; }

    /// <summary>What tells the program about its storage and its mail.</summary>
    public (string Name, string Value)[] Environment => [.. OfStorage, .. Servers?.EnvironmentOf(Season.Plan.InternalDeadline.Email) ?? []];

    /// <summary>What tells the program about its storage.</summary>
    protected abstract (string Name, string Value)[] OfStorage { get; }

    /// <summary>When the programs that run now were started, by their own clock.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Roughly what their clock says.</summary>
    public DateTimeOffset Now => StartedAt ?? TimeProvider.System.GetUtcNow();

    /// <summary>Something that the programs need is not there: what they can't do now is no fault of theirs.</summary>
    public bool IsTroubled { get; set; }

    /// <summary>Whether a file can be put into its drop now: on a full disk nobody can.</summary>
    public virtual bool TakesDrops => true;

    /// <summary>How many programs run on it at once.</summary>
    public abstract int Programs { get; }

    /// <summary>Puts a file there, whole at once.</summary>
    /// <returns>Its tag.</returns>
    public abstract Task<string> DropAsync(string path, byte[] content);

    /// <summary>How often something is taken away, of five times.</summary>
    public int TroubleInFive { get; init; } = 1;

    /// <summary>Takes something away that the programs need, until it is given back.</summary>
    public virtual async Task<IAsyncDisposable?> TroubleAsync(Random random)
    {
        if (Servers is null) return null;
        await Servers.StopAsync();
        return new Trouble(this, Servers.StartAsync);
    }

    /// <summary>Reads everything, changing nothing: whatever the next start has to repair is still there afterwards.</summary>
    public async Task<Kept> ReadAsync()
    {
        var kept = await ReadStorageAsync();
        return Servers is null ? kept : kept with
        {
            Arrived = Servers.Arrived().Where(a => a is { MessageId: not null }).CountBy(a => a.MessageId!).ToImmutableDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal),
        };
    }

    /// <summary>The log alone, added up.</summary>
    public abstract Task<RoundState> FoldAsync();

    protected abstract Task<Kept> ReadStorageAsync();

    /// <summary>Something is away until this is disposed of.</summary>
    protected sealed class Trouble : IAsyncDisposable
    {
        private readonly InstallationUnderTest installation;
        private readonly Func<Task> end;

        public Trouble(InstallationUnderTest installation, Func<Task> end) => ((this.installation, this.end), installation.IsTroubled) = ((installation, end), true);

        public async ValueTask DisposeAsync()
        {
            await end();
            installation.IsTroubled = false;
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Servers is not null) await Servers.DisposeAsync();
        Folder.Dispose();
    }
}
