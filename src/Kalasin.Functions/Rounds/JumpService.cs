using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring.Jumps;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Figures of a round that are far from the year before or from peers. What a return comes to never changes, so each is read
/// for it once.
/// </summary>
internal sealed class JumpService(RoundLog log, VaultContent content, RulingTexts rulings)
{
    private readonly ConcurrentDictionary<RoundId, Known> known = new();

    /// <param name="round">One that was opened; ids that name nothing must not be remembered here.</param>
    /// <exception cref="StorageUnavailableException">The store can't be read.</exception>
    public async Task<ImmutableArray<Jump>> OfAsync(OpenedRound round, CancellationToken cancellationToken) =>
        Jump.Of(
            round.Rules, await FiguresAsync(round, cancellationToken), await YearBeforeAsync(round, cancellationToken),
            await rulings.OfAsync(round, cancellationToken));

    /// <summary>The round of the year before, where the installation has it; its id names that year.</summary>
    private async Task<YearBefore?> YearBeforeAsync(OpenedRound round, CancellationToken cancellationToken) =>
        await EarlierAsync(round, cancellationToken) is { } earlier ? new(earlier.Rules, await FiguresAsync(earlier, cancellationToken)) : null;

    /// <summary>The same award's round of the year before; null where the installation hasn't it.</summary>
    public async Task<OpenedRound?> EarlierAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        var year = (round.Rules.Framework.FiscalYear - 1).ToString(CultureInfo.InvariantCulture);
        foreach (var id in await log.ListAsync(cancellationToken))
        {
            if (!id.Value.Contains(year, StringComparison.Ordinal)) continue;
            var (earlier, _) = await log.FindOrSayAsync(id, cancellationToken);
            if (earlier is not null && YearBefore.Is(earlier.Rules, round.Rules)) return earlier;
        }
        return null;
    }

    private async Task<IReadOnlyCollection<UnitFigure>> FiguresAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        var rules = round.State.Rules[^1].Named;
        var earlier = known.TryGetValue(round.Id, out var last) && last.Rules == rules ? last.Figures : [];
        var figures = new Dictionary<ContentHash, UnitFigure?>();
        foreach (var head in round.State.Heads)
            figures[head.Content] = earlier.TryGetValue(head.Content, out var figure) ? figure : await FigureAsync(round, head, cancellationToken);
        known[round.Id] = new(rules, figures);
        return [.. figures.Values.OfType<UnitFigure>()];
    }

    /// <summary>Nothing of a return that is damaged: that is said where it is asked for.</summary>
    private async Task<UnitFigure?> FigureAsync(OpenedRound round, ReturnHead head, CancellationToken cancellationToken)
    {
        try
        {
            return UnitFigure.Of(round.Rules, (await content.ReturnsAsync(round.Id, [head], cancellationToken))[0]);
        }
        catch (DamagedException)
        {
            return null;
        }
    }

    /// <param name="Figures">What the current returns come to, by their content; null where that can't be said.</param>
    private sealed record Known(RulesReference Rules, Dictionary<ContentHash, UnitFigure?> Figures);
}
