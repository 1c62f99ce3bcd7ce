using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

public sealed class DecisionReaderTests
{
    [Fact]
    public void EveryEnumerationOfADecision_StandsAsAWord() => Assert.All(
        typeof(RoundDecision).GetCustomAttributes<JsonDerivedTypeAttribute>().SelectMany(kind => DecisionReader.Form.Options.GetTypeInfo(kind.DerivedType).Properties)
            .Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).Where(t => t.IsEnum),
        words => Assert.StartsWith("\"", JsonSerializer.Serialize(Enum.GetValues(words).GetValue(0), DecisionReader.Form.Options.GetTypeInfo(words)), StringComparison.Ordinal));

    [Fact]
    public void Decision_IsReadFromWhatAPersonWould_Write()
    {
        var read = Read("""{ "unit": "4602", "kind": "askCorrection", "indicator": "3", "until": "2024-05-20", "reason": "ขาดเอกสาร" }""");
        Assert.Empty(read.Findings);
        Assert.Equal(new AskCorrection(UnitCode.Parse("4602"), new(2024, 5, 20), "ขาดเอกสาร", IndicatorNumber.Parse("3")), read.Value);
    }

    [Theory]
    [InlineData("", "KAL3003", null)]
    [InlineData("[]", "KAL3013", "")]
    [InlineData("{}", "KAL3012", "")]
    [InlineData("""{ "kind": "openRound" }""", "KAL3014", "/kind")]
    [InlineData("""{ "kind": "issueLink" }""", "KAL3014", "/kind")]
    [InlineData("""{ "kind": "extendDeadline", "unit": "4602", "until": "2024-05-20" }""", "KAL3012", "")]
    [InlineData(
        """{ "kind": "extendDeadline", "unit": "4602", "until": "2024-05-20", "reason": "x", "id": "8e5a3ff5-9be2-4b6c-b0a1-a2f5a4e2f5a1" }""",
        "KAL3011", "/id")]
    [InlineData("""{ "kind": "extendDeadline", "unit": "4602", "until": "2024-05-20", "reason": "x", "salt": "00" }""", "KAL3011", "/salt")]
    [InlineData("""{ "kind": "extendDeadline", "unit": "4602", "until": "2567-05-20", "reason": "x" }""", "KAL3018", "/until")]
    [InlineData("""{ "kind": "extendDeadline", "unit": "นามน", "until": "2024-05-20", "reason": "x" }""", "KAL3015", "/unit")]
    [InlineData("""{ "kind": "extendDeadline", "unit": "4602", "until": "2024-05-20", "reason": null }""", "KAL3013", "/reason")]
    [InlineData("""{ "kind": "revokeLink", "link": 99999999999999999999, "reason": "x" }""", "KAL3017", "/link")]
    public void WhatIsNoDecision_IsAFindingAtItsPlace(string json, string code, string? pointer)
    {
        var read = Read(json);
        Assert.Null(read.Value);
        var finding = Assert.Single(read.Findings);
        Assert.Equal((code, pointer), (finding.Code, finding.Place.Pointer));
    }

    [Fact]
    public void TextThatIsNoUtf8_IsAFinding() => Assert.Equal("KAL3002", Assert.Single(DecisionReader.Read([0x7b, 0xff, 0x7d]).Findings).Code);

    private static RulesResult<RoundDecision> Read(string json) => DecisionReader.Read(Encoding.UTF8.GetBytes(json));
}
