namespace Kalasin.Evaluation.Scoring;

/// <summary>What only the whole of the returns shows. The texts are those of reports-th.md, section ๔, with their numbers named beside.</summary>
internal static class ScoringFindings
{
    // Message ๓.
    public static readonly FindingKind NotYetDue = new("KAL4101", Severity.Information,
        new("{0} ยังไม่ครบ {1} (ครบ {2}) จึงยังไม่นำมาคิด", "{0}: {1} are not over yet (last day {2}), so it is not counted yet."),
        new("ไม่ต้องดำเนินการ", "No action is needed."),
        new BilingualText("เรื่อง ว-๐๑๒", "Case ว-012"), new BilingualText("๙๐ วัน", "90 days"), new BilingualText("๒๐ พ.ค. ๖๗", "20 May 2024"));

    // Message ๖.
    public static readonly FindingKind AuthoritiesMissing = new("KAL4102", Severity.Warning,
        new("ยังไม่มีข้อมูล อปท. {0} แห่ง: {1} ตัวหารยังคงเป็น {2}", "{0:authority is|authorities are} missing: {1}. The denominator is still {2}."),
        new("โปรดเพิ่ม หรือยืนยันว่าไม่ได้ดำเนินการ", "Please add them, or confirm that nothing was done."),
        new BilingualText("๓", "3"), "ทต.นามน, อบต.ยอดแกง, อบต.สงเปลือย", new BilingualText("๑๕๑", "151"));

    // Message ๗; two rows may say different things, so neither counts until somebody decides.
    public static readonly FindingKind Disputed = new("KAL4103", Severity.Error,
        new("{0} ปรากฏ {1} แถวซึ่งให้ข้อมูลต่างกัน ({2}) จึงยังไม่นับแถวใด", "{0} stands in {1:row|rows} that differ ({2}), so none of them counts yet."),
        new("โปรดลบแถวที่ไม่ใช้ หรือวินิจฉัยว่าเป็นเรื่องเดียวกัน", "Please remove the row that is not used, or decide that they are the same."),
        "อบต.โพนงาม", new BilingualText("๒", "2"), new BilingualText("แถวที่ ๑๒, แถวที่ ๔๐", "row 12, row 40"));

    public static readonly FindingKind AuthorityUnknown = new("KAL4104", Severity.Error,
        new(
            "{0}: ไม่พบรหัส อปท. “{1}” ในทะเบียน{2} ณ {3} จึงยังไม่นับ",
            "{0}: the authority “{1}” is not in the register of {2} of {3}, so the row does not count yet."),
        new("โปรดเลือกชื่อจากรายการ", "Please pick the name from the list."),
        new BilingualText("แถวที่ ๕ ของกลุ่มงานส่งเสริมและพัฒนาท้องถิ่น", "row 5 of the development group"), "SAO-469999",
        new BilingualText("จังหวัดกาฬสินธุ์", "Kalasin Province"), new BilingualText("เดือนสิงหาคม ๒๕๖๕", "August 2022"));

    // Message ๘.
    public static readonly FindingKind Duplicate = new("KAL4105", Severity.Information,
        new("{0} ตรงกับ{1} จึงนับเป็น ๑", "{0} is the same as {1}; they count once."),
        new("หากเป็นคนละเรื่องโปรดแจ้งเหตุผล", "If they are different, please say why."),
        new BilingualText("แถวที่ ๓ ของท้องถิ่นอำเภอนามน", "row 3 of the district office of Na Mon"),
        new BilingualText("แถวที่ ๑ ของกลุ่มงานบริการสาธารณะ", "row 1 of the public service group"));

    public static readonly FindingKind CountedTwice = new("KAL4106", Severity.Information,
        new("{0} ตรงกับ{1} และนับทั้งสองแถวตามแผนการรายงานของจังหวัด", "{0} is the same as {1}; both count, as the plan of the province says."),
        new("หากเป็นเรื่องเดียวกันโปรดแจ้ง", "If they are one and the same, please say so."),
        new BilingualText("แถวที่ ๓ ของท้องถิ่นอำเภอนามน", "row 3 of the district office of Na Mon"),
        new BilingualText("แถวที่ ๑ ของกลุ่มงานบริการสาธารณะ", "row 1 of the public service group"));

    public static readonly FindingKind JudgedDifferent = new("KAL4107", Severity.Information,
        new(
            "{0} ตรงกับ{1} แต่วินิจฉัยแล้วว่าเป็นคนละเรื่อง จึงนับทั้งสองแถว เหตุผล: {2}",
            "{0} looks like {1}, but they were judged to be different and both count. Reason: {2}"),
        BilingualText.Empty,
        new BilingualText("แถวที่ ๓ ของท้องถิ่นอำเภอนามน", "row 3 of the district office of Na Mon"),
        new BilingualText("แถวที่ ๑ ของกลุ่มงานบริการสาธารณะ", "row 1 of the public service group"), "คนละรุ่น");

    // Message ๑๒.
    public static readonly FindingKind JustBelow = new("KAL4108", Severity.Warning,
        new("{3}: {0} {1} ไม่ถึง {2} จึงไม่นับว่าผ่าน (ไม่ปัดเศษ)", "{3}: {0} {1} is below {2} and does not count; it is not rounded up."),
        new("โปรดตรวจกับประกาศ", "Please check it with the announcement."),
        new BilingualText("คะแนน", "score"), new BilingualText("๘๔.๙๙", "84.99"), new BilingualText("๘๕.๐๐", "85.00"),
        new BilingualText("แถวที่ ๗ ของกลุ่มงานการเงินฯ", "row 7 of the finance group"));

    // Message ๑๓.
    public static readonly FindingKind StepGap = new("KAL4109", Severity.Warning,
        new("{0} มีหลักฐานระดับ {1} แต่ขาดระดับ {2} จึงได้ระดับ {3}", "{0} has evidence for levels {1}, but level {2} lacks it: level {3}."),
        new("โปรดแนบหลักฐาน{4}", "Please attach evidence: {4}."),
        new BilingualText("ผลงาน น-๐๒", "น-02"), new BilingualText("๑, ๒, ๔", "1, 2, 4"), new BilingualText("๓", "3"),
        new BilingualText("๒", "2"), new BilingualText("การนำไปใช้จริง", "it is in use"));

    // Message ๒๔.
    public static readonly FindingKind HostsDisagree = new("KAL4110", Severity.Warning,
        new("หน่วยงานเจ้าภาพร่วมรายงานไม่ตรงกัน: {0}", "The joint hosts report different values: {0}."),
        new("โปรดหารือแล้วยืนยันร่วมกัน", "Please agree on one and confirm it together."),
        new BilingualText("กลุ่มงานกฎหมายฯ ๑ เรื่อง, ฝ่ายบริหารทั่วไป ๐ เรื่อง", "legal group 1 complaint, administration section 0 complaints"));

    public static readonly FindingKind HostsMissing = new("KAL4111", Severity.Warning,
        new("ยังไม่ได้รับรายงานจาก {0} หน่วยงาน: {1}", "{0:host has|hosts have} not reported yet: {1}."),
        new("โปรดส่งรายงาน หรือแจ้งว่าไม่มีเรื่อง", "Please report, or say that there is nothing to report."),
        new BilingualText("๒", "2"), new BilingualText("ท้องถิ่นอำเภอนามน, ท้องถิ่นอำเภอเขาวง", "Na Mon, Khao Wong"));

    public static readonly FindingKind SendersMissing = new("KAL4112", Severity.Warning,
        new("ยังไม่มีข้อมูลผู้ส่ง {0} แห่ง: {1}", "{0:sender is|senders are} missing: {1}."),
        new("โปรดติดตาม หรือบันทึกวันที่ได้รับ", "Please ask for them, or enter the date of receipt."),
        new BilingualText("๒", "2"), "ท้องถิ่นอำเภอนามน, ทม.บัวขาว");

    public static readonly FindingKind CategoryMissing = new("KAL4113", Severity.Warning,
        new("ยังไม่มีรายการที่{0}เป็น “{1}” ซึ่งตัวชี้วัดนี้ถามถึงด้วย", "Nothing is reported with {0} “{1}”, which the indicator asks for too."),
        new("โปรดเพิ่มถ้ามี", "Please add what there is."),
        new BilingualText("ด้าน", "aspect"), new BilingualText("ปรับปรุงสภาพแวดล้อม", "workplace"));

    // Message ๒๕.
    public static readonly FindingKind AssumedRules = new("KAL4114", Severity.Information,
        new("{1}นี้ใช้เกณฑ์ที่ระบบสมมติ ไม่ใช่เกณฑ์ของ{2} ({0})", "This {1} uses assumed rules, not those of {2} ({0})."),
        new("โปรดบันทึกเกณฑ์{3}", "Please enter {3}."),
        new BilingualText("เกณฑ์การให้คะแนน, น้ำหนัก", "scale, weight"), new BilingualText("คะแนน", "score"), new BilingualText("กรมฯ", "the department"), AnnexComes);

    /// <summary>Where the rules come from that are waited for: the second enclosure of the giver's letter (<see cref="AssumedRules"/>).</summary>
    public static BilingualText AnnexComes => new("จากสิ่งที่ส่งมาด้วย ๒ เมื่อได้รับ", "the annex when it arrives");

    public static readonly FindingKind NotInLead = new("KAL4115", Severity.Warning,
        new("{0} ({1}) ไม่มีในรายงานของ{2} ซึ่งใช้เป็นหลัก", "{0} ({1}) is not in the return of {2}, which is the one that counts."),
        new("โปรดตรวจสอบร่วมกัน", "Please check it together."),
        new BilingualText("แถวที่ ๑ ของท้องถิ่นอำเภอนามน", "row 1 of the district office of Na Mon"),
        "4602", new BilingualText("กลุ่มงานการเงินฯ", "the finance group"));

    public static readonly FindingKind DiffersFromLead = new("KAL4116", Severity.Warning,
        new("{0} ไม่ตรงกับ{1} ซึ่งใช้เป็นหลัก: {2}", "{0} differs from {1}, which is the one that counts: {2}."),
        new("โปรดตรวจสอบร่วมกัน", "Please check it together."),
        new BilingualText("แถวที่ ๑ ของท้องถิ่นอำเภอนามน", "row 1 of the district office of Na Mon"),
        new BilingualText("แถวที่ ๒ ของกลุ่มงานการเงินฯ", "row 2 of the finance group"),
        new BilingualText("วันที่รับ ๑ ธ.ค. ๖๖ / ๕ ธ.ค. ๖๖", "received 1 December 2023 / 5 December 2023"));

    public static readonly FindingKind ReturnExcluded = new("KAL4117", Severity.Information,
        new("รายงานของ{0}ไม่นำมาคิดตามที่วินิจฉัย เหตุผล: {1}", "The return of {0} is excluded by a decision. Reason: {1}"),
        BilingualText.Empty,
        new BilingualText("ท้องถิ่นอำเภอนามน", "the district office of Na Mon"), "ข้อมูลของปีก่อน");

    public static readonly FindingKind NotAHost = new("KAL4118", Severity.Warning,
        new(
            "ได้รับรายงานตัวชี้วัดที่ {0} จาก{1} ซึ่งไม่ใช่หน่วยงานเจ้าภาพ จึงไม่นำมาคิด",
            "{1} reported on indicator {0} without being a host; the return does not count."),
        new("โปรดตรวจสอบตัวชี้วัดหรือรายชื่อหน่วยงานเจ้าภาพ", "Please check the indicator, or who its hosts are."),
        new BilingualText("๕", "5"), new BilingualText("ท้องถิ่นอำเภอนามน", "the district office of Na Mon"));

    public static readonly FindingKind SeveralReturns = new("KAL4119", Severity.Warning,
        new("ได้รับรายงานของ{0}มากกว่าหนึ่งฉบับ ใช้ฉบับหลังสุด", "There is more than one return of {0}; the last one counts."),
        new("โปรดตรวจสอบว่าฉบับหลังสุดครบถ้วน", "Please check that the last one is complete."),
        new BilingualText("ท้องถิ่นอำเภอนามน", "the district office of Na Mon"));

    public static readonly FindingKind NoSuchIndicator = new("KAL4120", Severity.Warning,
        new(
            "ได้รับรายงานตัวชี้วัดที่ {0} จาก{1} ซึ่งไม่มีในกรอบการประเมินฉบับนี้ จึงไม่นำมาคิด",
            "{1} reported on indicator {0}, which this revision of the framework does not have."),
        new("โปรดตรวจสอบหมายเลขตัวชี้วัด", "Please check the indicator's number."),
        new BilingualText("๑๓", "13"), new BilingualText("ท้องถิ่นอำเภอนามน", "the district office of Na Mon"));

    public static readonly FindingKind AnswerNeeded = new("KAL4121", Severity.Warning,
        new("ยังไม่ได้รับรายงานของ{0} ซึ่งตัวชี้วัดนี้ต้องใช้ จึงยังไม่มีค่า", "{0} has not reported yet, and there is no value without its return."),
        new("โปรดส่งรายงาน หรือแจ้งว่าไม่มีเรื่อง", "Please report, or say that there is nothing to report."),
        new BilingualText("ฝ่ายบริหารทั่วไป", "the administration section"));

    public static readonly FindingKind OneHostOnly = new("KAL4122", Severity.Warning,
        new("{0} ({1}) ไม่มีในรายงานของ{2}", "{0} ({1}) is not in the return of {2}."),
        new("โปรดหารือแล้วส่งรายงานที่ตรงกัน", "Please agree, and send returns that say the same."),
        new BilingualText("แถวที่ ๑ ของฝ่ายบริหารทั่วไป", "row 1 of the administration section"),
        "ร-๐๑", new BilingualText("กลุ่มงานกฎหมายฯ", "the legal group"));

    public static readonly FindingKind HostsSayDifferent = new("KAL4123", Severity.Warning,
        new("{0} ไม่ตรงกับ{1}: {2}", "{0} differs from {1}: {2}."),
        new("โปรดหารือแล้วส่งรายงานที่ตรงกัน", "Please agree, and send returns that say the same."),
        new BilingualText("แถวที่ ๑ ของฝ่ายบริหารทั่วไป", "row 1 of the administration section"),
        new BilingualText("แถวที่ ๒ ของกลุ่มงานกฎหมายฯ", "row 2 of the legal group"),
        new BilingualText("สถานะ “มีมูล” / “ระหว่างตรวจสอบ”", "status “found true” / “being examined”"));

    public static readonly FindingKind NumberMissing = new("KAL4124", Severity.Warning,
        new("{0} ยังไม่ได้ระบุ{1} จึงยังไม่นำมาคำนวณ", "{0} lacks {1} and is not in the value."),
        new("โปรดเติมจำนวน หรือยืนยันว่าไม่มี", "Please enter the number, or say that there is none."),
        new BilingualText("แถวที่ ๓ ของกลุ่มงานการเงินฯ", "row 3 of the finance group"), new BilingualText("งบประมาณที่เบิกจ่าย", "budget spent"));

    public static readonly FindingKind CalendarUnconfirmed = new("KAL4125", Severity.Warning,
        new(
            "ระยะเวลาของ {0} แถวขึ้นกับวันหยุดราชการ พ.ศ. {1} ซึ่งยังไม่มีปฏิทินที่ยืนยันแล้ว จึงถือวันจันทร์ถึงวันศุกร์เป็นวันทำการ",
            "The periods of {0:row|rows} depend on holidays of B.E. {1}, which has no confirmed calendar: Monday to Friday are taken for working days."),
        new("โปรดตรวจวันครบกำหนดกับประกาศวันหยุดราชการ", "Please check the last days with the holidays as announced."),
        new BilingualText("๓", "3"), new BilingualText("๒๕๗๑", "2571"));

    public static readonly FindingKind ClassUnknown = new("KAL4126", Severity.Warning,
        new("ยังไม่ทราบ{0}ของผู้รับการประเมิน จึงยังไม่มีเกณฑ์ให้คะแนน", "The {0} of the entrant is not known, so there is no scale to score by."),
        new("โปรดระบุในแผนการรายงานของจังหวัด", "Please say it in the plan of the province."), new BilingualText("ขนาดโรงพยาบาล", "size of the hospital"));

    public static readonly FindingKind EvidenceLacks = new("KAL4127", Severity.Warning,
        new("รายงานของ{0}มี {1} แถวที่ยังไม่มีหลักฐานยืนยัน จึงยังไม่นับ", "Of {0}, {1:row has|rows have} no evidence and can't count yet."),
        new("โปรดเพิ่มในบัญชีหลักฐาน และระบุแถวที่ยืนยัน", "Please add it to the list of evidence, and say which rows it confirms."),
        new BilingualText("ท้องถิ่นอำเภอนามน", "the district office of Na Mon"), new BilingualText("๓", "3"));

    public static readonly FindingKind FactsUnproven = new("KAL4128", Severity.Warning,
        new("รายงานของ{0}ยังไม่มีหลักฐาน จึงยังไม่นำค่าที่รายงานมาคิด", "The return of {0} has no evidence, so what it says doesn't count yet."),
        new("โปรดเพิ่มในบัญชีหลักฐาน", "Please add it to the list of evidence."), new BilingualText("ท้องถิ่นอำเภอนามน", "the district office of Na Mon"));

    public static readonly FindingKind SelfScoreDiffers = new("KAL4129", Severity.Warning,
        new("{0}ประเมินตนเอง {1} คะแนน แต่คำนวณได้ {2} คะแนน", "{0} gives itself {1}, where {2} is computed."),
        new("โปรดตรวจสอบข้อมูลหรือเหตุผลของหน่วยงาน", "Please check the figures, or ask the unit why."),
        new BilingualText("ท้องถิ่นอำเภอนามน", "The district office of Na Mon"), new BilingualText("๕.๐๐", "5.00"), new BilingualText("๓.๐๐", "3.00"));

    public static readonly FindingKind ListedMissing = new("KAL4130", Severity.Warning,
        new("ยังไม่มีข้อมูล{3} {0} แห่ง: {1} ตัวหารยังคงเป็น {2}", "{0} of {3} are missing: {1}. The denominator is still {2}."),
        new("โปรดเพิ่ม หรือยืนยันว่าไม่ได้ดำเนินการ", "Please add them, or confirm that nothing was done."),
        new BilingualText("๒", "2"), "โรงพยาบาลนามน, โรงพยาบาลเขาวง", new BilingualText("๑๘", "18"), new BilingualText("โรงพยาบาล", "hospitals"));

    public static readonly FindingKind OtherRound = new("KAL4131", Severity.Error,
        new("รายงานตัวชี้วัดที่ {0} ของหน่วยงาน {1} เป็นของรอบ {2} มิใช่ {3} จึงไม่นำมาคิด", "The return of {1} on indicator {0} is of round {2}, not {3}; it doesn't count."),
        new("โปรดใช้รายงานของรอบนี้", "Please use the returns of this round."), new BilingualText("๓", "3"), "PUB", "46-dla-2567", "40-dla-2567");

    public static readonly FindingKind OtherProvince = new("KAL4132", Severity.Error,
        new("รายงานของ{0}มี {1} แถวที่เป็นของจังหวัดอื่น มิใช่{2} จึงไม่นับ: {3}", "Of {0}, {1:row is|rows are} of other provinces than {2} and not counted: {3}."),
        new("โปรดตรวจสอบว่าเป็นรายงานของจังหวัดนี้ แล้วแก้ไขหรือลบแถวนั้น", "Please check whose return it is, and correct or delete what is not its own."),
        new BilingualText("กลุ่มงานบริการสาธารณะ", "the public service group"), new BilingualText("๒", "2"), new BilingualText("จังหวัดขอนแก่น", "Khon Kaen Province"),
        new BilingualText("แถวที่ ๑, แถวที่ ๒ (จังหวัดกาฬสินธุ์)", "row 1, row 2 (Kalasin Province)"));
}
