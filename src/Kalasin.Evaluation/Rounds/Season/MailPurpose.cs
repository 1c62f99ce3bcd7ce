namespace Kalasin.Evaluation.Rounds;

/// <summary>What a mail is for.</summary>
internal enum MailPurpose
{
    /// <summary>Tells the coordinator what is in and what is missing when the internal deadline is closed.</summary>
    ClosingNotice,

    /// <summary>Sends a unit its forms, and the link to its page.</summary>
    Forms,

    /// <summary>Names to a unit what is missing before its deadline.</summary>
    Reminder,

    /// <summary>Names to a unit what is missing after its deadline.</summary>
    Overdue,

    /// <summary>Names to the coordinator and to leading units what others still owe.</summary>
    Escalation,

    /// <summary>Tells the coordinator that everything is in.</summary>
    AllIn,

    /// <summary>Tells the coordinator that judges have scored everything that is theirs.</summary>
    AllJudged,

    /// <summary>Tells the leading unit of a joint indicator that all hosts have reported.</summary>
    Contribution,

    /// <summary>Answers a message that brought something: its receipt.</summary>
    Receipt,

    /// <summary>Answers a message that brought nothing that could be taken in: why, and what to do.</summary>
    Findings,

    /// <summary>Shows a unit its provisional results.</summary>
    Results,

    /// <summary>Asks the head to approve the report, or to return it.</summary>
    SignatureRequest,

    /// <summary>Reminds the coordinator that the report has to leave.</summary>
    DispatchReminder,

    /// <summary>The report itself, to the giver of the award.</summary>
    Dispatch,

    /// <summary>Reminds the coordinator that nobody has acknowledged the report.</summary>
    AcknowledgementReminder,

    /// <summary>Shows whoever prepares mails one of them in their own mailbox.</summary>
    Test,
}

internal static class MailPurposeNames
{
    /// <summary>What such a mail is called where somebody is told of one.</summary>
    public static BilingualText Name(this MailPurpose purpose) => purpose switch
    {
        MailPurpose.ClosingNotice => new("แจ้งผลการปิดรับรายงาน", "closing notice"),
        MailPurpose.Forms => new("ส่งแบบรายงาน", "forms"),
        MailPurpose.Reminder => new("เตือนก่อนครบกำหนดส่ง", "reminder"),
        MailPurpose.Overdue => new("ทวงถามเมื่อพ้นกำหนดส่ง", "overdue notice"),
        MailPurpose.Escalation => new("แจ้งรายการที่ยังค้างส่ง", "escalation"),
        MailPurpose.AllIn => new("แจ้งว่าได้รับรายงานครบแล้ว", "everything is in"),
        MailPurpose.AllJudged => new("แจ้งว่ากรรมการให้คะแนนครบแล้ว", "judges have scored everything"),
        MailPurpose.Contribution => new("แจ้งเจ้าภาพหลักว่าได้รับรายงานครบทุกหน่วยงาน", "all hosts have reported"),
        MailPurpose.Receipt => new("ตอบรับการนำส่ง", "receipt"),
        MailPurpose.Findings => new("แจ้งข้อที่ต้องแก้ไข", "findings"),
        MailPurpose.Results => new("แจ้งผลเบื้องต้น", "provisional results"),
        MailPurpose.SignatureRequest => new("เสนอรายงานเพื่อพิจารณาลงนาม", "request for a signature"),
        MailPurpose.DispatchReminder => new("เตือนให้ส่งรายงานถึงกรม", "reminder to dispatch the report"),
        MailPurpose.Dispatch => new("ส่งรายงานถึงกรม", "dispatch of the report"),
        MailPurpose.AcknowledgementReminder => new("เตือนให้ติดตามการตอบรับของกรม", "reminder of the acknowledgement"),
        MailPurpose.Test => new("ทดลองส่งถึงตนเอง", "test"),
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };
}
