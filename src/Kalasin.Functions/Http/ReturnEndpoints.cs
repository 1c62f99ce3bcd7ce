using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds/{round}/units/{unit}</c> and <c>…/returns/{indicator}</c>: what one unit owes, and what it reported.</summary>
internal static class ReturnEndpoints
{
    public static IEndpointRouteBuilder MapReturns(this IEndpointRouteBuilder api)
    {
        var unit = api.MapGroup("/rounds/{round}/units/{unit}").RequireAuthorization(Policies.Unit);
        unit.MapGet("", ShowUnitAsync).Tell("สถานะของหน่วยงาน", "What a unit owes and sent").Tagged<UnitAnswer>();
        unit.MapGet("/returns/{indicator}", ShowReturnAsync)
            .Tell("รายงานตัวชี้วัดหนึ่งของหน่วยงาน", "One return, as it was understood").Tagged<ReturnAnswer>()
            .Fails(StatusCodes.Status410Gone);
        return api;
    }

    private static async Task<IResult> ShowUnitAsync(
        string round, string unit, RoundLog log, JumpService jumps, CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        return found.UnitOf(unit) is { } known
            ? TaggedAnswers.Of(UnitAnswer.Of(found, known, await jumps.OfAsync(found, cancellationToken)), ApiJson.Readable.UnitAnswer)
            : RoundEndpoints.UnknownUnit(unit);
    }

    private static async Task<IResult> ShowReturnAsync(
        string round, string unit, string indicator, HttpRequest request, RoundLog log, VersionReader reader, TaggedAnswers tagged,
        CancellationToken cancellationToken, int? version = null, string? asOf = null, string? next = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        if (found.UnitOf(unit) is not { Code: var code }) return RoundEndpoints.UnknownUnit(unit);
        if (!IndicatorNumber.TryParse(indicator, out var number) || found.Rules.IndicatorsOf(code).All(i => i.Number != number))
            return Problem.NotFound.With(RoundFindings.NotHost.At(Place.Nowhere, code.Value, QueryFindings.Shown(indicator)));
        IReadOnlyList<ReturnVersion> versions = found.State.Returns.TryGetValue((code, number), out var known) ? known : [];
        var shown = version is { } wanted ? versions.FirstOrDefault(v => v.Version == wanted) : found.State.Current(code, number);
        if (shown is null) return Problem.NotFound.With();
        var value = await reader.ReadAsync(found, code, number, shown, cancellationToken);
        if (Paging.Of(value.Rows, r => r.Number.ToString(CultureInfo.InvariantCulture), next) is not { } rows) return Paging.Unknown;
        return await tagged.OfAsync(request, found, ApiJson.Readable.ReturnAnswer, async () =>
        {
            var beside = await reader.BesideAsync(found, shown, value, cancellationToken);
            return ReturnAnswer.Of(found, shown, value, rows, [.. versions.Select(v => VersionLine.Of(found, code, number, v))], beside);
        });
    }
}
