using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>The words of what the program tells somebody by itself.</summary>
internal static class NoticeMail
{
    /// <param name="rules">Rules of the round.</param>
    /// <param name="state">The round in the state that made the notice due.</param>
    /// <param name="notice">What is told to whom.</param>
    /// <param name="letter">Number of the letter that the report goes with; <see langword="null"/> where none was reserved, or it was erased.</param>
    /// <param name="now">When.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText Compose(AwardRules rules, RoundState state, Notice notice, string? letter, DateTimeOffset now, bool isSample)
    {
        var (plan, today) = (rules.Plan, BangkokTime.Date(now));
        var unit = plan.Find(notice.Unit ?? plan.Collector)!;
        return notice.Purpose switch
        {
            MailPurpose.ClosingNotice => ClosingNotice.Compose(rules, state.Closed!, state.ClosedAt!.Value, isSample),
            MailPurpose.Reminder => ReminderMail.Before(rules, unit, OwedOf(), state.LastDayOf(unit.Code, rules), today, isSample),
            MailPurpose.Overdue => ReminderMail.After(rules, unit, OwedOf(), state.LastDayOf(unit.Code, rules), isSample),
            MailPurpose.Escalation => EscalationMail.Compose(
                rules, unit, RoundStatus.Of(state, rules).Missing.Where(c => state.LastDayOf(c.Unit, rules) < today), today, isSample),
            MailPurpose.AllIn => ArrivalMails.AllIn(rules, RoundStatus.Of(state, rules), isSample),
            MailPurpose.AllJudged => ArrivalMails.AllJudged(rules, RoundStatus.Of(state, rules), isSample),
            MailPurpose.Contribution => ArrivalMails.Contribution(rules, notice.Indicator!.Value, RoundStatus.Of(state, rules).Cells, isSample),
            MailPurpose.SignatureRequest => SignatureMail.Compose(rules, state.Signing!.Report.Pdf, state.Signing.Requested.At, today, isSample),
            MailPurpose.DispatchReminder => DispatchMails.NotSent(rules, today, DispatchOrder.Obstacles(state, rules), isSample),
            MailPurpose.AcknowledgementReminder => DispatchMails.NotAcknowledged(rules, new(letter ?? "-", state.Letter!.On), state.DispatchedAt!.Value, isSample),
            _ => throw new ArgumentOutOfRangeException(nameof(notice)),
        };

        Owed OwedOf() => Owed.Of(RoundStatus.CellsOf(state, rules, unit.Code));
    }
}
