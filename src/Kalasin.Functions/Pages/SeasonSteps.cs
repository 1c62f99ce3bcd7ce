using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>What a round's log says of the coordinator's season: which steps are done, which is next, and what stands after it. Pure.</summary>
internal static class SeasonSteps
{
    /// <summary>The steps in their order. At most one is next; where units are scored, there is no report to send.</summary>
    public static ImmutableArray<SeasonStep> Of(RoundState state, AwardRules rules, DateTimeOffset now)
    {
        var steps = Found(state, rules, now);
        var next = steps.FindIndex(s => !s.IsDone && s.IsAwaited);
        return
        [
            .. steps.Select((s, at) => new SeasonStep(s.Kind, s switch
            {
                { IsDone: true } => StepStanding.Done,
                _ when at == next => StepStanding.Next,
                { IsPossible: true } => StepStanding.Open,
                _ => StepStanding.Ahead,
            }, s.Fact)),
        ];
    }

    private static List<Known> Found(RoundState state, AwardRules rules, DateTimeOffset now)
    {
        var status = RoundStatus.Of(state, rules);
        List<Known> steps = [OfRules(rules), OfAddresses(rules), OfForms(state, rules, now), OfReturns(state, status), .. OfJudges(status), OfMatters(state, status), OfClosing(state, rules)];
        steps.Add(new(
            SeasonStepKind.Results, state.Results is not null, false,
            state.Results is { Until: var until } ? new($"โต้แย้งได้ถึงวันที่ {ThaiDate.Long(until)}", $"objections until {ThaiDate.Bilingual(until).English}") : new("ยังไม่ได้เปิดให้ดู", "not shown yet")));
        if (rules.Framework.Entrant == EntrantKind.Province) steps.AddRange(OfReport(state, rules));
        return steps;
    }

    private static Known OfRules(AwardRules rules)
    {
        var assumed = rules.Framework.Indicators.Count(i => i.Weight.Source.IsAssumed || i.Scale?.IsAssumed == true);
        return new(SeasonStepKind.Rules, assumed == 0, false, assumed == 0
            ? new("ทุกตัวชี้วัดมีเกณฑ์ที่มีที่มา", "every indicator's rules have a source")
            : new($"ตัวชี้วัด {Thai(assumed)} ตัวยังใช้เกณฑ์สมมติ", $"{Counted.Of(assumed):indicator still goes|indicators still go} by assumed rules"));
    }

    private static Known OfAddresses(AwardRules rules)
    {
        // Who is only scored is told its results.
        var without = rules.Plan.Units.Count(u => u.Email is null && rules.IndicatorsOf(u.Code).Any());
        return new(SeasonStepKind.Addresses, without == 0, false, without == 0
            ? new("มีที่อยู่อีเมลครบทุกหน่วยงาน", "every unit has an address")
            : new($"ยังไม่มีที่อยู่อีเมล {Thai(without)} หน่วยงาน ส่งลิงก์เป็นคิวอาร์โค้ดหรือทางไลน์ได้", $"{Counted.Of(without):unit has|units have} no address; a link as a QR code serves as well"));
    }

    /// <summary>A unit that has reported needs no link any more; nor does anybody once the deadline is closed.</summary>
    private static Known OfForms(RoundState state, AwardRules rules, DateTimeOffset now)
    {
        var having = state.Links.Values.Where(l => l.Purpose == LinkPurpose.Unit && l.Opens(now)).Select(l => l.Unit).ToHashSet();
        var without = Reporting(rules).Count(u => !having.Contains(u.Code) && !rules.AskedOf(u.Code).Any(i => state.Current(u.Code, i.Number) is not null));
        var held = state.Batches.Values.Where(b => b is { Purpose: MailPurpose.Forms, Released: null, Cancelled: null }).Sum(b => b.Count);
        var isDone = state.Closed is not null || (without == 0 && held == 0);
        return new(SeasonStepKind.Forms, isDone, true, (isDone, held) switch
        {
            (true, _) when !Reporting(rules).Any() => new("ไม่มีหน่วยงานที่ต้องรายงาน", "no unit is asked to report"),
            (true, _) => new("ทุกหน่วยงานได้รับแล้ว", "every unit has them"),
            (_, > 0) => new($"เตรียมอีเมลไว้ {Thai(held)} ฉบับ รอการปล่อย", $"{Counted.Of(held):mail is prepared and waits|mails are prepared and wait} to be released"),
            _ => new($"ยังไม่ได้ส่งให้ {Thai(without)} หน่วยงาน", $"{Counted.Of(without):unit has|units have} none yet"),
        });
    }

    private static Known OfReturns(RoundState state, RoundStatus status) => new(
        SeasonStepKind.Returns, state.Closed is not null || status.Received == status.Expected, true,
        status.Cells.IsEmpty
            ? new("ไม่มีรายการที่หน่วยงานต้องส่ง", "units owe nothing")
            : new($"ได้รับ {Thai(status.Received)} จาก {Thai(status.Expected)} รายการ", $"{status.Received} of {status.Expected} have come"));

    /// <summary>Where judges score something; nothing else waits for them.</summary>
    private static IEnumerable<Known> OfJudges(RoundStatus status)
    {
        if (status.JudgedExpected > 0)
            yield return new(SeasonStepKind.Judging, status.JudgedReceived == status.JudgedExpected, false,
                new($"ให้คะแนนแล้ว {Thai(status.JudgedReceived)} จาก {Thai(status.JudgedExpected)} รายการ", $"{status.JudgedReceived} of {status.JudgedExpected} are scored"));
    }

    private static Known OfMatters(RoundState state, RoundStatus status)
    {
        // What is asked of a unit as a whole stands in each of its cells, and is one matter.
        var open = status.Cells.SelectMany(c => c.OpenCorrections).Distinct().Count() + status.Cells.SelectMany(c => c.OpenQuestions).Distinct().Count()
            + status.Cells.Count(c => c is { OpenCorrections.IsEmpty: true, Current.FaultyRows: > 0, IsExplained: false }) + state.Objections.Values.Count(o => o.Decided is null);
        return new(SeasonStepKind.Matters, open == 0, false, open == 0
            ? new("ไม่มีเรื่องค้าง", "nothing is open")
            : new($"ค้างอยู่ {Thai(open)} เรื่อง", $"{open} are open"));
    }

    private static Known OfClosing(RoundState state, AwardRules rules)
    {
        var day = rules.Plan.InternalDeadline.Date;
        return new(SeasonStepKind.Close, state.Closed is not null, true, state.ClosedAt is { } at
            ? new($"ปิดรับเมื่อ {BangkokTime.DateAndTime(at).Thai}", $"closed on {BangkokTime.DateAndTime(at).English}")
            : new($"เมื่อพ้นวันที่ {ThaiDate.Long(day)}", $"after {ThaiDate.Bilingual(day).English}"));
    }

    private static IEnumerable<Known> OfReport(RoundState state, AwardRules rules)
    {
        var (approval, report) = (state.ApprovalUnder(rules), state.Reports.GetValueOrDefault(Edition.Official));
        var (isSent, left) = (state.Dispatch is not null, rules.Plan.OpenChoices.Count(c => !state.Choices.ContainsKey(c.Id)));
        if (rules.Plan.OpenChoices.Length > 0)
            yield return new(SeasonStepKind.Choices, left == 0, true, left == 0 ? new("เลือกครบแล้ว", "all are chosen") : new($"เหลือ {Thai(left)} เรื่อง", $"{left} are left")) { IsPossible = true };
        yield return new(SeasonStepKind.Report, report is not null && (isSent || report.IsCurrent(state, rules)), true, report is null
            ? new("ระบบจัดทำให้หลังปิดรับรายงาน", "compiled after the deadline is closed")
            : report.IsCurrent(state, rules) || isSent ? new("เป็นปัจจุบัน", "up to date") : new("ข้อมูลเปลี่ยนไป ระบบกำลังจัดทำใหม่", "something has changed; it is being compiled again"));
        yield return new(SeasonStepKind.Request, approval.Stage is ApprovalStage.Requested or ApprovalStage.Approved || isSent, true, approval.Stage switch
        {
            ApprovalStage.Returned => new("หัวหน้าส่วนราชการส่งคืนให้แก้ไข โปรดเสนอใหม่", "returned by the head: put it forward again"),
            ApprovalStage.Stale when !isSent => new("ข้อมูลเปลี่ยนไปหลังเห็นชอบ โปรดเสนอใหม่", "changed since it was approved: put it forward again"),
            ApprovalStage.None => new("ยังไม่ได้เสนอ", "not yet"),
            _ => new("เสนอแล้ว", "put forward"),
        }) { IsPossible = report?.IsCurrent(state, rules) == true };
        yield return new(SeasonStepKind.Approval, approval.Stage == ApprovalStage.Approved || isSent, true,
            approval.Stage == ApprovalStage.Approved || isSent ? new("เห็นชอบแล้ว", "approved") : new("รอการพิจารณา", "not decided yet")) { IsPossible = approval.Stage == ApprovalStage.Requested };
        yield return new(SeasonStepKind.Letter, state.Letter is not null, true, state.Letter is { On: var on }
            ? new($"ลงวันที่ {ThaiDate.Long(on)}", $"dated {ThaiDate.Bilingual(on).English}") : new("ยังไม่มีเลขที่", "no number yet")) { IsPossible = report is not null };
        var isSigned = isSent || state.SignedCopyOf(SignedPaper.Letter, rules) is not null;
        yield return new(SeasonStepKind.SignedCopy, isSigned, true, isSigned ? new("แนบแล้ว", "attached") : new("ยังไม่ได้แนบ", "not attached yet")) { IsPossible = state.Letter is not null };
        var isConfirmed = isSent || !state.AddressesToConfirm(rules).Any(a => a.Owner == AddressOwner.Award);
        yield return new(SeasonStepKind.Recipient, isConfirmed, true, isConfirmed ? new("พร้อมส่ง", "ready") : new("เป็นบริการอีเมลสาธารณะ โปรดยืนยัน", "at a free mail service, to be confirmed")) { IsPossible = true };
        yield return new(SeasonStepKind.Dispatch, state.DispatchedAt is not null, true, (state.DispatchedAt, isSent) switch
        {
            ({ } at, _) => new($"ส่งแล้วเมื่อ {BangkokTime.DateAndTime(at).Thai}", $"sent on {BangkokTime.DateAndTime(at).English}"),
            (_, true) => new("สั่งส่งแล้ว กำลังส่งทางอีเมล", "ordered, on its way by mail"),
            _ => new($"ภายในวันที่ {ThaiDate.Long(rules.Framework.FinalDeadline.Date)}", $"by {ThaiDate.Bilingual(rules.Framework.FinalDeadline.Date).English}"),
        });
        yield return new(SeasonStepKind.Acknowledgement, state.Acknowledgement is not null, true,
            state.Acknowledgement is not null ? new("ได้รับการตอบรับแล้ว", "acknowledged") : new("ยังไม่มีบันทึก", "not recorded yet"));
    }

    private static IEnumerable<ReportingUnit> Reporting(AwardRules rules) => rules.Plan.Units.Where(u => rules.AskedOf(u.Code).Any());

    private static string Thai(int number) => ThaiNumerals.Format(number);

    /// <param name="IsAwaited">Everything after it waits until it is done; where nothing does, it can be done at any time.</param>
    private sealed record Known(SeasonStepKind Kind, bool IsDone, bool IsAwaited, BilingualText Fact)
    {
        /// <summary>It can be done as things stand.</summary>
        public bool IsPossible { get; init; } = !IsAwaited;
    }
}
