using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>What a round answers to a command. Closed family.</summary>
internal abstract record Decision
{
    private protected Decision() { }
}

/// <summary>Do it: append these entries.</summary>
/// <param name="Entries">At least one, in order.</param>
internal sealed record Accept(ImmutableArray<RoundEntry> Entries) : Decision;

/// <summary>It was done before: by the same command, or by another with the same meaning. Nothing to append.</summary>
/// <param name="Receipt">Receipt of the earlier delivery, where there is one.</param>
internal sealed record Already(ReceiptNumber? Receipt = null) : Decision;

/// <summary>It can't be done; nothing changes.</summary>
/// <param name="Findings">Why, and what to do.</param>
internal sealed record Refuse(ImmutableArray<Finding> Findings) : Decision;

/// <summary>Turns commands into events or findings. Pure: time, rules and actor are arguments.</summary>
internal static class Decide
{
    /// <summary>What the round answers.</summary>
    /// <param name="state">The round as it is.</param>
    /// <param name="rules">The rules that its log names last; <see langword="null"/> before it is opened.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">When.</param>
    /// <param name="actor">By whom.</param>
    public static Decision On(RoundState state, AwardRules? rules, RoundCommand command, DateTimeOffset now, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (!command.IsOpenTo(actor)) return No(RoundFindings.NotAllowed.At(Place.Nowhere));
        if (state.Commands.ContainsKey(command.Id)) return new Already(ReceiptOf(state, command));
        if (command is OpenRound open) return state.Opened is null ? Yes(now, actor, open, RulesReference.Of(open.Rules).Opened()) : new Already();
        if (state.Opened is null) return No(RoundFindings.NotOpen.At(Place.Nowhere));
        ArgumentNullException.ThrowIfNull(rules);
        return command switch
        {
            ReviseRules c => Revise(state, c, now, actor),
            ReceiveDelivery c => Receive(state, rules, c, now, actor),
            RefuseDelivery c => Yes(now, actor, c, new DeliveryRefused(c.Channel, c.Unit, c.ReceivedAt, c.Files, c.Codes)),
            CloseInternalDeadline c => Close(state, rules, c, now, actor),
            RecordReport c => Record(state, rules, c, now, actor),
            CompleteStep c => Complete(state, c, now, actor),
            AttemptMail c => state.Outbox.Find(m => m.Id == c.Mail) is { } mail && mail.NotBefore <= now ? Yes(now, actor, c, new MailAttempted(c.Mail, mail.LeaseFrom(now))) : new Already(),
            ConfirmMail c => state.Outbox.Exists(m => m.Id == c.Mail) ? Yes(now, actor, c, new MailSent(c.Mail)) : new Already(),
            FailMail c => state.Outbox.Exists(m => m.Id == c.Mail) ? Yes(now, actor, c, new MailFailed(c.Mail, c.Code)) : new Already(),
            _ => throw new ArgumentException($"Unknown command {command.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>Other rules of the same award in which everything that was received has its place.</summary>
    private static Decision Revise(RoundState state, ReviseRules c, DateTimeOffset now, Actor actor)
    {
        var (named, rules) = (RulesReference.Of(c.Rules), c.Rules);
        var current = state.Rules[^1].Named;
        if (named.Round != current.Round) throw new ArgumentException($"The plan of {named.Round} is none of {current.Round}.", nameof(c));
        if (named == current) return new Already();
        if (named.Framework != current.Framework) return No(RulesFindings.OtherAward.At(Place.Nowhere, named.Framework.Value, current.Framework.Value));
        var homeless = state.Deliveries.Select(d => d.Unit).Distinct().Where(u => rules.Plan.Find(u) is null)
            .Select(u => RulesFindings.UnitGone.At(Place.Nowhere, u.Value))
            .Concat(state.Heads.Where(h => rules.Plan.Find(h.Unit) is not null && !Hosts(rules, h.Unit, h.Indicator))
                .Select(h => RulesFindings.HostGone.At(Place.Nowhere, h.Unit.Value, h.Indicator.Bilingual))).ToImmutableArray();
        return homeless.IsEmpty ? Yes(now, actor, c, named.Revised(c.Reason)) : new Refuse(homeless);
    }

    private static Decision Receive(RoundState state, AwardRules rules, ReceiveDelivery c, DateTimeOffset now, Actor actor)
    {
        if (state.Keys.TryGetValue(c.Key, out var earlier))
            return state.Find(earlier)!.Body == c.Body ? new Already(earlier) : No(RoundFindings.KeyReused.At(Place.Nowhere, ThaiNumerals.Number(earlier.Value)));
        if (rules.Plan.Find(c.Unit) is null) return No(RoundFindings.UnknownUnit.At(Place.Nowhere, c.Unit.Value));

        var foreign = c.Returns.Select(r => r.Read.Indicator).Where(i => !Hosts(rules, c.Unit, i)).ToImmutableArray();
        if (foreign.Length > 0) return new Refuse([.. foreign.Select(i => RoundFindings.NotHost.At(Place.Nowhere, c.Unit.Value, i.Bilingual))]);
        if (c.Returns.DistinctBy(r => r.Read.Indicator).Count() != c.Returns.Length)
            throw new ArgumentException("A delivery brings at most one return per indicator.", nameof(c));

        var returns = ImmutableArray.CreateBuilder<DeliveredReturn>(c.Returns.Length);
        foreach (var (read, content) in c.Returns)
        {
            var current = state.Current(c.Unit, read.Indicator);
            var unchanged = current is not null && current.Content == content;
            returns.Add(new(read.Indicator, unchanged ? current!.Version : (current?.Version ?? 0) + 1, unchanged, read.Status, content, read.FaultyRows));
        }
        var received = new DeliveryReceived(new(state.Deliveries.Count + 1), c.Channel, c.Unit, c.ReceivedAt, c.Key, c.Body, c.Files, returns.MoveToImmutable(), c.Findings, c.Details);
        return new Accept([new(now, actor, c.Id, received)]);
    }

    private static Decision Close(RoundState state, AwardRules rules, CloseInternalDeadline c, DateTimeOffset now, Actor actor)
    {
        if (state.Closed is not null) return new Already();
        var deadline = rules.Plan.InternalDeadline.Date;
        return BangkokTime.Date(now) <= deadline
            ? No(RoundFindings.DeadlineNotOver.At(Place.Nowhere, ThaiDate.Bilingual(deadline)))
            : Yes(now, actor, c, new InternalDeadlineClosed(state.Heads), new StepCompleted(Schedule.Close));
    }

    /// <summary>What was compiled from the same rules and versions is compiled: two clocks that tick at once record it once.</summary>
    private static Decision Record(RoundState state, AwardRules rules, RecordReport c, DateTimeOffset now, Actor actor)
    {
        if (state.Steps.Contains(c.Step)) return new Already();
        if (c.Sequence != state.Sequence) return No(RoundFindings.ReportOutdated.At(Place.Nowhere));
        var heads = state.Heads;
        return Yes(now, actor, c, c.Editions
            .Select(RoundEvent (e) => new ReportCompiled(e.Edition, rules.Framework.Revision, rules.Plan.Revision, heads, e.Word, e.Pdf) { Log = state.Head }).Append(new StepCompleted(c.Step)));
    }

    private static Decision Complete(RoundState state, CompleteStep c, DateTimeOffset now, Actor actor) => state.Steps.Contains(c.Step)
        ? new Already()
        : Yes(now, actor, c, c.Mails.Select(RoundEvent (m) => new MailQueued(m.Mail, m.Purpose, m.Eml)).Append(new StepCompleted(c.Step)));

    private static ReceiptNumber? ReceiptOf(RoundState state, RoundCommand command) =>
        command is ReceiveDelivery c && state.Keys.TryGetValue(c.Key, out var receipt) ? receipt : null;

    private static bool Hosts(AwardRules rules, UnitCode unit, IndicatorNumber indicator) =>
        rules.Framework.Find(indicator) is not null && rules.HostingOf(indicator).Hosts.Contains(unit);

    private static Accept Yes(DateTimeOffset now, Actor actor, RoundCommand c, params IEnumerable<RoundEvent> events) => new([.. events.Select(e => new RoundEntry(now, actor, c.Id, e))]);

    private static Refuse No(Finding finding) => new([finding]);
}
