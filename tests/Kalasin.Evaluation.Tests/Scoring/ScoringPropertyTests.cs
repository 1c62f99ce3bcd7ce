using CsCheck;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

public sealed class ScoringPropertyTests
{
    private static readonly IReadOnlyList<Return> Whole = Everything();

    private static readonly Scorecard Card = Scorer.Score(Rules, Whole, EvaluationDate).Single();

    [Fact]
    public void OrderOfReturns_DoesNotMatter() => Gen.Shuffle(Whole.ToArray()).Sample(
        shuffled => Assert.Equal(Values(Card), Values(Scorer.Score(Rules, shuffled, EvaluationDate).Single())), iter: 30);

    [Fact]
    public void OrderOfReturns_DoesNotChangeAWord() => Assert.Equal(
        Card.Scores.Select(s => s.Explanation.ToString()),
        Scorer.Score(Rules, Whole.Reverse(), EvaluationDate).Single().Scores.Select(s => s.Explanation.ToString()));

    [Fact]
    public void OrderOfRows_DoesNotChangeAValue() => Gen.Int.Sample(
        seed => Assert.Equal(Values(Card), Values(Scorer.Score(Rules, Whole.Select(r => Shuffled(r, seed)), EvaluationDate).Single())), iter: 30);

    [Fact]
    public void AFaultyRow_NeverChangesAValue() => Gen.Select(Gen.Int[0, Whole.Count - 1], Gen.Int[0, 200], Gen.Int[0, 200]).Sample(
        (at, from, number) =>
        {
            var target = Whole[at];
            var source = Whole.Where(r => r.Indicator == target.Indicator).SelectMany(r => r.Rows).ToArray();
            var faulty = OfAnotherThing(source[from % source.Length] with { Number = number }).Faulty();
            var changed = Whole.Select(r => ReferenceEquals(r, target) ? r with { Rows = r.Rows.Insert(number % (r.Rows.Length + 1), faulty) } : r);
            var card = Scorer.Score(Rules, changed, EvaluationDate).Single();
            Assert.Equal(Values(Card), Values(card));
        },
        iter: 60);

    [Fact]
    public void Total_LiesBetweenTheScoresForAnyWeights() => Gen.Decimal[0.001m, 1000m].Array[12].Sample(
        weights =>
        {
            var rules = KalasinRound.WithFramework(
                f => f with { Indicators = [.. f.Indicators.Select((i, n) => i with { Weight = i.Weight with { Value = weights[n] } })] });
            var card = Scorer.Score(rules, Whole, EvaluationDate).Single();
            var scored = card.Scores.Where(s => s.Points is not null).ToList();
            Assert.InRange(card.Total!.Value, scored.Min(s => s.Points!.Value), scored.Max(s => s.Points!.Value));
            Assert.All(scored, s => Assert.InRange(s.Points!.Value, 0, 5));
        },
        iter: 30);

    [Fact]
    public void EveryRow_IsListedExactlyOnce()
    {
        foreach (var score in Card.Scores)
        {
            var m = score.Measurement;
            var listed = m.Counted.Concat(m.NotMet.Select(e => e.Row)).Concat(m.Excluded.Select(e => e.Row)).Select(r => (r.Unit, r.Row.Number)).ToList();
            var sent = Whole.Where(r => r.Indicator == score.Indicator).SelectMany(r => r.Rows.Select(row => (r.Unit, row.Number))).ToList();
            Assert.Equal(sent.Count, listed.Count);
            Assert.Equal(sent.ToHashSet(), listed.ToHashSet());
        }
    }

    private static List<(decimal?, decimal?)> Values(Scorecard card) => [.. card.Scores.Select(s => (s.Measurement.Value, s.Points)), (card.Total, null)];

    /// <summary>The same of another case or activity, which by itself would count: what is typed twice counts once anyway.</summary>
    private static RegisterRow OfAnotherThing(RegisterRow row) => row with
    {
        Values = ValuesById.Of(row.Values.Select(
            v => KeyValuePair.Create(v.Key, v.Value is TextValue { Text: var text } ? new TextValue($"{text} (อื่น)") : v.Value))),
    };

    private static Return Shuffled(Return given, int seed)
    {
        var rows = given.Rows.ToArray();
        new Random(seed).Shuffle(rows);
        return given with { Rows = [.. rows] };
    }
}
