namespace Kalasin.Evaluation.Rounds;

/// <summary>Why something can't be done with a mail of the round: KAL5401–5499.</summary>
internal static class JournalFindings
{
    /// <summary>The round has no such mail.</summary>
    public static readonly FindingKind MailUnknown = new("KAL5401", Severity.Error,
        new("ไม่พบอีเมล {0} ในทะเบียนอีเมลของรอบ", "The round's journal has no mail {0}."),
        new("โปรดเลือกจากทะเบียนอีเมลของรอบ", "Pick one from the round's journal."), "remind-7-4602-1");

    /// <summary>Either a mail or a batch.</summary>
    public static readonly FindingKind MailOrBatch = new("KAL5402", Severity.Error,
        new("ต้องระบุอีเมลหนึ่งฉบับหรืออีเมลหนึ่งชุด อย่างใดอย่างหนึ่ง", "Either a mail or a batch has to be given."),
        new("โปรดระบุ mail หรือ batch เพียงอย่างเดียว", "Give either mail or batch."));

    /// <summary>It left, or was cancelled.</summary>
    public static readonly FindingKind MailGone = new("KAL5403", Severity.Error,
        new("อีเมล {0} ส่งออกไปแล้วหรือยกเลิกแล้ว", "The mail {0} was sent or cancelled already."),
        new("หากต้องการแจ้งผู้รับอีกครั้ง โปรดส่งซ้ำ", "Send it once more if its recipient has to be told again."), "remind-7-4602-1");

    /// <summary>Somebody is sending it.</summary>
    public static readonly FindingKind MailUnderWay = new("KAL5404", Severity.Error,
        new("กำลังส่งอีเมล {0} อยู่ จึงระงับหรือยกเลิกไม่ได้แล้ว", "The mail {0} is being sent and can't be held back or cancelled any more."),
        new("โปรดรอสักครู่แล้วดูผลในทะเบียนอีเมล", "Wait a moment and look at the journal."), "remind-7-4602-1");

    /// <summary>It is the report itself.</summary>
    public static readonly FindingKind DispatchApart = new("KAL5405", Severity.Error,
        new("อีเมล {0} เป็นการส่งรายงานถึงกรม ซึ่งไม่ระงับ ยกเลิก หรือส่งซ้ำที่ทะเบียนอีเมล", "The mail {0} is the report itself, which is not held back, cancelled or resent in the journal."),
        new("โปรดดำเนินการที่หน้าการส่งรายงาน", "Do it where the report is dispatched."), "dispatch-1");

    /// <summary>It has not left yet.</summary>
    public static readonly FindingKind StillWaits = new("KAL5406", Severity.Error,
        new("อีเมล {0} ยังรอส่งอยู่ จึงส่งซ้ำไม่ได้", "The mail {0} still waits to be sent and can't be sent once more."),
        new("โปรดรอให้ส่งออกก่อน หรือปล่อยหากระงับไว้", "Wait until it has left, or release it if it is held."), "remind-7-4602-1");

    /// <summary>The link in it opens nothing any more.</summary>
    public static readonly FindingKind LinkOver = new("KAL5407", Severity.Error,
        new("ลิงก์ในอีเมล {0} หมดอายุหรือถูกยกเลิกแล้ว จึงส่งซ้ำไม่ได้", "The link in the mail {0} was revoked or has expired; the mail can't be sent once more."),
        new("โปรดเตรียมอีเมลฉบับใหม่ให้หน่วยงาน ซึ่งมีลิงก์ใหม่", "Prepare a new mail for the unit, with a new link."), "batch-1-4602-1");

    /// <summary>Mails won't arrive.</summary>
    public static readonly FindingKind NotArrived = new("KAL5408", Severity.Warning,
        new("มีอีเมล {0} ฉบับที่ส่งไม่ถึงผู้รับ", "{0:mail|mails} did not arrive."),
        new("โปรดตรวจที่อยู่อีเมลในแผน แล้วส่งซ้ำจากรายการอีเมลของรอบ", "Check the addresses in the plan, and send them once more from the round's mails."), new BilingualText("๑", "1"));

    /// <summary>Units that owe something have no address.</summary>
    public static readonly FindingKind WithoutAddress = new("KAL5409", Severity.Warning,
        new("หน่วยงานที่ยังค้างส่ง {0} แห่งไม่มีที่อยู่อีเมลในแผน ระบบจึงส่งแบบรายงานหรือเตือนทางอีเมลไม่ได้: {1}", "{0:unit that owes something has no address in the plan and gets neither|units that owe something have no address in the plan and get neither} forms nor reminders by mail: {1}."),
        new("โปรดกรอกในหน้าที่อยู่และผู้ลงนามของรอบ หรือแจ้งหน่วยงานด้วยวิธีอื่น", "Enter them on the round's page of addresses, or tell the units in another way."),
        new BilingualText("๒", "2"), new BilingualText("นามน, กมลาไสย", "Na Mon, Kamalasai"));

    /// <summary>Why a mail can't be held, released or cancelled; <see langword="null"/> when it can.</summary>
    internal static Finding? Keeping(Asked asked, MailId id)
    {
        var kind = asked.State.Mails.GetValueOrDefault(id) switch
        {
            null => MailUnknown,
            { Purpose: MailPurpose.Dispatch } => DispatchApart,
            { Waits: false } => MailGone,
            var mail => mail.IsUnderWay(asked.Now) ? MailUnderWay : null,
        };
        return kind?.At(Place.At("/mail"), id.Value);
    }
}
