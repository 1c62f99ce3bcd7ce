using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>A version of a return, and what there is to say beside it.</summary>
internal sealed class VersionReader(ResultsService results, VaultContent content)
{
    /// <summary>What a version says.</summary>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="DamagedException">The version was erased or is lost.</exception>
    public async Task<Return> ReadAsync(
        OpenedRound round, UnitCode unit, IndicatorNumber indicator, ReturnVersion version, CancellationToken cancellationToken) =>
        (await results.ReturnsAsync(round, [new(unit, indicator, version.Version, version.Content)], cancellationToken))[0];

    /// <summary>What was found when a version came, and what it says that the one before did not.</summary>
    /// <param name="value">What the version says.</param>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    public async Task<VersionContext> BesideAsync(OpenedRound round, ReturnVersion version, Return value, CancellationToken cancellationToken)
    {
        var (unit, indicator) = (value.Unit, value.Indicator);
        var delivery = round.State.Find(version.Receipt)!;
        var findings = (await content.DetailsAsync(round.Id, delivery, cancellationToken)).Findings
            .Where(f => f.Indicator == indicator.Value).Select(f => f.Finding).ToImmutableArray();
        if (round.State.Returns[(unit, indicator)].Find(v => v.Version == version.Version - 1) is not { } before) return new(findings, null);
        try
        {
            return new(findings, ReturnDifference.Between(await ReadAsync(round, unit, indicator, before, cancellationToken), value));
        }
        catch (DamagedException lost)
        {
            return new(findings.Add(lost.Finding), null);
        }
    }
}

/// <summary>What there is to say beside a version of a return.</summary>
/// <param name="Findings">What was found when it came, of this return alone; and why there is no difference, where the version before was erased or is lost.</param>
/// <param name="Difference">From the version before; null for the first, and where there is none to tell.</param>
internal sealed record VersionContext(ImmutableArray<Finding> Findings, ReturnDifference? Difference);
