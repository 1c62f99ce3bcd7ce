using System.Reflection;
using System.Text;
using System.Text.Json;
using CsCheck;
using Kalasin.Evaluation.Tests.Reports.Scorecards;

namespace Kalasin.Evaluation.Tests.Json;

public sealed class EvaluationJsonTests
{
    /// <summary>Documents for people: their forms are Word and PDF.</summary>
    private static readonly Type[] WithoutJson = [typeof(ReportDocument)];

    /// <summary>Every public record, those within others too.</summary>
    private static IEnumerable<Type> Records => typeof(Finding).Assembly.GetExportedTypes().Where(IsRecord)
        .SelectMany(t => t.IsGenericTypeDefinition ? [t.MakeGenericType(typeof(Framework)), t.MakeGenericType(typeof(RoundPlan))] : new[] { t });

    public static TheoryData<string> RecordNames => [.. Records.Except(WithoutJson).Select(t => t.ToString())];

    [Theory]
    [MemberData(nameof(RecordNames))]
    public void AnyValueOfARecord_ReadsBackEqual(string name)
    {
        var type = Records.Single(t => t.ToString() == name);
        Gen.UInt.Sample(
            seed =>
            {
                var value = new MadeUp(new PCG(seed)).Of(type)!;
                var json = JsonSerializer.Serialize(value, EvaluationJson.Options.GetTypeInfo(type));
                var read = JsonSerializer.Deserialize(json, EvaluationJson.Options.GetTypeInfo(type));
                if (SameValue.Difference(value, read) is { } difference) Assert.Fail($"{difference}\n{json}");
            },
            iter: 25, threads: 1);
    }

    /// <summary>What the library itself makes, with all that only it can set.</summary>
    [Fact]
    public void ScorecardsOfEveryKindOfRound_ReadBackEqualAndRankTheSame()
    {
        foreach (var (name, round) in ScorecardCases.All)
        {
            Same(name, round.Card);
            Same(name, round.Rules.Framework);
            Same(name, round.Rules.Plan);
            Same(name, round.Decisions);
            Same(name, Ranking.Of([round.Card]));
            foreach (var given in round.Returns) Same(name, given);
        }
    }

    [Fact]
    public void Document_SaysItsFormVersionAndType()
    {
        using var json = JsonDocument.Parse(EvaluationJson.Write(BilingualText.Same("46")));
        Assert.Equal(["format", "version", "type", "value"], json.RootElement.EnumerateObject().Select(m => m.Name));
        Assert.Equal("""{"format":"kalasin","version":1,"type":"bilingualText","value":{"th":"46","en":"46"}}""", json.RootElement.GetRawText());
    }

    [Theory]
    [InlineData("""{"format":"kalasin","version":2,"type":"bilingualText","value":{"th":"","en":"","la":""}}""", "KAL3020", "/version")]
    [InlineData("""{"format":"kalasin","version":1,"type":"scorecard","value":{"th":"","en":""}}""", "KAL3019", null)]
    [InlineData("""{"format":"other","version":1,"type":"bilingualText","value":{"th":"","en":""}}""", "KAL3019", null)]
    [InlineData("""{"format":"kalasin","version":0,"type":"bilingualText","value":{"th":"","en":""}}""", "KAL3019", null)]
    [InlineData("""{"format":"kalasin","version":"1","type":"bilingualText","value":{"th":"","en":""}}""", "KAL3019", null)]
    [InlineData("""{"format":"kalasin","version":1,"type":"bilingualText"}""", "KAL3019", null)]
    [InlineData("""{"format":"kalasin","version":1,"type":"bilingualText","value":null}""", "KAL3019", null)]
    [InlineData("""{"format":"kalasin","version":1,"type":"bilingualText","value":{"th":""}}""", "KAL3021", "$")]
    [InlineData("""{"format":"kalasin","version":1,"type":"bilingualText","value":{"th":null,"en":""}}""", "KAL3021", "$.th")]
    [InlineData("""{"format":"kalasin","version":1,"type":"bilingualText","value":{"th":"","en":"","la":""}}""", "KAL3021", "$.la")]
    [InlineData("[]", "KAL3019", null)]
    [InlineData("{", "KAL3003", null)]
    public void WhatIsNoSuchDocument_IsAFinding(string text, string code, string? pointer)
    {
        var read = EvaluationJson.Read<BilingualText>(Encoding.UTF8.GetBytes(text));
        Assert.Null(read.Value);
        var finding = Assert.Single(read.Findings);
        Assert.Equal((code, pointer), (finding.Code, finding.Place.Pointer));
        Assert.Contains("โปรด", finding.Remedy.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAConstructorRefuses_IsAFinding()
    {
        var json = EvaluationJson.Write(new District("4602", "นามน"));
        Assert.Equal("KAL3021", Assert.Single(EvaluationJson.Read<District>(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace("4602", "46ก2", StringComparison.Ordinal))).Findings).Code);
        Assert.Equal("KAL3021", Assert.Single(EvaluationJson.Read<CellValue>("""{"format":"kalasin","version":1,"type":"cellValue","value":{"kind":"other"}}"""u8.ToArray()).Findings).Code);
    }

    /// <summary>A list that an older program didn't know reads as the empty one.</summary>
    [Fact]
    public void ListThatIsAbsent_IsEmpty()
    {
        var card = ScorecardCases.All["whole"].Card;
        var json = Encoding.UTF8.GetString(EvaluationJson.Write(card with { Findings = [], Groups = [] }));
        var older = json.Replace("\"findings\":[],\"groups\":[],", "", StringComparison.Ordinal);
        Assert.NotEqual(json, older);
        var read = EvaluationJson.Read<Scorecard>(Encoding.UTF8.GetBytes(older)).Value!;
        Assert.Equal((0, 0), (read.Findings.Length, read.Groups.Length));
    }

    [Fact]
    public void EnumerationsAndNumbers_StandAsWordsAndWithoutZeros()
    {
        Assert.All(Records.Except(WithoutJson), type => Assert.All(
            EvaluationJson.Options.GetTypeInfo(type).Properties.Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).Where(t => t.IsEnum),
            words => Assert.StartsWith("\"", JsonSerializer.Serialize(Enum.GetValues(words).GetValue(0), EvaluationJson.Options.GetTypeInfo(words)), StringComparison.Ordinal)));
        Assert.Contains("\"number\":85}", Encoding.UTF8.GetString(EvaluationJson.Write(new NumberValue(85.00m))), StringComparison.Ordinal);
    }

    [Fact]
    public void ReportDocument_IsWrittenAsWordOrPdfAndNotAsJson() =>
        Assert.Throws<NotSupportedException>(() => EvaluationJson.Options.GetTypeInfo(typeof(ReportDocument)));

    private static void Same<T>(string name, T value) where T : class
    {
        var json = EvaluationJson.Write(value);
        var read = EvaluationJson.Read<T>(json);
        Assert.Empty(read.Findings);
        if (SameValue.Difference(value, read.Value) is { } difference) Assert.Fail($"{name}: {difference}");
        Assert.Equal(json, EvaluationJson.Write(read.Value!));
    }

    private static bool IsRecord(Type type) =>
        !type.IsInterface && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;
}
