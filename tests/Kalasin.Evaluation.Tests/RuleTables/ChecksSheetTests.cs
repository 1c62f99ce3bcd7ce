using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.RuleTables;

namespace Kalasin.Evaluation.Tests.RuleTables;

/// <summary>Checks of values beside each other, lists, denominators and legal periods, entered wholly by sheet.</summary>
public sealed class ChecksSheetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ChecksListsPopulationsAndPeriods_AreWhatTheSheetSays()
    {
        var result = await ReadAsync(("checks", 3, "at", "")); // told where its first condition looks
        Assert.Empty(Filled.Told(result));
        var (markets, summary) = (result.Value!.Indicators[0], result.Value.Indicators[1]);
        Assert.Equal(["ตลาด"], result.Value.Lists.Select(l => l.Name.Thai));
        Assert.Equal(("list-1", "c1"), (markets.Register.Columns[0].List, markets.Register.Prefill));
        Assert.Equal("c1", Assert.IsType<PercentageMeasure>(markets.Measure).Listed!.Key);
        Assert.Equal(
            new Within(new ColumnOperand("c2"), new ColumnOperand("c3"), null, HolidayRule.Extend) { WorkingDays = 15, CountsFirstDay = true },
            ((PercentageMeasure)markets.Measure).Meets);
        Assert.Equal(new OverdueAfter(new ColumnOperand("c2")) { Months = 3 }, ((PercentageMeasure)markets.Measure).Due);
        var checks = markets.Register.Checks;
        Assert.Equal([(Severity.Error, "c3", "ตรวจเสร็จก่อนวันรับ"), (Severity.Warning, "c3", "เสร็จแต่ไม่มีวันเสร็จ")], checks.Select(c => (c.Severity, c.Column, c.Message.Thai)));
        Assert.Equal(new Before(new ColumnOperand("c3"), new ColumnOperand("c2")), checks[0].Violated);
        Assert.Equal(2, Assert.IsType<AllOf>(checks[1].Violated).Of.Length);
        var fact = Assert.Single(summary.Register.FactChecks);
        Assert.Equal(("fact-1", new Before(new FactOperand("fact-1"), new ColumnOperand("c2"))), (fact.Fact, fact.Violated));
        Assert.Equal(["ลงนาม", "รับทราบ"], summary.Register.Facts[1].Options.Select(o => o.Text.Thai));
        Assert.Equal([AuthorityKind.Subdistrict, AuthorityKind.Sao], Assert.IsType<PercentageMeasure>(summary.Measure).Population!.Kinds);
    }

    /// <summary>What was typed goes out again as it was typed: the same rows, and no detail of them.</summary>
    [Fact]
    public async Task WhatWasTyped_GoesOutAgainOnItsSheets()
    {
        var tables = FrameworkRows.Of((await ReadAsync()).Value!).Value!.Tables;
        foreach (var id in (string[])["conditions", "checks", "facts", "lists", "populations"])
            Assert.Equal(Lines(Tables.Single(t => t.Id == id)), Lines(tables.Single(t => t.Id == id)));
        Assert.DoesNotContain(tables.Single(t => t.Id == ExtraTables.Details).Rows, r => r[1].Contains("/measure/meets", StringComparison.Ordinal) || r[1].Contains("/register/", StringComparison.Ordinal));

        static IEnumerable<string> Lines(RuleTable table) => table.Rows.Select(r => ThaiNumerals.ToArabic(string.Join('|', r).Trim('|')).Replace(" / ", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WrongCells_AreFoundInTheirPlaces()
    {
        var told = Filled.Told(await ReadAsync(
            ("fields", 0, "list", "โรงเรียน"), ("conditions", 0, "length", ""), ("conditions", 1, "unit", "สัปดาห์"), ("checks", 0, "at", "ไม่มีช่องนี้"), ("checks", 1, "severity", "หนักมาก"), ("checks", 3, "remedy", ""),
            ("populations", 1, "kinds", "สุขาภิบาล"), ("facts", 0, "type", ""))).ToList();
        string[] expected =
        [
            "KAL3216 ช่องข้อมูล!I5", "KAL3207 เงื่อนไขของแถว!G5", "KAL3206 เงื่อนไขของแถว!H6", "KAL3206 ตรวจค่าที่กรอก!J5", "KAL3206 ตรวจค่าที่กรอก!K6", "KAL3207 ตรวจค่าที่กรอก!M8", "KAL3206 ตัวหารของร้อยละ!E6",
            "KAL3207 ช่องที่กรอกครั้งเดียว!C5",
        ];
        Assert.All(expected, e => Assert.Contains(e, told));
        // What the framework's own checks find stands in the cell that it came from: a period is at least a day long, a text has no order.
        Assert.Contains(Filled.Told(await ReadAsync(("conditions", 0, "length", "0"))), t => t.EndsWith("เงื่อนไขของแถว!G5", StringComparison.Ordinal));
        Assert.Contains(Filled.Told(await ReadAsync(("checks", 0, "field", "ตลาด"), ("checks", 0, "at", "วันเสร็จ"))), t => t.EndsWith("ตรวจค่าที่กรอก!C5", StringComparison.Ordinal));
    }

    /// <summary>A workbook of before there were lists and periods, which lacks their columns, says what it said.</summary>
    [Fact]
    public async Task WorkbookWithoutTheNewColumns_IsRead()
    {
        var before = FrameworkTables.Template.Select(t => t with { Columns = [.. t.Columns.Where(c => !c.IsOptional)] })
            .Select(t => t with { Rows = [.. t.Rows.Select(r => r[..t.Columns.Length])] }).ToImmutableArray();
        var result = await FrameworkSheet.ReadAsync(await Filled.Of(before), Token);
        Assert.Empty(Filled.Told(result));
        Assert.NotNull(result.Value);
    }

    private static async Task<RulesResult<Framework>> ReadAsync(params (string Table, int Row, string Column, string Text)[] cells) => await FrameworkSheet.ReadAsync(await Filled.Of(Tables, cells), Token);

    private static ImmutableArray<RuleTable> Tables { get; } =
    [
        .. FrameworkTables.Template.Select(t => t with
        {
            Rows = t.Id switch
            {
                "indicators" => Rows($"๑|ตลาดที่ตรวจทันเวลา|ตลาด|1|{FrameworkTables.Conditions}||||ร้อยละ|ตลาด|{AnnexScale.Interpolated}|||||", $"๒|อปท. ที่รายงาน|รายงาน|1|{FrameworkTables.Yes}|ส่งแล้ว|||ร้อยละ|แห่ง|{AnnexScale.Interpolated}|||||"),
                "fields" => Rows("๑|ตลาด|ตัวเลือก|ใช่||||ใช่|ตลาด|ใช่", "๑|วันรับ|วันที่|ใช่||||", "๑|วันเสร็จ|วันที่|||||", "๑|เสร็จ|ใช่-ไม่|||||", "๒|แห่ง|อปท.|ใช่||||ใช่", "๒|วันส่ง|วันที่|||||", "๒|ส่งแล้ว|ใช่-ไม่|ใช่||||"),
                "levels" => Rows("๑|0|0|", "๑|5|100|", "๒|0|0|", "๒|5|100|"),
                "conditions" => Rows($"๑|{ConditionTables.Meeting}||วันเสร็จ|ภายใน|วันรับ|๑๕|วันทำการ|ใช่|ใช่", $"๑|{ConditionTables.Due}||วันรับ|พ้นกำหนด||3|เดือน||"),
                "checks" => Rows("๑||วันเสร็จ|ก่อน|วันรับ|||||วันเสร็จ|ไม่ให้นับ|ตรวจเสร็จก่อนวันรับ|ตรวจวันที่", "๑||เสร็จ|คือ|ใช่|||||วันเสร็จ|แจ้งเตือน|เสร็จแต่ไม่มีวันเสร็จ|กรอกวันเสร็จ", "๑||วันเสร็จ|เว้นว่าง",
                    "๒||วันเสนอ|ก่อน|วันส่ง|||||วันเสนอ|แจ้งเตือน|เสนอก่อนได้รับรายงาน|ตรวจวันเสนอ"),
                "facts" => Rows("๒|วันเสนอ|วันที่|", "๒|ผล|ตัวเลือก|ลงนาม / รับทราบ"),
                "lists" => Rows("ตลาด"),
                "populations" => Rows($"๑|{ExtraTables.Wholes[1]}|ตลาด||", $"๒|{ExtraTables.Wholes[0]}|แห่ง|๑ ตุลาคม ๒๕๖๙|เทศบาลตำบล\nองค์การบริหารส่วนตำบล"),
                _ => t.Rows,
            },
        }),
    ];

    private static ImmutableArray<ImmutableArray<string>> Rows(params IEnumerable<string> rows) => [.. rows.Select(r => r.Split('|').ToImmutableArray())];
}
