using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Binder;

/// <summary>What binders are made with.</summary>
internal sealed class BinderParts(
    ResultsService results, PrintedReturns printed, SeasonPapers papers, OfficeFiles forms, VaultContent content, IEventLog events, Instruments instruments, Installation installation)
{
    public ResultsService Results => results;

    public PrintedReturns Printed => printed;

    public SeasonPapers Papers => papers;

    public OfficeFiles Forms => forms;

    public VaultContent Content => content;

    public IEventLog Events => events;

    public Instruments Instruments => instruments;

    public bool IsSample => installation.IsSample;

    /// <summary>The binder of a round as it is shown; nothing of it is written yet.</summary>
    /// <exception cref="StorageUnavailableException">The store can't be read.</exception>
    public async Task<BinderFile> FindAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        var (snapshot, damage) = await SnapshotAsync(round, cancellationToken);
        var sent = ImmutableArray.CreateBuilder<SentFile>();
        foreach (var delivery in round.State.Deliveries)
        {
            var names = (await content.DetailsAsync(round.Id, delivery, cancellationToken)).Names;
            foreach (var (i, file) in delivery.Files.Index()) sent.Add(new(delivery, names[i], file.Hash, file.Size, round.Rules.Plan.Find(delivery.Unit)));
        }
        return new(round, new(round, BinderEvidence.Of(round, snapshot, damage, sent.DrainToImmutable()), this));
    }

    /// <summary>A damaged return takes what is made of it out of the binder, and nothing else.</summary>
    private async Task<(RoundSnapshot? Snapshot, Finding? Damage)> SnapshotAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        try
        {
            return (await results.SnapshotAsync(round, cancellationToken), null);
        }
        catch (DamagedException damaged)
        {
            return (null, damaged.Finding);
        }
    }
}
