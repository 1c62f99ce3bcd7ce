using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>Where the forms of decisions go: they become the very decision that the API takes as JSON.</summary>
internal static class DecisionPages
{
    public static void MapDecisionPages(this IEndpointRouteBuilder pages) =>
        pages.MapPost("/rounds/{round}/decisions", DecideAsync).RequireAuthorization(Policies.Decide);

    private static async Task<IResult> DecideAsync(
        string round, HttpContext context, Caller caller, RoundLog log, DecisionService decisions, Installation installation,
        CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(context.Request, cancellationToken);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        var form = DecisionForm.Sent(found.Id.Value, FormToken.Of(context), fields);
        var json = form.ToJson();
        var read = DecisionReader.Read(json);
        if (read.Value is not { } decision) return Again(read.Findings);
        // With what was typed in the key, the same form sent twice is one decision, and other words in it are another.
        var sent = DecisionService.Sent(decision, found.Id, caller.Actor, $"{form.Key}\n{ContentHash.Of(json)}", json);
        var outcome = await decisions.DecideAsync(found, sent, caller.Actor, cancellationToken);
        return outcome.Decision is Refuse refusal ? Again(refusal.Findings) : SeeOther.To(form.From);

        IResult Again(IReadOnlyList<Finding> findings) =>
            PageAnswer.Of<DecisionPage>(new DecisionView(form, findings) { IsSample = installation.IsSample }, Problem.NotAccepted.Status);
    }
}
