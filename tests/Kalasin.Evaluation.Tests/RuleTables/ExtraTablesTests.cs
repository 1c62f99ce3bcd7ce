using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.RuleTables;
using Kalasin.Evaluation.Tests.Samples;

namespace Kalasin.Evaluation.Tests.RuleTables;

/// <summary>An award with groups, classes, a bonus, a penalty, a veto and tie-breaks, entered wholly by sheet.</summary>
public sealed class ExtraTablesTests
{
    private static readonly ExampleAward Award = new("hospital-2568");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The example of another ministry, filled in on the sheet: what entrants report comes to the same totals as by its JSON.</summary>
    [Fact]
    public async Task AwardEnteredBySheet_ScoresAsByItsJson()
    {
        var framework = await EnteredAsync();
        Assert.Equal([IndicatorRole.Bonus, IndicatorRole.Penalty], framework.Indicators.Select(i => i.Role).OfType<IndicatorRole>());
        Assert.Equal([.. Award.Rules.Framework.Groups.Select(g => string.Join(' ', g.Indicators))], framework.Groups.Select(g => string.Join(' ', g.Indicators)));
        Assert.Equal([typeof(PenaltyResult), typeof(CompletionDay)], framework.Ranking!.TieBreaks.Select(t => t.By.GetType()));
        var rules = AwardRules.Of(framework, Plan()).Value!;
        var files = Award.Expected.Keys.Select(entrant => SourceFile.FromBytes($"{entrant}.json", Sent(entrant)));
        var read = await ReturnReader.ReadAsync(rules, files, IntakeLimits.Default, Token);
        Assert.DoesNotContain(read.Findings, f => f.Severity == Severity.Error);
        var cards = Scorer.Score(rules, read.Returns, rules.Plan.JudgedOn).ToDictionary(c => c.Entrant);
        foreach (var (entrant, (total, barred)) in Award.Expected)
        {
            ExampleAward.Same(total, cards[entrant].Total);
            Assert.Equal(barred, cards[entrant].IsBarred);
        }
    }

    [Fact]
    public async Task JudgesSelfScoreEvidenceAndEntry_AreEnteredToo()
    {
        var framework = Read(await ReadAsync(Tables(), ("fields", 0, "key", "ใช่"), ("fields", 7, "key", "ใช่"), ("indicators", 2, "measure", FrameworkTables.Average), ("fields", 8, "least", "0"), ("fields", 8, "most", "100"),
            ("each", 0, "judge", "รายการ"), ("each", 0, "lowest", "1"), ("each", 0, "highest", "1"), ("each", 2, "number", "2"), ("each", 2, "self", "ใช่"), ("each", 2, "proof", ExtraTables.EachRow),
            ("sum", 5, "value", "screening-2568"), ("sum", 6, "value", "๓"), ("sum", 4, "value", "ใช่")));
        var judged = (AverageMeasure)framework.Indicators[2].Measure;
        Assert.Equal(("c1", "c2", new Trim(1, 1)), (judged.Judge, judged.Column, judged.Trim));
        Assert.Equal(("self-score", EvidenceNeed.Row), (framework.Indicators[1].SelfScore, framework.Indicators[1].NeedsEvidence!.Needs));
        var rules = AwardRules.Of(framework, Plan()).Value!;
        var returned = """[{ "unit": "HOSP1", "indicator": "2", "status": "reported", "facts": { "self-score": 4.5 }, "rows": [{ "c1": "งวด ๑", "c2": 8, "c3": 10 }] }]""";
        var read = await ReturnReader.ReadAsync(rules, [SourceFile.FromBytes("a.json", Encoding.UTF8.GetBytes(returned))], IntakeLimits.Default, Token);
        Assert.Contains(read.Findings, f => f.Code == "KAL2055" && f.Message.English.Contains("4.5 of 5", StringComparison.Ordinal));
        Assert.Equal(("screening-2568", (int?)3, true), (framework.Entry!.Framework.Value, framework.Entry.Top, framework.Ranking!.TScores));
    }

    [Fact]
    public async Task BadCells_AreFoundInTheirPlaces()
    {
        var result = await ReadAsync(Tables(), ("each", 0, "number", "9"), ("groups", 0, "indicators", "๑ ๘"), ("classLevels", 0, "option", "ขนาดกลาง"), ("requirements", 0, "value", ""), ("requirements", 1, "of", ExtraTables.OfGroup), ("requirements", 1, "which", "ไม่มี"),
            ("order", 0, "by", "ดวง"));
        Assert.Null(result.Value);
        string[] expected =
        [
            "KAL3208 เพิ่มเติมรายตัวชี้วัด!A5", "KAL3208 ด้าน!B5", "KAL3206 ระดับคะแนนรายกลุ่ม!B5", "KAL3207 เงื่อนไขที่ต้องผ่าน!D5", "KAL3206 เงื่อนไขที่ต้องผ่าน!B6", "KAL3206 ตัดสินคะแนนเท่ากัน!A5",
        ];
        Assert.All(expected, e => Assert.Contains(e, Filled.Told(result)));
        // What the framework's own checks find stands in the cell that it came from.
        Assert.Contains("KAL3067 ด้าน!A6", Filled.Told(await ReadAsync(Tables(), ("groups", 0, "weight", "60"))));
    }

    /// <summary>However long a list is that somebody pasted, no more of it is taken than can be right, and a few faults are told.</summary>
    [Theory]
    [InlineData(100, 1)]
    [InlineData(1, 0)]
    public async Task GroupOfHundredsOfNumbers_IsRefusedWithAFewFindings(int first, int step)
    {
        var result = await ReadAsync(Tables(), ("groups", 0, "indicators", string.Join(',', Enumerable.Range(0, 800).Select(i => first + (i * step)))));
        Assert.Null(result.Value);
        Assert.InRange(result.Findings.Length, 1, 20);
    }

    [Fact]
    public async Task SheetsThatWereTakenOut_SayNothing()
    {
        var four = FrameworkTables.Template.Where(t => !t.IsOptional).ToImmutableArray();
        Assert.Equal(4, four.Length);
        Assert.Empty((await FrameworkSheet.ReadAsync(await Filled.Of(four), Token)).Findings);
    }

    /// <summary>The plan's sheet asks for the class of each unit where thresholds depend on it.</summary>
    [Fact]
    public async Task Plan_SaysWhichClassAUnitIsOf()
    {
        var rules = Award.Rules;
        var tables = PlanTables.TablesOf(rules.Plan, rules.Framework);
        var units = tables.Single(t => t.Id == "units");
        var (column, before) = (units.Columns[^1].Id, units.Rows[1][^1]);
        var other = before == "ขนาดใหญ่" ? "ขนาดเล็ก" : "ขนาดใหญ่";
        var result = await PlanSheet.ReadAsync(rules, await Filled.Of(tables, ("units", 1, column, other)), Token);
        Assert.Empty(Filled.Told(result));
        Assert.Equal(other == "ขนาดใหญ่" ? "large" : "small", result.Value!.Units[1].Classes.Single().Is);
        Assert.Equal(rules.Plan.Units.Select(u => u.Classes.Length), result.Value.Units.Select(u => u.Classes.Length));
        Assert.Contains("KAL3206 หน่วยงาน!G6", Filled.Told(await PlanSheet.ReadAsync(rules, await Filled.Of(tables, ("units", 1, column, "กลาง")), Token)));
    }

    private static Framework Read(RulesResult<Framework> result)
    {
        Assert.Empty(Filled.Told(result));
        return result.Value!;
    }

    private static async Task<Framework> EnteredAsync() => Read(await ReadAsync(Tables()));

    private static async Task<RulesResult<Framework>> ReadAsync(ImmutableArray<RuleTable> tables, params (string Table, int Row, string Column, string Text)[] cells) =>
        await FrameworkSheet.ReadAsync(await Filled.Of(tables, cells), Token);

    private static ImmutableArray<RuleTable> Tables() =>
    [
        .. FrameworkTables.Template.Select(t => t with
        {
            Rows = t.Id switch
            {
                "about" => [.. t.Rows.Select(r => r.SetItem(1, About(r[0], r[1])))],
                "indicators" => Rows(
                    "๑|ตอบทันเวลา|ตอบ|" + WeightOf("1") + "|" + FrameworkTables.Ratio + "|ที่เข้าเกณฑ์|ทั้งหมด||ร้อยละ|งวด|" + AnnexScale.Interpolated + "|||||",
                    "๒|ความพึงพอใจ|พึงพอใจ|" + WeightOf("2") + "|" + FrameworkTables.Ratio + "|ที่เข้าเกณฑ์|ทั้งหมด||ร้อยละ|งวด|" + AnnexScale.Stepped + "|||||",
                    "๓|นวัตกรรม|นวัตกรรม|" + WeightOf("3") + "|" + FrameworkTables.Sum + "|จำนวน|||เรื่อง|รายการ|" + AnnexScale.Stepped + "|||||",
                    "๔|เรื่องร้องเรียน|ร้องเรียน|" + WeightOf("4") + "|" + FrameworkTables.Sum + "|จำนวน|||เรื่อง|รายการ|" + AnnexScale.Banded + "|||||"),
                "fields" => Rows(
                    "๑|งวด|ข้อความ|ใช่||||ใช่", "๑|ที่เข้าเกณฑ์|จำนวน|ใช่||0||", "๑|ทั้งหมด|จำนวน|ใช่||1||", "๒|งวด|ข้อความ|ใช่||||ใช่", "๒|ที่เข้าเกณฑ์|จำนวน|ใช่||0||", "๒|ทั้งหมด|จำนวน|ใช่||1||",
                    "๔|รายการ|ข้อความ|ใช่||||ใช่", "๓|รายการ|ข้อความ|ใช่||||ใช่", "๓|จำนวน|จำนวน|ใช่||0||", "๔|จำนวน|จำนวน|ใช่||0||"),
                "levels" => Rows("๒|0||", "๒|2|60|", "๒|3.5|75|", "๒|5|90|", "๓|0||", "๓|3|1|", "๓|5|3|", "๔|0||", "๔|1|1|", "๔|5|3|"),
                "each" => Rows("๓|คะแนนเพิ่ม|||||", "๔|คะแนนหัก|||||"),
                "groups" => Rows("ความรวดเร็ว|๑||", "คุณภาพ|๒||"),
                "kinds" => Rows("โรงพยาบาล"),
                "classes" => Rows("ขนาดโรงพยาบาล|ขนาดใหญ่", "ขนาดโรงพยาบาล|ขนาดเล็ก"),
                "classLevels" => Rows("๑|ขนาดใหญ่|0|", "๑|ขนาดใหญ่|0|60", "๑|ขนาดใหญ่|5|90", "๑|ขนาดเล็ก|0|", "๑|ขนาดเล็ก|0|40", "๑|ขนาดเล็ก|5|80"),
                "requirements" => Rows("ค่าที่วัดได้ของตัวชี้วัด|๔|ไม่เกิน|2||ร้องเรียนที่มีมูลไม่เกิน ๒ เรื่อง", "คะแนนรวม||ไม่ต่ำกว่า|40|ใช่|ไม่ต่ำกว่าร้อยละ ๔๐"),
                "order" => Rows("คะแนนหักรวม||น้อยกว่าหรือก่อน", "วันที่ส่งครบ||น้อยกว่าหรือก่อน"),
                "sum" => [.. t.Rows.Select(r => r.SetItem(1, r[0] switch { ExtraTables.MostBonus => "4", ExtraTables.MostPenalty => "8", ExtraTables.EndsAtFull => "ใช่", _ => "" }))],
                _ => t.Rows,
            },
        }),
    ];

    private static string About(string item, string example) => item switch
    {
        FrameworkTables.Id => Award.Rules.Framework.Id.Value, FrameworkTables.Year => "๒๕๖๘", FrameworkTables.Entrant => FrameworkTables.Unit, FrameworkTables.Deadline => "๓๐ กันยายน ๒๕๖๘",
        FrameworkTables.Total => FrameworkTables.Points, _ => example,
    };

    private static string WeightOf(string number) => RuleValues.Number(Award.Rules.Framework[IndicatorNumber.Parse(number)].Weight.Value);

    private static ImmutableArray<ImmutableArray<string>> Rows(params string[] rows) => [.. rows.Select(r => (ImmutableArray<string>)[.. r.Split('|')])];

    /// <summary>The example's plan, with the names that the sheet gives kinds and classes.</summary>
    private static RoundPlan Plan() => RoundPlanReader.Read(new MemoryStream(Renamed(Award.Plan, ("size", "class-1"), ("large", "option-1"), ("small", "option-2"), ("hospital", "kind-1")))).Value!;

    private static byte[] Sent(string entrant) => Renamed(Award.Sent(entrant), ("item", "c1"), ("amount", "c2"), ("part", "c2"), ("whole", "c3"));

    private static byte[] Renamed(byte[] json, params (string From, string To)[] names) =>
        Encoding.UTF8.GetBytes(names.Aggregate(Encoding.UTF8.GetString(json), (text, name) => text.Replace($"\"{name.From}\"", $"\"{name.To}\"", StringComparison.Ordinal)));
}
