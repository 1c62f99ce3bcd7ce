using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>
/// What the giver of an award says late, in an annex of a letter: deadline, weights, criteria, texts of levels, evidence. As tables, and as the next revision of
/// the framework with what was filled in. What is filled in as it stood stays as it was, unless an item of the annex confirms it.
/// </summary>
internal static class Annex
{
    private const string Letter = "letter", Indicators = "indicators", Levels = "levels", Assumed = "assumed";
    private const string Citation = "อ้างถึงหนังสือ", Deadline = "กำหนดส่งเจ้าของรางวัล", Email = "อีเมลที่ให้ส่ง", MadeOf = "ทำจากกรอบฉบับที่";

    /// <summary>What the column that rows are known by is called.</summary>
    public static readonly BilingualText NumberName = new("เลขที่ตัวชี้วัด", "The indicator's number");

    private static readonly BilingualText CitationName = new(Citation, "Citation of the letter");

    /// <summary>The tables of a framework.</summary>
    public static ImmutableArray<RuleTable> TablesOf(Framework framework) =>
    [
        new(Letter, new("หนังสือ", "Letter"), new("กรอกหนังสือที่แจ้งภาคผนวก เช่น กรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๑.๑/ว ๑๘๙๐ ลงวันที่ ๒ พฤษภาคม ๒๕๖๗", "The letter that gave the annex: number and date."),
            [
                new("item", new("รายการ", "Item"), RuleCell.Given) { Width = 30 },
                new("value", new("ค่าที่กรอก", "Value"), RuleCell.Text) { Width = 70 },
            ],
            [[Citation, ""], [Deadline, RuleValues.Day(framework.FinalDeadline.Date)], [Email, framework.FinalDeadline.Email], [MadeOf, ThaiNumerals.Format(framework.Revision)]]),
        new(Indicators, new("ตัวชี้วัด", "Indicators"), new("แก้น้ำหนัก วิธีให้คะแนน และหลักฐาน ถ้าค่าเดิมตรงกับภาคผนวกอยู่แล้ว กรอกข้อในภาคผนวกเพื่อยืนยัน", "Correct weights, scales and evidence; where the annex says what stands there, name its item to confirm it."),
            [
                new("number", new("ตัวชี้วัดที่", "Indicator"), RuleCell.Given) { Width = 11 },
                new("name", new("ชื่อย่อ", "Name"), RuleCell.Given) { Width = 30 },
                new("weight", new("น้ำหนัก", "Weight"), RuleCell.Number) { Width = 11, Hint = "กรอกเป็นตัวเลขมากกว่า ๐" },
                new("method", new("วิธีให้คะแนน", "Scale"), RuleCell.Choice) { Width = 26, Options = AnnexScale.Methods, Hint = "เลือกวิธีให้คะแนนจากรายการ เกณฑ์แต่ละระดับกรอกในแผ่นงานระดับคะแนน" },
                new("evidence", new("เอกสารหลักฐาน", "Evidence"), RuleCell.Lines) { Width = 44, Hint = "หลายรายการให้ขึ้นบรรทัดใหม่ (Alt+Enter)" },
                new("item", new("ข้อในภาคผนวก", "Item of the annex"), RuleCell.Text) { Width = 20, Hint = "เช่น หน้า ๓ ข้อ ๒ กรอกแล้วถือว่าน้ำหนักและเกณฑ์ของตัวชี้วัดนี้เป็นไปตามภาคผนวก" },
            ],
            [.. framework.Indicators.Select(i => (ImmutableArray<string>)
                [i.Number.Value, i.ShortText.Thai, RuleValues.Number(i.Weight.Value), AnnexScale.MethodOf(i.Scale), string.Join('\n', i.Evidence.Select(e => e.Thai)), ""])]),
        new(Levels, new("ระดับคะแนน", "Levels"), new("๑ แถว คือ ๑ ระดับ เรียงจากคะแนนน้อยไปมาก แถวที่ไม่มีค่าเกณฑ์คือคะแนนเมื่อไม่ถึงเกณฑ์แรก เพิ่มหรือลบแถวได้", "One row for each level, lowest score first; a row without threshold is the score short of the first."),
            [
                new("number", new("ตัวชี้วัดที่", "Indicator"), RuleCell.Text) { Width = 11 },
                new("class", new("กลุ่ม", "Class"), RuleCell.Choice) { Width = 18, Options = AnnexScale.ClassesOf(framework) },
                new("score", new("คะแนน", "Score"), RuleCell.Number) { Width = 11 },
                new("from", new("ค่าเกณฑ์", "Threshold"), RuleCell.Number) { Width = 13, Hint = "ค่าที่เริ่มได้คะแนนนี้ ในหน่วยของตัวชี้วัด" },
                new("text", new("ข้อความของระดับ", "Text of the level"), RuleCell.Text) { Width = 70 },
            ],
            [.. framework.Indicators.SelectMany(i => AnnexScale.RowsOf(i, framework))]) { BlankRows = 40 },
        new(Assumed, new("เกณฑ์สมมติอื่น", "Other assumed rules"), new("เลือก ใช่ ในข้อที่ภาคผนวกยืนยัน ข้อที่เว้นว่างยังเป็นเกณฑ์สมมติ", "Choose yes where the annex confirms it; what is left empty stays assumed."),
            [
                new("at", new("ตำแหน่งในกรอบ", "Place"), RuleCell.Given) { Width = 38 },
                new("what", new("เรื่อง", "What"), RuleCell.Given) { Width = 44 },
                new("note", new("ที่สมมติไว้", "What is assumed"), RuleCell.Given) { Width = 60 },
                new("confirmed", new("ตามภาคผนวก", "By the annex"), RuleCell.Choice) { Width = 14, Options = RuleValues.YesOrNo },
            ],
            [.. AssumedRules.In(RulesDraft.Of(framework).Node).Select(a => (ImmutableArray<string>)[a.Pointer, a.What.Thai, (string?)a.Source["note"] ?? "", ""])]),
    ];

    /// <summary>The next revision, with what was filled in; a finding where nothing differs.</summary>
    /// <param name="framework">The revision that the tables were made of.</param>
    /// <param name="typed">What came back.</param>
    /// <param name="findings">What was found while it was read.</param>
    public static RulesResult<Framework> Apply(Framework framework, TypedTables typed, List<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var (values, draft) = (new RuleValues(findings), RulesDraft.Of(framework));
        if (findings.Exists(f => f.Severity == Severity.Error)) return RulesResult<Framework>.Of([.. findings], () => framework);
        foreach (var source in AssumedRules.SourcesIn(draft.Node)) source.Remove("isAssumed");
        var before = draft.Node.DeepClone();
        var citation = LetterOf(framework, typed[Letter], values, draft);
        var levels = typed[Levels].ToLookup(r => NumberOf(r["number"].Text));
        foreach (var group in levels.Where(g => !IndicatorNumber.TryParse(g.Key, out var number) || framework.Find(number) is null))
            values.Add(RuleTableFindings.NoIndicator, group.First()["number"].Place, RuleValues.Shown(group.Key));
        foreach (var row in values.AreSingle(typed[Indicators], "number", NumberName) ? typed[Indicators] : [])
        {
            var at = framework.Indicators.IndexOf(framework.Indicators.FirstOrDefault(i => i.Number.Value == NumberOf(row["number"].Text))!);
            if (at < 0) values.Add(RuleTableFindings.NoIndicator, row["number"].Place, RuleValues.Shown(row["number"].Text));
            else new AnnexIndicator(framework, at, draft, values, citation).Write(row, [.. levels[framework.Indicators[at].Number.Value]]);
        }
        foreach (var row in typed[Assumed].Where(r => values.IsYes(r["confirmed"])))
            if (AssumedRules.In(draft.Node).FirstOrDefault(a => a.Pointer == row["at"].Text) is { Source: { } source })
            {
                (source["kind"], source["citation"]) = ("annex", citation);
                source.Remove("note"); // what was said of the assumption is no longer so
            }
        if (framework.ScoringOff && draft.Node["indicators"]!.AsArray().All(i => i!["scale"] is not null)) draft.Node.Remove("scoringOff");
        if (!findings.Exists(f => f.Severity == Severity.Error) && JsonNode.DeepEquals(before, draft.Node)) findings.Add(RuleTableFindings.NothingNew.At(Place.Nowhere));
        draft.Node["revision"] = framework.Revision + 1;
        return draft.Read(FrameworkReader.Read, findings);
    }

    private static string LetterOf(Framework framework, ImmutableArray<TypedRow> rows, RuleValues values, RulesDraft draft)
    {
        var citation = Item(Citation);
        var text = values.TextOf(citation, CitationName) ?? "";
        values.Revision(Item(MadeOf), framework.Revision);
        var final = draft.Node["finalDeadline"]!.AsObject();
        var (day, email) = (values.DayOf(Item(Deadline)) ?? framework.FinalDeadline.Date, Item(Email));
        draft.Came("/finalDeadline/date", Item(Deadline).Place);
        draft.Came("/finalDeadline/email", email.Place);
        if (day == framework.FinalDeadline.Date && (email.IsEmpty || email.Text == framework.FinalDeadline.Email)) return text;
        final["date"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (!email.IsEmpty) final["email"] = email.Text;
        final["source"] = RulesDraft.Source("dlaLetter", text);
        return text;

        TypedCell Item(string name) => rows.FirstOrDefault(r => ThaiText.Key(r["item"].Text) == ThaiText.Key(name))?["value"] ?? new("", rows.FirstOrDefault()?.Place ?? Place.Nowhere);
    }

    /// <summary>A number as ids have it: ๓.๒ is 3.2.</summary>
    internal static string NumberOf(string text) => ThaiNumerals.ToArabic(text).Trim();
}
