using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Pages;

/// <summary>The page of one return.</summary>
internal static class ReturnPages
{
    public static void MapReturnPage(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/rounds/{round}/units/{unit}/returns/{indicator}", ShowAsync).RequireAuthorization(Policies.Unit);

    private static async Task<IResult> ShowAsync(
        string round, string unit, string indicator, HttpContext context, Caller caller, RoundLog log, VersionReader reader, VaultContent content, Installation installation,
        TimeProvider clock, CancellationToken cancellationToken, int? version = null, string? next = null, string? asOf = null)
    {
        var (found, day, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        if (found.UnitOf(unit) is not { } known) return RoundEndpoints.UnknownUnit(unit);
        if (!IndicatorNumber.TryParse(indicator, out var number) || found.Rules.IndicatorsOf(known.Code).FirstOrDefault(i => i.Number == number) is not { } of)
            return Problem.NotFound.With(RoundFindings.NotHost.At(Place.Nowhere, known.Code.Value, QueryFindings.Shown(indicator)));
        IReadOnlyList<ReturnVersion> versions = found.State.Returns.TryGetValue((known.Code, number), out var all) ? all : [];
        var shown = version is { } wanted ? versions.FirstOrDefault(v => v.Version == wanted) : found.State.Current(known.Code, number);
        if (version is not null && shown is null) return Problem.NotFound.With();
        var view = new ReturnView(found.Rules, known, of)
        {
            IsSample = installation.IsSample,
            AsOf = day,
            InRound = found.Id.Value,
            Trail = [.. LinksView.TrailOf(found), new(known.ShortName, PageAddress.Unit(found.Id.Value, known.Code.Value))],
            Versions = [.. versions.Reverse().Select(v => VersionView.Of(found.State, known.Code, number, v))],
            Shown = shown is null ? null : VersionView.Of(found.State, known.Code, number, shown),
        };
        if (shown is null) return PageAnswer.Of<ReturnPage>(view);
        var value = await reader.ReadAsync(found, known.Code, number, shown, cancellationToken);
        if (Paging.Of(value.Rows, r => r.Number.ToString(CultureInfo.InvariantCulture), next) is not { } rows) return Paging.Unknown;
        var offer = new DecisionOffer(found, caller, clock.GetUtcNow(), FormToken.Of(context), view.Address, isPast: day is not null);
        var beside = await reader.BesideAsync(found, shown, value, cancellationToken);
        return PageAnswer.Of<ReturnPage>(await WithContentAsync(view, new(offer, known.Code), new(found, content), found.State, shown, value, rows, cancellationToken) with
        {
            Findings = beside.Findings,
            Difference = beside.Difference is { } difference ? DifferenceView.Of(difference, of) : null,
        });
    }

    private static async Task<ReturnView> WithContentAsync(
        ReturnView view, UnitDecisions decisions, SpokenWords words, RoundState state, ReturnVersion shown, Return value, Page<RegisterRow> page, CancellationToken cancellationToken)
    {
        var (register, number) = (view.Indicator.Register, view.Indicator.Number);
        var isCurrent = state.Current(value.Unit, number)?.Version == shown.Version;
        var rows = ImmutableArray.CreateBuilder<RowView>();
        foreach (var row in page.Items)
        {
            var fingerprint = RowFingerprint.Of(value.Unit, row);
            rows.Add(RowView.Of(row, register) with
            {
                Excluded = await WhyAsync(state.ExcludedRows.GetValueOrDefault((number, fingerprint))), Forms = isCurrent ? decisions.OfRow(number, fingerprint) : [],
            });
        }
        return view with
        {
            Facts = [.. register.Facts.Where(f => value.Facts.ContainsKey(f.Id)).Select(f => (f.Label, RowView.Shown(value.Facts[f.Id], f.Options)))],
            Excluded = await WhyAsync(state.ExcludedReturns.GetValueOrDefault((value.Unit, number, shown.Version))),
            Rows = rows.ToImmutable(),
            Next = page.Next,
            Forms = decisions.OfVersion(number, shown.Version),
        };

        async Task<SaidView?> WhyAsync(Ruled? ruled) => (await words.OfAsync([ruled], cancellationToken)).FirstOrDefault();
    }
}
