using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;

namespace Kalasin.Benchmarks;

/// <summary>Scoring all returns of the sample round, with every explanation. Limit: 1 ms.</summary>
internal static class ScoreRound
{
    public static void Measure(PlayedSample sample, FigureTable table)
    {
        var snapshot = sample.Snapshot;
        table.Limit($"score: the round, {snapshot.Returns.Length} returns", Timing.Of(() => ResultsService.Score(snapshot, null)), 1);
        table.Plain("score: and print every explanation", Timing.Of(() => Texts(ResultsService.Score(snapshot, null)[0])));
    }

    private static int Texts(Scorecard card) =>
        card.Scores.Sum(s => s.Measurement.Sentence.Thai.Length + s.Explanation.ToString(Evaluation.Language.Thai).Length);
}
