using System.Globalization;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds/{round}/links</c>: issues personal links and lists them. One is taken back by a decision, as everything is.</summary>
internal static class LinkEndpoints
{
    public static IEndpointRouteBuilder MapLinks(this IEndpointRouteBuilder api)
    {
        var links = api.MapGroup("/rounds/{round}/links").RequireAuthorization(Policies.Coordinate);
        links.MapGet("", ListAsync).Tell("ลิงก์ส่วนบุคคลของรอบ", "The personal links of a round").Tagged<ListAnswer<LinkAnswer>>();
        links.MapPost("", IssueAsync).Tell("ออกลิงก์ส่วนบุคคล", "Issues a personal link")
            .Takes("application/json", nameof(LinkRequest)).Keyed().Produces<LinkAnswer>(StatusCodes.Status201Created).Fails(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    private static async Task<IResult> ListAsync(string round, RoundLog log, TimeProvider clock, CancellationToken cancellationToken, string? next = null)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        return Paging.Of([.. found.State.Links.Values], link => link.Number.ToString(CultureInfo.InvariantCulture), next) is { } page
            ? TaggedAnswers.Of(new([.. page.Items.Select(link => LinkAnswer.Of(link, clock.GetUtcNow(), null))], page.Next), ApiJson.Readable.ListAnswerLinkAnswer)
            : Paging.Unknown;
    }

    private static async Task<IResult> IssueAsync(
        string round, HttpRequest request, Caller caller, RoundLog log, LinkService links,
        AccessSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Of(request);
        if (IdempotencyKey.Objection(key) is { } objection) return objection;
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (await ReadAsync(request, cancellationToken) is not var (purpose, unit, last, note))
            return Problem.NotAccepted.With(AccessFindings.LinkFormUnclear.At(Place.Nowhere));
        var outcome = await links.IssueAsync(found, purpose, unit, last, note, key, caller.Actor, cancellationToken);
        if (outcome.Issued is not { } issued) return Problem.NotAccepted.With(outcome.Findings);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var answer = LinkAnswer.Of(issued.Link, clock.GetUtcNow(), PublicAddress.OfLink(request, settings, found.Id, issued.Secret));
        return new CreatedAnswer<LinkAnswer>($"/api/rounds/{found.Id}/links", answer, ApiJson.Readable.LinkAnswer);
    }

    /// <returns>Null for a body that is none, or names no holder and no day.</returns>
    private static async Task<(LinkPurpose Purpose, UnitCode? Unit, DateOnly Last, StatedText? Note)?> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(request.Body, ApiJson.Readable.LinkRequest, cancellationToken) is not { Last: { } last } read)
                return null;
            if (ApiJson.Named<LinkPurpose>(read.For ?? "") is not { } purpose) return null;
            UnitCode? unit = null;
            if (read.Unit is not null)
            {
                if (!UnitCode.TryParse(read.Unit, out var code)) return null;
                unit = code;
            }
            if (!StatedTexts.TryState(read.Note, out var note) && read.Note is { Length: > 0 }) return null;
            return (purpose, unit, last, note);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="For"><c>unit</c>, <c>head</c>, <c>inspector</c>, <c>confirmer</c> or <c>standIn</c>.</param>
/// <param name="Unit">The unit it has to do with, if any.</param>
/// <param name="Last">The last day on which it opens something.</param>
/// <param name="Note">Whom it is given to, at most 500 characters.</param>
internal sealed record LinkRequest(string? For, string? Unit, DateOnly? Last, string? Note);

/// <param name="Address">What its holder opens: only in the answer that issues it.</param>
/// <param name="State"><c>usable</c>, <c>expired</c> or <c>revoked</c>.</param>
internal sealed record LinkAnswer(long Number, string For, string? Unit, DateTimeOffset Issued, DateOnly Last, string State, string? Address)
{
    public static LinkAnswer Of(IssuedLink link, DateTimeOffset now, string? address) => new(
        link.Number, ApiJson.Word(link.Purpose), link.Unit?.Value, link.Issued.At, BangkokTime.Date(link.Expires.AddTicks(-1)),
        link.Revoked is not null ? "revoked" : link.Opens(now) ? "usable" : "expired", address);
}
