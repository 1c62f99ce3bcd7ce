using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rankings;

/// <summary>A ranking as it stands: what was sent to it, and the order that comes of it.</summary>
internal sealed record OpenedRanking(RankingHistory History, RankedField Field)
{
    public Framework Framework => Field.Framework;

    /// <summary>An entrant that is ranked or stands beside; null if nothing of it is here.</summary>
    public RankedEntrant? Find(string entrant) => Field.PlaceOf(entrant);

    /// <summary>What was sent of an entrant, newest first; replaced and withdrawn ones included.</summary>
    public IEnumerable<SentToRanking> SentOf(string entrant) => History.Sent.Where(s => s.Entrants.Contains(entrant)).Reverse();
}

/// <summary>What became of one file.</summary>
/// <param name="Name">As the sender gave it.</param>
/// <param name="Entrants">Whose results in it count now; none where it was not taken in.</param>
/// <param name="IsNew">Something of it counts that did not count before.</param>
/// <param name="Findings">What was found in it.</param>
internal sealed record SentFile(string Name, ImmutableArray<string> Entrants, bool IsNew, ImmutableArray<Finding> Findings);
