using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>Carries out what people decide, whatever the door: what was said goes into the vault before the event that names it.</summary>
internal sealed class DecisionService(RoundLog log, ResultsService results, TimeProvider clock)
{
    /// <param name="round">The round as the decider saw it.</param>
    /// <param name="decision">What is asked.</param>
    /// <exception cref="StorageUnavailableException">Whether it was carried out is unknown; with the same key it can be asked again.</exception>
    public async Task<DecisionOutcome> DecideAsync(OpenedRound round, RoundCommand decision, Actor actor, CancellationToken cancellationToken)
    {
        if (decision is RoundDecision said) decision = said with { Observed = await ObserveAsync(round, said, cancellationToken) };
        // What is refused leaves nothing behind: most refusals are seen before anything is kept.
        var expected = Decide.On(round.State, round.Rules, decision, clock.GetUtcNow(), actor);
        if (expected is not Accept) return new(expected, round);
        await using var staged = new StagedContents(round.Vault);
        foreach (var text in decision.Texts) await staged.AddOwnAsync(text.ToBytes(), cancellationToken);
        await staged.PromoteAsync(cancellationToken);
        var (decided, state) = await log.DecideAsync(round.Id, decision, actor, cancellationToken);
        return new(decided, await log.AtAsync(round.Id, state, cancellationToken));
    }

    /// <summary>What a decision depends on and only the vault tells: whether the rows it names are there, whether the answers it compares differ.</summary>
    private async Task<Observed> ObserveAsync(OpenedRound round, RoundDecision decision, CancellationToken cancellationToken)
    {
        var state = round.State;
        var rows = ImmutableArray.CreateBuilder<(IndicatorNumber, RowFingerprint, ContentHash)>();
        foreach (var (indicator, row, _) in decision.Rows)
            foreach (var head in state.AnswersOn(indicator).Where(h => h.Unit == row.Unit))
                if ((await results.ReturnsAsync(round, [head], cancellationToken))[0].Rows.Any(r => RowFingerprint.Of(row.Unit, r) == row))
                    rows.Add((indicator, row, head.Content));
        if (decision.Compares is not { } compared || state.AnswersOn(compared) is not { IsEmpty: false } answers) return new(rows.ToImmutable(), []);
        var returns = await results.ReturnsAsync(round, answers, cancellationToken);
        var differ = Scorer.Score(round.Rules, returns, round.Rules.Plan.JudgedOn).SelectMany(card => card.Scores)
            .Any(score => score.Indicator == compared && score.Measurement.State == MeasurementState.Disagreed);
        return new(rows.ToImmutable(), differ ? answers : []);
    }

    /// <summary>A decision as it came in from outside: with an id, and a salt for what it says.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="key">Key of the sender; null if none was given. Asked again with it, the same is done once.</param>
    /// <param name="body">What was sent, to tell something else under the same key.</param>
    public static RoundDecision Sent(RoundDecision read, RoundId round, Actor actor, string? key, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(read);
        var salted = read with { Salt = StatedTexts.Salt() };
        if (key is null) return salted with { Id = Guid.NewGuid() };
        // The key is in no log, so that whoever reads one can't try out what was said.
        return salted with { Id = IdOf(round, actor, key), Fingerprint = ContentHash.Of(Encoding.UTF8.GetBytes(key)).Then(body) };
    }

    /// <summary>The id of what somebody decides under a key.</summary>
    public static Guid IdOf(RoundId round, Actor actor, string key) =>
        DeliveryService.CommandOf(ContentHash.Of(Encoding.UTF8.GetBytes($"decision\n{round}\n{actor.Role}\n{actor.Id}\n{key}")));
}

/// <param name="Round">As it is afterwards.</param>
internal sealed record DecisionOutcome(Decision Decision, OpenedRound Round);
