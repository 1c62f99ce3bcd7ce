using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Thai;
using static Kalasin.Evaluation.Intake.CountFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Says which rows of a return will not count whatever others report, so that its sender knows with the receipt.</summary>
internal static class UncountedRows
{
    public static void Say(Indicator indicator, List<RowDraft> rows, ImmutableSortedDictionary<string, CellValue> facts, ReadingScope scope, RegisterReader register, SheetNotes notes)
    {
        var (faulty, outside, later, other) = (0, 0, 0, 0);
        var reasons = new PredicateReasons(indicator.Register, scope.Predicates);
        foreach (var row in rows)
        {
            var subject = new PredicateSubject(row.Values, facts);
            if (row.Faults.Count > 0) faulty++;
            else if (indicator.Period is { } period && PeriodReasons.Outside(indicator.Register, period, row.ToRow()) is not null)
            {
                outside++;
                SayOutside(indicator.Register, period, row, register);
            }
            else if (PeriodReasons.Later(indicator, row.ToRow(), scope.Rules.Plan.JudgedOn) is not null)
            {
                later++;
                register.NotesOf(row, indicator.Period?.Column ?? indicator.Register.Columns[0].Id).Say(AfterEvaluation, ThaiDate.BilingualShort(scope.Rules.Plan.JudgedOn));
            }
            else if (indicator.Measure.Where is { } where && !scope.Predicates.Holds(where, subject))
            {
                other++;
                register.NotesOf(row, ColumnOf(where, indicator.Register)).Say(NotMeasured, reasons.Of(where, subject));
            }
        }
        if (faulty + outside + later + other == 0) return;
        BilingualText[] parts =
        [
            .. faulty > 0 ? [Part(faulty, "รอแก้ไข", "to correct")] : Array.Empty<BilingualText>(),
            .. outside > 0 ? [Part(outside, "นอกช่วงที่ประเมิน", "outside the period")] : Array.Empty<BilingualText>(),
            .. later > 0 ? [Part(later, "หลังวันที่ประเมิน", "after the evaluation date")] : Array.Empty<BilingualText>(),
            .. other > 0 ? [Part(other, "ไม่เข้าเงื่อนไขที่นับ", "not among those counted")] : Array.Empty<BilingualText>(),
        ];
        notes.Say(NotCounted, Words.Digits(indicator.Number.Value), ThaiNumerals.Number(rows.Count), ThaiNumerals.Number(faulty + outside + later + other), BilingualText.Join(", ", parts));
    }

    private static void SayOutside(RegisterSchema schema, Period period, RowDraft row, RegisterReader register)
    {
        var heading = schema.Find(period.Column)?.Heading ?? period.Column;
        var notes = register.NotesOf(row, period.Column);
        if (row.Values.GetValueOrDefault(period.Column) is DateValue) notes.Say(OutsidePeriod, heading, ThaiDate.BilingualShort(period.From), ThaiDate.BilingualShort(period.To));
        else notes.Say(Undated, heading);
    }

    /// <summary>The column that a condition asks about first.</summary>
    private static string ColumnOf(Predicate where, RegisterSchema schema) => where switch
    {
        EqualTo { Value: ColumnOperand column } => column.Name,
        Present { Value: ColumnOperand column } => column.Name,
        _ => schema.Columns[0].Id,
    };

    private static BilingualText Part(int count, string thai, string english) => new($"{thai} {ThaiNumerals.Number(count).Thai}", $"{ThaiNumerals.Number(count).English} {english}");
}
