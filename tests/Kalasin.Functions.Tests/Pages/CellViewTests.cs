using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Pages;

namespace Kalasin.Functions.Tests.Pages;

public sealed class CellViewTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    [Theory]
    [InlineData(ReturnStatus.Reported, 0, 0, "ok", "ได้รับ ฉบับที่ ๒", "received, version 2")]
    [InlineData(ReturnStatus.Nil, 0, 0, "nil", "รายงานว่าไม่มีเรื่อง ฉบับที่ ๒", "nil return, version 2")]
    [InlineData(ReturnStatus.InProgress, 0, 0, "part", "อยู่ระหว่างดำเนินการ ฉบับที่ ๒", "in progress, version 2")]
    [InlineData(ReturnStatus.Reported, 3, 0, "late", "ได้รับ ฉบับที่ ๒, ล่าช้า ๓ วัน", "received, version 2, 3 days late")]
    [InlineData(ReturnStatus.Nil, 1, 0, "nil late", "รายงานว่าไม่มีเรื่อง ฉบับที่ ๒, ล่าช้า ๑ วัน", "nil return, version 2, 1 day late")]
    [InlineData(ReturnStatus.Reported, 0, 1, "mend", "ได้รับ ฉบับที่ ๒, รอแก้ไข ๑ แถว", "received, version 2, 1 row waits for correction")]
    [InlineData(
        ReturnStatus.Reported, 2, 5, "late mend", "ได้รับ ฉบับที่ ๒, ล่าช้า ๒ วัน, รอแก้ไข ๕ แถว",
        "received, version 2, 2 days late, 5 rows wait for correction")]
    public void Received_SaysEverythingInSymbolsAndWords(ReturnStatus status, int daysLate, int faultyRows, string icons, string thai, string english)
    {
        var received = BangkokTime.At(Rules.Plan.InternalDeadline.Date.AddDays(daysLate), new(9, 0));
        var version = new ReturnVersion(2, new(1), received, status, default, faultyRows, Actor.Local);
        var cell = new CellView(Rules.Framework.Indicators[2], Cell(version, Lateness.Of(received, Rules.Plan.InternalDeadline)));
        Assert.Equal((icons, thai, english), (string.Join(' ', cell.Icons), cell.Words.Thai, cell.Words.English));
        Assert.Equal(icons.Split(' ')[^1], cell.Tone);
    }

    [Fact]
    public void Missing_SaysSo()
    {
        var cell = new CellView(Rules.Framework.Indicators[2], Cell(null, null));
        Assert.Equal(("missing", "ยังขาด", "i3"), (Assert.Single(cell.Icons), cell.Words.Thai, cell.Anchor));
        Assert.True(cell.IsMissing);
    }

    [Fact]
    public void Excused_IsNotMissing()
    {
        var cell = new CellView(Rules.Framework.Indicators[2], Cell(null, null) with { IsExcused = true });
        Assert.Equal(("nil", "ได้รับยกเว้น", "excused"), (Assert.Single(cell.Icons), cell.Words.Thai, cell.Words.English));
        Assert.False(cell.IsMissing);
    }

    private static StatusCell Cell(ReturnVersion? version, Lateness? lateness) => new(UnitCode.Parse("4602"), Rules.Framework.Indicators[2].Number, version, lateness);
}
