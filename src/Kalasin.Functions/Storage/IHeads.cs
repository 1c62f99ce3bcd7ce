using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>
/// Heads of the logs' chains, kept in another place than the logs and only ever added to. A chain can be worked out anew by
/// whoever changes a log; what was promised here can't. One text per stream, in the form of <see cref="SealedHeads"/>.
/// </summary>
internal interface IHeads
{
    /// <summary>Where they are kept, to be told.</summary>
    string Place { get; }

    /// <summary>Adds a head; an answer means durable. Adding one again is harmless.</summary>
    /// <exception cref="StorageUnavailableException">The place can't be written to.</exception>
    Task SealAsync(StreamId stream, SealedHead head, CancellationToken cancellationToken);

    /// <summary>Everything that was sealed of a stream; nothing if nothing was.</summary>
    /// <exception cref="StorageUnavailableException">The place can't be read.</exception>
    Task<SealedHeads> ReadAsync(StreamId stream, CancellationToken cancellationToken);

    /// <summary>The streams of which something was sealed, by name.</summary>
    /// <exception cref="StorageUnavailableException">The place can't be read.</exception>
    Task<IReadOnlyList<StreamId>> ListAsync(CancellationToken cancellationToken);

    /// <summary>What should be known of the place; never throws for one that can't be used.</summary>
    Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken);
}
