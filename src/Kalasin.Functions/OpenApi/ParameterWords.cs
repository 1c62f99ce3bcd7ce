using System.Text.Json.Nodes;

namespace Kalasin.Functions.OpenApi;

/// <summary>What parameters mean and an example of each: a name means the same wherever it stands.</summary>
internal static class ParameterWords
{
    private static readonly Dictionary<string, (string Thai, string English, string Example)> Words = new(StringComparer.Ordinal)
    {
        ["round"] = ("รหัสรอบ: จังหวัดและกรอบ", "Id of the round: province and framework.", "46-dla-2567"),
        ["unit"] = ("รหัสหน่วยงานตามแผน", "Code of a unit of the plan.", "4602"),
        ["indicator"] = ("เลขที่ตัวชี้วัด", "Number of an indicator.", "3"),
        ["receipt"] = ("เลขที่ใบตอบรับ", "Number of a receipt.", "1"),
        ["number"] = ("ลำดับไฟล์ในการนำส่ง เริ่มที่ ๑", "Place of a file in its delivery, from 1.", "1"),
        ["paper"] = (
            "เอกสาร: letter หรือ signature-page และ memo-to-head memo-to-unit report evidence-index evidence-labels assessment-form committee-result เมื่อดาวน์โหลด",
            "A paper: letter or signature-page; to be had are memo-to-head, memo-to-unit, report, evidence-index, evidence-labels, assessment-form and committee-result too.", "letter"),
        ["judges"] = ("จำนวนกรรมการ เมื่อต้องการใบให้คะแนนของกรรมการแทนแบบของหน่วยงาน", "How many judges there are, for their sheets instead of the units' forms.", "5"),
        ["entering"] = ("แผนของรอบสุดท้าย ที่ทำจากการจัดอันดับของรอบคัดกรอง", "The plan of a final, made of the ranking that opens it.", "false"),
        ["copy"] = ("เลขที่ของรายการที่แนบสำเนา", "Number of the entry that attached it.", "12"),
        ["use"] = ("ไฟล์ของสำนักงาน: emblem report-template letter-template memo-template หรือ form", "What a file of the office's own is for: emblem, report-template, letter-template, memo-template or form.", "form"),
        ["id"] = ("รหัส", "Id.", "dla-2567"),
        ["mail"] = ("รหัสอีเมลจากรายการอีเมลของรอบ", "Id of a mail of the round's journal.", "close-1"),
        ["name"] = ("ชื่อไฟล์", "Name of the file.", "scalar.js"),
        ["next"] = ("รหัสหน้าถัดไป จากคำตอบก่อนหน้า", "Token of the next page, from the answer before.", "100"),
        ["after"] = ("หลังเหตุการณ์ลำดับที่", "What came after this entry.", "12"),
        ["since"] = ("ตั้งแต่เวลานี้", "What came at this moment or later.", "2024-05-15T16:30:00+07:00"),
        ["asOf"] = ("ณ เวลานี้ ไม่ระบุคือปัจจุบัน", "The state as of this moment; now if it is left out.", "2024-05-15T16:30:00+07:00"),
        ["version"] = ("ฉบับที่ ไม่ระบุคือฉบับที่นับ", "Version; the one that counts if it is left out.", "1"),
        ["revision"] = ("ฉบับปรับปรุงที่ ไม่ระบุคือล่าสุด", "Revision; the newest if it is left out.", "1"),
        ["before"] = ("ฉบับก่อนหน้าที่นำมาเทียบ", "The earlier revision that is compared.", "1"),
        ["from"] = ("กรอบของปีอื่นที่ยกกติกามา เมื่อปีนี้ยังไม่มีกรอบ", "Framework of another year whose rules are carried over where this year has none.", "dla-2567"),
        ["year"] = ("ปีงบประมาณ พ.ศ. ที่จะยกกติกาไป", "Fiscal year, Buddhist era, that the rules are carried to.", "2570"),
        ["format"] = ("รูปแบบ: pdf docx xlsx หรือ json ตามที่ที่อยู่นั้นมี", "Format: pdf, docx, xlsx or json, as far as the address has it.", "pdf"),
        ["current"] = ("เติมฉบับล่าสุดที่นับไว้ให้แก้ไข", "Filled in with the version that counts, to be corrected.", "true"),
        ["edition"] = ("ฉบับ: official หรือ internal", "Edition: official or internal.", "official"),
        ["entrant"] = ("ผู้รับการประเมิน ถ้ามีหลายราย", "Whose, where there are several entrants.", "46"),
        ["evaluationDate"] = ("วันที่ใช้ตัดสินว่าเกินกำหนด", "Day on which what is overdue is judged.", "2024-05-20"),
        ["dryRun"] = ("ตรวจและอธิบายเท่านั้น ไม่รับไว้", "Only explain: nothing is kept.", "true"),
        ["reason"] = ("เหตุผล ไม่เกิน ๕๐๐ ตัวอักษร", "Why, at most 500 characters.", "แก้ไขตามหนังสือสั่งการ"),
        ["seen"] = (
            "ลายนิ้วมือของสิ่งที่จะส่ง จากการดูก่อนส่ง หากเปลี่ยนไปจะไม่ส่ง", "Fingerprint of what would be sent, as it was looked at: if it has changed since, nothing is sent.",
            "3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7"),
        ["framework"] = ("รหัสกรอบการประเมิน", "Id of a framework.", "dla-2567"),
        ["province"] = ("รหัสจังหวัดสองหลัก", "Two-digit code of a province.", "46"),
        ["plan"] = ("รหัสแผน แทนจังหวัดและกรอบ", "Id of a plan, in the place of province and framework.", "46-dla-2567"),
        ["Idempotency-Key"] = (
            "รหัสของผู้ส่ง ไม่เกิน ๒๐๐ ตัวอักษร ส่งซ้ำด้วยรหัสเดิมได้ผลเดิมครั้งเดียว", "The sender's key, at most 200 characters: sent again with it, the same is done once.",
            "5f0c9b1e-6c0e-4d0b-9a55-0d9f5d0c7a11"),
        ["Tus-Resumable"] = ("ข้อกำหนด tus", "The protocol's version.", "1.0.0"),
        ["Upload-Length"] = ("ขนาดทั้งไฟล์ (ไบต์)", "Bytes of the whole file.", "1048576"),
        ["Upload-Metadata"] = ("ชื่อไฟล์: filename และ Base64", "The file's name: `filename` and Base64 of UTF-8.", "filename YS54bHN4"),
        ["Upload-Offset"] = ("ไบต์ที่ได้รับแล้ว", "Bytes that have come.", "0"),
        [Http.TickGuard.Header] = ("กุญแจจาก KALASIN_TICK_KEY", "The key of KALASIN_TICK_KEY.", "key"),
    };

    public static void Describe(JsonObject parameter)
    {
        if (!Words.TryGetValue((string)parameter["name"]!, out var words)) return;
        parameter["description"] = $"{words.Thai} / {words.English}";
        parameter["example"] = (string?)parameter["schema"]?["type"] switch
        {
            "integer" => int.Parse(words.Example, System.Globalization.CultureInfo.InvariantCulture),
            "boolean" => true,
            _ => words.Example,
        };
    }
}
