namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>One go names everything that is wrong, whatever kind of wrong it is, and nothing of it is read.</summary>
public sealed class PlantedFaultsTests
{
    [Fact]
    public void Framework_EveryPlantedFaultIsNamedAtOnce()
    {
        (string Passage, string Replacement, string Finding)[] faults =
        [
            ("\"fiscalYear\": 2567,", "\"fiscalyear\": 2567,", "KAL3011 /fiscalyear"),
            ("\"entrant\": \"province\"", "\"entrant\": \"provinces\"", "KAL3014 /entrant"),
            ("\"email\": \"a@b.th\"", "\"email\": \"somebody\"", "KAL3052 /finalDeadline/email"),
            ("\"codes\": [\"51\"]", "\"codes\": [\"5x\"]", "KAL3032 /excluded/codes/0"),
            ("จังหวัด{province}", "จังหวัด{จังหวัด}", "KAL3050 /indicators/0/text/th"),
            ("\"thresholds\": [60, 70", "\"thresholds\": [75, 70", "KAL3039 /indicators/0/scale/thresholds"),
            ("\"minimum\": 0", "\"minimum\": \"0\"", "KAL3013 /indicators/0/register/columns/4/minimum"),
            ("\"weight\": { \"value\": 1,", "\"weight\": { \"value\": 0,", "KAL3043 /indicators/0/weight/value"),
            ("\"from\": \"2023-10-01\"", "\"from\": \"2566-10-01\"", "KAL3018 /indicators/0/period/from"),
            ("\"subject\": [\"sender\"]", "\"subject\": [\"sendr\"]", "KAL3032 /indicators/1/measure/subject/0"),
            ("\"weight\": { \"value\": 0.5, ", "\"weight\": { ", "KAL3012 /indicators/1/weight"),
            ("{ \"level\": 4,", "{ \"level\": 7,", "KAL3040 /indicators/1/measure/steps/3/level"),
        ];
        var text = RulesText.Framework;
        foreach (var (passage, replacement, _) in faults) text = RulesText.Change(text, passage, replacement).Text;
        var result = RulesText.ReadFramework(text);
        Assert.Null(result.Value);
        var told = result.Findings.Select(f => $"{f.Code} {f.Place.Pointer}").ToList();
        // The year that is called otherwise is missing under its own name too. Where half an indicator can't be read, what its other half names is not judged.
        Assert.Equal(
            faults.Select(f => f.Finding).Where(f => !f.StartsWith("KAL3032 /indicators/1", StringComparison.Ordinal) && !f.StartsWith("KAL3040", StringComparison.Ordinal)).Append("KAL3012 ").Order(StringComparer.Ordinal),
            told.Where(t => !t.StartsWith("KAL3032 /indicators/1", StringComparison.Ordinal) && !t.StartsWith("KAL3040", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(result.Findings.Where(f => f.Place.Pointer?.Length > 0), f => Assert.NotNull(f.Place.Line));
    }

    /// <summary>Where more is wrong with the structure than is told one by one, each faulty place isn't held against each finding on the meaning.</summary>
    [Fact]
    public void MoreFaultsThanAreTold_LeaveTheMeaningForTheNextTime()
    {
        string With(int unknown) => RulesText.Change(RulesText.Change(RulesText.Framework, "\"entrant\": \"province\",", "\"entrant\": \"province\"," + string.Concat(Enumerable.Range(0, unknown).Select(n => $"\"x{n}\": 1,"))).Text,
            "\"codes\": [\"51\"]", "\"codes\": [\"5x\"]").Text;
        Assert.Contains(RulesText.ReadFramework(With(100)).Findings, f => f.Code == "KAL3032");
        var more = Assert.Single(RulesText.ReadFramework(With(250)).Findings, f => f.Code == "KAL3008");
        Assert.Contains("there are 50 more", more.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_EveryPlantedFaultIsNamedAtOnce()
    {
        (string Passage, string Replacement, string Finding)[] faults =
        [
            ("\"revision\": 1", "\"revision\": \"1\"", "KAL3013 /revision"),
            ("\"date\": \"2024-05-15\"", "\"date\": \"2024-02-30\"", "KAL3016 /internalDeadline/date"),
            ("\"email\": \"a@b.th\"", "\"email\": \"somebody\"", "KAL3052 /internalDeadline/email"),
            ("\"16:30:00\"", "\"16.30\"", "KAL3016 /internalDeadline/officeHoursEnd"),
            ("\"duplicates\": \"countOnce\"", "\"duplicates\": \"once\"", "KAL3014 /duplicates"),
            ("\"province\": \"46\"", "\"province\": \"00\"", "KAL3107 /province"),
            ("\"memo\": \"ว ๑\"", "\"memo\": \"\"", "KAL3034 /memo"),
            ("\"hosts\": [\"ADM\"]", "\"hosts\": []", "KAL3034 /hosting/0/hosts"),
            ("\"role\": \"certifier\"", "\"roll\": \"certifier\"", "KAL3011 /signatories/0/roll"),
            ("\"collector\": \"ADM\"", "\"collector\": \"adm\"", "KAL3015 /collector"),
        ];
        var text = RulesText.Plan;
        foreach (var (passage, replacement, _) in faults) text = RulesText.Change(text, passage, replacement).Text;
        var result = RulesText.ReadPlan(text);
        Assert.Null(result.Value);
        var told = result.Findings.Select(f => $"{f.Code} {f.Place.Pointer}").ToHashSet(StringComparer.Ordinal);
        Assert.All(faults, f => Assert.Contains(f.Finding, told));
    }

    [Fact]
    public void SchemaMember_IsReadOver()
    {
        var text = RulesText.Framework.Replace("{\n  \"id\"", "{\n  \"$schema\": \"https://example.go.th/framework.schema.json\",\n  \"id\"", StringComparison.Ordinal);
        Assert.NotEqual(RulesText.Framework, text);
        var result = RulesText.ReadFramework(text);
        Assert.Empty(result.Findings);
        Assert.Equal(RulesWriter.HashOf(RulesText.ReadFramework(RulesText.Framework).Value!), RulesWriter.HashOf(result.Value!));
        Assert.DoesNotContain("$schema", RulesWriter.ToJson(result.Value!), StringComparison.Ordinal);
    }
}
