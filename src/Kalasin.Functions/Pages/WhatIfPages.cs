using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Trials;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>The page on which inputs of a return are tried. Nothing is kept of it.</summary>
internal static class WhatIfPages
{
    public static void MapWhatIfPage(this IEndpointRouteBuilder pages)
    {
        var tried = pages.MapGroup("/rounds/{round}/what-if").RequireAuthorization(Policies.Round);
        tried.MapGet("", ShowAsync);
        tried.MapPost("", TryAsync);
    }

    private static async Task<IResult> ShowAsync(
        string round, HttpContext context, RoundLog log, ResultsService results, Installation installation, CancellationToken cancellationToken,
        string? unit = null, string? indicator = null)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        return PageAnswer.Of<WhatIfPage>(await OfAsync(found, unit, indicator, context, results, installation, cancellationToken));
    }

    private static async Task<IResult> TryAsync(
        string round, HttpContext context, RoundLog log, ResultsService results, WhatIfService service, Installation installation, CancellationToken cancellationToken)
    {
        var fields = await SmallForm.ReadAsync(context.Request, cancellationToken, WhatIfView.MostSent);
        if (!fields.IsOurs) return Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));
        if (await log.FindAsync(round, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        var view = await OfAsync(found, fields["unit"], fields["indicator"], context, results, installation, cancellationToken);
        if (view.Of is not { } of || view.Unit is not { } unit) return PageAnswer.Of<WhatIfPage>(view);
        var typed = view.Typed(name => fields.Has(name) ? fields[name] : null);
        var changes = typed.Changes(unit, of);
        if (fields["score"] is { Length: > 0 } text)
        {
            if (!decimal.TryParse(ThaiNumerals.ToArabic(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score))
                return PageAnswer.Of<WhatIfPage>(typed with { Findings = [TrialFindings.ScoreUnread.At(Place.Nowhere, QueryFindings.Shown(text))] }, Problem.NotAccepted.Status);
            changes = changes.Add(new(of.Number) { Unit = found.Rules.Framework.Entrant == EntrantKind.Province ? null : unit, Score = score });
            typed = typed with { Score = text };
        }
        var (_, tried) = await service.TryAsync(found, changes, cancellationToken);
        return PageAnswer.Of<WhatIfPage>(
            typed with { Tried = tried, Findings = tried.Findings }, tried.After == tried.Before && !tried.Findings.IsEmpty ? Problem.NotAccepted.Status : StatusCodes.Status200OK);
    }

    private static async Task<WhatIfView> OfAsync(
        OpenedRound round, string? unit, string? indicator, HttpContext context, ResultsService results, Installation installation, CancellationToken cancellationToken)
    {
        var view = new WhatIfView(round.Rules)
        {
            IsSample = installation.IsSample, InRound = round.Id.Value, Token = FormToken.Of(context),
            Trail = [.. LinksView.TrailOf(round), new(new("คะแนนและที่มา", "Scores and reasons"), PageAddress.Scores(round.Id.Value))],
        };
        if (unit is null || round.UnitOf(unit) is not { } known || !IndicatorNumber.TryParse(indicator, out var number)) return view;
        if (round.Rules.IndicatorsOf(known.Code).FirstOrDefault(i => i.Number == number) is not { } of) return view with { Unit = known.Code };
        var heads = round.State.Heads.Where(h => h.Unit == known.Code && h.Indicator == number).ToList();
        var current = (await results.ReturnsAsync(round, heads, cancellationToken)).FirstOrDefault();
        return (view with { Unit = known.Code, Of = of }).With(current);
    }
}
