using System.Collections.Immutable;
using CsCheck;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

public sealed class RulingPropertyTests
{
    private static readonly ImmutableArray<Return> Whole = [.. Everything()];

    private static readonly Gen<RuledOutRow> AnyRow = Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, 200], (at, row) =>
        new RuledOutRow(Whole[at].Indicator, RowFingerprint.Of(Whole[at].Unit, Whole[at].Rows[row % Whole[at].Rows.Length]), $"แถว {row}"));

    private static readonly Gen<ExcludedReturn> AnyReturn = Gen.Int[0, Whole.Length - 1].Select(
        at => new ExcludedReturn(Whole[at].Unit, Whole[at].Indicator, $"ฉบับ {at}"));

    private static readonly Gen<Assessment> AnyScore = Gen.Select(Gen.Int[1, 12], Gen.Int[0, 5], (indicator, score) =>
        new Assessment(IndicatorNumber.Parse($"{indicator}"), null, score, "ตรวจแล้ว"));

    private static readonly Gen<DuplicateDecision> AnyPair = Gen.Select(Gen.Int[0, 18], Gen.Int[0, 18], Gen.Int[0, 2], Gen.Bool, (one, other, row, same) =>
    {
        var three = Whole.Where(r => r.Indicator.Value == "3").ToList();
        return new DuplicateDecision(
            three[one].Indicator, RowFingerprint.Of(three[one].Unit, three[one].Rows[0]),
            RowFingerprint.Of(three[other].Unit, three[other].Rows[row]), same, $"คู่ {row}");
    });

    private static readonly Gen<Decisions> AnyDecisions = Gen.Select(
        AnyRow.Array[0, 8], AnyReturn.Array[0, 3], AnyScore.Array[0, 4], AnyPair.Array[0, 12], (rows, returns, scores, pairs) =>
        new Decisions([.. returns.DistinctBy(r => (r.Unit, r.Indicator))], [.. Different(pairs)])
        {
            ExcludedRows = [.. rows.DistinctBy(r => (r.Indicator, r.Row))],
            Assessments = [.. scores.DistinctBy(s => s.Indicator)],
        });

    [Fact]
    public void OrderOfDecisionsOnDifferentThings_DoesNotChangeAWord() => AnyDecisions.Sample(
        decisions => Assert.Equal(Words(decisions), Words(new Decisions([.. decisions.Excluded.Reverse()], [.. decisions.Duplicates.Reverse()])
        {
            ExcludedRows = [.. decisions.ExcludedRows.Reverse()],
            Assessments = [.. decisions.Assessments.Reverse()],
        })),
        iter: 60);

    [Fact]
    public void EveryRow_IsListedExactlyOnceWhateverIsDecided() => AnyDecisions.Sample(
        decisions =>
        {
            foreach (var score in KalasinRound.Score(decisions, [.. Whole]).Scores)
            {
                var m = score.Measurement;
                var listed = m.Counted.Concat(m.NotMet.Select(e => e.Row)).Concat(m.Excluded.Select(e => e.Row))
                    .Select(r => (r.Unit.Value, r.Row.Number)).Order();
                Assert.Equal(
                    Whole.Where(r => r.Indicator == score.Indicator).SelectMany(r => r.Rows.Select(row => (r.Unit.Value, row.Number))).Order(),
                    listed);
            }
        },
        iter: 20);

    [Fact]
    public void AnExcludedRow_CountsLikeOneThatWasNeverSent() => AnyRow.Sample(
        ruled =>
        {
            var without = Whole.Select(r => r.Indicator != ruled.Indicator || r.Unit != ruled.Row.Unit ? r
                : r with { Rows = [.. r.Rows.Where(row => RowFingerprint.Of(r.Unit, row) != ruled.Row)] });
            Assert.Equal(Values(KalasinRound.Score([.. without])), Values(KalasinRound.Score(Decisions.None with { ExcludedRows = [ruled] }, [.. Whole])));
        },
        iter: 40);

    [Fact]
    public void Total_LiesWithinTheScale_WhateverIsDecided() => AnyDecisions.Sample(
        decisions => Assert.InRange(KalasinRound.Score(decisions, [.. Whole]).Total!.Value, 0, 5), iter: 20);

    [Fact]
    public void ASettledDisagreement_EqualsTheChosenUnitsOwnAnswer() => Gen.Select(Gen.Int[0, 4].Array[0, 5], Gen.Int[0, 4].Array[0, 5], Gen.Bool).Sample(
        (law, adm, first) =>
        {
            Return[] returns = [Complaints("LAW", law), Complaints("ADM", adm)];
            var chosen = returns[first ? 0 : 1];
            var decisions = Decisions.None with { Disagreements = [new(chosen.Indicator, chosen.Unit, "มีสำนวน")] };
            var alone = Decisions.None with { Excused = [new(returns[first ? 1 : 0].Unit, chosen.Indicator, "ไม่ต้องรายงาน")] };
            Assert.Equal(KalasinRound.Score(alone, chosen)["10"].Measurement.Value, KalasinRound.Score(decisions, returns)["10"].Measurement.Value);
        },
        iter: 60);

    /// <summary>Pairs of two rows, each pair once, whichever row comes first.</summary>
    private static IEnumerable<DuplicateDecision> Different(IEnumerable<DuplicateDecision> pairs) => pairs.Where(p => p.First != p.Second)
        .DistinctBy(p => string.CompareOrdinal($"{p.First}", $"{p.Second}") < 0 ? (p.First, p.Second) : (p.Second, p.First));

    private static Return Complaints(string unit, int[] codes) => codes.Length == 0
        ? Nil(unit, "10")
        : Reported(unit, "10", [.. codes.Distinct().Select((code, i) => Row(
            i + 1, ("case", $"ร-0{code}"), ("received", Day(2567, 1, 9)), ("status", code % 2 == 0 ? "#found" : "#pending")))]);

    private static IEnumerable<(decimal?, decimal?)> Values(Scorecard card) => card.Scores.Select(s => (s.Measurement.Value, s.Points));

    private static IEnumerable<string> Words(Decisions decisions) => KalasinRound.Score(decisions, [.. Whole]).Scores
        .SelectMany(s => s.Measurement.Excluded.Select(e => e.Reason.Thai).Append(s.Explanation.ToString()));
}
