namespace Kalasin.Evaluation.Tests.Frameworks.Reading;

/// <summary>What a framework says of itself, at the edge and beyond it; and in which order findings are told.</summary>
public sealed class FrameworkChecksTests
{
    private const string Memo = "\"source\": { \"kind\": \"memo\" }";
    private const string Entrant = "\"entrant\": \"province\",";
    private const string Sent = "{ \"id\": \"sent\", \"label\": { \"th\": \"วันที่ส่ง\", \"en\": \"Sent\" }, \"type\": \"date\" }";

    [Theory]
    [InlineData("\"formats\": [\"pdf\"], \"paper\": false", "\"formats\": [], \"paper\": true")]
    [InlineData("\"formats\": [\"pdf\"], \"paper\": false", "\"formats\": [], \"paper\": false", "KAL3034 /finalDeadline/formats")]
    [InlineData("\"codes\": [\"51\"]", "\"codes\": [\"51\", \"99\"]", "KAL3032 /excluded/codes/1")]
    [InlineData("share of {province}", "share of {prov}", "KAL3050 /indicators/0/text/en")]
    [InlineData("ร้อยละของจังหวัด{province}", "ร้อยละ{province", "KAL3050 /indicators/0/text/th")]
    [InlineData("\"from\": \"2023-10-01\"", "\"from\": \"2024-09-30\"", "KAL3056 /finalDeadline/date")]
    [InlineData("\"from\": \"2023-10-01\", \"to\": \"2024-09-30\"", "\"from\": \"2024-05-31\", \"to\": \"2024-05-31\"")]
    [InlineData("\"from\": \"2023-10-01\", \"to\": \"2024-09-30\"", "\"from\": \"2024-05-31\", \"to\": \"2024-05-30\"", "KAL3042 /indicators/0/period/from")]
    [InlineData("\"date\": \"2024-05-31\"", "\"date\": \"2023-10-01\"")]
    [InlineData("\"date\": \"2024-05-31\"", "\"date\": \"2023-09-30\"", "KAL3056 /finalDeadline/date")]
    [InlineData("\"period\": { \"column\": \"received\"", "\"period\": { \"column\": \"score\"", "KAL3033 /indicators/0/period/column")]
    [InlineData("\"period\": { \"column\": \"received\"", "\"period\": { \"column\": \"x\"", "KAL3032 /indicators/0/period/column")]
    [InlineData("\"number\": \"2\"", "\"number\": \"1.2\"")]
    [InlineData("\"number\": \"2\"", "\"number\": \"1\"", "KAL3031 /indicators/1/number")]
    public void Part_FitsTheRestOfTheFramework(string passage, string replacement, params string[] faults) => Assert.Equal(faults, RulesText.FaultsWith((passage, replacement)));

    [Theory]
    [InlineData("one", "two")]
    [InlineData("one", "One", "KAL3037 /classes/0/options/1/id")]
    [InlineData("one", "one", "KAL3031 /classes/0/options/1/id")]
    [InlineData("one", null, "KAL3062 /classes/0/options")]
    public void Class_HasTwoOptions(string first, string? second, params string[] faults)
    {
        var options = string.Join(", ", new[] { first, second }.OfType<string>().Select((id, i) => $"{{ \"id\": \"{id}\", \"text\": {{ \"th\": \"{i}\", \"en\": \"{i}\" }} }}"));
        Assert.Equal(faults, RulesText.FaultsWith((Entrant, $"{Entrant} \"classes\": [{{ \"id\": \"size\", \"name\": {{ \"th\": \"ก\", \"en\": \"a\" }}, {Memo}, \"options\": [{options}] }}],")));
    }

    [Theory]
    [InlineData("lists", "a", "b")]
    [InlineData("lists", "a", "A", "KAL3037 /lists/1/id")]
    [InlineData("lists", "a", "a", "KAL3031 /lists/1/id")]
    [InlineData("unitKinds", "a", "aB")]
    [InlineData("unitKinds", "a", "a", "KAL3031 /unitKinds/1/id")]
    public void List_IsNamedOnce(string member, string first, string second, params string[] faults) => Assert.Equal(faults, RulesText.FaultsWith(
        (Entrant, $"{Entrant} \"{member}\": [{Named(first)}, {Named(second)}],")));

    /// <summary>Only a fact that is a number can be what a unit gives itself, so only such a one is proposed.</summary>
    [Theory]
    [InlineData("own-score", null)]
    [InlineData("sent", "There is no number fact “sent”.")]
    [InlineData("sents", "There is no number fact “sents”.")]
    [InlineData("own-scores", "There is no number fact “own-scores”. Is “own-score” meant?")]
    public void SelfScore_ProposesNumbers(string fact, string? message)
    {
        var text = RulesText.Change(RulesText.Framework, Sent, $"{Sent}, {{ \"id\": \"own-score\", \"label\": {{ \"th\": \"ตนเอง\", \"en\": \"Own\" }}, \"type\": \"number\" }}").Text;
        var findings = RulesText.ReadFramework(RulesText.Change(text, "\"number\": \"1\",", $"\"number\": \"1\", \"selfScore\": \"{fact}\",").Text).Findings;
        if (message is null) Assert.Empty(findings);
        else Assert.Equal(("KAL3032", "/indicators/0/selfScore", message), (Assert.Single(findings).Code, findings[0].Place.Pointer, findings[0].Message.English));
    }

    /// <summary>Checks go by kinds of rules; a reader goes down the file.</summary>
    [Fact]
    public void Findings_AreToldInTheOrderOfTheText()
    {
        var text = RulesText.Framework;
        foreach (var (passage, replacement) in new[] { ("\"thresholds\": [60,", "\"thresholds\": [75,"), ("\"date\": \"2024-05-31\"", "\"date\": \"2023-05-31\""), ("\"key\": [\"authority\"]", "\"key\": [\"x\"]"), ("\"value\": 0.5", "\"value\": 0") })
            text = RulesText.Change(text, passage, replacement).Text;
        var findings = RulesText.ReadFramework(text).Findings;
        Assert.Equal(["/finalDeadline/date", "/indicators/0/register/key/0", "/indicators/0/scale/thresholds", "/indicators/1/weight/value"], findings.Select(f => f.Place.Pointer));
        Assert.Equal(findings.Select(f => f.Place.Line).Order(), findings.Select(f => f.Place.Line));
        Assert.Distinct(findings.Select(f => f.Place.Line));
    }

    private static string Named(string id) => $"{{ \"id\": \"{id}\", \"name\": {{ \"th\": \"ก\", \"en\": \"a\" }}, {Memo} }}";
}
