using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Tests.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Word;
using UglyToad.PdfPig;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>Names and identity numbers in any text of registers that must not have them: said at their cells, and in no answer and no report.</summary>
public sealed class WithheldDataTests
{
    private const string Name = "สมชายมาก";
    private const string Number = "1100000000016";
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly string[] Secrets = [Name, "ใจดีมาก", Number, "๑๑๐๐๐", "00000-01"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<IntakeResult> Read(params byte[][] files) =>
        ReturnReader.ReadAsync(Rules, files.Select((f, i) => SourceFile.FromBytes($"{i}.xlsx", f)), IntakeLimits.Default, Token);

    private static byte[] Discipline(
        string note = "", object? more = null, string results = "ดำเนินการแล้ว", string evidence = "รายงานการประชุม") => TypedSheet.Of(
        "ตัวชี้วัด 1",
        ["หน่วยงาน", "กลุ่มงานมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น"],
        ["๓. ผลการดำเนินงาน"],
        [results],
        ["๔. ทะเบียนข้อมูล"],
        ["ที่", "ก.ท.จ./ก.อบต.จังหวัด", "รหัสเรื่อง", "วันที่ฝ่ายเลขานุการรับรายงาน", "วันที่มีมติ", "ประชุมครั้งที่/ปี", "ลักษณะมติ", "หมายเหตุ"],
        [1L, "ก.ท.จ.", "ว-001/2567", "15/12/2566", "20/2/2567", "2/2567", "แล้วเสร็จ", note],
        [2L, "ก.ท.จ.", "ว-002/2567", "15/12/2566", "20/2/2567", "2/2567", "แล้วเสร็จ", more],
        ["๙. บัญชีหลักฐาน"],
        ["ที่", "รายการ", "ลงวันที่"],
        [1L, evidence],
        ["๑๑. คำรับรอง"],
        [$"(นาย{Name} ใจดีมาก)"]);

    private static byte[] Complaints(string type) => TypedSheet.Of(
        "ตัวชี้วัด 10",
        ["หน่วยงาน", "ฝ่ายบริหารทั่วไป"],
        ["ที่", "รหัสเรื่อง", "วันที่รับ", "ช่องทาง", "ประเภท", "สถานะ", "วันที่ยุติ"],
        [1L, "ร-01/2567", "15/12/2566", $"โทรศัพท์จากนาย{Name} ใจดีมาก", type, "มีมูล", "1/2/2567"]);

    [Fact]
    public async Task Remark_WithANameAndANumber_IsAFindingAtItsCellAndTheRowCounts()
    {
        var got = await Read(Discipline($"นาย{Name} ใจดีมาก เลข ๑-๑๐๐๐-๐๐๐๐๐-๐๑-๖", long.Parse(Number, System.Globalization.CultureInfo.InvariantCulture)));
        var found = Assert.Single(got.Findings, f => f.Code == "KAL2151");
        Assert.Equal(("H6", "H6:H7", Severity.Warning), (found.Place.Cell, found.Place.Cells, found.Severity));
        var rows = Assert.Single(got.Returns).Rows;
        Assert.All(rows, r => Assert.Empty(r.Faults));
        Assert.Equal(["[ปกปิด] เลข [ปกปิด]", "[ปกปิด]"], rows.Select(r => Assert.IsType<TextValue>(r["note"]).Text));
    }

    [Fact]
    public async Task EveryText_IsWithheldInFindingsReturnsScoresAndBothEditions()
    {
        var name = $"นาย{Name} ใจดีมาก";
        var got = await Read(
            Discipline(name, $"มติ{name}", $"ลงโทษ{name} เลข 1-1000-00000-01-6", $"คำสั่งลงโทษ{name}"), Complaints($"{name} ({Number})"));
        Assert.Equal(
            ["A3", "B10", "D3", "E3", "H6:H7"],
            got.Findings.Where(f => f.Code == "KAL2151").SelectMany(f => (f.Place.Cells ?? f.Place.Cell!).Split(' ')).Order(StringComparer.Ordinal));
        AssertNoSecret(string.Concat(got.Findings) + string.Concat(got.Returns.Select(r => System.Text.Encoding.UTF8.GetString(ReturnJson.Write(r)))));
        var card = Scorer.Score(Rules, got.Returns, Rules.Plan.JudgedOn).Single();
        AssertNoSecret(string.Concat(card.Scores.SelectMany(s => s.Measurement.Excluded.Concat(s.Measurement.NotMet)).Select(e => e.Reason.Thai)));
        foreach (var edition in Enum.GetValues<Edition>())
        {
            var report = ProvinceReport.Compose(
                Rules, got.Returns, card, edition,
                new() { Findings = [.. got.Findings.Select(f => new OpenFinding(UnitCode.Parse("PER"), null, f))] });
            using var word = WordprocessingDocument.Open(await WordWriterTests.Write(report), false);
            var texts = string.Join('\n', WordWriterTests.Texts(word));
            Assert.Contains(PersonalData.Withheld, texts, StringComparison.Ordinal);
            AssertNoSecret(texts);
            using var pdf = PdfDocument.Open(await PdfWriterTests.Write(report));
            AssertNoSecret(string.Join('\n', PdfWriterTests.Texts(TagTree.Read(pdf))));
        }
    }

    [Fact]
    public async Task OtherRegisters_KeepWhatTheySay()
    {
        var got = await Read(TypedSheet.Of(
            "ตัวชี้วัด 3",
            ["หน่วยงาน", "ท้องถิ่นอำเภอนามน"],
            ["ที่", "วันที่", "กิจกรรม"],
            [1L, "1/2/2567", $"ประชุม โดยนาย{Name} ใจดีมาก เป็นประธาน"]));
        Assert.DoesNotContain(got.Findings, f => f.Code is "KAL2150" or "KAL2151");
        Assert.Contains(Name, Assert.IsType<TextValue>(Assert.Single(got.Returns).Rows[0]["title"]).Text, StringComparison.Ordinal);
    }

    private static void AssertNoSecret(string text) => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
}
