using System.Collections.Immutable;
using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Reports.Mails;

public sealed class ClosingNoticeTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly DateTimeOffset At = new(2024, 5, 15, 17, 5, 0, TimeSpan.Zero);

    [Fact]
    public void OneUnitMissing_IsNamedWithItsIndicators()
    {
        var notice = Compose(e => e.Unit.Value != "4602", isSample: false);
        Assert.Equal("ปิดรับรายงานภายในจังหวัด 46-dla-2567: ได้รับ ๘๖ จาก ๙๐ รายการ", notice.Subject);
        Assert.Contains("เรียน ผู้ประสานงาน ฝ่ายบริหารทั่วไป", notice.Body, StringComparison.Ordinal);
        Assert.Contains("ยังขาด ๔ รายการ จาก ๑ หน่วยงาน ดังนี้\r\n๑. ท้องถิ่นอำเภอนามน ตัวชี้วัดที่ ๓, ๔, ๘ และ ๙\r\n", notice.Body, StringComparison.Ordinal);
        Assert.Contains("เมื่อวันที่ ๑๖ พฤษภาคม ๒๕๖๗ เวลา ๐๐.๐๕ น.", notice.Body, StringComparison.Ordinal);
        Assert.Contains("(4602): indicators 3, 4, 8 and 9", notice.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("4603", notice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingMissing_SaysSoAndListsNobody()
    {
        var notice = Compose(_ => true, isSample: true);
        Assert.StartsWith("ข้อมูลตัวอย่าง", notice.Subject, StringComparison.Ordinal);
        Assert.StartsWith("ข้อมูลตัวอย่าง", notice.Body, StringComparison.Ordinal);
        Assert.Contains("๙๐ รายการ จากที่ต้องส่ง ๙๐ รายการ ครบถ้วน", notice.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ยังขาด", notice.Body, StringComparison.Ordinal);
    }

    private static MailText Compose(Func<(IndicatorNumber Indicator, UnitCode Unit), bool> isIn, bool isSample) =>
        ClosingNotice.Compose(
            Rules,
            new(Rules.Expected.Where(isIn).Select(e => new ReturnHead(e.Unit, e.Indicator, 1, ContentHash.Zero)).ToImmutableArray()),
            At, isSample);
}
