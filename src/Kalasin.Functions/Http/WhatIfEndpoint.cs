using System.Collections.Immutable;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary><c>POST rounds/{round}/what-if</c>: what scores would be if some inputs were others. Nothing is kept.</summary>
internal static class WhatIfEndpoint
{
    public static IEndpointRouteBuilder MapWhatIf(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rounds/{round}/what-if", TryAsync).RequireAuthorization(Policies.Round)
            .Tell("ลองเปลี่ยนค่าแล้วดูคะแนนที่ต่างไป โดยไม่บันทึก", "What scores would be if some inputs were others; nothing is kept")
            .Takes("application/json", nameof(WhatIfRequest)).Produces<WhatIfAnswer>().Fails(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    private static async Task<IResult> TryAsync(
        string round, HttpRequest request, RoundLog log, WhatIfService service, CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        if (await ReadAsync(request, cancellationToken) is not { } changes) return Problem.NotAccepted.With(QueryFindings.WhatIfUnclear.At(Place.Nowhere));
        var (rules, tried) = await service.TryAsync(found, changes, cancellationToken);
        return tried.After == tried.Before
            ? Problem.NotAccepted.With(tried.Findings)
            : TypedResults.Json(WhatIfAnswer.Of(rules, tried), ApiJson.Readable.WhatIfAnswer);
    }

    /// <returns>Null for a body that is none, or names what is no unit or indicator.</returns>
    private static async Task<ImmutableArray<InputChange>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(request.Body, ApiJson.Readable.WhatIfRequest, cancellationToken) is not { Changes: { } asked }) return null;
            var changes = ImmutableArray.CreateBuilder<InputChange>();
            foreach (var change in asked.Take(WhatIf.MostChanges + 1))
            {
                if (!IndicatorNumber.TryParse(change?.Indicator, out var indicator)) return null;
                UnitCode? unit = null;
                if (change!.Unit is not null)
                {
                    if (!UnitCode.TryParse(change.Unit, out var code)) return null;
                    unit = code;
                }
                changes.Add(new(indicator) { Unit = unit, Row = change.Row, Field = change.Field, Value = change.Value, Score = change.Score });
            }
            return changes.ToImmutable();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Changes">At most 200.</param>
internal sealed record WhatIfRequest(IReadOnlyList<ChangeRequest?>? Changes);

/// <param name="Unit">Whose return; of a person's score the entrant, absent for a province.</param>
/// <param name="Row">Number of the row, the one after the last being a new one; absent for a fact.</param>
/// <param name="Field">Id of the column or fact; absent to take the row out.</param>
/// <param name="Value">As somebody would type it; absent to empty it.</param>
/// <param name="Score">A person's score.</param>
internal sealed record ChangeRequest(string? Indicator, string? Unit, int? Row, string? Field, string? Value, decimal? Score);

/// <summary>What scores would be.</summary>
/// <param name="Differences">Indicators whose value or score would be another, and totals that would.</param>
/// <param name="Findings">What a form that says so would be told.</param>
internal sealed record WhatIfAnswer(IReadOnlyList<TriedAnswer> Differences, IReadOnlyList<WhatIfTotal> Totals, IReadOnlyList<FindingAnswer> Findings)
{
    public static WhatIfAnswer Of(AwardRules rules, WhatIf tried) => new(
        [.. tried.Differences.Where(d => d.Indicator is not null).Select(d => TriedAnswer.Of(rules, tried, d))],
        [.. tried.Before.Zip(tried.After).Where(c => c.First.Total != c.Second.Total).Select(c => new WhatIfTotal(c.First.Entrant, c.First.Total, c.Second.Total, c.Second.Total - c.First.Total, c.Second.FullTotal))],
        [.. tried.Findings.Select(FindingAnswer.Of)]);
}

/// <param name="Explanation">How it would come about.</param>
internal sealed record TriedAnswer(
    string Entrant, string Indicator, TextAnswer Name, decimal? ValueBefore, decimal? ValueAfter, decimal? ScoreBefore, decimal? ScoreAfter, decimal? Change, TextAnswer Explanation)
{
    public static TriedAnswer Of(AwardRules rules, WhatIf tried, ScoreDifference of)
    {
        var (indicator, explanation) = (rules.Framework[of.Indicator!.Value], tried.After.First(c => c.Entrant == of.Entrant)[of.Indicator.Value.Value].Explanation);
        return new(
            of.Entrant, indicator.Number.Value, TextAnswer.Of(indicator.ShortText), of.ValueBefore, of.ValueAfter, of.PointsBefore, of.PointsAfter, of.Change,
            new(explanation.ToString(Language.Thai), explanation.ToString(Language.English)));
    }
}

/// <param name="Full">What the total would be out of.</param>
internal sealed record WhatIfTotal(string Entrant, decimal? Before, decimal? After, decimal? Change, decimal Full);
