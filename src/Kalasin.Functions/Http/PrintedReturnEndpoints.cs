using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary>
/// <c>rounds/{round}/units/{unit}/return</c>, <c>…/return-memo</c> and <c>…/findings</c>: the unit's returns to be signed, the memo they go with, and what is
/// open of them; <c>rounds/{round}/findings</c>: what is open of all.
/// </summary>
internal static class PrintedReturnEndpoints
{
    public static IEndpointRouteBuilder MapPrintedReturns(this IEndpointRouteBuilder api)
    {
        var unit = api.MapGroup("/rounds/{round}/units/{unit}").RequireAuthorization(Policies.Unit);
        unit.MapGet("/return", ReturnAsync).Tell("แบบรายงานของหน่วยงานสำหรับลงนาม", "The unit's returns, to be signed").GivesReport();
        unit.MapGet("/return-memo", MemoAsync).Tell("บันทึกข้อความส่งแบบรายงาน", "The memo that the returns go with").GivesReport();
        unit.MapGet("/findings", FindingsAsync).Tell("รายงานข้อสังเกตของหน่วยงาน", "What was found in a unit's returns").GivesReport();
        api.MapGet("/rounds/{round}/findings", AllFindingsAsync).RequireAuthorization(Policies.Round)
            .Tell("รายงานข้อสังเกตของทั้งรอบ", "What was found in all returns").GivesReport();
        return api;
    }

    private static async Task<IResult> ReturnAsync(
        string round, string unit, RoundLog log, PrintedReturns returns, TimeProvider clock, CancellationToken cancellationToken,
        string format = "pdf", string? indicator = null, string? asOf = null)
    {
        var (asked, objection) = await FindAsync(round, unit, format, asOf, log, clock, cancellationToken);
        if (asked is null) return objection!;
        IndicatorNumber? only = null;
        if (indicator is not null)
        {
            if (!IndicatorNumber.TryParse(indicator, out var number) || asked.Round.Rules.AskedOf(asked.Unit!.Code).All(i => i.Number != number))
                return Problem.NotFound.With(RoundEndpoints.NotAsked(asked.Round, asked.Unit!, indicator));
            only = number;
        }
        var scored = await returns.ScoreAsync(asked.Round, asked.At, cancellationToken);
        var contents = await returns.OfAsync(scored, asked.Unit!, only, cancellationToken);
        return new DocumentAnswer(scored.Print(contents), asked.Format, $"return-{asked.Round.Id}-{asked.Unit!.Code}{(only is { } one ? $"-{one}" : "")}");
    }

    private static async Task<IResult> MemoAsync(
        string round, string unit, RoundLog log, PrintedReturns returns, TimeProvider clock, CancellationToken cancellationToken,
        string format = "pdf", string? asOf = null)
    {
        var (asked, objection) = await FindAsync(round, unit, format, asOf, log, clock, cancellationToken);
        if (asked is null) return objection!;
        var scored = await returns.ScoreAsync(asked.Round, asked.At, cancellationToken);
        return new DocumentAnswer(returns.MemoOf(scored, asked.Unit!), asked.Format, $"return-memo-{asked.Round.Id}-{asked.Unit!.Code}");
    }

    private static async Task<IResult> FindingsAsync(
        string round, string unit, RoundLog log, PrintedReturns returns, TimeProvider clock, CancellationToken cancellationToken,
        string format = "pdf", string? asOf = null)
    {
        var (asked, objection) = await FindAsync(round, unit, format, asOf, log, clock, cancellationToken);
        if (asked is null) return objection!;
        var scored = await returns.ScoreAsync(asked.Round, asked.At, cancellationToken);
        return new DocumentAnswer(await returns.FindingsAsync(scored, asked.Unit, cancellationToken), asked.Format, $"findings-{asked.Round.Id}-{asked.Unit!.Code}");
    }

    private static async Task<IResult> AllFindingsAsync(
        string round, RoundLog log, PrintedReturns returns, TimeProvider clock, CancellationToken cancellationToken, string format = "pdf", string? asOf = null)
    {
        var (asked, objection) = await FindAsync(round, null, format, asOf, log, clock, cancellationToken);
        if (asked is null) return objection!;
        var scored = await returns.ScoreAsync(asked.Round, asked.At, cancellationToken);
        return new DocumentAnswer(await returns.FindingsAsync(scored, null, cancellationToken), asked.Format, $"findings-{asked.Round.Id}");
    }

    /// <param name="unit">Null where all are asked for.</param>
    /// <returns>What is asked for, or what is wrong with the question; a unit that hosts nothing has no returns.</returns>
    private static async Task<(Asked? Asked, IResult? Objection)> FindAsync(
        string round, string? unit, string format, string? asOf, RoundLog log, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (FileFormat.ReportOf(format) is not { } wanted)
            return (null, Problem.BadRequest.With(QueryFindings.FormatUnknown.At(Place.Nowhere, QueryFindings.Shown(format), FileFormat.ReportEndings)));
        if (!RoundAsOf.TryMoment(asOf, out var moment)) return (null, Problem.BadRequest.With(QueryFindings.TimeUnknown.At(Place.Nowhere, nameof(asOf))));
        var (found, objection) = await RoundAsOf.FindAsync(log, round, moment, cancellationToken);
        if (found is null) return (null, objection);
        if (unit is null) return (new(found, null, wanted, moment ?? clock.GetUtcNow()), null);
        if (found.UnitOf(unit) is not { } known) return (null, RoundEndpoints.UnknownUnit(unit));
        return found.Rules.AskedOf(known.Code).Any() ? (new(found, known, wanted, moment ?? clock.GetUtcNow()), null) : (null, Problem.NotFound.With(RoundEndpoints.NotAsked(found, known, null)));
    }

    /// <param name="Unit">Null where all are asked for.</param>
    private sealed record Asked(OpenedRound Round, ReportingUnit? Unit, ReportFormat Format, DateTimeOffset At);
}
