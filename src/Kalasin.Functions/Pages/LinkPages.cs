using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>The door of personal links, and the coordinator's page of them.</summary>
internal static class LinkPages
{
    public static void MapLinkPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/in/{round}/{secret}", EnterAsync).WithSecurityHeadersPolicy(SecurityHeaders.Entrance).AllowAnonymous();
        var deciding = pages.MapGroup("/rounds/{round}/links").RequireAuthorization(Policies.Coordinate);
        deciding.MapGet("", ShowAsync);
        deciding.MapPost("", IssueAsync);
        deciding.MapPost("/{number:long}/revoke", RevokeAsync);
    }

    /// <summary>
    /// Checks the link, puts it into the browser's cookie and leads on, so that the address with the secret stays neither in the page nor
    /// in what is sent from it. Changes nothing here: a robot that looks ahead does no harm.
    /// </summary>
    private static async Task<IResult> EnterAsync(
        string round, string secret, HttpContext context, LinkDoor door, AccessSettings settings, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!RoundId.TryParse(round, out var id) || await door.OpenAsync(id, secret, cancellationToken) is not { } caller)
            return Problem.LinkUnknown.With(AccessFindings.LinkUnknown.At(Place.Nowhere));
        HeldLinks.Add(context, settings, id, secret);
        return SeeOther.To(DoorOf(caller, id));
    }

    /// <summary>Where somebody bound to a round begins.</summary>
    public static string DoorOf(Caller caller, RoundId round) => caller.Actor switch
    {
        { Role: ActorRole.UnitOfficer, Id: var unit } => PageAddress.Unit(round.Value, unit),
        { IsHead: true } => PageAddress.Head(round.Value),
        _ => PageAddress.Round(round.Value),
    };

    private static async Task<IResult> ShowAsync(
        string round, HttpContext context, RoundLog log, AccessSettings settings,
        Installation installation, TimeProvider clock, CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, day, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        var view = await LinksView.OfAsync(found, context, settings, PageTime.EndOf(day) ?? clock.GetUtcNow(), installation.IsSample, cancellationToken);
        return PageAnswer.Of<LinksPage>(view with { AsOf = day });
    }

    private static async Task<IResult> IssueAsync(
        string round, HttpContext context, Caller caller, RoundLog log, LinkService links,
        AccessSettings settings, Installation installation, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(context.Request, cancellationToken);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        var (findings, cards) = (ImmutableArray.CreateBuilder<Finding>(), ImmutableArray.CreateBuilder<NewLinkCard>());
        var asked = Asked(fields["for"], found, clock.GetUtcNow()).ToList();
        var hasNote = StatedTexts.TryState(fields["note"], out var note);
        if (asked.Count == 0 || (!hasNote && fields["note"].Trim().Length > 0)) findings.Add(AccessFindings.LinkFormUnclear.At(Place.Nowhere));
        else if (!DateOnly.TryParseExact(fields["last"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last))
            findings.Add(AccessFindings.LinkFormUnclear.At(Place.Nowhere));
        else
            foreach (var (purpose, unit) in asked)
            {
                var outcome = await links.IssueAsync(found, purpose, unit, last, note, fields["key"], caller.Actor, cancellationToken);
                found = outcome.Round;
                findings.AddRange(outcome.Findings);
                if (outcome.Issued is not { } issued) continue;
                var address = PublicAddress.OfLink(context.Request, settings, found.Id, issued.Secret);
                cards.Add(new(LinksView.WordsFor(issued.Link, found.Rules), address, QrCode.Of(address), last, ForChat(issued.Link, found, address, last, installation)));
            }
        if (cards.Count == 0)
        {
            var view = await LinksView.OfAsync(found, context, settings, clock.GetUtcNow(), installation.IsSample, cancellationToken);
            return PageAnswer.Of<LinksPage>(view with { Findings = [.. findings.Distinct()] }, Problem.NotAccepted.Status);
        }
        context.Response.Headers.CacheControl = "no-store";
        return PageAnswer.Of<NewLinksPage>(new NewLinksView(
            found.Id.Value, cards.ToImmutable(), [.. findings.Distinct()], PublicAddress.IsReachable(context.Request, settings))
        {
            IsSample = installation.IsSample,
            InRound = found.Id.Value,
            Trail = [.. LinksView.TrailOf(found), new(new("ลิงก์ส่วนบุคคล", "Personal links"), PageAddress.Links(found.Id.Value))],
        });
    }

    /// <summary>What goes into a chat with the link, in the manner of a LINE message (reports-th: ข้อความไลน์).</summary>
    private static string ForChat(IssuedLink link, OpenedRound round, string address, DateOnly last, Installation installation)
    {
        var (plan, whom) = (round.Rules.Plan, LinksView.WordsFor(link, round.Rules).Thai);
        var asked = link.Unit is { } unit && plan.Find(unit) is { } known
            ? $"เรียน {known.Name.Thai} ขอให้รายงานผลตามตัวชี้วัดภายในวันที่ {ThaiDate.Long(plan.InternalDeadline.Date)} ทางลิงก์ของหน่วยงาน"
            : $"เรียน {whom} เข้าดูและดำเนินการได้ทางลิงก์";
        return $"{asked} {address} ใช้ได้ถึงวันที่ {ThaiDate.Long(last)} โปรดอย่าส่งต่อให้ผู้อื่น ขอบคุณ{installation.PoliteEnding}";
    }

    /// <summary>For whom the form asks links: <c>units</c> is every unit without one.</summary>
    private static IEnumerable<(LinkPurpose Purpose, UnitCode? Unit)> Asked(string whom, OpenedRound round, DateTimeOffset now) => whom.Split('/') switch
    {
        ["units"] => LinkService.UnitsWithout(round, now).Select(u => (LinkPurpose.Unit, (UnitCode?)u.Code)),
        ["unit", var code] when UnitCode.TryParse(code, out var unit) => [(LinkPurpose.Unit, unit)],
        [var word] when ApiJson.Named<LinkPurpose>(word) is { } purpose and not LinkPurpose.Unit => [(purpose, null)],
        _ => [],
    };

    private static async Task<IResult> RevokeAsync(
        string round, long number, HttpContext context, Caller caller, RoundLog log, DecisionService decisions, CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(context.Request, cancellationToken);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        var asked = DecisionService.Sent(new RevokeLink(number, fields["reason"]), found.Id, caller.Actor, null, []);
        var outcome = await decisions.DecideAsync(found, asked, caller.Actor, cancellationToken);
        return outcome.Decision is Refuse refusal ? Problem.NotAccepted.With(refusal.Findings) : SeeOther.To(PageAddress.Links(found.Id.Value));
    }
}
