using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>What people decided in a round as the scorer takes it: what its state says, with the words that are in its vault.</summary>
internal sealed class RulingTexts(VaultContent content)
{
    /// <summary>Stands for words that were erased or are damaged.</summary>
    private const string Gone = "ไม่มีข้อความเหตุผลในระบบแล้ว";

    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    public async Task<Decisions> OfAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        var jumps = ImmutableArray.CreateBuilder<ExplainedJump>();
        foreach (var (unit, indicator) in round.State.JumpReasons.Keys
            .OrderBy(k => k.Unit.Value, StringComparer.Ordinal).ThenBy(k => k.Indicator.Value, StringComparer.Ordinal))
            if (round.State.JumpReasonOf(unit, indicator) is { Given: var given })
                jumps.Add(new(unit, indicator, await WordsAsync(round, given, cancellationToken)) { By = given.By.RoleName });
        return Decisions.None with { Jumps = jumps.ToImmutable() };
    }

    private async Task<string> WordsAsync(OpenedRound round, Ruled ruled, CancellationToken cancellationToken)
    {
        try
        {
            return ruled.Text is { } text ? await content.TextAsync(round.Id, text, cancellationToken) : "";
        }
        catch (DamagedException)
        {
            return Gone;
        }
    }
}
