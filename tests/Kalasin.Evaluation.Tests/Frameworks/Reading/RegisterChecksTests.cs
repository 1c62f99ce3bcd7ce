namespace Kalasin.Evaluation.Tests.Frameworks.Reading;

/// <summary>Columns, facts, key and checks of a register that don't fit together.</summary>
public sealed class RegisterChecksTests
{
    private const string Authority = "{ \"id\": \"authority\", \"heading\": { \"th\": \"อปท.\", \"en\": \"Authority\" }, \"type\": \"authority\" }";
    private const string Closed = "\"heading\": { \"th\": \"ยุติ\", \"en\": \"Closed\" }, \"type\": \"date\", \"synonyms\": [\"วันที่ยุติ\"] }";
    private const string Score = "\"type\": \"number\", \"minimum\": 0, \"maximum\": 100 }";
    private const string Sent = "{ \"id\": \"sent\", \"label\": { \"th\": \"วันที่ส่ง\", \"en\": \"Sent\" }, \"type\": \"date\" }";
    private const string Key = "\"key\": [\"authority\"]";
    private const string Done = "{ \"id\": \"done\", \"text\": { \"th\": \"ปิด\", \"en\": \"Done\" } }";

    [Theory]
    [InlineData("\"type\": \"number\" }")]
    [InlineData("\"type\": \"number\", \"minimum\": 5 }")]
    [InlineData("\"type\": \"number\", \"maximum\": 5 }")]
    [InlineData("\"type\": \"number\", \"minimum\": 5, \"maximum\": 5 }")]
    [InlineData("\"type\": \"number\", \"minimum\": 5.01, \"maximum\": 5 }", "KAL3042 columns/4/minimum")]
    [InlineData("\"type\": \"text\", \"minimum\": 5 }", "KAL3046 columns/4")]
    [InlineData("\"type\": \"text\", \"maximum\": 5 }", "KAL3046 columns/4")]
    [InlineData("\"type\": \"text\", \"options\": [{ \"id\": \"a\", \"text\": { \"th\": \"ก\", \"en\": \"a\" } }] }", "KAL3045 columns/4")]
    [InlineData("\"type\": \"choice\" }", "KAL3045 columns/4")]
    [InlineData("\"type\": \"text\", \"happened\": true }", "KAL3033 columns/4/happened")]
    [InlineData("\"type\": \"date\", \"happened\": true }")]
    [InlineData("\"type\": \"choice\", \"list\": \"hospital\" }", "KAL3032 columns/4/list")]
    [InlineData("\"type\": \"text\", \"list\": \"hospital\" }", "KAL3032 columns/4/list", "KAL3075 columns/4")]
    public void Column_IsWholeInItself(string column, params string[] faults) => Assert.Equal(faults, FaultsWith(Score, column));

    [Theory]
    [InlineData("\"type\": \"text\"")]
    [InlineData("\"type\": \"authority\"", "KAL3047 facts/0/type")]
    [InlineData("\"type\": \"sender\"", "KAL3047 facts/0/type")]
    [InlineData("\"type\": \"choice\"", "KAL3045 facts/0")]
    [InlineData("\"type\": \"choice\", \"options\": [{ \"id\": \"a\", \"text\": { \"th\": \"ก\", \"en\": \"a\" } }, { \"id\": \"a\", \"text\": { \"th\": \"ข\", \"en\": \"b\" } }]", "KAL3031 facts/0/options/1/id")]
    [InlineData("\"type\": \"choice\", \"options\": [{ \"id\": \"A\", \"text\": { \"th\": \"ก\", \"en\": \"a\" } }, { \"id\": \"b\", \"text\": { \"th\": \"ข\", \"en\": \"A\" } }]", "KAL3037 facts/0/options/0/id", "KAL3048 facts/0/options/1")]
    public void Fact_IsWholeInItself(string type, params string[] faults) => Assert.Equal(faults, FaultsWith(Sent, Sent.Replace("\"type\": \"date\"", type, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"key\": [\"authority\", \"status\"]")]
    [InlineData("\"key\": [\"authority\", \"state\"]", "KAL3032 key/1")]
    [InlineData("\"key\": [\"authority\", \"authority\"]", "KAL3031 key/1")]
    [InlineData("\"key\": [\"authority\"], \"prefill\": \"authority\"")]
    [InlineData("\"key\": [\"authority\"], \"prefill\": \"status\"", "KAL3033 prefill")]
    [InlineData("\"key\": [\"authority\"], \"prefill\": \"state\"", "KAL3032 prefill")]
    public void Key_NamesColumnsOnce(string key, params string[] faults) => Assert.Equal(faults, FaultsWith(Key, key));

    [Theory]
    [InlineData("\"th\": \"รับ\", \"en\": \"Closed\"", "KAL3048 columns/2")]
    [InlineData("\"th\": \"ยุติ\", \"en\": \"Received\"", "KAL3048 columns/2")]
    [InlineData("\"th\": \"วันที่ยุติ\", \"en\": \"Received\"", "KAL3048 columns/2")]
    [InlineData("\"th\": \"รับแล้ว\", \"en\": \"Received\"")]
    public void Heading_MeansOneColumn(string heading, params string[] faults) => Assert.Equal(faults, FaultsWith("\"th\": \"รับ\", \"en\": \"Received\"", heading));

    [Theory]
    [InlineData("\"text\": { \"th\": \"เปิด\", \"en\": \"Done\" }", "KAL3048 columns/3/options/1")]
    [InlineData("\"text\": { \"th\": \"ปิด\", \"en\": \"OPEN\" }", "KAL3048 columns/3/options/1")]
    [InlineData("\"text\": { \"th\": \"ปิด\", \"en\": \"Done\" }, \"synonyms\": [\"ปิด\", \"เปิด\"]", "KAL3048 columns/3/options/1")]
    [InlineData("\"text\": { \"th\": \"ปิด\", \"en\": \"Done\" }, \"synonyms\": [\"ปิด\", \"จบ\"]")]
    public void Option_MeansOneThing(string words, params string[] faults) => Assert.Equal(faults, FaultsWith(Done, $"{{ \"id\": \"done\", {words} }}"));

    [Fact]
    public void NoColumn_IsNoRegister()
    {
        var (from, to) = (RulesText.Framework.IndexOf("\"columns\": [", StringComparison.Ordinal), RulesText.Framework.IndexOf("\"facts\"", StringComparison.Ordinal));
        Assert.Contains("KAL3034 columns", FaultsWith(RulesText.Framework[from..to], "\"columns\": [], "));
    }

    [Theory]
    [InlineData("\"severity\": \"error\", \"column\": \"closed\"", "\"severity\": \"error\", \"column\": \"shut\"", "KAL3032 checks/0/column")]
    [InlineData("\"than\": { \"kind\": \"column\", \"name\": \"received\" }", "\"than\": { \"kind\": \"column\", \"name\": \"score\" }", "KAL3033 checks/0/violated/than")]
    public void Check_NamesWhatThereIs(string passage, string replacement, string fault) => Assert.Equal([fault], FaultsWith(passage, replacement));

    [Theory]
    [InlineData("sent")]
    [InlineData("cent", "KAL3032 factChecks/0/fact")]
    public void FactCheck_NamesAFact(string fact, params string[] faults) => Assert.Equal(faults, FaultsWith(Key, Key + ", \"factChecks\": [{ \"violated\": { \"kind\": \"present\", "
        + $"\"value\": {{ \"kind\": \"fact\", \"name\": \"sent\" }} }}, \"severity\": \"error\", \"fact\": \"{fact}\", \"message\": {{ \"th\": \"ก\", \"en\": \"a\" }}, \"remedy\": {{ \"th\": \"ก\", \"en\": \"a\" }} }}]"));

    [Fact]
    public void Ids_OfAListAreOfOneShapeAndTold()
    {
        Assert.Equal(["KAL3037 columns/0/id"], FaultsWith(Authority + ",", Authority.Replace("\"id\": \"authority\"", "\"id\": \"-authority\"", StringComparison.Ordinal) + ",").Where(f => f.StartsWith("KAL3037", StringComparison.Ordinal)));
        Assert.Equal(["KAL3031 columns/2/id", "KAL3032 /indicators/0/measure/meets/to/name"], FaultsWith("{ \"id\": \"closed\", " + Closed, "{ \"id\": \"received\", " + Closed).Where(f => !f.Contains("checks", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> FaultsWith(string passage, string replacement) =>
        RulesText.FaultsWith((passage, replacement)).Select(f => f.Replace("/indicators/0/register/", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
