using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Pairs of rows of two units that may be one thing: proposed with why, never counted otherwise for it.</summary>
public sealed class NearDuplicateTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly IndicatorNumber Third = IndicatorNumber.Parse("3");
    private static readonly DateOnly Day = new(2024, 1, 15);

    [Theory]
    [InlineData("ประชุมคณะกรรมการพนักงานเทศบาล", "ศาลากลางจังหวัดแพร่", 0, "ประชุมคณะกรรมการพนักงานเทศบาล", "ศาลากลาง จ.แพร่", "เขียนต่างกัน “ศาลากลางจังหวัดแพร่” กับ “ศาลากลาง จ.แพร่”")]
    [InlineData("ประชุมคณะทำงานศูนย์ฯ", "ที่ว่าการอำเภอนามน", 0, "การประชุมคณะทำงานศูนย์ฯ", "ที่ว่าการ อ.นามน", "เขียนต่างกัน")]
    [InlineData("ประชุมคณะกรรมการฯ", "ห้องประชุม ๑", 0, "ประชุมคณะกรรมการพนักงานส่วนตำบล", "ห้องประชุม ๑", "เขียนต่างกัน “ประชุมคณะกรรมการฯ” กับ “ประชุมคณะกรรมการพนักงานส่วนตำบล”")]
    [InlineData("อบรมการจัดทำแผนพัฒนาท้องถิ่น", "", 0, "อบรมการจัดทำแผนพัฒนาท้องถิ่น", "อบต.ยอดแกง", "เว้นว่างในแถวหนึ่ง")]
    [InlineData("ตรวจเยี่ยมศูนย์พัฒนาเด็กเล็ก", "ทต.นามน", 1, "ตรวจเยี่ยมศูนย์พัฒนาเด็กเล็ก", "ทต.นามน", "ต่างกัน ๑ วัน")]
    [InlineData("ตรวจเยี่ยมศูนย์พัฒนาเด็กเล็ก", "ทต.นามน", -1, "ตรวจเยี่ยมศูนย์พัฒนาเด็กเล็ก", "เทศบาลตำบลนามน", "ต่างกัน ๑ วัน")]
    [InlineData("โครงการอบรมผู้นำชุมชน ปี ๒๕๖๗", "อบต.ยอดแกง", 0, "อบรมผู้นำชุมชน ปี 2567", "องค์การบริหารส่วนตำบลยอดแกง", "เขียนต่างกัน")]
    [InlineData("ประชุมชี้แจงแนวทาง", "หอประชุมอำเภอ", 0, "ประชุมชี้แจงแนวทาา", "หอประชุมอำเภอ", "เขียนต่างกัน")]
    [InlineData("ประชุมชี้แจงแนวทาง", "หอประชุมอำเภอ", 2, "ประชุมชี้แจงแนวทาง", "หอประชุมอำเภอ", null)]
    [InlineData("ประชุมชี้แจงแนวทาง", "หอประชุมอำเภอ", 0, "ประชุมชี้แจงแนวทาง", "ศาลาประชาคมเขาวง", null)]
    [InlineData("ประชุมครั้งที่ ๑", "หอประชุมอำเภอ", 0, "ประชุมครั้งที่ ๒", "หอประชุมอำเภอ", null)]
    [InlineData("อบรมครู", "อบต.นามน", 0, "อบรมครู", "ทต.นามน", null)]
    [InlineData("ประชุม ก.ท.จ.กาฬสินธุ์", "ศาลากลาง", 0, "ประชุม ก.อบต.จังหวัด", "ศาลากลาง", null)]
    public void Pair_IsProposedWithWhy_OrNot(string title, string place, int daysLater, string otherTitle, string otherPlace, string? why)
    {
        var found = Search([Row("4601", 1, Day, title, place), Row("4602", 1, Day.AddDays(daysLater), otherTitle, otherPlace)]).Found;
        if (why is null) Assert.Empty(found);
        else
        {
            var pair = Assert.Single(found);
            Assert.Equal(("4601", "4602"), (pair.First.Unit.Value, pair.Second.Unit.Value));
            Assert.Contains(why, pair.Why.Thai, StringComparison.Ordinal);
            Assert.NotEmpty(pair.Why.English);
        }
    }

    [Fact]
    public void SameWords_OrSameUnit_OrJudged_AreNotProposed()
    {
        var (a, b) = (Row("4601", 1, Day, "ประชุมชี้แจงแนวทาง", "ศาลากลาง จ.แพร่"), Row("4602", 1, Day, "ประชุมชี้แจงแนวทาง", "ศาลากลางจังหวัดแพร่"));
        Assert.Empty(Search([a, a with { Unit = UnitCode.Parse("4602") }]).Found);
        Assert.Empty(Search([a, b with { Unit = a.Unit }]).Found);
        Assert.Empty(Search([a, b], (_, _) => true).Found);
        Assert.Single(Search([a, b]).Found);
    }

    /// <summary>Whatever order the rows come in, and whichever unit has which, the same pairs are proposed.</summary>
    [Fact]
    public void Proposals_AreTheSameInAnyOrder_AndBothWaysRound()
    {
        string[] titles = ["ประชุมชี้แจงแนวทาง", "การประชุมชี้แจงแนวทาง", "ประชุมชี้แจงฯ", "อบรมผู้นำชุมชน"], places = ["ศาลากลางจังหวัดแพร่", "ศาลากลาง จ.แพร่", "", "หอประชุม"];
        var random = new Random(5);
        for (var run = 0; run < 60; run++)
        {
            var rows = Enumerable.Range(0, 14).Select(i => Row(
                $"46{random.Next(1, 19):00}", i + 1, Day.AddDays(random.Next(3)), titles[random.Next(titles.Length)], places[random.Next(places.Length)])).ToList();
            var expected = Pairs(Search(rows));
            Assert.Equal(expected, Pairs(Search([.. rows.OrderBy(_ => random.Next())])));
            // The units' names say nothing: where two rows are exchanged, the pair stays a pair.
            foreach (var (first, second) in Search(rows).Found.Select(f => (f.First, f.Second)))
                Assert.Single(Search([new(first.Unit, second.Row), new(second.Unit, first.Row)]).Found);
        }

        static List<string> Pairs(NearDuplicates search) => [.. search.Found.Select(f => $"{f.First.Unit}/{f.First.Row.Number} {f.Second.Unit}/{f.Second.Row.Number} {f.Why.Thai}")];
    }

    /// <summary>Pairs stand by their first row and then by their second, in the plan's order, however many texts they were found by.</summary>
    [Fact]
    public void Pairs_StandByTheirFirstRow_ThenByTheirSecond()
    {
        var found = Search(
        [
            Row("4603", 1, Day, "ประชุมชี้แจงแนวทาง", "ศาลากลางจังหวัดแพร่"), Row("4601", 2, Day.AddDays(1), "การประชุมชี้แจงแนวทาง", "ศาลากลาง จ.แพร่"),
            Row("4602", 1, Day, "ประชุมชี้แจงแนวทาง", "ศาลากลาง จ.แพร่"), Row("4601", 1, Day, "การประชุมชี้แจงแนวทาง", "ศาลากลาง จ.แพร่"),
        ]).Found;
        Assert.Equal(
            ["4601/1 4602/1", "4601/1 4603/1", "4601/2 4602/1", "4602/1 4603/1"],
            found.Select(f => $"{f.First.Unit}/{f.First.Row.Number} {f.Second.Unit}/{f.Second.Row.Number}"));
    }

    /// <summary>What neither says is no difference; one blank is, two are too many; who gives no day is compared with every day.</summary>
    [Theory]
    [InlineData(true, "หอประชุมอำเภอ", true, "หอประชุม อ.นามน", null)]
    [InlineData(true, "", true, "", null)]
    [InlineData(true, "", true, "หอประชุมอำเภอ", "สถานที่/อำเภอเว้นว่างในแถวหนึ่ง | Place or district is blank in one of them")]
    [InlineData(false, "หอประชุมอำเภอ", true, "หอประชุมอำเภอ", "วันที่เว้นว่างในแถวหนึ่ง | Date is blank in one of them")]
    [InlineData(false, "", true, "หอประชุมอำเภอ", null)]
    public void Blank_IsADifferenceWhereOneHasIt(bool day, string place, bool otherDay, string otherPlace, string? why)
    {
        const string Title = "ประชุมชี้แจงแนวทาง";
        var found = Search([Row("4601", 1, day ? Day : null, Title, place), Row("4602", 1, otherDay ? Day : null, Title, otherPlace)]).Found;
        Assert.Equal(why is null ? [] : [why], found.Select(f => $"{f.Why.Thai} | {f.Why.English}"));
    }

    /// <summary>Counted work and not time: a register of 99,000 rows, all on few days and half of them with one title, is compared some two dozen times for each row and text.</summary>
    [Fact]
    public void Work_GrowsWithTheRows_NotWithTheirSquare()
    {
        long Work(int rows) => Search(
        [
            .. Enumerable.Range(0, rows).Select(i => Row($"46{1 + i % 18:00}", i + 1, Day.AddDays(i % 5), i % 2 == 0 ? "ประชุมชี้แจงแนวทาง" : $"อบรมรุ่นที่หมายเลข {i}", i % 3 == 0 ? "" : $"หมู่บ้านที่ {i % 50}")),
        ]).Compared;
        Assert.InRange(Work(99_000), 1, 99_000L * 24 * 2);
        Assert.InRange(Work(99_000), 0, 12 * Work(9_900));
    }

    private static RowReference Row(string unit, int number, DateOnly? day, string title, string place)
    {
        var values = new Dictionary<string, CellValue>(StringComparer.Ordinal);
        if (day is { } on) values.Add("date", new DateValue(on));
        if (title.Length > 0) values.Add("title", new TextValue(title));
        if (place.Length > 0) values.Add("place", new TextValue(place));
        return new(UnitCode.Parse(unit), new(number, ValuesById.Of(values)));
    }

    private static NearDuplicates Search(IEnumerable<RowReference> rows, Func<RowReference, RowReference, bool>? isSettled = null)
    {
        var measured = new Measurement(MeasurementState.Measured, 0, "", "", "") { Counted = [.. rows] };
        return NearDuplicates.Of(Rules, Third, measured, isSettled ?? ((_, _) => false));
    }
}
