using System.Collections.Immutable;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Scoring;

/// <summary>One value of joint hosts that all have to give it: their answers agree, or somebody decided whose counts.</summary>
internal static class Agreement
{
    public static Measurement Of(IndicatorCase of, HostReturns answers)
    {
        var (lead, others) = Merging.Split(of, answers.Counted);
        var values = answers.Counted.Select(r => (Return: r, Measurement: Measuring.Of(of, [r]))).ToList();
        var differences = others.SelectMany(other => HostComparison.Between(of, lead, other)).ToImmutableArray();
        var agree = differences.IsEmpty && values.Select(v => (v.Measurement.State, v.Measurement.Value)).Distinct().Count() == 1;
        var said = Naming.OfHosts([.. values.Select(v => Said(of, v.Return, v.Measurement))]);
        var counts = agree ? lead : answers.Counted.FirstOrDefault(r => r.Unit == of.Rulings.Settled?.Counts);
        if (counts is null)
            return NotYet(of, answers, MeasurementState.Disagreed,
                new($"หน่วยงานเจ้าภาพร่วมรายงานไม่ตรงกัน: {said.Thai}", $"The joint hosts report different values: {said.English}"),
                [ScoringFindings.HostsDisagree.At(Place.Nowhere, said), .. Unsettled(of), .. differences, .. values.SelectMany(v => v.Measurement.Findings)]);
        if (!answers.Missing.IsEmpty)
        {
            var names = Naming.Of(answers.Missing);
            return NotYet(of, answers, MeasurementState.Missing,
                new($"ยังไม่มีค่าจนกว่าจะได้รับรายงานจาก{names.Thai}", $"There is no value until {names.English} has reported"),
                [ScoringFindings.AnswerNeeded.At(Place.Nowhere, names), .. values.SelectMany(v => v.Measurement.Findings)]);
        }
        var value = values.Find(v => ReferenceEquals(v.Return, counts)).Measurement;
        return agree ? Agreed(of, value, counts, others) : Settled(of, value, counts, answers.Counted, said);
    }

    private static Measurement Agreed(IndicatorCase of, Measurement value, Return counts, IEnumerable<Return> others)
    {
        var name = of.NameOf(counts.Unit);
        var why = new BilingualText($"ข้อมูลตรงกัน นับแถวของ{name.Thai}", $"the answers agree; the rows of {name.English} count");
        return value with { Excluded = value.Excluded.AddRange(others.SelectMany(r => Merging.Compared(of, r, why))) };
    }

    private static Measurement Settled(IndicatorCase of, Measurement value, Return counts, ImmutableArray<Return> all, BilingualText said)
    {
        var (name, told) = (of.NameOf(counts.Unit), of.Rulings.Settled!.Told);
        var why = new BilingualText(
            $"ใช้รายงานของ{name.Thai}ตามที่วินิจฉัย: {told.Thai}", $"by a decision the return of {name.English} counts: {told.English}");
        return value with
        {
            Sentence = new($"{value.Sentence.Thai} (ใช้ข้อมูลของ{name.Thai}ตามที่วินิจฉัย)", $"{value.Sentence.English} (data of {name.English}, by a decision)"),
            Excluded = value.Excluded.AddRange(all.Where(r => !ReferenceEquals(r, counts)).SelectMany(r => Merging.Compared(of, r, why))),
            Findings = [RulingFindings.DisagreementSettled.At(Place.Nowhere, said, name, told), .. value.Findings],
        };
    }

    private static Measurement NotYet(IndicatorCase of, HostReturns answers, MeasurementState state, BilingualText sentence, ImmutableArray<Finding> findings) =>
        Merging.NoValue(of, state, sentence) with
        {
            Excluded =
            [
                .. answers.Counted.SelectMany(r => Merging.Compared(
                    of, r, new("ยังไม่นับจนกว่าหน่วยงานเจ้าภาพร่วมจะยืนยันตรงกัน", "not counted until the joint hosts agree"))),
            ],
            Findings = findings,
        };

    /// <summary>A decision for an answer that isn't there.</summary>
    private static IEnumerable<Finding> Unsettled(IndicatorCase of)
    {
        if (of.Rulings.Settled is { } settled) yield return RulingFindings.AnswerToCountMissing.At(Place.Nowhere, of.NameOf(settled.Counts));
    }

    /// <summary>What a host says, and on how many rows: ๐ เรื่อง (๑ แถว).</summary>
    private static BilingualText Said(IndicatorCase of, Return from, Measurement measurement)
    {
        var (name, rows) = (of.NameOf(from.Unit), ThaiNumerals.Number(from.Rows.Length));
        var value = measurement.Value is { } v ? ScoreDisplay.Value(of.Indicator, v) : new("ไม่คำนวณ", "nothing to measure");
        var behind = from.Rows.IsEmpty ? new("ไม่มีแถว", "no rows") : new BilingualText($"{rows.Thai} แถว", $"rows: {rows.English}");
        return new($"{name.Thai} {value.Thai} ({behind.Thai})", $"{name.English} {value.English} ({behind.English})");
    }
}
