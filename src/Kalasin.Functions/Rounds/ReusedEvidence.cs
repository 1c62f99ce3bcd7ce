using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>Files of evidence that another unit sent before, the very same bytes.</summary>
internal static class ReusedEvidence
{
    public static IEnumerable<Finding> In(OpenedRound round, UnitCode unit, IntakeResult read, ImmutableArray<DeliveredFile> files)
    {
        var sent = round.State.Deliveries.Where(d => d.Unit != unit && !round.State.Withdrawn.ContainsKey(d.Receipt)).SelectMany(d => d.Files.Select(f => (f.Hash, Delivery: d)))
            .ToLookup(f => f.Hash, f => f.Delivery);
        foreach (var (i, file) in files.Index())
            if (read.Files[i].Outcome is FileOutcome.KeptAsEvidence or FileOutcome.KeptAsCopy && sent[file.Hash].FirstOrDefault() is { } earlier)
                yield return RoundServiceFindings.EvidenceReused.At(
                    Place.InFile(read.Files[i].Name), round.Rules.Plan.Find(earlier.Unit)?.Name ?? earlier.Unit.Value, ThaiDate.Bilingual(BangkokTime.Date(earlier.ReceivedAt)));
    }
}
