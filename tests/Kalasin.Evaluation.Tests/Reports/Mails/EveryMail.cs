using System.Collections.Immutable;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Rounds;

namespace Kalasin.Evaluation.Tests.Reports.Mails;

/// <summary>One mail for each purpose, of the round 46-dla-2567.</summary>
internal static class EveryMail
{
    public static readonly AwardRules Rules = RoundScript.Rules;
    public static readonly ReportingUnit Namon = Rules.Plan.Find(OneOfEach.Namon)!;
    public static readonly DateOnly Due = new(2024, 5, 15);

    private static readonly ReportingUnit Collector = Rules.Plan.Find(Rules.Plan.Collector)!;
    private static readonly NumberedLetter Letter = new("ที่ กส 0023.1/1234", new(2024, 5, 30));
    private static readonly DateTimeOffset Sent = RoundScript.At("2024-05-30T14:05:00+07:00");

    /// <summary>What the unit owes after it has reported on 9 and on 3, this with two rows to correct.</summary>
    public static Owed Owed { get; } = Kalasin.Evaluation.Rounds.Owed.Of(
    [
        Cell(OneOfEach.Namon, "3", faulty: 2) with { Copies = [CopyForm.Word] }, Cell(OneOfEach.Namon, "4"), Cell(OneOfEach.Namon, "8"),
        Cell(OneOfEach.Namon, "9", faulty: 0) with { Copies = [CopyForm.Word, CopyForm.Pdf, CopyForm.Paper] },
    ]);

    public static IEnumerable<(string Name, MailText Mail)> All =>
    [
        ("forms", FormsMail.Compose(Rules, Namon, Due, "https://kalasin.example.go.th/u/AbCd", At("2024-06-30T23:59:00+07:00"), attached: true, isSample: false)),
        ("reminder", ReminderMail.Before(Rules, Namon, Owed, Due, new(2024, 5, 10), isSample: false)),
        ("reminder-today", ReminderMail.Before(Rules, Namon, Owed, Due, Due, isSample: true)),
        ("overdue", ReminderMail.After(Rules, Namon, Owed, Due, isSample: false)),
        ("escalation", EscalationMail.Compose(Rules, Collector, Overdue, new(2024, 5, 20), isSample: false)),
        ("escalation-lead", EscalationMail.Compose(Rules, Rules.Plan.Find(UnitCode.Parse("PUB"))!, Overdue, new(2024, 5, 20), isSample: false)),
        ("contribution", ArrivalMails.Contribution(Rules, OneOfEach.Third, Status.Cells, isSample: false)),
        ("all-in", ArrivalMails.AllIn(Rules, Status, isSample: false)),
        ("all-judged", ArrivalMails.AllJudged(Rules, Status, isSample: false)),
        ("results", ResultsMail.Compose(Rules, Namon, new(2024, 5, 24), isSample: false)),
        ("signature", SignatureMail.Compose(Rules, RoundScript.Hash("pdf"), At("2024-05-28T09:30:00+07:00"), new(2024, 5, 28), isSample: false)),
        ("signature-again", SignatureMail.Compose(Rules, RoundScript.Hash("pdf"), At("2024-05-28T09:30:00+07:00"), new(2024, 5, 29), isSample: false)),
        ("not-sent", DispatchMails.NotSent(
            Rules, new(2024, 5, 28), [DecisionFindings.NothingReported.At(Place.Nowhere, "ตัวอย่าง"), DecisionFindings.OwnWork.At(Place.Nowhere)], isSample: false)),
        ("dispatch", DispatchMails.Dispatch(Rules, Letter, ["รายงาน.docx", "รายงาน.pdf", "หนังสือนำส่ง.pdf"], 1, 1, isSample: false)),
        ("dispatch-split", DispatchMails.Dispatch(Rules, Letter, ["รายงาน.docx"], 2, 3, isSample: false)),
        ("not-acknowledged", DispatchMails.NotAcknowledged(Rules, Letter, Sent, isSample: false)),
        ("receipt", AnswerMails.Receipt(Rules, Received([CellError], ["4", "8"]))),
        ("receipt-complete", AnswerMails.Receipt(Rules, Received([], []))),
        ("refused", AnswerMails.Refused(Rules, Namon, Sent, [CellError], isSample: false)),
        ("who-are-you", AnswerMails.WhoAreYou(Rules, Sent, isSample: false)),
        ("test", ResultsMail.Compose(Rules, Namon, new(2024, 5, 24), isSample: false).AsTest()),
    ];

    /// <summary>A finding as the reader of forms makes one: it names file and sheet, and quotes what was typed.</summary>
    public static Finding CellError { get; } = new(
        "KAL2101", Severity.Error, Place.InCell("นายสมชาย-ใจดี.xlsx", "นางสมหญิง", "D7"),
        new("“นายสมชาย ใจดี” ไม่ใช่วันที่ในปฏิทิน", "“นายสมชาย ใจดี” is not a calendar date."), new("โปรดแก้เป็นวันที่จริง เช่น ๒๙/๒/๒๕๖๗", "Enter a real one."))
    {
        About = new("4602", "3"),
    };

    public static ReceiptContent Received(ImmutableArray<Finding> findings, ImmutableArray<string> missing) => new(
        new(
            new(12), DeliveryChannel.Mail, OneOfEach.Namon, At("2024-05-15T17:00:00+07:00"), ContentHash.Zero, ContentHash.Zero,
            [new(FileKind.Workbook, 12_345, RoundScript.Hash("file"))],
            [new(OneOfEach.Third, 2, Unchanged: false, ReturnStatus.Reported, ContentHash.Zero, FaultyRows: 2), new(IndicatorNumber.Parse("9"), 1, Unchanged: true, ReturnStatus.Nil, ContentHash.Zero, 0)],
            FindingCounts.Of(findings), ContentHash.Zero),
        ["นายสมชาย-ใจดี.xlsx"], findings, new(Due, 0, AfterHours: true, IsLate: false), [.. missing.Select(IndicatorNumber.Parse)], RoundScript.Hash("head"), IsSample: false,
        new(new(Rules.Plan.Id, Paper.Receipt, 12, RoundScript.Hash("head")), EveryBlock.Squares(41)));

    public static RoundStatus Status { get; } = new([.. Rules.Expected.Select(e => Cell(e.Unit, e.Indicator.Value, faulty: e.Indicator.Value == "12" ? 1 : 0))]);

    private static ImmutableArray<StatusCell> Overdue { get; } =
        [.. Rules.Expected.Where(e => e.Unit.Value is "4602" or "4610" or "FIN").Select(e => Cell(e.Unit, e.Indicator.Value))];

    private static StatusCell Cell(UnitCode unit, string indicator, int? faulty = null) =>
        faulty is { } rows
            ? new(unit, IndicatorNumber.Parse(indicator), new(1, new(1), Sent, ReturnStatus.Reported, ContentHash.Zero, rows, Actor.Local), new(Due, 0, AfterHours: false, IsLate: unit.Value == "4603"))
            : new(unit, IndicatorNumber.Parse(indicator), null, null);

    private static DateTimeOffset At(string text) => RoundScript.At(text);
}
