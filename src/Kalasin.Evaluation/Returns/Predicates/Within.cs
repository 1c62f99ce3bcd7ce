using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Returns.Predicates;

/// <inheritdoc cref="Within"/>
internal sealed class WithinCondition : SimpleCondition<Within>
{
    protected override bool Holds(Within p, PredicateEvaluator on, in PredicateSubject subject) =>
        on.DayOf(p.From, subject) is { } from && on.DayOf(p.To, subject) is { } to
            && to >= from && to <= p.Span.EndFrom(from);

    /// <summary>While the day isn't written down and the last one isn't over.</summary>
    protected override bool Can(Within p, bool hold, PredicateEvaluator on, in PredicateSubject subject) =>
        on.ValueOf(p.To, subject) is not null || on.DayOf(p.From, subject) is not { } from
            ? Holds(p, on, subject) == hold
            : !hold || on.EvaluationDate <= p.Span.EndFrom(from);

    protected override BilingualText Why(Within p, bool holds, PredicateReasons words, in PredicateSubject subject)
    {
        if (words.ValueOf(p.From, subject) is not DateValue from) return words.Blank(p.From);
        if (words.ValueOf(p.To, subject) is not DateValue to) return words.Blank(p.To);
        var (start, end, day) = (words.Name(p.From), words.Name(p.To), ThaiDate.BilingualShort(to.Date));
        if (to.Date < from.Date) return new($"{end.Thai} {day.Thai} อยู่ก่อน{start.Thai}", $"{end.English} {day.English} is before {start.English}");
        var (length, last) = (p.Span.Name, PredicateReasons.Last(p.Span, from.Date));
        if (p.Span.Unit != SpanUnit.Days)
            return new(
                $"{end.Thai} {day.Thai} {(holds ? "ไม่เกิน" : "เกิน")} {length.Thai} นับแต่{start.Thai} ({last.Thai})",
                $"{end.English} {day.English} is {(holds ? "within" : "beyond")} {length.English} from {start.English} ({last.English})");
        var count = ThaiNumerals.Number(to.Date.DayNumber - from.Date.DayNumber + (p.CountsFirstDay ? 1 : 0));
        return new(
            $"{end.Thai} {day.Thai} เป็นวันที่ {count.Thai} นับแต่{start.Thai} {(holds ? "ไม่เกิน" : "เกิน")} {length.Thai} ({last.Thai})",
            $"{end.English} {day.English} is day {count.English} from {start.English}, "
            + $"{(holds ? "within" : "beyond")} {length.English} ({last.English})");
    }
}
