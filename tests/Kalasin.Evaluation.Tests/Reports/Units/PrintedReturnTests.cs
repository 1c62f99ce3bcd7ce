using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Units;
using Kalasin.Evaluation.Tests.Documents;

namespace Kalasin.Evaluation.Tests.Reports.Units;

/// <summary>What a unit's return says on paper: its eleven parts, a hyphen for nothing, dots for what is to be filled in.</summary>
[Collection<ReadSample>]
public sealed class PrintedReturnTests(ReadSample sample)
{
    [Fact]
    public void Return_HasElevenPartsInTheOrderOfTheForm()
    {
        var document = PrintedReturn.Compose([sample.Of("4603", "3")]);
        string[] parts =
        [
            "๑. สถานะการรายงาน", "๒. คำอธิบาย สูตร ช่วงเวลา และที่มาของเกณฑ์", "๓. ผลการดำเนินงาน", "๔. ทะเบียนข้อมูล", "๕. ผลการคำนวณ", "๖. ปัจจัยสนับสนุน",
            "๗. ปัญหา อุปสรรค", "๘. ข้อเสนอแนะ/แนวทางแก้ไข", "๙. บัญชีหลักฐาน", "๑๐. ภาพกิจกรรม", "๑๑. คำรับรอง",
        ];
        Assert.Equal(parts, document.Blocks.OfType<Heading>().Where(h => h.Level == 2).Select(h => h.Text));
        var texts = BlockText.Of(document).ToList();
        foreach (var said in (string[])["แบบรายงานผลการดำเนินงาน ตัวชี้วัดที่ ๓ ท้องถิ่นอำเภอกมลาไสย", "ส่งภายใน วันพุธที่ ๑๕ พฤษภาคม ๒๕๖๗",
            "( / ) มีผลการดำเนินงาน", "๐๓-๔๖๐๓-๐๑", "ประชุมเชิงปฏิบัติการจัดทำฐานข้อมูลผู้ประสงค์ขอรับความช่วยเหลือ อำเภอกมลาไสย"])
            Assert.Contains(said, texts);
    }

    [Theory]
    [InlineData("4603", "3", true)]
    [InlineData("FIN", "9", false)]
    public void Register_OfMoreThanSevenColumnsStandsOnWidePages_AndWhatIsReadOnUprightOnes(string unit, string indicator, bool isWide) =>
        Assert.Equal(isWide ? [false, true, false] : [false], PrintedReturn.Compose([sample.Of(unit, indicator)]).Sections.Select(s => s.Landscape));

    [Fact]
    public void Register_OfFewRowsStandsUpright_AColumnForEach()
    {
        var wide = EveryReturn.Units.SelectMany(u => sample.Of(u)).Where(c => c.Reported is { Return.Rows.Length: > 0 and <= 3 } && c.Indicator.Register.Columns.Length > 6).ToList();
        Assert.NotEmpty(wide);
        foreach (var content in wide)
        {
            var document = PrintedReturn.Compose([content]);
            Assert.All(document.Sections, s => Assert.False(s.Landscape));
            var rows = content.Reported!.Return.Rows;
            var register = Assert.Single(document.Blocks.OfType<Table>(), t => t.Summary?.StartsWith("ทะเบียนข้อมูลของ", StringComparison.Ordinal) == true);
            var texts = register.Texts().ToList();
            foreach (var column in content.Indicator.Register.Columns)
                Assert.Contains(texts, t => t.SequenceEqual([column.Heading.Thai, .. rows.Select(row => content.Printed.Of(row[column.Id], column))]));
        }
    }

    [Fact]
    public void Register_SaysWhatWasTypedAndWhatWasMadeOfIt()
    {
        var texts = BlockText.Of(PrintedReturn.Compose([sample.Of("PER", "1")])).ToList();
        Assert.Contains("ครบ ๙๐ วัน", texts);
        Assert.Contains("ผลของหน่วยงาน", texts);
        Assert.Contains(texts, t => t.StartsWith("แถวที่ ๑๒", StringComparison.Ordinal));
        Assert.Contains("“๑๕ มี.ค. ๒๖๕๗” (รอแก้ไข)", BlockText.Of(PrintedReturn.Compose([sample.Of("4603", "4")])));
    }

    /// <summary>The rows that the form says to count are those that the scorecard counts.</summary>
    [Fact]
    public void Figures_OfAllHosts_AddUpToTheScorecard()
    {
        foreach (var score in sample.Card.Scores.Where(s => s.Measurement.State == MeasurementState.Measured))
        {
            var hosts = ReadSample.Rules.HostingOf(score.Indicator).Hosts.Select(h => sample.Of(h.Value, score.Indicator.Value)).Where(c => c.Reported is not null);
            Assert.Equal(score.Measurement.Counted.Length, hosts.Sum(CountedOf));
        }
    }

    [Fact]
    public void Blank_HasDotsAndNoCode()
    {
        var document = PrintedReturn.Compose([sample.Of("4611", "3")]);
        Assert.Empty(document.Blocks.OfType<QrFigure>());
        var texts = BlockText.Of(document).ToList();
        Assert.Contains("( ) มีผลการดำเนินงาน", texts);
        Assert.Contains("………………", texts);
    }

    [Fact]
    public void Nil_SaysWhyAndThatThereIsNothing()
    {
        var nil = sample.Returns.First(r => r.Status == ReturnStatus.Nil);
        var texts = BlockText.Of(PrintedReturn.Compose([sample.Of(nil.Unit.Value, nil.Indicator.Value)])).ToList();
        Assert.Contains("( / ) ไม่มีเรื่อง/ไม่มีกิจกรรมในช่วงเวลาที่ประเมิน", texts);
        Assert.Contains(texts, t => t.StartsWith("เหตุผล ", StringComparison.Ordinal));
        Assert.Contains("-", texts);
    }

    [Fact]
    public void Code_LeadsBackToTheReturn() => Assert.Contains(
        "kalasin:46-dla-2567:return-4603-3:15:", sample.Of("4603", "3").Reported!.Code.Mark.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Pictures_AreFourOfAnActivityAtMost_WithActivityPlaceAndDay()
    {
        var content = sample.Of("4603", "3");
        var reported = content.Reported!;
        var named = content with
        {
            Reported = reported with
            {
                Return = reported.Return with
                {
                    Evidence = [.. Enumerable.Range(1, 5).Select(i => new Evidence(i, "ภาพถ่าย", null, "๒", "ไฟล์", $"{i}.jpg", null)), new(6, "ภาพข่าว", new(2024, 3, 25), "1-3", null, "ข่าว.JPG", null)],
                },
                Pictures = [.. new[] { "1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg", "ข่าว.jpg", "อื่น.jpg" }.Select(n => new Evaluation.Reports.ReportPicture(content.Unit.Code, n, ReadSample.Picture))],
            },
        };
        var document = PrintedReturn.Compose([named]);
        var captions = document.Named.OfType<Figure>().Select(f => f.Caption).ToList();
        Assert.Equal(5, captions.Count);
        Assert.Equal(
            "ภาพที่ ๑ ประชุมเชิงปฏิบัติการจัดทำฐานข้อมูลผู้ประสงค์ขอรับความช่วยเหลือ อำเภอกมลาไสย หอประชุมที่ว่าการอำเภอกมลาไสย วันที่ ๑๗ ม.ค. ๖๗", captions[0]);
        Assert.Equal("ภาพที่ ๕ ภาพข่าว วันที่ ๒๕ มี.ค. ๖๗", captions[4]);
        var texts = BlockText.Of(document).ToList();
        Assert.Contains(texts, t => t.EndsWith("อีก ๑ ภาพเก็บไว้กับต้นฉบับ", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.StartsWith("หน่วยงานส่งภาพอื่นมาอีก ๑ ภาพ", StringComparison.Ordinal));
    }

    [Fact]
    public void Memo_NamesWhatIsSentAndWhatIsNot()
    {
        var texts = BlockText.Of(sample.Memo("4611")).ToList();
        Assert.Contains(texts, t => t.StartsWith("สำหรับตัวชี้วัดที่ ", StringComparison.Ordinal) && t.EndsWith("………………", StringComparison.Ordinal));
        Assert.Contains("ตัวชี้วัดที่ ๓ ศูนย์ปฏิบัติการร่วมฯ", BlockText.Of(sample.Memo("4603")));
    }

    private static int CountedOf(PrintedReturnContent content)
    {
        var table = PrintedReturn.Compose([content]).Blocks.OfType<Table>().First(t => t.Summary == "ผลการคำนวณจากทะเบียนข้อมูล");
        return int.Parse(ThaiNumerals.ToArabic(((Run)table.Rows[1].Cells[1].Content[0]).Text), System.Globalization.CultureInfo.InvariantCulture);
    }
}
