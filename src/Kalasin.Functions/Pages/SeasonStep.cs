using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>What the coordinator's season is made of, in the order of the letter.</summary>
public enum SeasonStepKind
{
    /// <summary>Rules, annex and days of the round are looked through.</summary>
    Rules,

    /// <summary>Each unit has an address.</summary>
    Addresses,

    /// <summary>Each unit has its forms and its link.</summary>
    Forms,

    /// <summary>Returns come.</summary>
    Returns,

    /// <summary>The committee's sheets come.</summary>
    Judging,

    /// <summary>Rows to be corrected, questions and objections are settled.</summary>
    Matters,

    /// <summary>The internal deadline is closed.</summary>
    Close,

    /// <summary>Units see what their returns come to.</summary>
    Results,

    /// <summary>What the letter leaves open is chosen.</summary>
    Choices,

    /// <summary>The report is compiled.</summary>
    Report,

    /// <summary>The report is put forward to the head.</summary>
    Request,

    /// <summary>The head approves it.</summary>
    Approval,

    /// <summary>The letter has its number.</summary>
    Letter,

    /// <summary>The letter is signed, and its scan attached.</summary>
    SignedCopy,

    /// <summary>The address of the giver of the award is confirmed.</summary>
    Recipient,

    /// <summary>The report is sent.</summary>
    Dispatch,

    /// <summary>The giver of the award says that it came.</summary>
    Acknowledgement,
}

/// <summary>Where a step stands.</summary>
public enum StepStanding
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>Everything after it waits for it.</summary>
    Next,

    /// <summary>It is not done and can be, whenever somebody is ready.</summary>
    Open,

    /// <summary>It can't be done yet.</summary>
    Ahead,
}

/// <summary>A step of the coordinator's season.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Fact">What is known of it, in few words.</param>
public sealed record SeasonStep(SeasonStepKind Kind, StepStanding Standing, BilingualText Fact)
{
    /// <summary>What is done in it.</summary>
    public BilingualText Name => Kind switch
    {
        SeasonStepKind.Rules => new("ตรวจกติกา ภาคผนวก และกำหนดส่งของรอบ", "Look through rules, annex and deadlines"),
        SeasonStepKind.Addresses => new("กรอกที่อยู่ของหน่วยงานและผู้ลงนาม", "Enter addresses and signatories"),
        SeasonStepKind.Forms => new("ส่งแบบรายงานและลิงก์ให้ทุกหน่วยงาน", "Give every unit its forms and its link"),
        SeasonStepKind.Returns => new("รับรายงานจากหน่วยงาน", "Take in the returns"),
        SeasonStepKind.Judging => new("คณะกรรมการให้คะแนน", "The judges score"),
        SeasonStepKind.Matters => new("ติดตามการแก้ไข คำถาม และคำโต้แย้ง", "Settle corrections, questions and objections"),
        SeasonStepKind.Close => new("ปิดรับรายงานภายในจังหวัด", "Close the internal deadline"),
        SeasonStepKind.Results => new("ให้หน่วยงานดูผลเบื้องต้น", "Show units their provisional results"),
        SeasonStepKind.Choices => new("เลือกเรื่องที่หนังสือเปิดไว้", "Choose what the letter leaves open"),
        SeasonStepKind.Report => new("จัดทำรายงานของจังหวัด", "Compile the report"),
        SeasonStepKind.Request => new("เสนอรายงานให้หัวหน้าส่วนราชการ", "Put the report forward to the head"),
        SeasonStepKind.Approval => new("หัวหน้าส่วนราชการเห็นชอบ", "The head approves"),
        SeasonStepKind.Letter => new("ออกเลขที่และวันที่ของหนังสือนำส่ง", "Number and date the letter"),
        SeasonStepKind.SignedCopy => new("แนบหนังสือนำส่งที่ลงนามแล้ว", "Attach the signed letter"),
        SeasonStepKind.Recipient => new("ยืนยันที่อยู่อีเมลของผู้รับ", "Confirm the recipient's address"),
        SeasonStepKind.Dispatch => new("ส่งรายงาน", "Send the report"),
        _ => new("บันทึกการตอบรับ", "Record the acknowledgement"),
    };

    /// <summary>Who does it.</summary>
    public BilingualText By => Kind switch
    {
        SeasonStepKind.Returns => new("หน่วยงาน", "units"),
        SeasonStepKind.Judging => new("กรรมการและเลขานุการ", "judges and their secretary"),
        SeasonStepKind.Close or SeasonStepKind.Report => new("ระบบดำเนินการเอง", "done by itself"),
        SeasonStepKind.Approval => new("หัวหน้าส่วนราชการ", "the head"),
        _ => new("ผู้ประสานงาน", "coordinator"),
    };

    /// <summary>The page where it is done or seen.</summary>
    public string AddressIn(string round) => Kind switch
    {
        SeasonStepKind.Rules => PageAddress.Rules(round),
        SeasonStepKind.Addresses => PageAddress.Contacts(round),
        SeasonStepKind.Forms => PageAddress.Mails(round),
        SeasonStepKind.Returns or SeasonStepKind.Close => $"{PageAddress.Round(round)}#grid",
        SeasonStepKind.Judging => $"{PageAddress.Signing(round)}#committee",
        SeasonStepKind.Matters => $"{PageAddress.Round(round)}#mending",
        SeasonStepKind.Results => $"{PageAddress.Scores(round)}#results",
        SeasonStepKind.Choices => $"{PageAddress.Round(round)}#choices",
        SeasonStepKind.Report or SeasonStepKind.Request => $"{PageAddress.Signing(round)}#report",
        SeasonStepKind.Approval => PageAddress.Head(round),
        SeasonStepKind.Letter => $"{PageAddress.Signing(round)}#letter",
        SeasonStepKind.SignedCopy => $"{PageAddress.Signing(round)}#copies",
        _ => $"{PageAddress.Signing(round)}#dispatch",
    };

    /// <summary>Name of its colour.</summary>
    public string Tone => Standing switch { StepStanding.Done => "ok", StepStanding.Next => "late", _ => "nil" };

    /// <summary>Name of its symbol.</summary>
    public string Icon => Standing switch { StepStanding.Done => "ok", StepStanding.Next => "late", StepStanding.Open => "part", _ => "missing" };

    /// <summary>Where it stands, in words.</summary>
    public BilingualText Words => Standing switch
    {
        StepStanding.Done => new("เสร็จแล้ว", "done"),
        StepStanding.Next => new("ขั้นตอนต่อไป", "next"),
        StepStanding.Open => new("ทำได้เมื่อพร้อม", "whenever you are ready"),
        _ => new("ยังไม่ถึงขั้นตอนนี้", "not yet"),
    };
}
