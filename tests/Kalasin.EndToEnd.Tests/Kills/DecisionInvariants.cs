using System.Collections.Immutable;
using System.Globalization;
using static Kalasin.EndToEnd.Tests.Kills.KeptLog;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>What people decided is in the log where it was answered to be, once for each key; what was refused is not, and nobody else decided anything.</summary>
internal static class DecisionInvariants
{
    private static readonly ImmutableHashSet<string> Kinds =
    [
        "questionAsked", "deadlineExtended", "returnExcluded", "returnIncluded", "deliveryWithdrawn", "deliveryRestored", "linkIssued", "linkRevoked",
        "contentErased", "rulesRevised", "mailsPrepared", "mailResent", "mailsReleased", "mailsCancelled", "mailHeld", "mailReleased", "resultsShown", "objectionRaised", "objectionDecided",
        "choiceMade", "addressConfirmed", "signatureRequested", "reportReturned", "reportApproved", "letterNumbered", "signedCopyAttached", "dispatchOrdered",
        "dispatchSettled", "dispatchAcknowledged",
    ];

    public static IEnumerable<string> Broken(KeptLog log, Journal journal, bool settled)
    {
        var decided = log.Entries.Select((entry, i) => (Entry: entry, Number: i + 1L))
            .Where(e => Kinds.Contains(Text(e.Entry.GetProperty("event"), "kind"))).ToList();
        var known = new HashSet<long>();
        foreach (var decision in journal.Decisions)
        {
            var stands = decided.Where(e => decision.IsIn(e.Entry)).ToList();
            known.UnionWith(stands.Select(e => e.Number));
            if (stands.Count > 1) yield return $"decisions: {decision.Key} stands {stands.Count.ToString(CultureInfo.InvariantCulture)} times";
            foreach (var (_, number) in stands.Where(e => !decision.IsSaidBy(e.Entry.GetProperty("event"))))
                yield return $"decisions: entry {number} is not what {decision.Key} decided";
            switch (decision.Answer)
            {
                case { Stands: true, Number: var number } when stands.Count == 0 || (number is not null && stands[0].Number != number):
                    yield return $"decisions: {decision.Key} was answered with entry {number}, which is not it";
                    break;
                case { Stands: false } when stands.Count > 0:
                    yield return $"decisions: {decision.Key} was refused, and is entry {stands[0].Number}";
                    break;
                case null when settled:
                    yield return $"decisions: {decision.Key} was never answered";
                    break;
            }
        }
        // A link in a mail comes with the batch.
        var batches = log.Entries.Where(e => Text(e.GetProperty("event"), "kind") == "mailsPrepared").Select(e => Text(e, "command")).ToHashSet(StringComparer.Ordinal);
        foreach (var (entry, number) in decided.Where(e => !known.Contains(e.Number) && !(Text(e.Entry.GetProperty("event"), "kind") == "linkIssued" && batches.Contains(Text(e.Entry, "command")))))
            yield return $"decisions: nobody took what is entry {number}: {Text(entry.GetProperty("event"), "kind")}";
    }
}
