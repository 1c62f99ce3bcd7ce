using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>Where a report stands on its way to the giver of the award, and what the visitor may decide of it.</summary>
internal sealed class SigningDecisions(DecisionOffer offer, SpokenWords words)
{
    private RoundState State => offer.Round.State;

    private AwardRules Rules => offer.Round.Rules;

    public async Task<SigningView> ViewAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (approval, telling) = (State.ApprovalUnder(Rules), new Telling(Rules));
        var report = State.Reports.GetValueOrDefault(Edition.Official);
        var unsettled = State.DispatchMails.Where(m => m.IsInterrupted(now) || m.IsLost).ToList();
        return new(Rules)
        {
            Stage = State.Dispatch is not null ? Sent(now) : NameOf(approval.Stage),
            IsWarning = approval.Stage is ApprovalStage.Returned or ApprovalStage.Stale || unsettled.Count > 0,
            HasReport = report is not null,
            Outdated = report is not null && ReportDifference.Of(report, State, Rules) is { IsNone: false } now1 ? now1.Tell(telling) : null,
            Since = approval.Since is { IsNone: false } since ? since.Tell(telling) : null,
            Said = await words.OfAsync([approval.Signing?.Requested, approval.Signing?.Decided], cancellationToken),
            ReportForms = [.. report is null ? [] : ReportForms(report, approval)],
            LetterOn = State.Letter?.On,
            LetterForms = [.. LetterForms()],
            Copies = await CopiesAsync(cancellationToken),
            IsApproved = State.Approved is not null,
            Obstacles = State.Dispatch is null ? DispatchOrder.Obstacles(State, Rules) : [],
            AddressForms =
            [
                .. State.AddressesToConfirm(Rules).Where(a => a.Owner == AddressOwner.Award)
                    .SelectMany(a => offer.Of(new ConfirmAddress(a.Owner, ""), new($"ยืนยันที่อยู่ {a.Address}", $"Confirm the address {a.Address}"), "reason")),
            ],
            IsDispatched = State.Dispatch is not null,
            DispatchForms = [.. unsettled.SelectMany(SettleForms), .. CancelForms(now), .. AcknowledgeForms()],
            Acknowledged = State.Acknowledgement is { } known ? await ToldAsync(known, cancellationToken) : null,
            Difference = State.DifferenceToDispatched(Rules) is { IsNone: false } later ? later.Tell(telling) : null,
        };
    }

    private IEnumerable<DecisionForm> ReportForms(ReportCompiled report, Approval approval)
    {
        var isNew = approval.Signing?.Report.Pdf != report.Pdf;
        var request = new BilingualText("เสนอรายงานให้หัวหน้าส่วนราชการพิจารณา", "Put the report forward to the head");
        // Whoever returned it, or approved what has changed since, is told what was done about it.
        if (approval.Stage == ApprovalStage.None) foreach (var form in offer.Of(new RequestSignature(report.Pdf), request)) yield return form;
        else if (isNew || approval.Stage == ApprovalStage.Returned)
            foreach (var form in offer.Of(new RequestSignature(report.Pdf, ""), request, "reason")) yield return form;
        foreach (var form in offer.Of(new ApproveReport(report.Pdf), new("เห็นชอบรายงาน", "Approve the report"))) yield return form;
        if (approval is { Signing: { } signing, Stage: ApprovalStage.Requested or ApprovalStage.Approved or ApprovalStage.Stale } && State.Dispatch is null)
            foreach (var form in offer.Of(new ReturnReport(signing.Report.Pdf, ""), new("ส่งคืนพร้อมเหตุผล", "Return it with a note"), "reason")) yield return form;
    }

    private IEnumerable<DecisionForm> LetterForms() => State switch
    {
        { Dispatch: not null } => [],
        { Letter: { } letter } => offer.Of(new NumberLetter("", letter.On, ""), new("เปลี่ยนเลขที่และวันที่ของหนังสือ", "Change number and date of the letter"), "number", "on", "reason"),
        _ => offer.Of(new NumberLetter("", offer.Today), new("บันทึกเลขที่และวันที่ของหนังสือ", "Enter number and date of the letter"), "number", "on"),
    };

    private IEnumerable<DecisionForm> SettleForms(JournalMail mail)
    {
        var (id, left) = (mail.Id, mail.IsLost
            ? new BilingualText($"อีเมล {mail.Id} ส่งถึงผู้รับแล้วด้วยวิธีอื่น", $"What the mail {mail.Id} brings was sent in another way")
            : new($"อีเมล {mail.Id} ส่งออกไปแล้ว", $"The mail {mail.Id} has left"));
        var again = mail.IsLost
            ? new BilingualText($"ส่งอีเมล {id} อีกครั้งถึงที่อยู่เดิม", $"Send the mail {id} again, to the same address")
            : new($"อีเมล {id} ยังไม่ได้ส่งออก ให้ส่งอีกครั้ง", $"The mail {id} has not left: send it again");
        return offer.Of(new SettleDispatch(id, Left: true, ""), left, "reason").Concat(offer.Of(new SettleDispatch(id, Left: false, ""), again, "reason"));
    }

    private IEnumerable<DecisionForm> CancelForms(DateTimeOffset now) => State.Dispatch is null || State.DispatchMails.Any(m => m.MayHaveLeft(now))
        ? []
        : offer.Of(new CancelDispatch(""), new("ยกเลิกการส่งครั้งนี้ เพื่อสั่งส่งใหม่", "Call this dispatch off, to order it anew"), "reason");

    private IEnumerable<DecisionForm> AcknowledgeForms() => State.DispatchedAt is null
        ? []
        : offer.Of(
            new AcknowledgeDispatch(AcknowledgedBy.Reply, offer.Today),
            State.Acknowledgement is null ? new("บันทึกการตอบรับ", "Record the acknowledgement") : new("แก้บันทึกการตอบรับ", "Change the acknowledgement"), "by", "on", "number");

    private async Task<ImmutableArray<SignedCopyView>> CopiesAsync(CancellationToken cancellationToken)
    {
        var views = ImmutableArray.CreateBuilder<SignedCopyView>();
        foreach (var copy in State.SignedCopies.Values.OrderBy(c => c.Paper))
        {
            var said = await words.OfAsync([copy.Attached], cancellationToken);
            var signers = copy.Signature is { } facts ? await words.TextAsync(facts, cancellationToken) : null;
            views.Add(new(copy.Attached.Number, NameOf(copy.Paper), NameOf(copy), said[0], signers, copy.Codes, State.SignedCopyOf(copy.Paper, Rules) is not null));
        }
        return views.ToImmutable();
    }

    private BilingualText Sent(DateTimeOffset now) => State switch
    {
        { Acknowledgement: not null } => new("ส่งแล้ว และได้รับการตอบรับแล้ว", "sent and acknowledged"),
        _ when State.DispatchMails.Any(m => m.IsLost) => new("ส่งไม่ถึงผู้รับ โปรดตรวจที่อยู่อีเมล แล้วสั่งส่งใหม่", "did not arrive: check the address and order it anew"),
        { DispatchedAt: { } at } => new($"ส่งแล้วเมื่อ {BangkokTime.DateAndTime(at).Thai} รอการตอบรับ", $"sent on {BangkokTime.DateAndTime(at).English}, not acknowledged yet"),
        _ when State.DispatchMails.Any(m => m.IsInterrupted(now)) => new("การส่งหยุดกลางคัน โปรดตรวจสอบว่าส่งออกแล้วหรือไม่", "cut off while it was sent: somebody has to find out whether it left"),
        _ => new("สั่งส่งแล้ว กำลังส่งทางอีเมล", "ordered, on its way by mail"),
    };

    private static BilingualText NameOf(ApprovalStage stage) => stage switch
    {
        ApprovalStage.None => new("ยังไม่ได้เสนอหัวหน้าส่วนราชการ", "not put forward yet"),
        ApprovalStage.Requested => new("รอหัวหน้าส่วนราชการพิจารณา", "waits for the head"),
        ApprovalStage.Returned => new("หัวหน้าส่วนราชการส่งคืนให้แก้ไข", "returned by the head"),
        ApprovalStage.Approved => new("หัวหน้าส่วนราชการเห็นชอบแล้ว", "approved by the head"),
        _ => new("เห็นชอบแล้ว แต่ข้อมูลเปลี่ยนไปหลังจากนั้น ต้องเสนอใหม่", "approved, and changed since: to be put forward again"),
    };

    private static BilingualText NameOf(SignedPaper paper) =>
        paper == SignedPaper.Letter ? new("หนังสือนำส่ง", "Covering letter") : new("หน้ารับรองรายงาน", "Signature page");

    private static BilingualText NameOf(SignedCopy copy)
    {
        var form = copy.Form == SignedForm.Scan ? new BilingualText("สแกนจากกระดาษ", "scanned") : new("ลายมือชื่ออิเล็กทรอนิกส์", "signed by certificate");
        var match = copy.Matched == MatchedBy.Code ? new BilingualText("ตรงตามคิวอาร์โค้ด", "matched by its QR code") : new("ยืนยันโดยเจ้าหน้าที่", "matched by a person");
        return new($"{form.Thai} {match.Thai}", $"{form.English}, {match.English}");
    }

    private async Task<BilingualText> ToldAsync(Acknowledgement known, CancellationToken cancellationToken)
    {
        var number = known.Recorded.Text is { } text ? await words.TextAsync(text, cancellationToken) : BilingualText.Empty;
        var (day, by) = (ThaiDate.Bilingual(known.On), Acknowledgement.NameOf(known.By));
        return new($"ได้รับการตอบรับเมื่อวันที่ {day.Thai} ({by.Thai}) {number.Thai}".TrimEnd(), $"Acknowledged on {day.English} ({by.English}) {number.English}".TrimEnd());
    }
}
