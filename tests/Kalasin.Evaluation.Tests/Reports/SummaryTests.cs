using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Documents.Layout;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>One page for a reader who has no time for more, and what stands around the parts of a report.</summary>
[Collection<ReadSample>]
public sealed class SummaryTests(ReadSample sample)
{
    public static TheoryData<bool> Editions => [true, false];

    [Theory]
    [MemberData(nameof(Editions))]
    public void Summary_IsOnePage(bool official)
    {
        var report = official ? sample.Official : sample.Internal;
        Assert.True(IsOnePage(report));
        Assert.Contains("ข้อเสนอแนะ", BlockText.Of(report with { Sections = [new([.. report.Under("บทสรุปผู้บริหาร")])] }));
    }

    /// <summary>The part after the summary begins on the page after the summary's first.</summary>
    internal static bool IsOnePage(ReportDocument report)
    {
        var pages = PdfWriter.Layout(report, TestContext.Current.CancellationToken).Pages.ToList();
        var at = pages.FindIndex(p => p.Texts().FirstOrDefault() == "บทสรุปผู้บริหาร");
        return at >= 0 && pages[at + 1].Texts().First().StartsWith("ส่วนที่ ๑", StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_HasTheFigureOfEveryIndicatorAndAPictureOfTheWhole()
    {
        var blocks = sample.Official.Under("บทสรุปผู้บริหาร").ToList();
        var figures = blocks.OfType<Table>().First().Texts().ToList();
        Assert.Equal(["๑", "วินัย ๙๐ วัน", "ร้อยละ ๗๕.๐๐", "๗", "สวัสดิการและขวัญกำลังใจ", "๙ กิจกรรม"], figures[0]);
        Assert.Equal(["๖", "ประชาสัมพันธ์", "๒๕ ครั้ง", "๑๒", "OSS ไตรมาส ๒/๒๕๖๗", "ร้อยละ ๙๗.๓๕"], figures[^1]);
        Assert.Single(blocks.OfType<Chart>());
    }

    [Fact]
    public void Highlights_AreTheBestTheMissingTheLowestAndWhatUnitsWrote()
    {
        var points = sample.Official.Under("บทสรุปผู้บริหาร").OfType<ListBlock>().Select(l => l.Items.Select(i => ((Paragraph)i[0]).PlainText).ToList()).ToList();
        Assert.Equal(["OSS", "ITA", "สวนสมุนไพร:"], points[0].Take(3).Select(p => p.Split(' ')[0]));
        Assert.EndsWith("(ตัวชี้วัดที่ ๔)", points[0][3], StringComparison.Ordinal);
        Assert.Equal(
            ["ยังไม่ได้รับรายงาน ๘ รายการ จากท้องถิ่นอำเภอท่าคันโท และท้องถิ่นอำเภอสามชัย", "วินัย ๙๐ วัน: ยังไม่เป็นไปตามตัวชี้วัด ๔ เรื่อง จาก ๑๖ เรื่อง"], points[1]);
        var named = sample.Official.Under("บทสรุปผู้บริหาร").OfType<Table>().Last().Texts().ToList();
        Assert.Equal(3, named.Count);
        Assert.All(named, row => Assert.Contains(sample.Returns, r => row[1] == ThaiNumerals.ToThaiInProse(r.Narrative.Suggestions)));
    }

    [Fact]
    public void Preface_SaysHowManyReportedAndWhatStandsWhere()
    {
        var texts = BlockText.Of(sample.Official with { Sections = [new([.. sample.Official.Under("คำนำ")])] }).ToList();
        Assert.Contains(texts, t => t.Contains("ได้รับรายงานจาก ๒๒ หน่วยงาน รวม ๘๒ รายการ พร้อมบัญชีหลักฐาน ๑๕๒ รายการ", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains("ส่วนที่ ๔ บัญชีหลักฐานรอรับการตรวจประเมิน และภาคผนวก", StringComparison.Ordinal));
        Assert.Contains("พฤษภาคม ๒๕๖๗", texts);
    }

    [Fact]
    public void Certification_IsSignedByCompilerHeadAndGovernorOrWhoActsForHim()
    {
        var boxes = sample.Official.Under("หน้ารับรอง").OfType<SignatureBox>().ToList();
        Assert.Equal(["ผู้รวบรวม", "ผู้รับรอง", "ผู้ลงนาม"], boxes.Select(b => Assert.Single(b.Signers).Role));
        Assert.Equal("ผู้ว่าราชการจังหวัดกาฬสินธุ์ หรือผู้ปฏิบัติราชการแทน", boxes[^1].Signers[0].Position);
        Assert.All(boxes, b => Assert.True(b.IsDated));
    }

    [Fact]
    public void Review_BeginsWithWhatThereIsToLookAt_AndHasNoHeadingOverNothing()
    {
        var overview = sample.Internal.Under("ส่วนที่ ๕").OfType<Table>().First().Texts().ToList();
        Assert.Equal(8, overview.Count);
        Assert.Equal(["การรับรายงาน", "ได้รับ ๘๒ จาก ๙๐ รายการ ล่าช้า ๔ รายการ ยังไม่ได้รับ ๘ รายการ", "๕.๓"], overview[2]);
        Assert.Equal(["คะแนนของผู้ประเมิน", "ไม่มี", "-"], overview[6]);
        Assert.DoesNotContain(sample.Internal.Under("ส่วนที่ ๕").OfType<Heading>(), h => h.Text.Contains("คะแนนของผู้ประเมิน", StringComparison.Ordinal));
    }

    [Fact]
    public void Picture_IsNamedByTheRowThatItsEvidenceConfirms()
    {
        var unit = UnitCode.Parse("4603");
        var of = sample.Returns.Single(r => r.Unit == unit && r.Indicator.Value == "3");
        Evidence one = new(1, "ภาพ", null, "2", "ไฟล์", "รูป.jpg", null), several = one with { Number = 2, Title = "ภาพรวม", Rows = "1-2", Location = "สอง.jpg" };
        var returns = sample.Returns.Replace(of, of with { Evidence = [one, several] });
        var report = ProvinceReport.Compose(ReadSample.Rules, returns, sample.Card, Edition.Official, sample.Circumstances with
        {
            Pictures = [new(unit, "รูป.jpg", ReadSample.Picture), new(unit, "สอง.jpg", ReadSample.Picture)],
        });
        var row = of.Rows.Single(r => r.Number == 2);
        var (title, place, date) = (((TextValue)row["title"]!).Text, ((TextValue)row["place"]!).Text, ((DateValue)row["date"]!).Date);
        Assert.Equal(
            [
                $"ภาพ ข-๑ {ThaiNumerals.ToThaiInProse(title)} ณ {ThaiNumerals.ToThaiInProse(place)} วันที่ {ThaiDate.Short(date)} (ท้องถิ่นอำเภอกมลาไสย)",
                "ภาพ ข-๒ ภาพรวม (ท้องถิ่นอำเภอกมลาไสย)",
            ],
            report.Named.OfType<Figure>().Select(f => f.Caption));
    }
}
