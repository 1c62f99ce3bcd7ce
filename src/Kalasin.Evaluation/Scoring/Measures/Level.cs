using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>The best subject's highest step that is complete together with all below it.</summary>
internal sealed class LevelMeasuring : Measuring<LevelMeasure>
{
    protected override Measurement Of(IndicatorCase of, LevelMeasure measure, RowSelection rows)
    {
        var subjects = Subjects(of, measure, rows);
        var judged = subjects.ConvertAll(subject => (Subject: subject, Result: LevelSteps.Of(of, measure, subject)));
        // The first of equals in the plan's order, so that the order of returns doesn't matter.
        var best = judged.MaxBy(j => (j.Result.Level, j.Result.Achieved));
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var excluded = rows.Excluded.ToBuilder();
        foreach (var (subject, result) in judged)
        {
            if (result.Gap is { } gap) findings.Add(Gap(measure, subject, result, gap));
            if (ReferenceEquals(subject, best.Subject)) continue;
            var (name, level) = (best.Subject.Name, ThaiNumerals.Number(best.Result.Level));
            foreach (var row in subject.Rows)
                excluded.Add(new(row.Reference, ExclusionReason.OtherSubject, new(
                    $"เป็นของ{subject.Name.Thai} ขั้นของผลงานต่างกันไม่นับรวมกัน ใช้{name.Thai} ระดับ {level.Thai}",
                    $"belongs to {subject.Name.English}; steps of different subjects don't add up, and {name.English} counts with level {level.English}")));
        }
        foreach (var row in best.Subject.Rows)
            if (!best.Result.Proofs.Contains(row.Reference))
                excluded.Add(new(row.Reference, ExclusionReason.NoProof, best.Result.WhyNoProof(of, measure, row)));
        if (best.Result.Missing.Length > 0)
            findings.Add(ScoringFindings.SendersMissing.At(
                Place.Nowhere, ThaiNumerals.Number(best.Result.Missing.Length), Naming.Of(best.Result.Missing)));
        return new(MeasurementState.Measured, best.Result.Level, measure.Unit, Formula(best.Subject, best.Result), Sentence(measure, best.Result))
        {
            Counted = [.. best.Subject.Rows.Select(r => r.Reference).Where(best.Result.Proofs.Contains)],
            Excluded = excluded.ToImmutable(),
            Missing = best.Result.Missing,
            Steps = best.Result.Steps,
            Reached = [.. judged.Select(j => j.Result.Level)],
            Findings = findings.ToImmutable(),
        };
    }

    /// <summary>The lowest missing step, where it can still be done, and the score that its completion gives (steps above may be complete already).</summary>
    protected override BilingualText? NextLevel(IndicatorCase of, LevelMeasure measure, Measurement measurement, Scale scale)
    {
        var level = (int)measurement.Value!.Value;
        if (level >= measurement.Steps.Length || !measurement.Steps[level].CanBeDone) return null;
        var (missing, then) = (measurement.Steps[level], level + 1);
        while (then < measurement.Steps.Length && measurement.Steps[then].Achieved) then++;
        var points = scale.Points(then);
        if (points <= scale.Points(level)) return null;
        var (number, gain) = (ThaiNumerals.Number(missing.Level), Scoring.NextLevel.Gain(scale, points));
        return new(
            $"ขาดระดับ {number.Thai} คือ {missing.Text.Thai} ({missing.Reason.Thai}) เมื่อครบจะได้{gain.Thai}",
            $"step {number.English}: {missing.Text.English} ({missing.Reason.English}) for {gain.English}");
    }

    protected override ImmutableArray<GroupFigure> Figures(Indicator indicator, LevelMeasure measure) => [];

    /// <summary>Rows by subject, in the order in which subjects first occur; without subject columns the entrant is the only one.</summary>
    private static List<LevelSubject> Subjects(IndicatorCase of, LevelMeasure measure, RowSelection rows)
    {
        var entrant = of.Hosts.Length == 1 ? of.Hosts[0].Name : of.Rules.Plan.Office;
        if (measure.Subject.IsEmpty) return [new(entrant, rows.Returns, rows.Rows)];
        var subjects = rows.Rows
            .GroupBy(r => (r.Reference.Unit, Key: DistinctRows.KeyOf(r.Row, measure.Subject)))
            .Select(g => new LevelSubject(Name(of, measure, g.First()), [g.First().From], [.. g]))
            .ToList();
        return subjects.Count > 0 ? subjects : [new(entrant, rows.Returns, [])];
    }

    private static BilingualText Name(IndicatorCase of, LevelMeasure measure, SelectedRow row)
    {
        var values = BilingualText.Join(" ", measure.Subject.Select(id => row.Row[id] is TextValue text
            ? new BilingualText(ThaiNumerals.ToThaiInProse(text.Text), text.Text)
            : PredicateReasons.Show(row.Row[id], of.Indicator.Register.Find(id)?.Options)));
        var unit = of.NameOf(row.Reference.Unit);
        return new($"ผลงาน {values.Thai} ({unit.Thai})", $"{values.English} ({unit.English})");
    }

    private static Finding Gap(LevelMeasure measure, LevelSubject subject, LevelSteps result, int gap)
    {
        var achieved = BilingualText.Join(", ", result.Steps.Where(s => s.Achieved).Select(s => ThaiNumerals.Number(s.Level)));
        return ScoringFindings.StepGap.At(
            Place.Nowhere, subject.Name, achieved, ThaiNumerals.Number(gap), ThaiNumerals.Number(result.Level), measure.Steps[gap - 1].Text);
    }

    private static BilingualText Formula(LevelSubject subject, LevelSteps result)
    {
        var marks = BilingualText.Join(", ", result.Steps.Select(s => new BilingualText(
            $"{ThaiNumerals.Format(s.Level)} {(s.Achieved ? "ครบ" : "ยังไม่ครบ")}", $"{s.Level} {(s.Achieved ? "complete" : "incomplete")}")));
        var level = ThaiNumerals.Number(result.Level);
        return new($"{subject.Name.Thai}: {marks.Thai} → ระดับ {level.Thai}", $"{subject.Name.English}: {marks.English} → level {level.English}");
    }

    private static BilingualText Sentence(LevelMeasure measure, LevelSteps result)
    {
        var level = ThaiNumerals.Number(result.Level);
        var reached = result.Level == 0
            ? new BilingualText("ยังไม่ครบเงื่อนไขของระดับ ๑", "Level 1 is not complete yet")
            : new($"ดำเนินการได้ถึงระดับ {level.Thai}", $"Level {level.English} reached");
        if (result.Level == measure.Steps.Length) return reached;
        var (number, next) = (ThaiNumerals.Number(result.Level + 1), measure.Steps[result.Level].Text);
        return new($"{reached.Thai} ขาดหลักฐานระดับ {number.Thai} คือ {next.Thai}", $"{reached.English}; missing for level {number.English}: {next.English}");
    }
}
