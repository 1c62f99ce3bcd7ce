using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Tests.Samples;

namespace Kalasin.Evaluation.Tests.Frameworks;

public sealed class FrameworkReaderTests
{
    private const string First = "/indicators/0";
    private const string Second = "/indicators/1";

    [Fact]
    public void Small_ReadsWithoutFindings()
    {
        var result = RulesText.ReadFramework(RulesText.Framework);
        Assert.Empty(result.Findings.Select(f => f.ToString()));
        Assert.Equal(2, result.Value!.Indicators.Length);
    }

    [Fact]
    public void BuiltIn_ReadsWithoutFindings()
    {
        foreach (var id in BuiltInFrameworks.All.Select(f => f.Id.Value))
        {
            using var stream = EmbeddedRules.Open(id);
            var result = FrameworkReader.Read(stream);
            Assert.Empty(result.Findings.Select(f => f.ToString()));
            Assert.Equal(id, result.Value!.Id.Value);
        }
    }

    public static TheoryData<string, string, string, string> BrokenStructure => new()
    {
        { "\"entrant\": \"province\",", "\"entrant\": \"province\"", "KAL3003", "" },
        { "\"fiscalYear\": 2567,", "\"fiscalYear\": 2567,\n⟦\"fiscalYear\": 2568,", "KAL3006", "/fiscalYear" },
        { "\"fiscalYear\": 2567,", "\"fiscalYear\": 2567,\n⟦\"fiscalyear\": 2567,", "KAL3011", "/fiscalyear" },
        { "\"fiscalYear\": 2567,", "⟦\"fiscalYear\": \"2567\",", "KAL3013", "/fiscalYear" },
        { "\"fiscalYear\": 2567,", "⟦\"fiscalYear\": 2567.5,", "KAL3017", "/fiscalYear" },
        { "\"fiscalYear\": 2567,", "⟦\"fiscalYear\": null,", "KAL3013", "/fiscalYear" },
        { "\"entrant\": \"province\"", "⟦\"entrant\": \"provinces\"", "KAL3014", "/entrant" },
        { "\"id\": \"small-2567\"", "⟦\"id\": \"Small 2567\"", "KAL3015", "/id" },
        { "\"id\": \"small-2567\"", "⟦\"id\": \"small-2567\\n\"", "KAL3015", "/id" },
        { "\"date\": \"2024-05-31\"", "⟦\"date\": \"2024-02-30\"", "KAL3016", "/finalDeadline/date" },
        { "\"date\": \"2024-05-31\"", "⟦\"date\": \"2567-05-31\"", "KAL3018", "/finalDeadline/date" },
        { "\"from\": \"2023-10-01\"", "⟦\"from\": \"2566-10-01\"", "KAL3018", First + "/period/from" },
        { "\"th\": \"ก\", \"en\": \"a\" }, \"project\"", "\"th\": \"\\ud800\", \"en\": \"a\" }, \"project\"", "KAL3007", "/title/th" },
        { "\"kind\": \"percentage\"", "⟦\"kind\": \"percent\"", "KAL3014", First + "/measure/kind" },
        { "\"measure\": {\n        \"kind\": \"percentage\", ", "⟦\"measure\": { ", "KAL3012", First + "/measure" },
        { "\"weight\": { \"value\": 1, ", "⟦\"weight\": { ", "KAL3012", First + "/weight" },
        { "\"value\": 1,", "⟦\"value\": 1e999,", "KAL3017", First + "/weight/value" },
        { "\"days\": 30", "\"days\": 30, \"endsOnHolidays\": \"extend\"", "KAL3011", First + "/measure/meets/endsOnHolidays" },
        { "\"kind\": \"within\"", "⟦\"kind\": \"inside\"", "KAL3014", First + "/measure/meets/kind" },
        { "\"thresholds\": [60", "⟦\"thresholds\": [\"60\"", "KAL3013", First + "/scale/thresholds/0" },
    };

    public static TheoryData<string, string, string, string> BrokenMeaning => new()
    {
        { "\"revision\": 1", "\"revision\": 0", "KAL3043", "/revision" },
        { "\"date\": \"2024-05-31\"", "⟦\"date\": \"2023-05-31\"", "KAL3056", "/finalDeadline/date" },
        { "90, 100]", "90, 100.5]", "KAL3043", First + "/scale/thresholds/4" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"stepped\", \"source\": { \"kind\": \"assumed\" }, \"steps\": [{ \"from\": 60, \"score\": 2 }]", "KAL3057", First + "/scale" },
        {
            "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"stepped\", \"source\": { \"kind\": \"assumed\" }, \"floor\": 3, \"steps\": [{ \"from\": 60, \"score\": 2 }]",
            "KAL3043", First + "/scale/floor"
        },
        {
            "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"stepped\", \"source\": { \"kind\": \"assumed\" }, \"floor\": 0, \"steps\": [{ \"from\": 60, \"score\": 2 }, { \"from\": 160, \"score\": 3 }]",
            "KAL3043", First + "/scale/steps/1/from"
        },
        {
            "\"due\": { \"kind\": \"not\", \"of\": { \"kind\": \"equals\", \"value\": { \"kind\": \"column\", \"name\": \"status\" }, \"to\": { \"kind\": \"text\", \"value\": \"open\" } } }",
            "\"due\": { \"kind\": \"overdueAfter\", \"from\": { \"kind\": \"column\", \"name\": \"received\" }, \"days\": 30, \"endsOnHoliday\": \"extend\" }",
            "KAL3058", First + "/measure/due"
        },
        { "\"number\": \"2\"", "⟦\"number\": \"1\"", "KAL3031", Second + "/number" },
        { "\"codes\": [\"51\"]", "\"codes\": [\"10\"]", "KAL3032", "/excluded/codes/0" },
        { "\"email\": \"a@b.th\"", "\"email\": \"a@๒.th\"", "KAL3052", "/finalDeadline/email" },
        { "\"name\": \"received\"", "⟦\"name\": \"recieved\"", "KAL3032", First + "/measure/meets/from/name" },
        { "\"name\": \"closed\" }, \"days\"", "\"name\": \"status\" }, \"days\"", "KAL3033", First + "/measure/meets/to" },
        { "\"days\": 30", "\"days\": 0", "KAL3043", First + "/measure/meets/days" },
        { "\"days\": 30 }", "\"months\": 121 }", "KAL3043", First + "/measure/meets/months" },
        { "\"to\": { \"kind\": \"column\", \"name\": \"closed\" }, \"days\": 30", "\"to\": { \"kind\": \"column\", \"name\": \"closed\" }", "KAL3061", First + "/measure/meets" },
        { "\"days\": 30 }", "\"days\": 30, \"workingDays\": 30 }", "KAL3061", First + "/measure/meets" },
        { "\"value\": \"open\"", "\"value\": \"opened\"", "KAL3032", First + "/measure/due/of/to/value" },
        { "\"days\": 30 },", "\"days\": 30 },\n⟦\"population\": { \"key\": \"status\", \"on\": \"2024-05-31\", \"kinds\": [] },",
            "KAL3033", First + "/measure/population/key" },
        { "\"id\": \"closed\"", "\"id\": \"received\"", "KAL3031", First + "/register/columns/2/id" },
        { "\"id\": \"score\"", "\"id\": \"Score 1\"", "KAL3037", First + "/register/columns/4/id" },
        { "\"synonyms\": [\"วันที่ยุติ\"]", "\"synonyms\": [\"รับ\"]", "KAL3048", First + "/register/columns/2" },
        { "\"type\": \"number\"", "\"type\": \"text\"", "KAL3046", First + "/register/columns/4" },
        { "\"type\": \"number\"", "\"type\": \"choice\"", "KAL3045", First + "/register/columns/4" },
        { "\"minimum\": 0", "\"minimum\": 101", "KAL3042", First + "/register/columns/4/minimum" },
        { "\"key\": [\"authority\"]", "\"key\": [\"authority\", \"authority\"]", "KAL3031", First + "/register/key/1" },
        { "\"key\": [\"authority\"]", "\"prefill\": \"closed\"", "KAL3033", First + "/register/prefill" },
        { "\"column\": \"closed\"", "\"column\": \"close\"", "KAL3032", First + "/register/checks/0/column" },
        { "[60, 70, 80, 90, 100]", "[60, 70, 80, 90]", "KAL3038", First + "/scale/thresholds" },
        { "[60, 70, 80, 90, 100]", "[60, 70, 70, 90, 100]", "KAL3039", First + "/scale/thresholds" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"direct\", \"source\": { \"kind\": \"assumed\" }", "KAL3049", First + "/scale" },
        {
            "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"stepped\", \"source\": { \"kind\": \"assumed\" }, \"steps\": [{ \"from\": 1, \"score\": 3 }, { \"from\": 2, \"score\": 10001 }]",
            "KAL3043", First + "/scale/steps/1/score"
        },
        {
            "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"stepped\", \"source\": { \"kind\": \"assumed\" }, \"steps\": [{ \"from\": 1, \"score\": 3 }, { \"from\": 2, \"score\": 2 }]",
            "KAL3039", First + "/scale/steps"
        },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60], \"scores\": [5]",
            "KAL3062", First + "/scale/thresholds" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 100], \"scores\": [5]",
            "KAL3038", First + "/scale/scores" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 100], \"scores\": [5, 5]",
            "KAL3039", First + "/scale/scores" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 100], \"scores\": [5, 10001]",
            "KAL3043", First + "/scale/scores/1" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 100], \"scores\": [5, 10], \"floor\": 6",
            "KAL3043", First + "/scale/floor" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"direct\", \"source\": { \"kind\": \"assumed\" }, \"full\": 0",
            "KAL3043", First + "/scale/full" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"banded\", \"source\": { \"kind\": \"assumed\" }, \"bands\": [{ \"score\": 1 }]",
            "KAL3062", First + "/scale/bands" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"banded\", \"source\": { \"kind\": \"assumed\" }, \"bands\": [{ \"score\": 1, \"from\": 0 }, { \"score\": 2, \"from\": 50 }]",
            "KAL3063", First + "/scale/bands/0" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"banded\", \"source\": { \"kind\": \"assumed\" }, \"bands\": [{ \"score\": 1 }, { \"score\": 2 }]",
            "KAL3063", First + "/scale/bands/1" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"banded\", \"source\": { \"kind\": \"assumed\" }, \"bands\": [{ \"score\": 1 }, { \"score\": 2, \"from\": 50 }, { \"score\": 2, \"from\": 40 }]",
            "KAL3039", First + "/scale/bands" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"banded\", \"source\": { \"kind\": \"assumed\" }, \"bands\": [{ \"score\": 1 }, { \"score\": 2, \"from\": 101 }]",
            "KAL3043", First + "/scale/bands/1/from" },
        { "\"kind\": \"interpolated\", \"source\": { \"kind\": \"assumed\" }, \"thresholds\": [60, 70, 80, 90, 100]",
            "\"kind\": \"byClass\", \"source\": { \"kind\": \"assumed\" }, \"class\": \"size\", \"scales\": []",
            "KAL3032", First + "/scale/class" },
        { "\"kind\": \"direct\", \"source\": { \"kind\": \"assumed\" }", "\"kind\": \"direct\", \"source\": { \"kind\": \"assumed\" }, \"full\": 5", "KAL3049", Second + "/scale" },
        { "\"value\": 1,", "\"value\": 0,", "KAL3043", First + "/weight/value" },
        { "\"from\": \"2023-10-01\", \"to\": \"2024-09-30\"", "\"from\": \"2024-10-01\", \"to\": \"2024-09-30\"", "KAL3042", First + "/period/from" },
        { "\"column\": \"received\", \"from\"", "\"column\": \"score\", \"from\"", "KAL3033", First + "/period/column" },
        { "{province}\", \"en\"", "{จังหวัด}\", \"en\"", "KAL3050", First + "/text/th" },
        { "\"textSource\": { \"kind\": \"memo\" }", "\"textSource\": { \"kind\": \"regulation\" }", "KAL3051", First + "/textSource" },
        { "\"shortText\": { \"th\": \"ก\"", "\"shortText\": { \"th\": \" \"", "KAL3034", First + "/shortText/th" },
        { "\"th\": \"เรื่อง\"", "\"th\": \"เรื่อง\\u0007\"", "KAL3036", First + "/register/row/th" },
        { "\"th\": \"รับ\"", "\"th\": \"" + new string('ก', 201) + "\"", "KAL3035", First + "/register/columns/1/heading/th" },
        { "\"en\": \"Sent\" }, \"type\": \"date\"", "\"en\": \"Sent\" }, \"type\": \"authority\"", "KAL3047", First + "/register/facts/0/type" },
        { "\"formats\": [\"pdf\"]", "\"formats\": []", "KAL3034", "/finalDeadline/formats" },
        { "\"name\": \"closed\" }, \"than\"", "\"name\": \"score\" }, \"than\"", "KAL3033", First + "/register/checks/0/violated/value" },
        { "\"kind\": \"not\", \"of\": {", "\"kind\": \"all\", \"of\": [] }, \"where\": { \"kind\": \"not\", \"of\": {", "KAL3034", First + "/measure/due/of" },
        { "\"limit\": { \"kind\": \"evaluationDate\" }", "\"limit\": { \"kind\": \"number\", \"value\": 3 }",
            "KAL3033", Second + "/measure/steps/3/condition/holds/limit" },
        { "\"level\": 2", "⟦\"level\": 3", "KAL3040", Second + "/measure/steps/1/level" },
        { "\"kind\": \"fact\", \"name\": \"sent\"", "\"kind\": \"column\", \"name\": \"sender\"",
            "KAL3044", Second + "/measure/steps/1/condition/holds/value/name" },
        { "\"column\": \"sender\", \"senders\"", "\"column\": \"from\", \"senders\"", "KAL3032", Second + "/measure/steps/2/condition/column" },
        { "\"units\": [\"districtOffice\"]", "\"units\": []", "KAL3034", Second + "/measure/steps/2/condition/senders" },
        { "\"year\": 2566", "\"year\": 2023", "KAL3043", Second + "/measure/steps/4/condition/holds/from/year" },
        { "\"subject\": [\"sender\"]", "\"subject\": [\"innovation\"]", "KAL3032", Second + "/measure/subject/0" },
    };

    [Theory]
    [MemberData(nameof(BrokenStructure))]
    [MemberData(nameof(BrokenMeaning))]
    public void Broken_IsFoundWhereItStands(string passage, string replacement, string code, string pointer)
    {
        var (text, line) = RulesText.Change(RulesText.Framework, passage, replacement);
        var result = RulesText.ReadFramework(text);
        Assert.Null(result.Value);
        Assert.Contains((code, pointer), result.Findings.Select(f => (f.Code, f.Place.Pointer ?? "")));
        var finding = result.Findings.First(f => f.Code == code && (f.Place.Pointer ?? "") == pointer);
        if (code != "KAL3003") Assert.Equal(line, finding.Place.Line);
        Assert.DoesNotContain("{0}", finding.ToString(Language.Thai) + finding.ToString(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"numerator\": \"spent\"", "\"numerator\": \"spend\"", "KAL3032", "/indicators/0/measure/numerator")]
    [InlineData("\"denominator\": \"granted\"", "\"denominator\": \"kind\"", "KAL3033", "/indicators/0/measure/denominator")]
    [InlineData("\"column\": \"score\"", "\"column\": \"place\"", "KAL3033", "/indicators/1/measure/column")]
    [InlineData(", \"blanks\": \"leftOut\"", "", "KAL3012", "/indicators/1/measure")]
    [InlineData("\"blanks\": \"leftOut\"", "\"blanks\": \"asZero\"", "KAL3014", "/indicators/1/measure/blanks")]
    [InlineData("\"blanks\": \"leftOut\"", "\"blanks\": \"leftOut\", \"weights\": \"place\"", "KAL3033", "/indicators/1/measure/weights")]
    [InlineData("\"column\": \"score\", \"blanks\": \"leftOut\"", "\"column\": \"score\", \"blanks\": \"leftOut\", \"weights\": \"score\"", null, "")]
    [InlineData("\"blanks\": \"leftOut\"", "\"blanks\": \"leftOut\", \"trim\": { \"lowest\": 0, \"highest\": 0 }", "KAL3034", "/indicators/1/measure/trim")]
    [InlineData("\"blanks\": \"leftOut\"", "\"blanks\": \"leftOut\", \"trim\": { \"lowest\": -1, \"highest\": 1 }", "KAL3043", "/indicators/1/measure/trim/lowest")]
    [InlineData("\"blanks\": \"leftOut\"", "\"blanks\": \"leftOut\", \"weights\": \"score\", \"trim\": { \"lowest\": 1, \"highest\": 1 }",
        "KAL3060", "/indicators/1/measure/trim")]
    [InlineData("\"kind\": \"ratioOfSums\"", "\"kind\": \"average\", \"column\": \"spent\", \"blanks\": \"zero\", \"weights\": \"granted\"", "KAL3011", "/indicators/0/measure/numerator")]
    [InlineData("\"numerator\": \"spent\",", "\"now\": \"spent\",", "KAL3011", "/indicators/0/measure/now")]
    public void SumsAndMeans_NameNumberColumnsAndSayHowBlanksCount(string passage, string replacement, string? code, string pointer)
    {
        var text = File.ReadAllText(RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Frameworks", "budget-2568.json"));
        Assert.Empty(RulesText.ReadFramework(text).Findings.Select(f => f.ToString()));
        var found = RulesText.ReadFramework(RulesText.Change(text, passage, replacement).Text).Findings.Select(f => (f.Code, f.Place.Pointer ?? ""));
        if (code is null) Assert.Empty(found);
        else Assert.Contains((code, pointer), found);
    }

    [Theory]
    [InlineData("\"minimum\": 0")]
    [InlineData("\"maximum\": 5")]
    [InlineData("\"minimum\": -1, \"maximum\": 5")]
    [InlineData("\"minimum\": 0, \"maximum\": 1000001")]
    public void Weights_AreBounded(string limits)
    {
        var text = File.ReadAllText(RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Frameworks", "budget-2568.json"))
            .Replace("\"minimum\": 0, \"maximum\": 5", limits, StringComparison.Ordinal)
            .Replace("\"blanks\": \"leftOut\"", "\"blanks\": \"leftOut\", \"weights\": \"score\"", StringComparison.Ordinal);
        Assert.Equal([("KAL3059", "/indicators/1/measure/weights")], RulesText.ReadFramework(text).Findings.Select(f => (f.Code, f.Place.Pointer ?? "")));
    }

    /// <summary>Who has to be covered is said once: by the list that the column has, or by the senders.</summary>
    [Fact]
    public void SendersBesideAList_AreAFinding()
    {
        var listed = RulesText.Change(
            RulesText.Framework.Replace("\"en\": \"Sender\" }, \"type\": \"sender\" }", "\"en\": \"Sender\" }, \"type\": \"choice\", \"list\": \"school\" }", StringComparison.Ordinal),
            "\"indicators\": [", "\"lists\": [{ \"id\": \"school\", \"name\": { \"th\": \"โรงเรียน\", \"en\": \"schools\" }, \"source\": { \"kind\": \"memo\" } }], \"indicators\": [").Text;
        var (text, line) = RulesText.Change(listed, "\"senders\": {", "⟦\"senders\": {");
        Told.Is(
            Assert.Single(RulesText.ReadFramework(text).Findings), "KAL3077", $"{Second}/measure/steps/2/condition/senders › L{line}",
            "คอลัมน์ “sender” มีรายชื่อของตนเอง senders จึงต้องว่าง โปรดเว้น units และ authorities ให้ว่าง",
            "The column “sender” has a list of its own, so senders are empty. Leave units and authorities empty.");
    }

    /// <summary>A sheet of a judge gives who scored and the score, and nothing else that the register could ask.</summary>
    [Theory]
    [InlineData("key")]
    [InlineData("maximum")]
    [InlineData("required")]
    public void RegisterThatAJudgesSheetCantFill_IsAFinding(string what)
    {
        var json = JsonNode.Parse(new ExampleAward("hospital-final-2568").Framework)!;
        var at = json["indicators"]!.AsArray().ToList().FindIndex(i => i!["measure"]!["judge"] is not null);
        var register = json["indicators"]![at]!["register"]!;
        var score = register["columns"]!.AsArray().Single(c => (string)c!["id"]! == "score")!;
        if (what == "key") register.AsObject().Remove("key");
        else if (what == "maximum") score.AsObject().Remove("maximum");
        else register["columns"]!.AsArray().Add(JsonNode.Parse("""{ "id": "note", "heading": { "th": "หมายเหตุ", "en": "Note" }, "type": "text", "required": true }"""));
        var text = json.ToJsonString(new() { WriteIndented = true });
        var line = 1 + text[..text.IndexOf("\"judge\": \"judge\"", StringComparison.Ordinal)].Count(c => c == '\n');
        Told.Is(
            Assert.Single(RulesText.ReadFramework(text).Findings), "KAL3078", $"/indicators/{at}/measure/judge › L{line}",
            "ช่องกรรมการ “judge” ต้องเป็นช่องเดียวที่ใช้ระบุรายการ ช่องคะแนน “score” ต้องมีค่าต่ำสุดและสูงสุด และต้องไม่มีช่องอื่นที่บังคับกรอกหรือช่องน้ำหนัก โปรดแก้ทะเบียนของตัวชี้วัดนี้ หรือนำ judge ออก",
            "The judge's column “judge” has to be the only key, the score's column “score” needs a minimum and a maximum, and there is no weight and no other required column. Change the register, or take “judge” out.");
    }

    [Theory]
    [InlineData("\"minimum\": 0", "\"minimum\": 101", "/register/columns/4/minimum", "ช่วงเริ่มที่ ๑๐๑ ซึ่งเลยจุดสิ้นสุดที่ ๑๐๐ โปรดสลับหรือแก้ค่า", "The range begins at 101, past its end at 100. Swap or correct them.")]
    [InlineData("\"from\": \"2023-10-01\", \"to\": \"2024-09-30\"", "\"from\": \"2024-05-31\", \"to\": \"2024-05-30\"", "/period/from", "ช่วงเริ่มที่ ๓๑ พ.ค. ๖๗ ซึ่งเลยจุดสิ้นสุดที่ ๓๐ พ.ค. ๖๗ โปรดสลับหรือแก้ค่า", "The range begins at 31 May 2024, past its end at 30 May 2024. Swap or correct them.")]
    public void EndBeforeItsBeginning_IsToldOfNumbersAsOfDays(string from, string to, string pointer, string thai, string english)
    {
        var (text, line) = RulesText.Change(RulesText.Framework, from, to);
        Told.Is(Assert.Single(RulesText.ReadFramework(text).Findings), "KAL3042", $"{First}{pointer} › L{line}", thai, english);
    }

    [Fact]
    public void NearMiss_IsOffered()
    {
        var (text, _) = RulesText.Change(RulesText.Framework, "\"fiscalYear\"", "\"fiscalYaer\"");
        Assert.Contains(RulesText.ReadFramework(text).Findings, f => f.Message.Thai.Contains("หมายถึง “fiscalYear” หรือไม่", StringComparison.Ordinal));
    }

    [Fact]
    public void ManyFaults_AreFoundAtOnceInTheOrderOfTheText()
    {
        var text = RulesText.Framework.Replace("\"days\": 30", "\"days\": 0", StringComparison.Ordinal)
            .Replace("\"revision\": 1", "\"revision\": 0", StringComparison.Ordinal)
            .Replace("\"year\": 2566", "\"year\": 1", StringComparison.Ordinal);
        Assert.Equal(
            ["/revision", First + "/measure/meets/days", Second + "/measure/steps/4/condition/holds/from/year"],
            RulesText.ReadFramework(text).Findings.Select(f => f.Place.Pointer));
    }

    [Theory]
    [InlineData("", "KAL3003")]
    [InlineData("null", "KAL3013")]
    [InlineData("[]", "KAL3013")]
    [InlineData("{} x", "KAL3003")]
    [InlineData("{ // comment\n}", "KAL3003")]
    [InlineData("{\"a\":NaN}", "KAL3003")]
    public void NotAFramework_IsSaid(string text, string code) => Assert.Contains(code, RulesText.ReadFramework(text).Findings.Select(f => f.Code));

    [Fact]
    public void ByteOrderMark_IsNoFault() => Assert.NotNull(RulesText.ReadFramework("\uFEFF" + RulesText.Framework).Value);

    [Fact]
    public void Utf16_IsSaid() =>
        Assert.Equal("KAL3002", FrameworkReader.Read(new MemoryStream([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")])).Findings.Single().Code);

    [Fact]
    public void Limits_StopTheReader()
    {
        Assert.Equal("KAL3001", RulesText.ReadFramework(new string(' ', 1024 * 1024 + 1)).Findings.Single().Code);
        Assert.Equal("KAL3004", RulesText.ReadFramework(new string('[', 65) + new string(']', 65)).Findings.Single().Code);
        Assert.Equal("KAL3004", RulesText.ReadFramework(new string('[', 500_000)).Findings.Single().Code);
        Assert.Equal("KAL3005", RulesText.ReadFramework("[" + string.Join(',', Enumerable.Repeat("1", 1001)) + "]").Findings.Single().Code);
        var many = RulesText.ReadFramework("{" + string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"x{i}\":1")) + "}").Findings;
        Assert.Equal(201, many.Length);
        Assert.Equal("KAL3008", many[^1].Code);
    }

    [Fact]
    public void RandomBytes_NeverThrow()
    {
        var bytes = Encoding.UTF8.GetBytes(RulesText.Framework);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Int[0, 40]).List[1, 4].Sample(changes =>
        {
            var changed = bytes.ToList();
            foreach (var (at, value, removed) in changes)
            {
                if (at >= changed.Count) continue;
                changed[at] = value;
                changed.RemoveRange(at, Math.Min(removed % 7 == 0 ? removed : 0, changed.Count - at));
            }
            var result = FrameworkReader.Read(new MemoryStream([.. changed]));
            return result.Value is null == result.Findings.Any(f => f.Severity == Severity.Error);
        }, iter: 1000);
    }

    [Fact]
    public void RandomSubtrees_NeverThrow()
    {
        var parts = Regex.Matches(RulesText.Framework, "\"[^\"]*\"|\\d+|\\{[^{}]*\\}|\\[[^\\[\\]]*\\]", RegexOptions.NonBacktracking);
        Gen.Select(Gen.Int[0, parts.Count - 1], Gen.Int[0, parts.Count - 1]).Sample((into, from) =>
        {
            var text = RulesText.Framework.Remove(parts[into].Index, parts[into].Length).Insert(parts[into].Index, parts[from].Value);
            var result = RulesText.ReadFramework(text);
            return result.Value is null == result.Findings.Any(f => f.Severity == Severity.Error);
        }, iter: 1000);
    }
}
