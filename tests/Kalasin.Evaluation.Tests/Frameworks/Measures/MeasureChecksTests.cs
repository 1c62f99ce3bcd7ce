namespace Kalasin.Evaluation.Tests.Frameworks.Measures;

/// <summary>Measures that ask for what their register doesn't have, or for too much.</summary>
public sealed class MeasureChecksTests
{
    private const string Unit = "\"unit\": { \"th\": \"ก\", \"en\": \"a\" }, \"source\": { \"kind\": \"memo\" }";
    private const string Present = "{ \"kind\": \"present\", \"value\": { \"kind\": \"column\", \"name\": \"closed\" } }";
    private const string Absent = "{ \"kind\": \"present\", \"value\": { \"kind\": \"column\", \"name\": \"x\" } }";
    private const string Name = "\"name\": { \"th\": \"ก\", \"en\": \"a\" }";
    private const string Score = "\"minimum\": 0, \"maximum\": 100 }";

    public static TheoryData<string, string[]> Measures => new()
    {
        { $"\"percentage\", \"meets\": {Present}", [] },
        { $"\"percentage\", \"meets\": {Absent}", ["KAL3032 meets/value/name"] },
        { $"\"percentage\", \"meets\": {Present}, \"where\": {Absent}", ["KAL3032 where/value/name"] },
        { $"\"percentage\", \"meets\": {Present}, \"due\": {Absent}", ["KAL3032 due/value/name"] },
        { $"\"percentage\", \"meets\": {Present}, \"also\": {{ {Name}, \"meets\": {Absent}, \"due\": {Present} }}", ["KAL3032 also/meets/value/name"] },
        { $"\"percentage\", \"meets\": {Present}, \"also\": {{ {Name}, \"meets\": {Present}, \"due\": {Absent} }}", ["KAL3032 also/due/value/name"] },
        { $"\"percentage\", \"meets\": {Present}, \"population\": {{ \"key\": \"authority\", \"on\": \"2024-05-31\", \"kinds\": [\"pao\", \"city\"] }}", [] },
        { $"\"percentage\", \"meets\": {Present}, \"population\": {{ \"key\": \"authority\", \"on\": \"2024-05-31\", \"kinds\": [\"pao\", \"pao\"] }}", ["KAL3031 population/kinds/1"] },
        { $"\"percentage\", \"meets\": {Present}, \"population\": {{ \"key\": \"status\", \"on\": \"2024-05-31\", \"kinds\": [] }}", ["KAL3033 population/key"] },
        { $"\"percentage\", \"meets\": {Present}, \"listed\": {{ \"key\": \"status\" }}", ["KAL3076 listed/key"] },
        { $"\"percentage\", \"meets\": {Present}, \"listed\": {{ \"key\": \"closed\" }}", ["KAL3033 listed/key"] },
        { $"\"percentage\", \"meets\": {Present}, \"listed\": {{ \"key\": \"status\" }}, \"population\": {{ \"key\": \"authority\", \"on\": \"2024-05-31\", \"kinds\": [] }}", ["KAL3041 listed", "KAL3076 listed/key"] },
        { "\"count\"", [] },
        { "\"count\", \"distinctBy\": [\"authority\", \"closed\"]", [] },
        { "\"count\", \"distinctBy\": [\"authority\", \"authority\", \"x\"]", ["KAL3031 distinctBy/1", "KAL3032 distinctBy/2"] },
        { $"\"count\", \"also\": {{ {Name}, \"distinctBy\": [] }}", ["KAL3034 also/distinctBy"] },
        { $"\"count\", \"also\": {{ {Name}, \"distinctBy\": [\"x\"] }}", ["KAL3032 also/distinctBy/0"] },
        { "\"count\", \"expects\": { \"column\": \"status\", \"options\": [\"open\", \"shut\"] }", ["KAL3032 expects/options/1"] },
        { "\"count\", \"expects\": { \"column\": \"status\", \"options\": [] }", ["KAL3034 expects/options"] },
        { "\"count\", \"expects\": { \"column\": \"closed\", \"options\": [\"open\"] }", ["KAL3033 expects/column"] },
        { "\"sum\", \"column\": \"score\"", [] },
        { "\"sum\", \"column\": \"closed\"", ["KAL3033 column"] },
        { "\"ratioOfSums\", \"numerator\": \"score\", \"denominator\": \"closed\"", ["KAL3033 denominator"] },
        { "\"ratioOfSums\", \"numerator\": \"closed\", \"denominator\": \"score\"", ["KAL3033 numerator"] },
        { "\"growth\", \"now\": \"score\", \"before\": \"closed\"", ["KAL3033 before"] },
        { "\"growth\", \"now\": \"closed\", \"before\": \"score\"", ["KAL3033 now"] },
        { "\"average\", \"blanks\": \"leftOut\", \"column\": \"score\", \"trim\": { \"lowest\": 100, \"highest\": 0 }", [] },
        { "\"average\", \"blanks\": \"leftOut\", \"column\": \"closed\", \"trim\": { \"lowest\": 0, \"highest\": 100 }", ["KAL3033 column"] },
        { "\"average\", \"blanks\": \"leftOut\", \"column\": \"score\", \"trim\": { \"lowest\": 101, \"highest\": -1 }", ["KAL3043 trim/highest", "KAL3043 trim/lowest"] },
        { "\"average\", \"blanks\": \"leftOut\", \"column\": \"score\", \"trim\": { \"lowest\": 0, \"highest\": 0 }", ["KAL3034 trim"] },
        { "\"average\", \"blanks\": \"leftOut\", \"column\": \"score\", \"weights\": \"score\", \"trim\": { \"lowest\": 1, \"highest\": 0 }", ["KAL3060 trim"] },
        { "\"average\", \"blanks\": \"leftOut\", \"column\": \"score\", \"weights\": \"closed\"", ["KAL3033 weights"] },
        { "\"level\", \"steps\": []", ["KAL3043 steps"] },
        { $"\"level\", \"steps\": [{Step(1, Coverage("authority", "\"districtOffice\"", "\"pao\""))}]", ["KAL3033 steps/0/condition/column"] },
        { $"\"level\", \"steps\": [{Step(2, Coverage("authority", "", ""))}]", ["KAL3033 steps/0/condition/column", "KAL3034 steps/0/condition/senders", "KAL3040 steps/0/level"] },
        { $"\"level\", \"steps\": [{Step(1, Coverage("authority", "", "\"pao\""))}, {Step(2, Coverage("authority", "\"section\", \"clinic\"", ""))}]", ["KAL3032 steps/1/condition/senders/units/1", "KAL3033 steps/0/condition/column", "KAL3033 steps/1/condition/column"] },
    };

    [Theory]
    [MemberData(nameof(Measures))]
    public void Measure_NamesWhatItsRegisterHas(string measure, string[] faults)
    {
        var (from, to) = (RulesText.Framework.IndexOf("\"measure\"", StringComparison.Ordinal), RulesText.Framework.IndexOf("\"register\"", StringComparison.Ordinal));
        var found = RulesText.FaultsWith((RulesText.Framework[from..to], $"\"measure\": {{ {Unit}, \"kind\": {measure} }}, ")).Where(f => !f.Contains("/scale", StringComparison.Ordinal));
        Assert.Equal(faults, found.Select(f => f.Replace("/indicators/0/measure/", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"minimum\": 0, \"maximum\": 1000000 }")]
    [InlineData("\"minimum\": 0, \"maximum\": 1000000.01 }", "KAL3059 /indicators/0/measure/weights")]
    [InlineData("\"minimum\": -0.01, \"maximum\": 1000000 }", "KAL3059 /indicators/0/measure/weights")]
    [InlineData("\"minimum\": 0 }", "KAL3059 /indicators/0/measure/weights")]
    [InlineData("\"maximum\": 5 }", "KAL3059 /indicators/0/measure/weights")]
    public void Weights_AreBounded(string limits, params string[] faults)
    {
        var (from, to) = (RulesText.Framework.IndexOf("\"measure\"", StringComparison.Ordinal), RulesText.Framework.IndexOf("\"register\"", StringComparison.Ordinal));
        var measure = $"\"measure\": {{ {Unit}, \"kind\": \"average\", \"blanks\": \"leftOut\", \"column\": \"score\", \"weights\": \"score\" }}, ";
        Assert.Equal(faults, RulesText.FaultsWith((RulesText.Framework[from..to], measure), (Score, limits)));
    }

    private static string Step(int level, string condition) => $"{{ \"level\": {level}, \"text\": {{ \"th\": \"ก\", \"en\": \"a\" }}, \"condition\": {condition} }}";

    private static string Coverage(string column, string units, string authorities) =>
        $"{{ \"kind\": \"coverage\", \"column\": \"{column}\", \"senders\": {{ \"units\": [{units}], \"authorities\": [{authorities}], \"source\": {{ \"kind\": \"memo\" }} }} }}";
}
