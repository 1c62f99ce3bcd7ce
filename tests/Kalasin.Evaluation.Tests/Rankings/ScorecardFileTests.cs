using System.Text;
using System.Text.Json.Nodes;
using Kalasin.Evaluation.Tests.Scoring;

namespace Kalasin.Evaluation.Tests.Rankings;

/// <summary>A round's scorecards go to whoever ranks, and are taken only as they were written and as the rules of the ranking make them.</summary>
public sealed class ScorecardFileTests
{
    private static readonly ContentHash Head = ContentHash.Of("log"u8);
    private static readonly Scorecard Card = Scorer.Score(KalasinRound.Rules, KalasinRound.Everything(), KalasinRound.EvaluationDate).Single() with { CompletedOn = new(2024, 5, 14) };
    private static readonly byte[] File = ScorecardFile.Write(KalasinRound.Rules, [Card], 120, Head);

    [Fact]
    public void WrittenCard_IsReadAsTheSameScores()
    {
        var read = Read(File);
        Assert.Empty(read.Findings);
        var entry = Assert.Single(read.Entries);
        Assert.Equal(("46", 120, (ContentHash?)Head, KalasinRound.Rules.Plan.Id), (entry.Province.Code, entry.LogEntries, entry.LogHead, entry.Round));
        Assert.Equal(Card.Total, entry.Scorecard.Total);
        Assert.Equal((Card.CompletedOn, Card.Provisional, Card.FullTotal), (entry.Scorecard.CompletedOn, entry.Scorecard.Provisional, entry.Scorecard.FullTotal));
        Assert.Equal(Card.Scores.Select(s => (s.Indicator, s.Measurement.State, s.Measurement.Value, s.Points, s.Weight)),
            entry.Scorecard.Scores.Select(s => (s.Indicator, s.Measurement.State, s.Measurement.Value, s.Points, s.Weight)));
        Assert.Equal(Ranking.Of([Card]).IsAssumed, Ranking.Of([entry.Scorecard]).IsAssumed);
        Assert.Equal(File, ScorecardFile.Write(KalasinRound.Rules, [Card], 120, Head));
    }

    [Fact]
    public void APersonsScore_CountsAgain()
    {
        var number = IndicatorNumber.Parse("3");
        var card = KalasinRound.Score(Decisions.None with { Assessments = [new(number, null, 4.25m, "ตามเกณฑ์ของคณะกรรมการ")] }, [.. KalasinRound.Everything()]);
        Assert.True(card["3"].IsByPerson);
        var read = Read(ScorecardFile.Write(KalasinRound.Rules, [card]));
        var entry = Assert.Single(read.Entries);
        Assert.Equal("KAL8017", Assert.Single(read.Findings).Code);
        Assert.Contains("ผู้ประเมินให้ ๔.๒๕", entry.Scorecard["3"].Explanation.Steps[^1].Thai, StringComparison.Ordinal);
        Assert.Equal((4.25m, true, card.Total), (entry.Scorecard["3"].Points, entry.Scorecard["3"].IsByPerson, entry.Scorecard.Total));
        Assert.DoesNotContain("คณะกรรมการ", Encoding.UTF8.GetString(ScorecardFile.Write(KalasinRound.Rules, [card])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cards/0/total", "4.9", "KAL8002")]
    [InlineData("/cards/0/scores/0/value", "99", "KAL8002")]
    [InlineData("/cards/0/scores/0/value", "\"x\"", "KAL3")]
    [InlineData("/logHead", "\"0000000000000000000000000000000000000000000000000000000000000000\"", "KAL8002")]
    [InlineData("/format", "\"other\"", "KAL8001")]
    [InlineData("/unknown", "1", "KAL3")]
    public void ChangedByHand_IsRefusedWithWhereAndWhy(string pointer, string value, string code)
    {
        var read = Read(Changed(pointer, value, seal: false));
        Assert.Empty(read.Entries);
        var finding = Assert.Single(read.Findings, f => f.Code.StartsWith(code, StringComparison.Ordinal));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.NotNull(finding.Place.Pointer);
    }

    [Theory]
    [InlineData("/cards/0/total", "4.9", "KAL8013")]
    [InlineData("/cards/0/scores/0/points", "5", "KAL8012")]
    [InlineData("/cards/0/scores/2/points", "5", "KAL8012")] // no rule gives a score, and no person did
    [InlineData("/framework", "\"dla-2566\"", "KAL8003")]
    [InlineData("/revision", "99", "KAL8004")]
    [InlineData("/rules", "\"0000000000000000000000000000000000000000000000000000000000000001\"", "KAL8005")]
    [InlineData("/province", "\"99\"", "KAL8006")]
    [InlineData("/province", "\"40\"", "KAL8007")]
    [InlineData("/round", "\"46-dla-2567x\"", "KAL8007")]
    [InlineData("/entries", "0", "KAL8016")]
    [InlineData("/cards/0/entrant", "\"40\"", "KAL8008")]
    [InlineData("/cards/0/scores/0/indicator", "\"13\"", "KAL8009")]
    [InlineData("/cards/0/scores/0/state", "\"missing\"", "KAL8010")]
    [InlineData("/cards/0/scores/0/indicator", "\"2\"", "KAL8011")]
    public void SealedAnewByWhoeverChangedIt_IsStillComputed(string pointer, string value, string code)
    {
        var read = Read(Changed(pointer, value, seal: true));
        Assert.Empty(read.Entries);
        Assert.Contains(read.Findings, f => f.Code == code);
        Assert.DoesNotContain(read.Findings, f => f.Code == "KAL8002");
    }

    [Fact]
    public void CardThatLeavesAnIndicatorOut_IsToldWhichOne()
    {
        var json = JsonNode.Parse(File)!;
        json["cards"]![0]!["scores"]!.AsArray().RemoveAt(2);
        json["seal"] = System.Text.Json.JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json.ToJsonString()), Evaluation.Rankings.SentScorecards.Form)!.Sealing().ToString();
        Told.Is(
            Assert.Single(Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Findings), "KAL8011", "/cards/0/scores",
            "ใบคะแนนไม่มีตัวชี้วัดที่ ๓ โปรดขอไฟล์ใหม่จากจังหวัด", "The scorecard lacks indicator 3. Please ask the province for a new file.");
    }

    [Fact]
    public void LengthOfALogWithoutItsHead_IsRefused()
    {
        foreach (var half in new[] { ScorecardFile.Write(KalasinRound.Rules, [Card], 120), ScorecardFile.Write(KalasinRound.Rules, [Card], logHead: Head) })
            Assert.Equal(("KAL8016", true), (Assert.Single(Read(half).Findings).Code, Read(half).Entries.IsEmpty));
    }

    [Fact]
    public void Name_ThatFitsNoLine_IsAFinding() =>
        Assert.Contains(Read(Changed("/cards/0/name/th", $"\"{new string('ก', 500)}\"", seal: true)).Findings, f => f is { Code: "KAL3035", Place.Pointer: "/cards/0/name/th" });

    [Fact]
    public void TheSameFaultOnManyCards_IsOneFinding_AndOthersStayFew()
    {
        var json = JsonNode.Parse(File)!;
        var card = json["cards"]![0]!.AsObject();
        for (var n = 0; n < 60; n++)
        {
            var other = card.DeepClone();
            (other["scores"]![0]!["state"], other["entrant"]) = ("missing", n < 40 ? "46" : $"{n}");
            json["cards"]!.AsArray().Add(other);
        }
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString());
        json["seal"] = System.Text.Json.JsonSerializer.Deserialize(bytes, Evaluation.Rankings.SentScorecards.Form)!.Sealing().ToString();
        var findings = Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Findings;
        Assert.Equal(60, Assert.Single(findings, f => f.Code == "KAL8010").Place.Count);
        Assert.InRange(findings.Length, 2, 60);
    }

    [Fact]
    public void OtherRevision_IsOutdated()
    {
        var newer = Field.Dla with { Revision = Field.Dla.Revision + 1 };
        Assert.Contains(ScorecardFile.Read(newer, new MemoryStream(File)).Findings, f => f.Code == "KAL8004");
    }

    [Fact]
    public void SampleData_SaysSo() =>
        Assert.Contains(Read(ScorecardFile.Write(KalasinRound.Rules, [Card], 1, Head, isSample: true)).Findings, f => f.Code == "KAL8015");

    [Fact]
    public void Schema_IsOneThatTheFileKeeps()
    {
        var schema = JsonNode.Parse(ScorecardFile.Schema)!;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Assert.All(JsonNode.Parse(File)!.AsObject(), member => Assert.NotNull(schema["properties"]![member.Key]));
    }

    private static RankingEntries Read(byte[] file) => ScorecardFile.Read(KalasinRound.Rules.Framework, new MemoryStream(file));

    private static byte[] Changed(string pointer, string value, bool seal)
    {
        var json = JsonNode.Parse(File)!;
        JsonNode at = json;
        var parts = pointer[1..].Split('/');
        foreach (var part in parts[..^1]) at = at is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : at[part]!;
        at[parts[^1]] = JsonNode.Parse(value);
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString());
        if (!seal) return bytes;
        var sent = System.Text.Json.JsonSerializer.Deserialize(bytes, Evaluation.Rankings.SentScorecards.Form)!;
        json["seal"] = sent.Sealing().ToString();
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }
}
