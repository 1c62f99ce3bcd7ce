using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Scoring;

/// <summary>A number of rows, each thing once.</summary>
internal static class CountMeasuring
{
    public static Measurement Of(IndicatorCase of, CountMeasure measure, RowSelection rows)
    {
        var distinct = DistinctRows.Of(of, rows.Rows, measure.DistinctBy);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var excluded = rows.Excluded.ToBuilder();
        foreach (var duplicate in distinct.Duplicates) excluded.Add(Duplicate(of, duplicate, findings));
        foreach (var pair in distinct.LookAlikes) findings.Add(LookAlike(of, pair));
        findings.AddRange(MissingCategories(of, measure, distinct.Rows));
        return new(MeasurementState.Measured, distinct.Rows.Length, measure.Unit, Formula(rows, distinct), Sentence(measure, rows, distinct))
        {
            Numerator = distinct.Rows.Length,
            Counted = [.. distinct.Rows.Select(r => r.Reference)],
            Excluded = excluded.ToImmutable(),
            Also = Beside(measure, distinct.Rows),
            Findings = findings.ToImmutable(),
        };
    }

    private static ExcludedRow Duplicate(IndicatorCase of, DuplicateRow duplicate, ImmutableArray<Finding>.Builder findings)
    {
        var (row, counted) = (of.Names.WithUnit(duplicate.Row.Reference), of.Names.WithUnit(duplicate.Of.Reference));
        if (duplicate.Decision is { } decision)
            return new(duplicate.Row.Reference, ExclusionReason.Duplicate, new($"เป็นเรื่องเดียวกับ{counted.Thai} ตามที่วินิจฉัยแล้ว: {decision.Reason}", $"judged to be the same as {counted.English}: {decision.Reason}"));
        findings.Add(ScoringFindings.Duplicate.At(new() { Row = duplicate.Row.Row.Number }, row, counted));
        return new(duplicate.Row.Reference, ExclusionReason.Duplicate, new($"ตรงกับ{counted.Thai} ซึ่งนับแล้ว", $"the same as {counted.English}, which is counted"));
    }

    private static Finding LookAlike(IndicatorCase of, LookAlike pair)
    {
        var (place, row, like) = (new Place { Row = pair.Row.Row.Number }, of.Names.WithUnit(pair.Row.Reference), of.Names.WithUnit(pair.Like.Reference));
        return pair.Decision is { } decision
            ? ScoringFindings.JudgedDifferent.At(place, row, like, decision.Reason)
            : ScoringFindings.CountedTwice.At(place, row, like);
    }

    private static IEnumerable<Finding> MissingCategories(IndicatorCase of, CountMeasure measure, ImmutableArray<SelectedRow> rows)
    {
        if (measure.Expects is not { } expected || rows.IsEmpty) yield break;
        var column = of.Indicator.Register.Find(expected.Column);
        var seen = rows.Select(r => (r.Row[expected.Column] as ChoiceValue)?.Option).ToHashSet(StringComparer.Ordinal);
        foreach (var option in expected.Options)
            if (!seen.Contains(option))
                yield return ScoringFindings.CategoryMissing.At(Place.Nowhere, column?.Heading ?? expected.Column, column?.Options.FirstOrDefault(o => o.Id == option)?.Text ?? option);
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
        var (reported, twice, other, counted) = (ThaiNumerals.Number(rows.Reported), ThaiNumerals.Number(distinct.Duplicates.Length), ThaiNumerals.Number(rows.Excluded.Length), ThaiNumerals.Number(distinct.Rows.Length));
        var (thai, english) = ($"รายงาน {reported.Thai} {unit.Thai}", $"{reported.English} {unit.English} reported");
        if (distinct.Duplicates.Length > 0) (thai, english) = ($"{thai} ซ้ำ {twice.Thai} {unit.Thai}", $"{english}, {twice.English} of them twice");
        if (rows.Excluded.Length > 0) (thai, english) = ($"{thai} ไม่นำมานับ {other.Thai} {unit.Thai}", $"{english}, {other.English} not counted");
        return new($"{thai} นับได้ {counted.Thai} {unit.Thai}", $"{english}: {counted.English} {unit.English}");
    }

    private static ImmutableArray<SecondaryValue> Beside(CountMeasure measure, ImmutableArray<SelectedRow> rows)
    {
        if (measure.Also is not { } also) return [];
        var count = DistinctRows.Count(rows, also.DistinctBy);
        return [new(also.Name, count, ThaiNumerals.Number(count))];
    }
}
