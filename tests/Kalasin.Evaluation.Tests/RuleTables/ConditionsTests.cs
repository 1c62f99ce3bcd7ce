using System.Collections.Immutable;
using Kalasin.Evaluation.RuleTables;

namespace Kalasin.Evaluation.Tests.RuleTables;

/// <summary>Weighted means, and conditions of several parts, entered wholly by sheet.</summary>
public sealed class ConditionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WeightedMean_AndConditionsOfSeveralParts_AreScoredAsTheSheetSays()
    {
        var result = await ReadAsync();
        Assert.Empty(Filled.Told(result));
        var rules = AwardRules.For(result.Value!, "46");
        var unit = rules.Plan.Collector;
        ImmutableArray<Return> returns =
        [
            Of("1", Row(1, ("c1", new TextValue("งวด ๑")), ("c2", new NumberValue(4)), ("c3", new NumberValue(10))), Row(2, ("c1", new TextValue("งวด ๒")), ("c2", new NumberValue(2)), ("c3", new NumberValue(30)))),
            Of("2",
                Project(1, "เสร็จทันเวลา", "o1", true, new(2027, 9, 30), 100, 90),
                Project(2, "เสร็จช้าแต่ใช้งบครบ", "o1", true, new(2027, 10, 1), 100, 100),
                Project(3, "เสร็จช้าและใช้งบไม่ครบ", "o1", true, new(2027, 10, 1), 100, 99),
                Project(4, "งานประจำ ไม่นับ", "o2", true, new(2027, 9, 1), 100, 100)),
            Of("3", Project(1, "ก", "o1", true, new(2027, 9, 1), 1, 1), Project(2, "ข", "o2", true, new(2027, 9, 1), 1, 1), Project(3, "ค", "o1", false, new(2027, 9, 1), 1, 1)),
        ];
        var card = Assert.Single(Scorer.Score(rules, returns, rules.Plan.JudgedOn));
        Assert.Equal([2.5m, 200m / 3, 1m], card.Scores.Select(s => s.Measurement.Value!.Value));

        Return Of(string number, params ImmutableArray<RegisterRow> rows) => new(unit, IndicatorNumber.Parse(number), ReturnStatus.Reported) { Round = rules.Plan.Id, Rows = rows };
    }

    [Fact]
    public async Task BadConditions_AreFoundInTheirCells()
    {
        var told = Filled.Told(await ReadAsync(
            ("conditions", 0, "field", "ไม่มีช่องนี้"), ("conditions", 1, "value", "บางส่วน"), ("conditions", 2, "value", "วันไหนก็ได้"), ("conditions", 3, "compares", ""), ("conditions", 4, "use", ConditionTables.Meeting))).ToList();
        foreach (var expected in (string[])["KAL3206 เงื่อนไขของแถว!D5", "KAL3206 เงื่อนไขของแถว!F6", "KAL3205 เงื่อนไขของแถว!F7", "KAL3207 เงื่อนไขของแถว!E8", "KAL3206 เงื่อนไขของแถว!B9"])
            Assert.Contains(expected, told);
        // What the framework's own checks find stands in the cell that it came from: a text has no order, and a weight needs its bounds.
        Assert.Contains(Filled.Told(await ReadAsync(("conditions", 3, "field", "ชื่อ"), ("conditions", 3, "value", "ก"))), t => t.EndsWith("เงื่อนไขของแถว!D8", StringComparison.Ordinal));
        Assert.Contains(Filled.Told(await ReadAsync(("fields", 2, "most", ""))), t => t.EndsWith("ตัวชี้วัด!G5", StringComparison.Ordinal));
        // A percentage of rows that meet conditions has some.
        Assert.Contains("KAL3207 ตัวชี้วัด!E6", Filled.Told(await ReadAsync(("conditions", 1, "number", "๓"), ("conditions", 2, "number", "๓"), ("conditions", 3, "number", "๓"),
            ("conditions", 1, "use", ConditionTables.Counting), ("conditions", 2, "use", ConditionTables.Counting), ("conditions", 3, "use", ConditionTables.Counting))));
    }

    private static RegisterRow Row(int number, params (string Column, CellValue Value)[] values) =>
        new(number, ValuesById.Of(values.Select(v => KeyValuePair.Create(v.Column, v.Value))));

    private static RegisterRow Project(int number, string name, string kind, bool isDone, DateOnly day, decimal budget, decimal used) => Row(
        number, ("c1", new TextValue(name)), ("c2", new ChoiceValue(kind)), ("c3", new FlagValue(isDone)), ("c4", new DateValue(day)), ("c5", new NumberValue(budget)), ("c6", new NumberValue(used)));

    private static async Task<RulesResult<Framework>> ReadAsync(params (string Table, int Row, string Column, string Text)[] cells) =>
        await FrameworkSheet.ReadAsync(await Filled.Of(Tables, cells), Token);

    private static ImmutableArray<RuleTable> Tables { get; } =
    [
        .. FrameworkTables.Template.Select(t => t with
        {
            Rows = t.Id switch
            {
                "indicators" => Rows(
                    $"๑|ความพึงพอใจ|พึงพอใจ|1|{FrameworkTables.Weighted}|คะแนน|ผู้ตอบ||คะแนน|งวด|{AnnexScale.Interpolated}|||||",
                    $"๒|โครงการที่แล้วเสร็จ|แล้วเสร็จ|1|{FrameworkTables.Conditions}||||ร้อยละ|โครงการ|{AnnexScale.Interpolated}|||||",
                    $"๓|จำนวนโครงการ|โครงการ|1|{FrameworkTables.Count}||||โครงการ|โครงการ|{AnnexScale.Stepped}|||||"),
                "fields" => Rows([
                    "๑|งวด|ข้อความ|ใช่||||ใช่", "๑|คะแนน|จำนวน|ใช่||0|5|", "๑|ผู้ตอบ|จำนวน|ใช่||0|1000|",
                    .. ((string[])["๒", "๓"]).SelectMany(i => (string[])[
                        $"{i}|ชื่อ|ข้อความ|ใช่||||ใช่", $"{i}|ประเภท|ตัวเลือก|ใช่|โครงการ / งานประจำ|||", $"{i}|แล้วเสร็จ|ใช่-ไม่|ใช่||||", $"{i}|วันเสร็จ|วันที่|||||",
                        $"{i}|งบ|จำนวน|||0||", $"{i}|งบที่ใช้|จำนวน|||0||"])]),
                "levels" => Rows("๑|0|0|", "๑|5|5|", "๒|0|0|", "๒|5|100|", "๓|0||", "๓|5|1|"),
                "conditions" => Rows(
                    $"๒|{ConditionTables.Counting}||ประเภท|คือ|โครงการ", $"๒|{ConditionTables.Meeting}|1|แล้วเสร็จ|คือ|ใช่", $"๒|{ConditionTables.Meeting}|1|วันเสร็จ|ไม่เกิน|๓๐ กันยายน ๒๕๗๐",
                    $"๒|{ConditionTables.Meeting}|2|งบที่ใช้|ตั้งแต่|งบ", $"๓|{ConditionTables.Counting}||ประเภท|ไม่ใช่|งานประจำ", $"๓|{ConditionTables.Counting}||แล้วเสร็จ|คือ|ใช่"),
                _ => t.Rows,
            },
        }),
    ];

    private static ImmutableArray<ImmutableArray<string>> Rows(params IEnumerable<string> rows) => [.. rows.Select(r => r.Split('|').ToImmutableArray())];
}
