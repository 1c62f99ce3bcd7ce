using System.Collections.Immutable;

namespace Kalasin.Evaluation.Tests.Frameworks.Reading;

/// <summary>Conditions at the edge of what they can ask, and beyond it.</summary>
public sealed class PredicateChecksTests
{
    private const string Meets = "\"meets\": { \"kind\": \"within\", \"from\": { \"kind\": \"column\", \"name\": \"received\" }, \"to\": { \"kind\": \"column\", \"name\": \"closed\" }, \"days\": 30 }";
    private const string LastColumn = "{ \"id\": \"score\", \"heading\": { \"th\": \"คะแนน\", \"en\": \"Score\" }, \"type\": \"number\", \"minimum\": 0, \"maximum\": 100 }";
    private const string FirstFact = "{ \"id\": \"sent\", \"label\": { \"th\": \"วันที่ส่ง\", \"en\": \"Sent\" }, \"type\": \"date\" }],";

    /// <summary>Columns beside those of <see cref="RulesText.Framework"/>: <c>c:</c> names a column in the cases below, <c>f:</c> a fact, <c>t:</c> a text, <c>n:</c> a number, <c>d:</c> a day.</summary>
    private const string MoreColumns = ", { \"id\": \"passed\", \"heading\": { \"th\": \"ผ่าน\", \"en\": \"Passed\" }, \"type\": \"flag\" }"
        + ", { \"id\": \"sender\", \"heading\": { \"th\": \"ผู้ส่ง\", \"en\": \"Sender\" }, \"type\": \"sender\" }, { \"id\": \"note\", \"heading\": { \"th\": \"หมายเหตุ\", \"en\": \"Note\" }, \"type\": \"text\" }";

    private const string MoreFacts = "{ \"id\": \"grade\", \"label\": { \"th\": \"เกรด\", \"en\": \"Grade\" }, \"type\": \"choice\", \"options\": [{ \"id\": \"good\", \"text\": { \"th\": \"ดี\", \"en\": \"Good\" } }] }, ";

    public static TheoryData<string, string[]> Spans => new()
    {
        { "\"days\": 1", [] }, { "\"days\": 3660", [] }, { "\"days\": 0", ["KAL3043 days"] }, { "\"days\": 3661", ["KAL3043 days"] },
        { "\"workingDays\": 1", [] }, { "\"workingDays\": 2500", [] }, { "\"workingDays\": 0", ["KAL3043 workingDays"] }, { "\"workingDays\": 2501", ["KAL3043 workingDays"] },
        { "\"months\": 1", [] }, { "\"months\": 120", [] }, { "\"months\": 0", ["KAL3043 months"] }, { "\"months\": 121", ["KAL3043 months"] },
        { "\"years\": 1", [] }, { "\"years\": 10", [] }, { "\"years\": 0", ["KAL3043 years"] }, { "\"years\": 11", ["KAL3043 years"] },
        { "\"countsFirstDay\": true", ["KAL3061 "] }, { "\"days\": 1, \"years\": 1", ["KAL3061 "] }, { "\"months\": 121, \"workingDays\": 0", ["KAL3043 months", "KAL3043 workingDays", "KAL3061 "] },
    };

    public static TheoryData<string, string, string, string, string[]> Pairs => new()
    {
        { "equals", "value", "c:status", "to t:open", [] }, { "equals", "value", "t:open", "to c:status", [] },
        { "equals", "value", "c:status", "to t:shut", ["KAL3032 to/value"] }, { "equals", "value", "t:shut", "to c:status", ["KAL3032 value/value"] },
        { "equals", "value", "f:grade", "to t:good", [] }, { "equals", "value", "f:grade", "to t:bad", ["KAL3032 to/value"] },
        { "equals", "value", "f:level", "to t:good", ["KAL3032 value/name"] }, { "equals", "value", "t:good", "to f:level", ["KAL3032 to/name"] },
        { "equals", "value", "c:passed", "to t:yes", [] }, { "equals", "value", "c:passed", "to t:no", [] }, { "equals", "value", "c:passed", "to t:maybe", ["KAL3032 to/value"] },
        { "equals", "value", "c:note", "to t:anything", [] }, { "equals", "value", "c:authority", "to t:anything", [] },
        { "equals", "value", "c:score", "to t:1", ["KAL3033 to"] }, { "equals", "value", "t:1", "to c:closed", ["KAL3033 value"] },
        { "equals", "value", "c:authority", "to c:sender", [] }, { "equals", "value", "c:sender", "to c:authority", [] }, { "equals", "value", "c:note", "to c:sender", ["KAL3033 to"] },
        { "equals", "value", "c:closed", "to c:received", [] }, { "equals", "value", "c:closed", "to n:1", ["KAL3033 to"] }, { "equals", "value", "c:x", "to c:y", ["KAL3032 to/name", "KAL3032 value/name"] },
        { "before", "value", "c:closed", "than d:2024-01-01", [] }, { "before", "value", "c:score", "than c:received", ["KAL3033 value"] },
        { "before", "value", "c:closed", "than c:score", ["KAL3033 than"] }, { "before", "value", "n:1", "than t:1", ["KAL3033 than", "KAL3033 value"] }, { "before", "value", "c:x", "than c:y", ["KAL3032 than/name", "KAL3032 value/name"] },
        { "atLeast", "value", "c:score", "limit n:1", [] }, { "atMost", "value", "c:closed", "limit d:2024-01-01", [] },
        { "atLeast", "value", "c:status", "limit n:1", ["KAL3033 value"] }, { "atMost", "value", "c:score", "limit c:closed", ["KAL3033 limit"] },
        { "atLeast", "value", "c:closed", "limit n:1", ["KAL3033 limit"] }, { "atMost", "value", "c:x", "limit c:y", ["KAL3032 limit/name", "KAL3032 value/name"] }, { "atLeast", "value", "c:x", "limit t:1", ["KAL3032 value/name"] },
    };

    [Theory]
    [MemberData(nameof(Spans))]
    public void Span_HasOneLengthWithinItsBounds(string lengths, string[] faults) =>
        Assert.Equal(faults, FaultsOf(Meets.Replace("\"days\": 30", lengths, StringComparison.Ordinal)["\"meets\": ".Length..]));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Operands_FitEachOther(string kind, string first, string one, string other, string[] faults) =>
        Assert.Equal(faults, FaultsOf($"{{ \"kind\": \"{kind}\", \"{first}\": {Operand(one)}, \"{other.Split(' ')[0]}\": {Operand(other.Split(' ')[1])} }}"));

    [Fact]
    public void NoCondition_IsNone()
    {
        Assert.Equal(["KAL3034 of"], FaultsOf("{ \"kind\": \"all\", \"of\": [] }"));
        Assert.Equal(["KAL3034 of/1/of"], FaultsOf($"{{ \"kind\": \"any\", \"of\": [{{ \"kind\": \"present\", \"value\": {Operand("c:note")} }}, {{ \"kind\": \"all\", \"of\": [] }}] }}"));
        Assert.Equal(["KAL3032 of/value/name"], FaultsOf($"{{ \"kind\": \"not\", \"of\": {{ \"kind\": \"present\", \"value\": {Operand("c:x")} }} }}"));
    }

    [Theory]
    [InlineData(2399, false)]
    [InlineData(2400, true)]
    [InlineData(2800, true)]
    [InlineData(2801, false)]
    public void FiscalYear_IsOfTheBuddhistEra(int year, bool isOne)
    {
        var condition = $"{{ \"kind\": \"before\", \"value\": {Operand("c:closed")}, \"than\": {{ \"kind\": \"fiscalYearEnd\", \"year\": {year} }} }}";
        Assert.Equal(isOne ? [] : ["KAL3043 than/year"], FaultsOf(condition));
        Assert.Equal(isOne ? [] : ["KAL3043 /fiscalYear"], RulesText.FaultsWith(("\"fiscalYear\": 2567", $"\"fiscalYear\": {year}")));
    }

    [Theory]
    [InlineData("t:ก", "“ก” เป็นข้อความ", "“ก” is a text")]
    [InlineData("n:1.5", "๑.๕ เป็นจำนวน", "1.5 is a number")]
    [InlineData("c:score", "score เป็นจำนวน", "score is a number")]
    [InlineData("f:grade", "grade เป็นตัวเลือก", "grade is a choice")]
    [InlineData("c:passed", "passed เป็นใช่/ไม่", "passed is yes or no")]
    [InlineData("c:sender", "sender เป็นผู้ส่ง", "sender is a sender")]
    [InlineData("c:authority", "authority เป็นองค์กรปกครองส่วนท้องถิ่น", "authority is a local authority")]
    public void Misfit_IsCalledWhatItIs(string operand, string thai, string english)
    {
        var finding = Assert.Single(Read($"{{ \"kind\": \"before\", \"value\": {Operand("c:closed")}, \"than\": {Operand(operand)} }}"));
        Assert.Equal(($"{thai} แต่เงื่อนไขนี้ต้องใช้วันที่", $"{english}, but this condition needs a day."), (finding.Message.Thai, finding.Message.English));
    }

    private static IEnumerable<string> FaultsOf(string condition) =>
        Read(condition).Select(f => $"{f.Code} {f.Place.Pointer!["/indicators/0/measure/meets".Length..].TrimStart('/')}").Order(StringComparer.Ordinal);

    private static ImmutableArray<Finding> Read(string condition)
    {
        var text = RulesText.Change(RulesText.Change(RulesText.Framework, LastColumn, LastColumn + MoreColumns).Text, FirstFact, FirstFact[..^2] + ", " + MoreFacts.TrimEnd(',', ' ') + "],").Text;
        return RulesText.ReadFramework(RulesText.Change(text, Meets, $"\"meets\": {condition}").Text).Findings;
    }

    private static string Operand(string word) => word[0] switch
    {
        'c' => $"{{ \"kind\": \"column\", \"name\": \"{word[2..]}\" }}",
        'f' => $"{{ \"kind\": \"fact\", \"name\": \"{word[2..]}\" }}",
        't' => $"{{ \"kind\": \"text\", \"value\": \"{word[2..]}\" }}",
        'n' => $"{{ \"kind\": \"number\", \"value\": {word[2..]} }}",
        _ => $"{{ \"kind\": \"date\", \"value\": \"{word[2..]}\" }}",
    };
}
