using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Reports.Scorecards.Measures;

/// <summary>Rows that meet a condition, in per cent of the rows that are due or of a population.</summary>
internal sealed class PercentageFormulas : MeasureFormulas
{
    public override Type Kind => typeof(PercentageMeasure);

    public override int Factor => 100;

    public override (string Above, string Below) Words(Measure measure)
    {
        var percentage = (PercentageMeasure)measure;
        return ($"จำนวน{percentage.Row.Thai}ที่{percentage.Met.Thai}", $"จำนวน{percentage.Row.Thai}{(HasMembers(percentage) ? "ทั้งหมด" : "ที่ถึงกำหนด")}");
    }

    public override IEnumerable<string> Compared(Indicator indicator)
    {
        var measure = (PercentageMeasure)indicator.Measure;
        return [.. Identity(indicator), .. ComparedIn(measure.Where, measure.Meets, measure.Due, measure.Also?.Meets, measure.Also?.Due)];
    }

    public override AddedFormulas Add(IndicatorWork work)
    {
        var (measure, rows) = ((PercentageMeasure)work.Indicator.Measure, work.Register);
        var counting = Counting(work, measure);
        var things = ThingColumns.Add(work, Identity(work.Indicator), oneAnswer: true, counting.Contains);
        var (due, isDue) = Condition(work, "ถึงกำหนด (ตัวหาร)", measure.Due, things.Flag, things.Counts);
        var (met, isMet) = Condition(work, $"{measure.Met.Thai} (ตัวตั้ง)", measure.Meets, due, isDue);
        if (PercentageMeasuring.MembersOf(work.Of, measure) is { } population)
            return new PopulationTable(work, population, (met, isMet), measure.Due is null ? null : Exempt(rows, things, due, isDue)).ToTables();
        return new(group => Of(work, (met, isMet), (due, isDue), group))
        {
            Also = measure.Also is { } also && !work.IsPerHost ? Beside(work, also, things) : null,
        };
    }

    /// <summary>Rows that count for their member and say that it isn't due.</summary>
    private static (RowColumn, ImmutableArray<bool>) Exempt(RegisterTable rows, ThingColumns things, RowColumn due, ImmutableArray<bool> isDue)
    {
        ImmutableArray<bool> exempt = [.. things.Counts.Select((c, i) => c && !isDue[i])];
        return (rows.Table.Flag("ไม่อยู่ในตัวหาร", exempt, i => $"{things.Flag.At(i)}-{due.At(i)}"), exempt);
    }

    private static (string, Fraction, int) Beside(IndicatorWork work, SecondaryPercentage also, ThingColumns things)
    {
        var due = Condition(work, $"{also.Name.Thai} (ตัวหาร)", also.Due, things.Flag, things.Counts);
        var met = Condition(work, $"{also.Name.Thai} (ตัวตั้ง)", also.Meets, due.Column, due.Holds);
        return (also.Name.Thai, Of(work, met, due, new(null)), 100);
    }

    private static Fraction Of(
        IndicatorWork work, (RowColumn Column, ImmutableArray<bool> Holds) met, (RowColumn Column, ImmutableArray<bool> Holds) due, RowGroup group)
    {
        var (above, part) = AddedFormulas.Count(work, met.Column, met.Holds, group);
        var (below, whole) = AddedFormulas.Count(work, due.Column, due.Holds, group);
        return new(above, part, below, whole);
    }

    /// <summary>A column of ones where a condition holds; the column before where there is none.</summary>
    private static (RowColumn Column, ImmutableArray<bool> Holds) Condition(
        IndicatorWork work, string heading, Predicate? condition, RowColumn of, ImmutableArray<bool> among)
    {
        if (condition is null) return (of, among);
        var rows = work.Register;
        ImmutableArray<bool> holds = [.. among.Select((a, i) => a && work.Of.Predicates.Holds(condition, rows.Lines[i]!.Value.Subject))];
        return (rows.Flag(heading, holds, of, condition), holds);
    }

    private static ImmutableArray<string> Identity(Indicator indicator) =>
        indicator.Measure switch
        {
            PercentageMeasure { Population: { } population } => [population.Key],
            PercentageMeasure { Listed: { } list } => [list.Key],
            var other => other.IdentityIn(indicator.Register),
        };

    private static bool HasMembers(PercentageMeasure measure) => measure is { Population: not null } or { Listed: not null };

    /// <summary>Rows that speak for their thing; what speaks for one that isn't in the denominator counts nowhere.</summary>
    private static HashSet<SelectedRow> Counting(IndicatorWork work, PercentageMeasure measure)
    {
        var counting = new HashSet<SelectedRow>();
        foreach (var returns in work.Together)
        {
            var rows = RowSelection.Of(work.Of, returns);
            if (!HasMembers(measure))
            {
                counting.UnionWith(DistinctRows.WithOneAnswer(work.Of, rows).Rows);
                continue;
            }
            var measured = Measuring.Of(work.Of, returns);
            var spoken = measured.Counted.Concat(measured.NotMet.Concat(measured.Excluded.Where(e => e.Why == ExclusionReason.NotYetDue)).Select(n => n.Row)).Select(r => r.Row).ToHashSet(ReferenceEqualityComparer.Instance);
            counting.UnionWith(rows.Rows.Where(r => spoken.Contains(r.Row)));
        }
        return counting;
    }
}
