namespace Kalasin.Evaluation.Tests.Frameworks.Reading;

/// <summary>What a plan alone can get wrong, at the edge and beyond it.</summary>
public sealed class RoundPlanChecksTests
{
    private const string Duplicates = "\"duplicates\": \"countOnce\",";
    private const string Source = "\"source\": { \"kind\": \"memo\" }";
    private const string NaMon = "{ \"id\": \"na-mon\", \"name\": { \"th\": \"โรงพยาบาลนามน\", \"en\": \"Na Mon\" }";

    [Theory]
    [InlineData("1, 60")]
    [InlineData("0", "KAL3043 /reminders/0")]
    [InlineData("61, 1", "KAL3043 /reminders/0")]
    [InlineData("7, 3, 7", "KAL3031 /reminders/2")]
    public void Reminders_AreDaysBeforeEachOnce(string days, params string[] faults) =>
        Assert.Equal(faults, RulesText.PlanFaultsWith((Duplicates, $"{Duplicates} \"reminders\": [{days}],")));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public void Revision_IsCountedFromOne(int revision, bool holds)
    {
        Assert.Equal(holds ? [] : ["KAL3043 /revision"], RulesText.PlanFaultsWith(("\"revision\": 1", $"\"revision\": {revision}")));
        Assert.Equal(holds ? [] : ["KAL3043 /revision"], RulesText.FaultsWith(("\"revision\": 1", $"\"revision\": {revision}")));
    }

    [Theory]
    [InlineData("{0}, \"district\": \"4602\" }")]
    [InlineData("{0}, \"district\": \"4001\" }", "KAL3055 /lists/0/items/0/district")]
    [InlineData("", "KAL3034 /lists/0/items")]
    [InlineData("{0} }, {0} }", "KAL3031 /lists/0/items/1/id")]
    [InlineData("{0} }, { \"id\": \"Na-mon\", \"name\": { \"th\": \"โรงพยาบาลเขาวง\", \"en\": \"Khao Wong\" } }", "KAL3037 /lists/0/items/1/id")]
    [InlineData("{0} }, { \"id\": \"other\", \"name\": { \"th\": \"โรงพยาบาลนามน\", \"en\": \"Other\" } }", "KAL3048 /lists/0/items/1")]
    [InlineData("{0} }, { \"id\": \"other\", \"name\": { \"th\": \"อื่น\", \"en\": \"Na Mon\" } }", "KAL3048 /lists/0/items/1")]
    [InlineData("{0} }, { \"id\": \"other\", \"name\": { \"th\": \"อื่น\", \"en\": \"Other\" }, \"synonyms\": [\"na mon\"] }", "KAL3048 /lists/0/items/1")]
    public void List_HoldsThingsOfTheProvinceEachOnce(string items, params string[] faults) => Assert.Equal(faults, RulesText.PlanFaultsWith(
        (Duplicates, $"{Duplicates} \"lists\": [{{ \"list\": \"hospital\", \"items\": [{items.Replace("{0}", NaMon, StringComparison.Ordinal)}], {Source} }}],")));

    [Theory]
    [InlineData("\"kind\": \"section\"", "\"kind\": \"section\", \"email\": \"adm@b.th\"")]
    [InlineData("\"kind\": \"section\"", "\"kind\": \"section\", \"email\": \"adm\"", "KAL3052 /units/0/email")]
    [InlineData("\"kind\": \"section\"", "\"kind\": \"section\", \"district\": \"4602\"", "KAL3055 /units/0/district")]
    [InlineData("\"district\": \"4602\"", "\"district\": \"4001\"", "KAL3055 /units/1/district")]
    [InlineData("\"th\": \"ท้องถิ่นอำเภอนามน\"", "\"th\": \"งานบริหารทั่วไป\"", "KAL3054 /units/1")]
    [InlineData("\"th\": \"นามน\"", "\"th\": \"บริหาร\"", "KAL3054 /units/1")]
    [InlineData("\"th\": \"นามน\"", "\"th\": \"ADM\"", "KAL3054 /units/1")]
    [InlineData("\"email\": \"a@b.th\", ", "\"email\": \"\", ")]
    [InlineData("\"email\": \"a@b.th\", ", "\"email\": \"b.th\", ", "KAL3052 /internalDeadline/email")]
    [InlineData("\"collector\": \"ADM\"", "\"collector\": \"PER\"", "KAL3032 /collector")]
    [InlineData("\"indicator\": \"2\"", "\"indicator\": \"1\"", "KAL3031 /hosting/1/indicator")]
    [InlineData("\"indicator\": \"2\"", "\"indicator\": \"2.1\"")]
    [InlineData("\"hosts\": [\"ADM\", \"4602\"]", "\"hosts\": [\"ADM\", \"4602\", \"4602\"]", "KAL3031 /hosting/1/hosts/2")]
    [InlineData("\"hosts\": [\"ADM\", \"4602\"]", "\"hosts\": [\"ADM\", \"4603\"]", "KAL3032 /hosting/1/hosts/1")]
    [InlineData("\"hosts\": [\"ADM\", \"4602\"]", "\"hosts\": [\"4602\"]", "KAL3053 /hosting/1/lead")]
    [InlineData("\"hosts\": [\"ADM\", \"4602\"]", "\"hosts\": []", "KAL3034 /hosting/1/hosts", "KAL3053 /hosting/1/lead")]
    [InlineData("\"role\": \"certifier\"", "\"role\": \"Certifier\"", "KAL3037 /signatories/0/role")]
    [InlineData("\"id\": \"letter\"", "\"id\": \"Letter\"", "KAL3037 /openChoices/0/id")]
    public void Part_FitsTheRestOfThePlan(string passage, string replacement, params string[] faults) => Assert.Equal(faults, RulesText.PlanFaultsWith((passage, replacement)));

    [Fact]
    public void OtherProvince_HasNoneOfTheseDistricts() => Assert.Equal(["KAL3055 /units/1/district"], RulesText.PlanFaultsWith(("\"province\": \"46\"", "\"province\": \"40\"")));
}
