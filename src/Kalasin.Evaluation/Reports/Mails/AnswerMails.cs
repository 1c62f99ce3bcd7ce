using System.Collections.Immutable;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>Answers to what came by mail: to the address it came from, whoever that is.</summary>
internal static class AnswerMails
{
    /// <summary>Findings that a mail lists; the receipt lists all.</summary>
    private const int MostFindings = 30;

    /// <summary>A delivery was accepted.</summary>
    /// <param name="rules">Rules it came under.</param>
    /// <param name="content">What its receipt says.</param>
    /// <param name="notes">How many of its files are attached with notes.</param>
    public static MailText Receipt(AwardRules rules, ReceiptContent content, int notes = 0)
    {
        var delivery = content.Delivery;
        var unit = rules.Plan.Find(delivery.Unit)?.Name ?? delivery.Unit.Value;
        var (number, moment, files) = (ThaiNumerals.Number(delivery.Receipt.Value), BangkokTime.DateAndTime(delivery.ReceivedAt), ThaiNumerals.Number(delivery.Files.Length));
        var late = content.Lateness.IsLate ? new BilingualText(" ซึ่งพ้นกำหนดส่งแล้ว จึงทำเครื่องหมาย “ล่าช้า”", ", which is late") : BilingualText.Empty;
        var mend = content.Findings.Count(f => f.Severity == Severity.Error);
        var missing = content.Missing.IsEmpty ? BilingualText.Empty : Listed.Indicators(content.Missing);
        return new MailDraft(
            unit,
            new($"ใบตอบรับข้อมูล เลขที่ {number.Thai}", $"Receipt {number.English}"),
            [
                new(
                    $"ได้รับไฟล์ {files.Thai} ไฟล์ ของหน่วยงานของท่านเมื่อวันที่ {moment.Thai}{late.Thai} และออกใบตอบรับข้อมูล เลขที่ {number.Thai} แล้ว",
                    $"{Counted.Of(files):file|files} of your unit arrived on {moment.English}{late.English}. The receipt's number is {number.English}."),
                delivery.Returns.IsEmpty
                    ? new("เก็บเป็นสำเนาหรือหลักฐาน ไม่มีรายงานตัวชี้วัดใหม่", "Kept as copies or evidence; there was no new return.")
                    : Owing.Lines(new("รายงานที่อ่านได้ มีดังนี้", "Returns that were read:"), delivery.Returns.Select(ReturnOf)),
                .. FindingsOf(content.Findings),
                mend == 0
                    ? BilingualText.Empty
                    : new("โปรดแก้ข้อที่ “ต้องแก้” แล้วส่งแบบรายงานอีกครั้ง รายการอื่นที่รับไว้แล้วยังคงนับ", "Please correct what is to be corrected and send the form again; the rest counts meanwhile."),
                Notes(notes),
                content.Missing.IsEmpty
                    ? new("หน่วยงานของท่านรายงานครบทุกตัวชี้วัดที่เป็นเจ้าภาพแล้ว", "Your unit has reported on all of its indicators.")
                    : new(
                        $"หน่วยงานของท่านยังขาด{missing.Thai} โปรดส่งภายในวันที่ {ThaiDate.Long(content.Lateness.Due)}",
                        $"Still missing: {missing.English}, due on {ThaiDate.Bilingual(content.Lateness.Due).English}."),
                new(
                    $"ข้อความที่พิมพ์ในแบบรายงานไม่แสดงในอีเมล โปรดดูทั้งหมดที่ลิงก์ของหน่วยงาน\r\nลายนิ้วมือบันทึกของรอบ {content.LogHead}",
                    $"What was typed is not repeated in a mail; your unit's link shows everything.\r\nHead of the round's log {content.LogHead}"),
            ])
        {
            Subject = $"ใบตอบรับข้อมูล เลขที่ {number.Thai}: {unit.Thai}{(mend > 0 ? $" (ต้องแก้ {ThaiNumerals.Format(mend)} ข้อ)" : "")}",
            LineParts =
            [
                $"เรียน {unit.Thai}", $"ได้รับรายงานแล้ว ใบตอบรับเลขที่ {number.Thai}",
                mend == 0 ? "" : $"มีข้อที่ต้องแก้ {ThaiNumerals.Format(mend)} ข้อ โปรดดูในอีเมล",
                content.Missing.IsEmpty ? "ครบทุกตัวชี้วัดแล้ว ขอบคุณ" : $"{Owing.InShort(new(content.Missing, [], []))} กำหนดส่ง {ThaiDate.Short(content.Lateness.Due)}",
            ],
        }.Write(rules, content.IsSample);
    }

    /// <summary>A delivery could not be accepted.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="unit">Unit whose door it came through.</param>
    /// <param name="receivedAt">When it arrived.</param>
    /// <param name="findings">Why; at least one.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    /// <param name="notes">How many of its files are attached with notes.</param>
    public static MailText Refused(
        AwardRules rules, ReportingUnit unit, DateTimeOffset receivedAt, ImmutableArray<Finding> findings, bool isSample, int notes = 0)
    {
        var moment = BangkokTime.DateAndTime(receivedAt);
        return new MailDraft(
            unit.Name,
            new("ไฟล์ที่ส่งยังไม่ได้รับไว้ โปรดแก้ไขแล้วส่งอีกครั้ง", "What you sent could not be accepted yet"),
            [
                new(
                    $"อีเมลที่ได้รับเมื่อวันที่ {moment.Thai} มีไฟล์ที่ยังรับไว้เป็นรายงานไม่ได้ จึงยังไม่มีใบตอบรับ",
                    $"What arrived on {moment.English} could not be accepted, and there is no receipt for it."),
                .. FindingsOf(findings),
                Notes(notes),
                new("โปรดแก้ไขแล้วตอบกลับอีเมลนี้พร้อมไฟล์ หรือส่งทางลิงก์ของหน่วยงาน", "Please correct it and reply with the files, or use your unit's link."),
            ])
        {
            Subject = $"ยังไม่ได้รับไฟล์ไว้ โปรดแก้ไขแล้วส่งอีกครั้ง: {unit.Name.Thai}",
            Closing = MailDraft.ForAction,
            LineParts = [$"เรียน {unit.Name.Thai}", "ไฟล์ที่ส่งทางอีเมลยังรับไว้ไม่ได้ โปรดดูวิธีแก้ในอีเมลตอบกลับ แล้วส่งอีกครั้ง ขอบคุณ"],
        }.Write(rules, isSample);
    }

    /// <summary>Nobody knows whose mail it was. Tells a stranger nothing about the round but whom to ask.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="receivedAt">When it arrived.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText WhoAreYou(AwardRules rules, DateTimeOffset receivedAt, bool isSample)
    {
        var moment = BangkokTime.DateAndTime(receivedAt);
        return new MailDraft(
            new("ผู้ส่งอีเมล", "the sender"),
            new("โปรดแจ้งหน่วยงานของผู้ส่ง", "Which unit are you writing for?"),
            [
                new(
                    $"ได้รับอีเมลของท่านเมื่อวันที่ {moment.Thai} แต่ที่อยู่ของผู้ส่งไม่ตรงกับหน่วยงานใดในรอบนี้ จึงยังไม่ได้บันทึกเป็นรายงานของหน่วยงาน",
                    $"Your mail of {moment.English} came from an address that belongs to no unit of this round, so nothing was filed yet."),
                new(
                    "หากเป็นรายงานของหน่วยงาน โปรดส่งจากที่อยู่อีเมลของหน่วยงานที่แจ้งไว้ หรือส่งทางลิงก์ของหน่วยงาน หรือติดต่อผู้ประสานงาน "
                    + "หากส่งถึงที่อยู่นี้โดยไม่ตั้งใจ ไม่ต้องดำเนินการ",
                    "If it is a unit's return, please send it from the unit's own address or by the unit's link, or ask the coordinator. If it was not meant for us, nothing is left to do."),
            ])
        {
            Closing = MailDraft.ForAction,
        }.Write(rules, isSample);
    }

    private static BilingualText ReturnOf(DeliveredReturn r)
    {
        var (number, version, words) = (r.Indicator.Bilingual, ThaiNumerals.Number(r.Version), r.InWords());
        return r.Unchanged
            ? new($"ตัวชี้วัดที่ {number.Thai} ตรงกับฉบับที่ {version.Thai} ที่มีอยู่แล้ว", $"indicator {number.English}: the same as version {version.English}")
            : new($"ตัวชี้วัดที่ {number.Thai} ฉบับที่ {version.Thai}: {words.Thai}", $"indicator {number.English}, version {version.English}: {words.English}");
    }

    private static BilingualText Notes(int files) => files == 0
        ? BilingualText.Empty
        : new(
            "แนบไฟล์ของท่านที่มีหมายเหตุในช่องที่ต้องแก้มาพร้อมนี้ แก้ในไฟล์นั้นแล้วส่งกลับได้ทันที ไม่ต้องลบหมายเหตุ",
            "Your own file is attached with notes beside the cells. Correct it there and send it back; the notes need not be taken out.");

    private static IEnumerable<BilingualText> FindingsOf(ImmutableArray<Finding> findings)
    {
        if (findings.IsEmpty) yield break;
        yield return Owing.Lines(
            new("ข้อสังเกตและสิ่งที่ขอให้ดำเนินการ", "What was found:"),
            findings.OrderByDescending(f => f.Severity).Take(MostFindings).Select(SpokenFinding.Of));
        if (findings.Length > MostFindings)
            yield return new(
                $"และอีก {ThaiNumerals.Format(findings.Length - MostFindings)} ข้อ โปรดดูที่ลิงก์ของหน่วยงาน", $"And {findings.Length - MostFindings} more, by your unit's link.");
    }
}
