using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>A number of rows, each thing once.</summary>
internal sealed class CountMeasuring : Measuring<CountMeasure>
{
    protected override Measurement Of(IndicatorCase of, CountMeasure measure, RowSelection rows)
    {
        var distinct = DistinctRows.Of(of, rows.Rows, measure.DistinctBy);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var excluded = rows.Excluded.ToBuilder();
        distinct.Note(of, excluded, findings);
        findings.AddRange(MissingCategories(of, measure, distinct.Rows));
        return new(MeasurementState.Measured, distinct.Rows.Length, measure.Unit, Formula(rows, distinct), Sentence(measure, rows, distinct))
        {
            Numerator = distinct.Rows.Length,
            Counted = [.. distinct.Rows.Select(r => r.Reference)],
            Excluded = excluded.ToImmutable(),
            LookAlikes = distinct.LookAlikes,
            Also = Beside(measure, distinct.Rows),
            Findings = findings.ToImmutable(),
        };
    }

    /// <summary>More of them while the period lasts; what has happened doesn't become fewer.</summary>
    protected override BilingualText? NextLevel(IndicatorCase of, CountMeasure measure, Measurement measurement, Scale scale)
    {
        var now = measurement.Value!.Value;
        if (scale.IsFalling || !Scoring.NextLevel.IsOpen(of) || scale.Next(now) is not var (goal, score, beyond)) return null;
        var reached = beyond ? now + 1 : decimal.Ceiling(goal);
        return Scoring.NextLevel.More(ThaiNumerals.Number(reached - now, 0), measure.Unit, measure.WithUnit(ThaiNumerals.Number(reached, 0)), scale, score);
    }

    /// <summary>Rows reported, left out and counted.</summary>
    protected override ImmutableArray<GroupFigure> Figures(Indicator indicator, CountMeasure measure) =>
    [
        GroupFigure.Rows(new("รายงาน", "reported"), rows => rows.Counted.Length + rows.Excluded.Length),
        GroupFigure.Rows(new("ซ้ำหรือไม่นับ", "twice or not counted"), rows => rows.Excluded.Length),
        GroupFigure.Rows(new("นับได้", "counted"), rows => rows.Counted.Length),
    ];

    private static IEnumerable<Finding> MissingCategories(IndicatorCase of, CountMeasure measure, ImmutableArray<SelectedRow> rows)
    {
        if (measure.Expects is not { } expected || rows.IsEmpty) yield break;
        var column = of.Indicator.Register.Find(expected.Column);
        var seen = rows.Select(r => (r.Row[expected.Column] as ChoiceValue)?.Option).ToHashSet(StringComparer.Ordinal);
        foreach (var option in expected.Options)
            if (!seen.Contains(option))
                yield return ScoringFindings.CategoryMissing.At(
                    Place.Nowhere, column?.Heading ?? expected.Column, column?.Options.FirstOrDefault(o => o.Id == option)?.Text ?? option);
    }

    private static BilingualText Formula(RowSelection rows, DistinctRows distinct)
    {
        var parts = new List<int> { rows.Reported };
        if (distinct.Duplicates.Length > 0) parts.Add(distinct.Duplicates.Length);
        if (rows.Excluded.Length > 0) parts.Add(rows.Excluded.Length);
        var numbers = BilingualText.Join(" − ", parts.Select(p => ThaiNumerals.Number(p)));
        if (parts.Count == 1) return numbers;
        var result = ThaiNumerals.Number(distinct.Rows.Length);
        return new($"{numbers.Thai} = {result.Thai}", $"{numbers.English} = {result.English}");
    }

    private static BilingualText Sentence(CountMeasure measure, RowSelection rows, DistinctRows distinct)
    {
        var unit = measure.Unit;
        if (rows.Reported == 0) return new($"ไม่มี{unit.Thai}ในช่วงที่ประเมิน นับได้ ๐ {unit.Thai}", $"No {unit.English} in the period: 0 {unit.English}");
        var (reported, twice) = (ThaiNumerals.Number(rows.Reported), ThaiNumerals.Number(distinct.Duplicates.Length));
        var (other, counted) = (ThaiNumerals.Number(rows.Excluded.Length), ThaiNumerals.Number(distinct.Rows.Length));
        var (thai, english) = ($"รายงาน {reported.Thai} {unit.Thai}", $"{unit.English} reported: {reported.English}");
        if (distinct.Duplicates.Length > 0) (thai, english) = ($"{thai} ซ้ำ {twice.Thai} {unit.Thai}", $"{english}, {twice.English} of them twice");
        if (rows.Excluded.Length > 0) (thai, english) = ($"{thai} ไม่นำมานับ {other.Thai} {unit.Thai}", $"{english}, {other.English} not counted");
        return new($"{thai} นับได้ {counted.Thai} {unit.Thai}", $"{english}; counted: {counted.English}");
    }

    private static ImmutableArray<SecondaryValue> Beside(CountMeasure measure, ImmutableArray<SelectedRow> rows)
    {
        if (measure.Also is not { } also) return [];
        var count = DistinctRows.Count(rows, also.DistinctBy);
        return [new(also.Name, count, ThaiNumerals.Number(count))];
    }
}
