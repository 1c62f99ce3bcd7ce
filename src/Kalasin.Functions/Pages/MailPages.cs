using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;

namespace Kalasin.Functions.Pages;

/// <summary>The coordinator's pages of mails: preparing many in one action, looking at each before it leaves, and the journal of all.</summary>
internal static class MailPages
{
    public static void MapMailPages(this IEndpointRouteBuilder pages)
    {
        var mails = pages.MapGroup("/rounds/{round}/mails").RequireAuthorization(Policies.Coordinate);
        mails.MapGet("", ShowAllAsync);
        mails.MapPost("", PrepareAsync);
        mails.MapGet("/{mail}", ShowAsync);
        mails.MapPost("/{mail}/again", AgainAsync);
    }

    private static async Task<IResult> ShowAllAsync(
        string round, HttpContext context, Caller caller, RoundLog log, AccessSettings settings, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, day, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        return PageAnswer.Of<MailsPage>(Of(found, context, caller, settings, installation, PageTime.EndOf(day) ?? clock.GetUtcNow(), day));
    }

    private static async Task<IResult> PrepareAsync(
        string round, HttpContext context, Caller caller, RoundLog log, Batches batches, AccessSettings settings, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(context.Request, cancellationToken);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        var purpose = ApiJson.Named<MailPurpose>(fields["for"]) is { } named && Batches.Purposes.Contains(named) ? named : (MailPurpose?)null;
        ImmutableArray<UnitCode> units = found.UnitOf(fields["unit"]) is { } unit ? [unit.Code] : [];
        var origin = PublicAddress.Of(context.Request, settings);
        var outcome = purpose switch
        {
            null => BatchOutcome.Refused(found, [BatchFindings.BatchUnclear.At(Place.Nowhere)]),
            { } known when fields.Has("test") => await batches.TestAsync(found, new(known, units), origin, caller.Actor, cancellationToken),
            { } known => await batches.PrepareAsync(found, new(known, units), origin, fields["key"], caller.Actor, cancellationToken),
        };
        if (purpose == MailPurpose.Reminder && fields.Has("now")) outcome = await batches.ReleaseAsync(outcome, caller.Actor, cancellationToken);
        if (outcome.Numbers.Length > 0 && outcome.Findings.IsEmpty) return SeeOther.To(PageAddress.Mails(found.Id.Value));
        var view = Of(outcome.Round, context, caller, settings, installation, clock.GetUtcNow(), null) with { Findings = outcome.Findings };
        return PageAnswer.Of<MailsPage>(view, outcome.Numbers.IsEmpty ? Problem.NotAccepted.Status : StatusCodes.Status200OK);
    }

    private static MailsView Of(
        OpenedRound round, HttpContext context, Caller caller, AccessSettings settings, Installation installation, DateTimeOffset now, DateOnly? day)
    {
        var offer = new DecisionOffer(round, caller, now, FormToken.Of(context), PageAddress.Mails(round.Id.Value), isPast: day is not null);
        return new(round.Rules)
        {
            IsSample = installation.IsSample,
            AsOf = day,
            InRound = round.Id.Value,
            Trail = LinksView.TrailOf(round),
            Batches = [.. round.State.Batches.Values.Reverse().Where(b => b.Purpose != MailPurpose.Test).Select(b => MailBatchView.Of(b, round, offer, now))],
            Mails = [.. round.State.Mails.Values.OrderByDescending(m => m.Number).Select(m => MailLineView.Of(m, round, now))],
            WithoutAddress = [.. round.Rules.Plan.Units.Where(u => u.Email is null && round.Rules.IndicatorsOf(u.Code).Any()).Select(u => u.ShortName)],
            ResultsShown = round.State.Results is not null,
            IsReachable = PublicAddress.IsReachable(context.Request, settings),
            Token = FormToken.Of(context),
            Key = Guid.NewGuid().ToString("N"),
        };
    }

    private static async Task<IResult> ShowAsync(
        string round, string mail, HttpContext context, Caller caller, RoundLog log, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, day, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        if (!MailId.TryParse(mail, out var id) || found.State.Mails.GetValueOrDefault(id) is not { } known)
            return Problem.NotFound.With(BatchFindings.MailUnknown.At(Place.Nowhere));
        var now = PageTime.EndOf(day) ?? clock.GetUtcNow();
        var offer = new DecisionOffer(found, caller, now, FormToken.Of(context), PageAddress.Mail(found.Id.Value, id.Value), isPast: day is not null);
        var reading = await MailReading.OfAsync(found, known, cancellationToken);
        return PageAnswer.Of<MailPage>(new MailView(found.Id.Value, MailLineView.Of(known, found, now), reading)
        {
            IsSample = installation.IsSample,
            AsOf = day,
            InRound = found.Id.Value,
            Trail = [.. LinksView.TrailOf(found), new(new("อีเมลของรอบ", "Mails"), PageAddress.Mails(found.Id.Value))],
            Token = FormToken.Of(context),
            MayBeResent = day is null && Resending.IsOpen(found, known, caller.Actor, now),
            ResentAs = known.ResentAs?.Value,
            Forms =
            [
                .. offer.Of(new HoldMail(id), new("ระงับไว้ก่อน", "Hold it back")),
                .. offer.Of(new ReleaseMail(id), new("ปล่อยให้ส่ง", "Release it")),
                .. known.Waits ? offer.Of(new CancelMails("", Mail: id), new("ยกเลิกการส่ง", "Cancel it"), "reason") : [],
            ],
        });
    }

    private static async Task<IResult> AgainAsync(
        string round, string mail, HttpContext context, Caller caller, RoundLog log, Resending resending, CancellationToken cancellationToken)
    {
        if (!(await SmallForm.ReadAsync(context.Request, cancellationToken)).IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (!MailId.TryParse(mail, out var id) || found.State.Mails.GetValueOrDefault(id) is not { } known)
            return Problem.NotFound.With(BatchFindings.MailUnknown.At(Place.Nowhere));
        var (decision, after) = await resending.SendAgainAsync(found, known, caller.Actor, cancellationToken);
        return decision is Refuse refusal
            ? Problem.NotAccepted.With(refusal.Findings)
            : SeeOther.To(PageAddress.Mail(found.Id.Value, after.State.Mails[id].ResentAs!.Value.Value));
    }
}
