
namespace Kalasin.Evaluation.Rounds;

/// <summary>Folds a round's log into its state. Pure: reads no clock, file or culture.</summary>
internal static class Evolve
{
    /// <summary>The state after one more stored entry.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="bytes">The exact stored bytes.</param>
    /// <exception cref="InvalidDataException">They are not an entry this program knows, or one that can't follow.</exception>
    public static RoundState Apply(RoundState state, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(state);
        var entry = RoundEntry.FromBytes(bytes);
        var sequence = state.Sequence + 1;
        var next = state with { Sequence = sequence, Head = state.Head.Then(bytes), Commands = state.Commands.SetItem(entry.Command, sequence) };
        return entry.Event switch
        {
            RoundOpened e => next with { Opened = e, Rules = [new(RulesReference.Of(e), 1, entry.At, entry.Actor, null)] },
            RulesRevised e => Revise(next, entry, e),
            DeliveryReceived e => Receive(next, e),
            DeliveryRefused e => next with { Refused = next.Refused.Add(sequence, e) },
            InternalDeadlineClosed e => next with { Closed = e, ClosedAt = entry.At },
            ReportCompiled e => next with { Reports = next.Reports.SetItem(e.Edition, e) },
            StepCompleted e => next with { Steps = next.Steps.Add(e.Step) },
            MailQueued e => next with { Outbox = next.Outbox.Add(new(e.Mail, e.Purpose, e.Eml, entry.At)) },
            MailAttempted e => Waiting(next, e.Mail, mail => mail with { Attempts = mail.Attempts + 1, NotBefore = e.Until, Failure = null }),
            MailFailed e => Waiting(next, e.Mail, mail => mail with { Failure = e.Code }),
            MailSent e => next with { Outbox = next.Outbox.RemoveAll(mail => mail.Id == e.Mail) },
            _ => throw new InvalidDataException($"Nothing follows from a {entry.Event.GetType().Name}."),
        };
    }

    private static RoundState Waiting(RoundState state, MailId id, Func<WaitingMail, WaitingMail> change) => state.Outbox.FindIndex(mail => mail.Id == id) is >= 0 and var at
        ? state with { Outbox = state.Outbox.SetItem(at, change(state.Outbox[at])) }
        : throw new InvalidDataException($"The mail {id} does not wait.");

    private static RoundState Revise(RoundState state, RoundEntry entry, RulesRevised e) => state.Opened is { Round: var round }
        ? state with { Rules = state.Rules.Add(new(RulesReference.Of(round, e), state.Deliveries.Count + 1, entry.At, entry.Actor, e.Reason)) }
        : throw new InvalidDataException("Rules can't be revised in a round that was not opened.");

    private static RoundState Receive(RoundState state, DeliveryReceived e)
    {
        if (e.Receipt.Value != state.Deliveries.Count + 1)
            throw new InvalidDataException($"Receipt {e.Receipt} can't follow receipt {state.Deliveries.Count}.");
        if (state.Keys.TryGetValue(e.Key, out var earlier)) throw new InvalidDataException($"Receipt {e.Receipt} has the key of receipt {earlier}.");
        var returns = state.Returns;
        foreach (var r in e.Returns)
        {
            if (r.Unchanged) continue;
            var key = (e.Unit, r.Indicator);
            var versions = returns.TryGetValue(key, out var known) ? known : [];
            if (r.Version != versions.Count + 1)
                throw new InvalidDataException($"Version {r.Version} of {e.Unit}/{r.Indicator} can't follow version {versions.Count}.");
            returns = returns.SetItem(key, versions.Add(new(r.Version, e.Receipt, e.ReceivedAt, r.Status, r.Content, r.FaultyRows)));
        }
        return state with { Deliveries = state.Deliveries.Add(e), ReceiptHeads = state.ReceiptHeads.Add(state.Head), Keys = state.Keys.Add(e.Key, e.Receipt), Returns = returns };
    }
}
