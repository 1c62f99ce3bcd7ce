using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Tests.Frameworks.Reading;

/// <summary>Where the structure is wrong in one place, the meaning is told of all that this place has nothing to do with.</summary>
public sealed class MendedRulesTests
{
    private const string Entrant = "\"entrant\": \"province\",", Duplicates = "\"duplicates\": \"countOnce\",";
    private const string Title = "\"title\": { \"th\": \"ก\", \"en\": \"a\" }|\"title\": { \"th\": \"ก\" }|KAL3012 /title";
    private const string FirstText = "\"en\": \"share of {province}\"|\"en\": 7|KAL3013 /indicators/0/text/en";
    private const string FirstScale = "\"kind\": \"interpolated\"|\"kind\": \"interpolate\"|KAL3014 /indicators/0/scale/kind";
    private const string Lists = Entrant + "|" + Entrant + " \"lists\": [{ \"id\": \"a\" }],|KAL3012 /lists/0,KAL3012 /lists/0";
    private const string Stranger = Entrant + "|" + Entrant + " \"stranger\": 1,|KAL3011 /stranger";
    private const string OfSecond = "\"subject\": [\"sender\"]|\"subject\": [\"sendr\"]|KAL3032 /indicators/1/measure/subject/0";
    private const string OfFirst = "\"key\": [\"authority\"]|\"key\": [\"x\"]|KAL3032 /indicators/0/register/key/0";
    private const string OrderInFirst = "\"thresholds\": [60,|\"thresholds\": [75,|KAL3039 /indicators/0/scale/thresholds";
    private const string WeightOfFirst = "\"weight\": { \"value\": 1,|\"weight\": { \"value\": 0,|KAL3043 /indicators/0/weight/value";
    private const string Excluded = "\"codes\": [\"51\"]|\"codes\": [\"5x\"]|KAL3032 /excluded/codes/0";
    private const string Deadline = "\"date\": \"2024-05-31\"|\"date\": \"2023-05-31\"|KAL3056 /finalDeadline/date";
    private const string Total = Entrant + "|" + Entrant + " \"total\": { \"kind\": \"mean\", \"source\": { \"kind\": \"memo\" }, \"weightsAddUpTo\": 9 },|KAL3066 /total/weightsAddUpTo";
    private const string Bonus = Entrant + "|" + Entrant + " \"total\": { \"kind\": \"mean\", \"source\": { \"kind\": \"memo\" }, \"mostBonus\": -1 },|KAL3043 /total/mostBonus";

    private const string Unit = "\"kind\": \"section\"|\"kind\": 7|KAL3013 /units/0/kind";
    private const string Office = "\"office\": { \"th\": \"สำนักงาน\", \"en\": \"Office\" }|\"office\": { \"th\": \"สำนักงาน\" }|KAL3012 /office";
    private const string Collector = "\"collector\": \"ADM\"|\"collector\": \"PER\"|KAL3032 /collector";
    private const string Reminder = Duplicates + "|" + Duplicates + " \"reminders\": [0],|KAL3043 /reminders/0";
    private const string Host = "\"lead\": \"ADM\", \"source\": { \"kind\": \"memo\" }, \"leadSource\": { \"kind\": \"memo\" }|\"lead\": \"4602\", \"source\": { \"kind\": \"memo\" }, \"leadSource\": { \"kind\": \"memo\" }|KAL3053 /hosting/0/lead";
    private const string Hosting = "\"hosts\": [\"ADM\"]|\"hosts\": \"ADM\"|KAL3013 /hosting/0/hosts";

    [Theory]
    [InlineData(Title, OfSecond, true)]
    [InlineData(Title, OfFirst, true)]
    [InlineData(Title, Deadline, true)]
    [InlineData(Stranger, OfFirst, true)]
    [InlineData(FirstText, OfSecond, true)]
    [InlineData(FirstText, OfFirst, false)]
    [InlineData(FirstText, OrderInFirst, true)]
    [InlineData(FirstText, WeightOfFirst, true)]
    [InlineData(FirstText, Excluded, true)]
    [InlineData(FirstText, Deadline, false)]
    [InlineData(FirstText, Total, false)]
    [InlineData(FirstText, Bonus, true)]
    [InlineData(FirstScale, OfSecond, true)]
    [InlineData(FirstScale, OrderInFirst, false)]
    [InlineData(FirstScale, Excluded, true)]
    [InlineData(Lists, OfFirst, false)]
    [InlineData(Lists, OrderInFirst, true)]
    [InlineData(Lists, Deadline, false)]
    public void Framework_TellsWhatTheFaultDoesNotTouch(string structure, string meaning, bool isTold) =>
        Assert.Equal(Faults(structure, isTold ? meaning : null), RulesText.FaultsWith(Change(structure), Change(meaning)));

    [Theory]
    [InlineData(Office, Collector, true)]
    [InlineData(Unit, Collector, false)]
    [InlineData(Unit, Reminder, true)]
    [InlineData(Unit, Host, false)]
    [InlineData(Hosting, Collector, true)]
    [InlineData(Hosting, Reminder, true)]
    public void Plan_TellsWhatTheFaultDoesNotTouch(string structure, string meaning, bool isTold) =>
        Assert.Equal(Faults(structure, isTold ? meaning : null), RulesText.PlanFaultsWith(Change(structure), Change(meaning)));

    [Theory]
    [InlineData("closd", " Is “closed” meant?")]
    [InlineData("CLOSED", " Is “closed” meant?")]
    [InlineData("something", "")]
    public void Suggestion_IsTheOneNameThatIsNear(string typed, string question)
    {
        Assert.Equal(question, new FindingList().Suggest(typed, ["received", "closed", "status"]).English);
        // Of two near names neither is meant more than the other.
        Assert.Equal("", new FindingList().Suggest(typed, ["closed", "closed-", "closed"]).English);
    }

    [Fact]
    public void Suggestion_IsAskedForWhatAPersonTypes()
    {
        var name = new string('a', 100);
        Assert.Equal($" หมายถึง “{name}” หรือไม่", new FindingList().Suggest(name, [name]).Thai);
        Assert.Equal("", new FindingList().Suggest(name + "a", [name + "a"]).Thai);
    }

    private static IEnumerable<string> Faults(string structure, string? meaning) =>
        new[] { structure, meaning }.OfType<string>().SelectMany(c => c.Split('|')[2].Split(',')).Order(StringComparer.Ordinal);

    private static (string Passage, string Replacement) Change(string change) => (change.Split('|')[0], change.Split('|')[1]);
}
