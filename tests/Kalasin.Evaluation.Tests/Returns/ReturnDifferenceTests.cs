using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Tests.Returns;

public sealed class ReturnDifferenceTests
{
    private static readonly Return Earlier = new(UnitCode.Parse("4602"), IndicatorNumber.Parse("3"), ReturnStatus.Reported)
    {
        DataAsOf = new(2024, 5, 1),
        Facts = Values(("visitors", new NumberValue(10)), ("gone", new TextValue("x"))),
        Rows = [Row(1, "ประชุม"), Row(2, "ประชุม"), Row(3, "อบรม")],
        Narrative = Narrative.Empty with { Obstacles = "ไม่มี" },
        Evidence = [new(1, "ภาพถ่าย", null, null, null, null, null), new(2, "คำสั่ง", null, null, null, null, null)],
    };

    [Fact]
    public void Between_TheSameWithRowsAndEvidenceMoved_IsNone() => Assert.True(ReturnDifference.Between(Earlier, Earlier with
    {
        Rows = [Row(1, "อบรม"), Row(2, "ประชุม"), Row(3, "ประชุม")],
        Evidence = [Earlier.Evidence[1] with { Number = 1 }, Earlier.Evidence[0] with { Number = 2 }],
    }).IsNone);

    [Fact]
    public void Between_Rows_CountsThoseThatSayTheSameOneByOne()
    {
        var difference = ReturnDifference.Between(Earlier, Earlier with { Rows = [Row(1, "ประชุม"), Row(2, "อบรม"), Row(3, "อบรม"), Row(4, "นิทรรศการ")] });
        Assert.Equal([3, 4], difference.RowsAdded.Select(r => r.Number));
        Assert.Equal([2], difference.RowsGone.Select(r => r.Number));
        Assert.Empty(difference.Changes);
    }

    [Fact]
    public void Between_EverythingElse_NamesPlacesWithWhatTheySaid()
    {
        var difference = ReturnDifference.Between(Earlier, Earlier with
        {
            Status = ReturnStatus.InProgress,
            DataAsOf = null,
            Facts = Values(("visitors", new NumberValue(12)), ("new", new FlagValue(true))),
            Narrative = Narrative.Empty with { Results = "ดี", Obstacles = "ไม่มี" },
            Evidence = [Earlier.Evidence[0], new(2, "คำสั่งใหม่", null, null, null, null, null)],
        });
        Assert.Equal(
        [
            new("/dataAsOf", new DateValue(new(2024, 5, 1)), null),
            new("/facts/gone", new TextValue("x"), null),
            new("/facts/new", null, new FlagValue(true)),
            new("/facts/visitors", new NumberValue(10), new NumberValue(12)),
            new("/narrative/results", null, new TextValue("ดี")),
            new("/status", new ChoiceValue("reported"), new ChoiceValue("inProgress")),
        ], difference.Changes);
        Assert.Equal("คำสั่งใหม่", Assert.Single(difference.EvidenceAdded).Title);
        Assert.Equal("คำสั่ง", Assert.Single(difference.EvidenceGone).Title);
        Assert.False(difference.IsNone);
    }

    [Fact]
    public void Between_NilReason_IsAPlaceToo() => Assert.Equal(
        [new("/nilReason", null, new TextValue("ไม่มีเรื่อง")), new("/status", new ChoiceValue("reported"), new ChoiceValue("nil"))],
        ReturnDifference.Between(Earlier, Earlier with { Status = ReturnStatus.Nil, NilReason = "ไม่มีเรื่อง" }).Changes);

    private static RegisterRow Row(int number, string title) => new(number, Values(("title", new TextValue(title))));

    private static ValuesById Values(params ReadOnlySpan<(string Id, CellValue Value)> values)
    {
        var all = new Dictionary<string, CellValue>(StringComparer.Ordinal);
        foreach (var (id, value) in values) all.Add(id, value);
        return ValuesById.Of(all);
    }
}
