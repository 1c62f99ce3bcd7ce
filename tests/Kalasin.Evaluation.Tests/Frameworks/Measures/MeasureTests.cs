using System.Text.Json;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks.Measures;

/// <summary>What measures say of themselves: what makes two rows one thing, what they rest on, whom they expect.</summary>
public sealed class MeasureTests
{
    private const string Memo = "\"source\": { \"kind\": \"memo\" }";
    private static readonly BilingualText Unit = new("เรื่อง", "cases");
    private static readonly RuleSource Source = new(SourceKind.Memo), Register = new(SourceKind.Annex, "ทะเบียน"), Table = new(SourceKind.Office, "บัญชีรายชื่อ");

    [Fact]
    public void Identity_IsWhatACountNamesElseTheKey()
    {
        var register = HospitalRound.Framework.Indicators[0].Register;
        Assert.Equal(["hospital"], new CountMeasure(Unit, Source).IdentityIn(register));
        Assert.Equal(["passed"], (new CountMeasure(Unit, Source) { DistinctBy = ["passed"] }).IdentityIn(register));
        Assert.Equal(["hospital"], HospitalRound.Framework.Indicators[0].Measure.IdentityIn(register));
    }

    [Fact]
    public void Percentage_RestsOnItsDenominator()
    {
        var measure = new PercentageMeasure(Unit, Source, new Present(new ColumnOperand("passed")));
        var population = new Population("authority", new(2024, 5, 31), [], Register);
        Assert.Equal([(RuleKind.Measure, Source)], measure.Sources);
        Assert.Equal([(RuleKind.Measure, Source), (RuleKind.Population, Register)], (measure with { Population = population }).Sources);
        Assert.Equal([(RuleKind.Measure, Source), (RuleKind.Population, Table)], (measure with { Listed = new("hospital", Table) }).Sources);
        Assert.Equal([(RuleKind.Measure, Source), (RuleKind.Population, Register)], (measure with { Population = population, Listed = new("hospital", Table) }).Sources);
        Assert.Equal([(RuleKind.Measure, Source)], (measure with { Population = population with { Source = null } }).Sources);
    }

    /// <summary>Of a list everything is expected, so nobody is named; of a column of senders somebody is.</summary>
    [Theory]
    [InlineData("sender", "\"districtOffice\"", "")]
    [InlineData("sender", "", "\"pao\"")]
    [InlineData("sender", "", "", "KAL3034 /indicators/1/measure/steps/2/condition/senders")]
    [InlineData("hospital", "", "")]
    [InlineData("hospital", "\"districtOffice\"", "", "KAL3077 /indicators/1/measure/steps/2/condition/senders")]
    [InlineData("hospital", "", "\"pao\"", "KAL3077 /indicators/1/measure/steps/2/condition/senders")]
    public void Coverage_NamesSendersExceptOfAList(string column, string units, string authorities, params string[] faults)
    {
        const string Sender = "{ \"id\": \"sender\", \"heading\": { \"th\": \"ผู้ส่ง\", \"en\": \"Sender\" }, \"type\": \"sender\" }", Entrant = "\"entrant\": \"province\",";
        Assert.Equal(faults, RulesText.FaultsWith(
            (Entrant, $"{Entrant} \"lists\": [{{ \"id\": \"hospital\", \"name\": {{ \"th\": \"ก\", \"en\": \"a\" }}, {Memo} }}],"),
            (Sender, $"{Sender}, {{ \"id\": \"hospital\", \"heading\": {{ \"th\": \"โรงพยาบาล\", \"en\": \"Hospital\" }}, \"type\": \"choice\", \"list\": \"hospital\" }}"),
            ("\"column\": \"sender\", \"senders\": { \"units\": [\"districtOffice\"], \"authorities\": []", $"\"column\": \"{column}\", \"senders\": {{ \"units\": [{units}], \"authorities\": [{authorities}]")));
    }

    [Fact]
    public void List_FillsTheColumnsThatAskForIt()
    {
        var rules = HospitalRound.Rules;
        var plain = HospitalRound.Framework.Indicators[0] with { Number = IndicatorNumber.Parse("2"), Register = new(Unit, [new("passed", new("ผ่าน", "Passed"), ColumnType.Flag)]) };
        var columns = rules.Framework.Indicators[0].Register.Columns;
        Assert.Equal(["mueang", "na-mon", "khao-wong"], columns[0].Options.Select(o => o.Id));
        Assert.Equal(["รพ.เขาวง"], columns[0].Options[2].Synonyms);
        Assert.Empty(columns[1].Options);
        var both = AwardRules.AsRecorded(HospitalRound.Framework with { Indicators = [HospitalRound.Framework.Indicators[0], plain] }, HospitalRound.Plan).Framework;
        Assert.Same(plain, both.Indicators[1]);
        Assert.Equal(3, both.Indicators[0].Register.Columns[0].Options.Length);
    }

    [Fact]
    public void TextOfNoId_IsNamedByWhatItShouldBe()
    {
        Assert.Equal("Not a valid UnitKind.", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<UnitKind>("\"A b\"", RulesJson.Options)).Message);
        Assert.Equal("Not a valid IndicatorNumber.", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<IndicatorNumber>("1", RulesJson.Options)).Message);
    }
}
