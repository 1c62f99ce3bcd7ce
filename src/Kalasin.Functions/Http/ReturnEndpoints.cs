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
        unit.MapGet("", ShowUnitAsync);
        unit.MapGet("/returns/{indicator}", ShowReturnAsync);
        return api;
    }

    private static async Task<IResult> ShowUnitAsync(string round, string unit, RoundLog log, JumpService jumps, CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        return found.UnitOf(unit) is { } known
            ? TaggedAnswers.Of(UnitAnswer.Of(found, known, await jumps.OfAsync(found, cancellationToken)), ApiJson.Readable.UnitAnswer)
            : RoundEndpoints.UnknownUnit(unit);
    }

    private static async Task<IResult> ShowReturnAsync(
        string round, string unit, string indicator, HttpRequest request, RoundLog log, ResultsService results, VaultContent content, TaggedAnswers tagged,
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

        var earlier = versions.FirstOrDefault(v => v.Version == shown.Version - 1);
        var returns = await results.ReturnsAsync(found, [.. new[] { shown, earlier }.OfType<ReturnVersion>().Select(v => new ReturnHead(code, number, v.Version, v.Content))], cancellationToken);
        if (Paging.Of(returns[0].Rows, r => r.Number.ToString(CultureInfo.InvariantCulture), next) is not { } rows) return Paging.Unknown;
        return await tagged.OfAsync(request, found, ApiJson.Readable.ReturnAnswer, async () => ReturnAnswer.Of(
            found, shown, returns[0], rows, [.. versions.Select(v => VersionLine.Of(v, Lateness.Of(v.ReceivedAt, found.Rules.Plan.InternalDeadline)))],
            await FindingsAsync(found, shown, number, content, cancellationToken), earlier is null ? null : returns[1]));
    }

    /// <summary>What was found about this return when it came.</summary>
    private static async Task<IEnumerable<Finding>> FindingsAsync(
        OpenedRound round, ReturnVersion version, IndicatorNumber indicator, VaultContent content, CancellationToken cancellationToken) =>
        (await content.DetailsAsync(round.Id, round.State.Find(version.Receipt)!, cancellationToken)).Findings.Where(f => f.Indicator == indicator.Value).Select(f => f.Finding);
}
