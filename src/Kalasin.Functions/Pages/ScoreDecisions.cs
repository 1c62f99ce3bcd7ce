using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>What the visitor may decide about a score.</summary>
internal sealed class ScoreDecisions(DecisionOffer offer)
{
    private RoundState State => offer.Round.State;

    /// <param name="entrant">Whose score: the province's, or a unit's where units are scored.</param>
    public ImmutableArray<DecisionForm> Of(Score score, string entrant)
    {
        UnitCode? of = offer.Round.Rules.Framework.Entrant == EntrantKind.Province ? null : UnitCode.Parse(entrant);
        return
        [
            .. score.Measurement.State == MeasurementState.Disagreed || State.Disagreements.ContainsKey(score.Indicator) ? Disagreement(score.Indicator) : [],
            .. State.Assessments.GetValueOrDefault((score.Indicator, of)) is { } entered
                ? offer.Of(new Assess(score.Indicator, entered.Score, "", of), new("แก้คะแนนของผู้ประเมิน", "Change the person's score"), "score", "reason")
                    .Concat(offer.Of(new TakeBackAssessment(score.Indicator, "", of), new("ถอนคะแนนของผู้ประเมิน", "Take the person's score back"), "reason"))
                : offer.Of(new Assess(score.Indicator, score.Points ?? 0, "", of), new("ให้คะแนนโดยผู้ประเมิน", "Enter a person's score"), "score", "reason"),
        ];
    }

    private IEnumerable<DecisionForm> Disagreement(IndicatorNumber indicator) => State.AnswersOn(indicator).SelectMany(head =>
    {
        var name = new Telling(offer.Round.Rules).NameOf(head.Unit);
        return offer.Of(new SettleDisagreement(indicator, head.Unit, ""), new($"ใช้คำตอบของ{name.Thai}", $"Let the answer of {name.English} count"), "reason");
    });
}
