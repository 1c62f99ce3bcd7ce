using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>Where an installation keeps everything. Made without touching the store; the first use opens it.</summary>
internal interface IStorage : IAsyncDisposable
{
    /// <summary><c>local</c> or <c>azure</c>.</summary>
    string Kind { get; }

    IEventLog Log { get; }

    IVaults Vaults { get; }

    IDrops Drops { get; }

    IParts Parts { get; }

    ITickMark TickMark { get; }

    /// <summary>When the mailbox was last read.</summary>
    ITickMark MailboxMark { get; }

    IHeads Heads { get; }

    /// <summary>Whether the store can be used now; never throws for a store that can't.</summary>
    /// <returns>What stands in the way (errors) or should be known (warnings); empty when all is well.</returns>
    Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken);
}

/// <summary>The store can't be used at the moment; nothing that was being written counts. Carries the finding to show.</summary>
internal sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException(Finding finding, Exception? inner = null)
        : base(finding.ToString(Language.English), inner) => Finding = finding;

    public Finding Finding { get; }
}
