using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Transfer;

namespace Kalasin.Functions.Season;

/// <summary>
/// Prepares the mails that a person sends to many units in one action: written, kept, queued, and held until somebody releases them. Each is the very
/// message that will leave, so that what is looked at before is what goes.
/// </summary>
internal sealed class Batches(RoundLog log, Installation installation, TimeProvider clock)
{
    /// <summary>A link in a mail opens as long after the giver's own deadline, in days: for corrections and questions.</summary>
    private const int LinkDays = 90;

    /// <summary>What can be sent so.</summary>
    public static readonly ImmutableArray<MailPurpose> Purposes = [MailPurpose.Forms, MailPurpose.Results, MailPurpose.Reminder];

    /// <param name="asked">What, and to whom.</param>
    /// <param name="origin">Where people reach this installation, without a slash at its end.</param>
    /// <param name="key">Of the sender; asked again with it, the same mails are prepared once. Null if none was given.</param>
    public async Task<BatchOutcome> PrepareAsync(
        OpenedRound round, BatchRequest asked, string origin, string? key, Actor actor, CancellationToken cancellationToken)
    {
        var (plan, units, findings) = (round.Rules.Plan, ImmutableArray.CreateBuilder<ReportingUnit>(), ImmutableArray.CreateBuilder<Finding>());
        if (Objection(round, asked.Purpose) is { } objection) return BatchOutcome.Refused(round, [objection]);
        foreach (var unit in Recipients(round, asked))
            if (unit.Email is null) findings.Add(BatchFindings.NoAddress.At(Place.Nowhere, unit.Name));
            else units.Add(unit);
        if (units.Count == 0) return BatchOutcome.Refused(round, [.. findings, BatchFindings.NobodyToWriteTo.At(Place.Nowhere)]);
        // A link is an event of its own.
        var most = asked.Purpose == MailPurpose.Forms ? MailToQueue.MostEvents / 2 : MailToQueue.MostEvents;
        var numbers = ImmutableArray.CreateBuilder<long>();
        foreach (var (part, (purpose, some)) in units.GroupBy(u => PurposeFor(round, asked.Purpose, u)).SelectMany(g => g.Chunk(most).Select(c => (g.Key, c))).Index())
        {
            var id = IdOf(round.Id, asked, key, actor, part);
            if (!round.State.Commands.ContainsKey(id))
            {
                var (decision, after) = await QueueAsync(round, purpose, some, origin, id, actor, cancellationToken);
                round = after;
                if (decision is Refuse refusal) return BatchOutcome.Refused(round, [.. findings, .. refusal.Findings]);
            }
            numbers.Add(round.State.Batches.Keys.Last(number => number <= round.State.Commands[id].Number));
        }
        return new(round, numbers.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>Sends one of them to the coordinator's own mailbox, as it would be, but without a link that opens anything.</summary>
    public async Task<BatchOutcome> TestAsync(OpenedRound round, BatchRequest asked, string origin, Actor actor, CancellationToken cancellationToken)
    {
        if (Objection(round, asked.Purpose) is { } objection) return BatchOutcome.Refused(round, [objection]);
        var plan = round.Rules.Plan;
        if (Recipients(round, asked).FirstOrDefault() is not { } unit) return BatchOutcome.Refused(round, [BatchFindings.NobodyToWriteTo.At(Place.Nowhere)]);
        var id = Guid.NewGuid();
        var text = TextOf(round, PurposeFor(round, asked.Purpose, unit), unit, PublicAddress.OfLink(origin, round.Id, new string('x', LinkSecret.Length)), Expires(round)).AsTest();
        await using var staged = new StagedContents(round.Vault);
        var mail = MailId.Of($"test-{id.ToString("N")[..12]}", 1);
        var eml = await WriteAsync(round, plan.AddressOf(null)!, plan.Find(plan.Collector)!, mail, text, await FormsAsync(round, asked.Purpose, unit, cancellationToken), staged, cancellationToken);
        await staged.PromoteAsync(cancellationToken);
        return await OutcomeAsync(round, new PrepareMails(id, [new(mail, MailPurpose.Test, eml)]), actor, cancellationToken);
    }

    /// <summary>Lets go at once what was prepared: a reminder has the very words that the clock's has, which nobody looks at either.</summary>
    public async Task<BatchOutcome> ReleaseAsync(BatchOutcome prepared, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var number in prepared.Numbers)
        {
            var (decision, state) = await log.DecideAsync(prepared.Round.Id, new ReleaseMails(number) { Id = Guid.NewGuid() }, actor, cancellationToken);
            prepared = prepared with { Round = await log.AtAsync(prepared.Round.Id, state, cancellationToken) };
            if (decision is Refuse refusal) prepared = prepared with { Findings = [.. prepared.Findings, .. refusal.Findings] };
        }
        return prepared;
    }

    /// <summary>
    /// Whom it would go to, with an address or without: forms to all that report, results to all that are scored, of either those who were named; a reminder to those
    /// who hold the results up.
    /// </summary>
    public static IEnumerable<ReportingUnit> Recipients(OpenedRound round, BatchRequest asked) => round.Rules.Plan.Units.Where(u =>
        (asked.Purpose == MailPurpose.Forms ? round.Rules.AskedOf(u.Code) : round.Rules.IndicatorsOf(u.Code)).Any() && (asked.Units.IsDefaultOrEmpty || asked.Units.Contains(u.Code))
        && (asked.Purpose != MailPurpose.Reminder || OwedBy(round, u).HoldsResultsUp));

    private static Owed OwedBy(OpenedRound round, ReportingUnit unit) => Owed.Of(RoundStatus.CellsOf(round.State, round.Rules, unit.Code));

    /// <summary>Whoever's last day is over is reminded in other words, which are a mail of another purpose.</summary>
    private MailPurpose PurposeFor(OpenedRound round, MailPurpose asked, ReportingUnit unit) =>
        asked == MailPurpose.Reminder && BangkokTime.Date(clock.GetUtcNow()) > round.State.LastDayOf(unit.Code, round.Rules) ? MailPurpose.Overdue : asked;

    private async Task<BatchOutcome> OutcomeAsync(OpenedRound round, PrepareMails command, Actor actor, CancellationToken cancellationToken)
    {
        var (decision, state) = await log.DecideAsync(round.Id, command, actor, cancellationToken);
        var after = await log.AtAsync(round.Id, state, cancellationToken);
        return decision is Refuse refusal ? BatchOutcome.Refused(after, refusal.Findings) : new(after, [after.State.Batches.Keys.Last()], []);
    }

    private async Task<(Decision Decision, OpenedRound After)> QueueAsync(
        OpenedRound round, MailPurpose purpose, IReadOnlyList<ReportingUnit> units, string origin, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        await using var staged = new StagedContents(round.Vault);
        var (mails, expires) = (ImmutableArray.CreateBuilder<MailToQueue>(), Expires(round));
        foreach (var unit in units)
        {
            var (mail, secret) = (MailId.Of($"batch-{id.ToString("N")[..12]}-{unit.Code.Value.ToLowerInvariant()}", 1), LinkSecret.Draw());
            var text = TextOf(round, purpose, unit, PublicAddress.OfLink(origin, round.Id, secret), expires);
            var eml = await WriteAsync(round, unit.Email!, unit, mail, text, await FormsAsync(round, purpose, unit, cancellationToken), staged, cancellationToken);
            mails.Add(new(mail, purpose, eml) { Unit = unit.Code, Link = purpose == MailPurpose.Forms ? new(LinkSecret.HashOf(secret), expires) : null });
        }
        await staged.PromoteAsync(cancellationToken);
        var (decision, state) = await log.DecideAsync(round.Id, new PrepareMails(id, mails.ToImmutable()), actor, cancellationToken);
        return (decision, await log.AtAsync(round.Id, state, cancellationToken));
    }

    private MailText TextOf(OpenedRound round, MailPurpose purpose, ReportingUnit unit, string link, DateTimeOffset expires)
    {
        var (rules, state) = (round.Rules, round.State);
        if (purpose is MailPurpose.Reminder or MailPurpose.Overdue) return NoticeMail.Compose(rules, state, new(purpose, unit.Code), null, clock.GetUtcNow(), installation.IsSample);
        if (purpose == MailPurpose.Results) return ResultsMail.Compose(rules, unit, state.Results!.Until, installation.IsSample);
        var due = rules.AskedOf(unit.Code).Min(i => Lateness.DueOf(state, rules, unit.Code, i.Number, clock.GetUtcNow()));
        return FormsMail.Compose(rules, unit, due, link, expires, attached: true, installation.IsSample);
    }

    private static async Task<IReadOnlyList<MailAttachment>> FormsAsync(OpenedRound round, MailPurpose purpose, ReportingUnit unit, CancellationToken cancellationToken)
    {
        if (purpose != MailPurpose.Forms) return [];
        var (form, attached) = (Form.For(round.Rules, unit.Code), new List<MailAttachment>());
        foreach (var format in RoundForms.Formats)
        {
            using var bytes = new MemoryStream();
            await RoundForms.WriteAsync(form, format, bytes, cancellationToken);
            attached.Add(new(RoundForms.NameOf(round, unit.Code, format), format.MediaType, bytes.ToArray()));
        }
        return attached;
    }

    private async Task<ContentHash> WriteAsync(
        OpenedRound round, string address, ReportingUnit to, MailId mail, MailText text, IReadOnlyList<MailAttachment> attachments,
        StagedContents staged, CancellationToken cancellationToken)
    {
        var plan = round.Rules.Plan;
        var sender = plan.AddressOf(null)!;
        return await staged.AddOwnAsync(
            Eml.Of(
                new(plan.Office.Thai, sender), new(to.Name.Thai, address), text.Subject, text.Body,
                MessageIds.Of(round.State, mail, sender), BangkokTime.ToBangkok(clock.GetUtcNow()), attachments, isByAPerson: true),
            cancellationToken);
    }

    private static Finding? Objection(OpenedRound round, MailPurpose purpose) => purpose switch
    {
        _ when round.Rules.Plan.AddressOf(null) is null => BatchFindings.NoSender.At(Place.Nowhere),
        MailPurpose.Results when round.State.Results is null => BatchFindings.ResultsNotShown.At(Place.Nowhere),
        _ => null,
    };

    private DateTimeOffset Expires(OpenedRound round)
    {
        var (final, today) = (round.Rules.Framework.FinalDeadline.Date, BangkokTime.Date(clock.GetUtcNow()));
        return BangkokTime.At((final > today ? final : today).AddDays(LinkDays + 1));
    }

    private static Guid IdOf(RoundId round, BatchRequest asked, string? key, Actor actor, int part) => key is null
        ? Guid.NewGuid()
        : DeliveryService.CommandOf(ContentHash.Of(Encoding.UTF8.GetBytes(
            $"batch\n{round}\n{actor.Role}\n{actor.Id}\n{key}\n{asked.Purpose}\n{string.Join(' ', asked.Units.IsDefault ? [] : asked.Units)}\n{part}")));
}

/// <param name="Purpose">One of <see cref="Batches.Purposes"/>.</param>
/// <param name="Units">Empty for all that report.</param>
internal sealed record BatchRequest(MailPurpose Purpose, ImmutableArray<UnitCode> Units);

/// <param name="Round">As it is afterwards.</param>
/// <param name="Numbers">Of the batches; none if they were refused.</param>
/// <param name="Findings">Why, or who was left out.</param>
internal sealed record BatchOutcome(OpenedRound Round, ImmutableArray<long> Numbers, ImmutableArray<Finding> Findings)
{
    public static BatchOutcome Refused(OpenedRound round, ImmutableArray<Finding> findings) => new(round, [], findings);
}
