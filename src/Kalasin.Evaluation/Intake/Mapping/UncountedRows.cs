using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.CountFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Says which rows of a return will not count whatever others report, so that its sender knows with the receipt.</summary>
internal static class UncountedRows
{
    public static void Say(
        Indicator indicator, RowDrafts drafts, ValuesById facts,
        ReadingScope scope, RegisterReader register, TableNotes notes)
    {
        var (faulty, outside, later, other) = (0, 0, 0, 0);
        var reasons = new PredicateReasons(indicator.Register, scope.Predicates);
        foreach (var draft in drafts)
        {
            var (row, subject) = (draft.ToRow(), new PredicateSubject(draft.Values, facts));
            if (draft.IsFaulty) faulty++;
            else if (indicator.Period is { } period && PeriodReasons.Outside(indicator.Register, period, row) is not null)
            {
                outside++;
                SayOutside(indicator.Register, period, draft, register);
            }
            else if (PeriodReasons.Later(indicator, row, scope.Rules.Plan.JudgedOn) is not null)
            {
                later++;
                var column = indicator.Period?.Column ?? indicator.Register.Columns[0].Id;
                register.NotesOf(draft, column).Say(AfterEvaluation, ThaiDate.BilingualShort(scope.Rules.Plan.JudgedOn));
            }
            else if (indicator.Measure.Where is { } where && !scope.Predicates.Holds(where, subject))
            {
                other++;
                register.NotesOf(draft, ColumnOf(where, indicator.Register)).Say(NotMeasured, reasons.Of(where, subject));
            }
        }
        if (faulty + outside + later + other is not (> 0 and var uncounted)) return;
        IEnumerable<(int Count, string Thai, string English)> parts =
        [
            (faulty, "รอแก้ไข", "to correct"), (outside, "นอกช่วงที่ประเมิน", "outside the period"),
            (later, "หลังวันที่ประเมิน", "after the evaluation date"), (other, "ไม่เข้าเงื่อนไขที่นับ", "not among those counted"),
        ];
        var said = parts.Where(p => p.Count > 0).Select(p => (Count: ThaiNumerals.Number(p.Count), p.Thai, p.English))
            .Select(p => new BilingualText($"{p.Thai} {p.Count.Thai}", $"{p.Count.English} {p.English}"));
        notes.Say(
            NotCounted, ThaiNumerals.Digits(indicator.Number.Value), ThaiNumerals.Number(drafts.Count),
            ThaiNumerals.Number(uncounted), BilingualText.Join(", ", said));
    }

    private static void SayOutside(RegisterSchema schema, Period period, RowDraft row, RegisterReader register)
    {
        var heading = schema.HeadingOf(period.Column);
        var notes = register.NotesOf(row, period.Column);
        if (row.Values.ContainsKey(period.Column)) notes.Say(OutsidePeriod, heading, ThaiDate.BilingualShort(period.From), ThaiDate.BilingualShort(period.To));
        else notes.Say(Undated, heading);
    }

    /// <summary>The column that a condition asks about first.</summary>
    private static string ColumnOf(Predicate where, RegisterSchema schema) => where switch
    {
        EqualTo { Value: ColumnOperand column } => column.Name,
        Present { Value: ColumnOperand column } => column.Name,
        _ => schema.Columns[0].Id,
    };
}
