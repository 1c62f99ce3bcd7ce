using System.Text;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>What is Kalasin's is never scored for Khon Kaen: by the round that a return names, by the places in its rows, by what a file's head says.</summary>
public sealed class ProvinceTests
{
    private static readonly AwardRules KhonKaen = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "40");

    [Fact]
    public void ReturnOfAnotherRound_IsAFindingAndNoScore()
    {
        var ours = KalasinRound.Everything().Select(r => r with { Round = KalasinRound.Rules.Plan.Id }).ToList();
        var card = Scorer.Score(KhonKaen, ours, KalasinRound.EvaluationDate).Single();
        Assert.All(card.Scores, s => Assert.Equal(MeasurementState.Missing, s.Measurement.State));
        Assert.Equal(ours.Count, card.Findings.Count(f => f.Code == "KAL4131"));
        Assert.Contains("46-dla-2567", card.Findings[0].Message.Thai, StringComparison.Ordinal);
        var own = Scorer.Score(KalasinRound.Rules, ours, KalasinRound.EvaluationDate).Single();
        Assert.Equal(Scorer.Score(KalasinRound.Rules, KalasinRound.Everything(), KalasinRound.EvaluationDate).Single().Total, own.Total);
        Assert.DoesNotContain(own.Findings, f => f.Code == "KAL4131");
    }

    [Theory]
    [InlineData("DEV", "2")]
    [InlineData("FIN", "11")]
    [InlineData("ADM", "12")]
    public void RowsOfAnotherProvince_DoNotCountAndAreNamed(string unit, string indicator)
    {
        var unnamed = KalasinRound.Everything().Where(r => r.Unit.Value == unit && r.Indicator.Value == indicator).ToList();
        var score = Scorer.Score(KhonKaen, unnamed, KalasinRound.EvaluationDate).Single()[indicator];
        Assert.Empty(score.Measurement.Counted);
        Assert.Equal(151, score.Measurement.Excluded.Count(e => e.Why == ExclusionReason.OtherProvince));
        var finding = Assert.Single(score.Measurement.Findings, f => f.Code == "KAL4132");
        Assert.Contains("จังหวัดกาฬสินธุ์", finding.Message.Thai, StringComparison.Ordinal);
        Assert.Contains("เป็นของจังหวัดอื่น", score.Explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void DistrictOfAnotherProvince_IsEnough_AndAWordThatIsNoDistrictIsNot()
    {
        var named = KhonKaen.Authorities.Authorities[5];
        var rows = new[]
        {
            KalasinRound.Row(1, ("district", "อ.นามน"), ("authority", named), ("status", "#done")),
            KalasinRound.Row(2, ("district", "ทั้งจังหวัด"), ("authority", KhonKaen.Authorities.Authorities[6]), ("status", "#done")),
        };
        var measurement = Scorer.Score(KhonKaen, [KalasinRound.Reported("DEV", "2", rows)], KalasinRound.EvaluationDate).Single()["2"].Measurement;
        Assert.Equal(1, Assert.Single(measurement.Excluded).Row.Row.Number);
        Assert.Equal(2, Assert.Single(measurement.Counted).Row.Number);
    }

    [Theory]
    [InlineData("ตามกรอบการประเมิน จังหวัดกาฬสินธุ์", "จังหวัดกาฬสินธุ์ ไม่ใช่จังหวัดขอนแก่น")]
    [InlineData("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์", "จังหวัดกาฬสินธุ์ ไม่ใช่จังหวัดขอนแก่น")]
    [InlineData("รอบ 46-dla-2567", "รอบ “46-dla-2567” ไม่ใช่ 40-dla-2567")]
    [InlineData("ตามกรอบการประเมิน จังหวัดขอนแก่น ร่วมกับจังหวัดกาฬสินธุ์", null)]
    [InlineData("รอบ 40-dla-2567", null)]
    [InlineData("ทั้งจังหวัดเลยทีเดียว", null)]
    public async Task UnmarkedFile_ThatNamesAnotherProvince_IsNoReturn(string title, string? why)
    {
        var csv = $"ตัวชี้วัดที่ 3,\n\"{title}\",\nหน่วยงาน,กลุ่มงานบริการสาธารณะท้องถิ่นและประสานงานท้องถิ่นอำเภอ\nวันที่,กิจกรรม,สถานที่,ประเภท,อปท. ที่ร่วม,ผลที่เกิดขึ้น,หลักฐาน\n"
            + "15/1/2567,ประชุมคณะทำงาน,ศาลากลางจังหวัด,ประชุม,๖ แห่ง,มีมติร่วมกัน,รายงานการประชุม\n";
        var read = await ReturnReader.ReadAsync(
            KhonKaen, [SourceFile.FromBytes("3.csv", Encoding.UTF8.GetBytes(csv))], IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.Equal(why is null, read.Returns is [{ Round.Value: "40-dla-2567" }]);
        // A table may also be evidence, so why it is no return is said with it.
        Assert.Equal(why is not null, read.Findings.Any(f => f.Message.Thai.Contains(why ?? "ไม่ใช่", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task JsonOfAReturn_KeepsItsRoundAndIsRefusedElsewhere()
    {
        var ours = KalasinRound.Reported("PUB", "3", KalasinRound.Row(
            1, ("date", KalasinRound.Day(2567, 1, 15)), ("title", "ประชุม"), ("place", "ศาลากลาง"), ("category", "#meeting"), ("outcome", "มีมติ"))) with { Round = KalasinRound.Rules.Plan.Id };
        var json = ReturnJson.Write(ours);
        Assert.True(ReturnJson.TryRead(json, out var again));
        Assert.Equal(ours.Round, again.Round);
        var read = await ReturnReader.ReadAsync(KhonKaen, [SourceFile.FromBytes("r.json", json)], IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.Empty(read.Returns);
        Assert.Contains(read.Findings, f => f.Message.Thai.Contains("รอบ “46-dla-2567” ไม่ใช่ 40-dla-2567", StringComparison.Ordinal));
    }

    [Fact]
    public void ReturnWithoutARound_ReadsAsBefore()
    {
        var json = ReturnJson.Write(KalasinRound.Nil("PUB", "3"));
        Assert.DoesNotContain("round", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        Assert.True(ReturnJson.TryRead(json, out var again));
        Assert.Null(again.Round);
    }
}
