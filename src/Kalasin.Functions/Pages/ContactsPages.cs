using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;

namespace Kalasin.Functions.Pages;

/// <summary>The coordinator's page of addresses and signatories.</summary>
internal static class ContactsPages
{
    /// <summary>Fields of the form: more than any province has units and signatories.</summary>
    private const int MostFields = 300;

    public static void MapContactsPages(this IEndpointRouteBuilder pages)
    {
        var contacts = pages.MapGroup("/rounds/{round}/contacts").RequireAuthorization(Policies.Coordinate);
        contacts.MapGet("", ShowAsync);
        contacts.MapPost("", SaveAsync);
    }

    private static async Task<IResult> ShowAsync(
        string round, HttpContext context, RoundLog log, Contacts contacts, Installation installation, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        return await contacts.PlanAsync(found.Id, cancellationToken) is { } plan
            ? PageAnswer.Of<ContactsPage>(Of(found, plan, context, installation, _ => null, []))
            : RoundEndpoints.Unknown(round);
    }

    private static async Task<IResult> SaveAsync(
        string round, HttpContext context, Caller caller, RoundLog log, Contacts contacts, Installation installation, CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(context.Request, cancellationToken, MostFields);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        if (await contacts.PlanAsync(found.Id, cancellationToken) is not { } plan) return RoundEndpoints.Unknown(round);
        if (!StatedTexts.TryState(fields["reason"], out var reason)) return Again([RulesEndpoints.NoReason]);
        _ = int.TryParse(fields["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision);
        var outcome = await contacts.SaveAsync(found, revision, pointer => fields[pointer], reason, caller.Actor, cancellationToken);
        return outcome.Decision is Refuse refusal ? Again(refusal.Findings) : SeeOther.To(PageAddress.Contacts(found.Id.Value));

        IResult Again(ImmutableArray<Finding> findings) => PageAnswer.Of<ContactsPage>(
            Of(found, plan, context, installation, pointer => fields.Has(pointer) ? fields[pointer] : null, findings) with { Reason = fields["reason"] },
            Problem.NotAccepted.Status);
    }

    private static ContactsView Of(
        OpenedRound round, RoundPlan plan, HttpContext context, Installation installation, Func<string, string?> typed, ImmutableArray<Finding> findings)
    {
        var fields = Contacts.FieldsOf(plan)
            .Select(f => new ContactField(f.Pointer, f.Whose, typed(f.Pointer) ?? f.Value, [.. findings.Where(found => found.Place.Pointer == f.Pointer)])).ToImmutableArray();
        return new(round.Rules)
        {
            IsSample = installation.IsSample,
            InRound = round.Id.Value,
            Trail = LinksView.TrailOf(round),
            Fields = fields,
            Findings = [.. findings.Where(found => fields.All(f => f.Pointer != found.Place.Pointer))],
            Revision = plan.Revision,
            MovesRound = plan.Revision != round.Rules.Plan.Revision,
            Token = FormToken.Of(context),
        };
    }
}
