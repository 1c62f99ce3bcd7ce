using Kalasin.Evaluation.Frameworks;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Percentages of the province's 151 local authorities.</summary>
public sealed class PopulationTests
{
    [Fact]
    public void Denominator_IsSaidToBeTheRegisterThatWasUsed()
    {
        var score = Score(Nil("FIN", "11"))["11"];
        Assert.Equal("ตัวหารคือ อปท. ๑๕๑ แห่ง ตามทะเบียน ณ เดือนสิงหาคม ๒๕๖๕ (ยังไม่มีทะเบียนของวันที่ ๓๐ กันยายน ๒๕๖๖ ในระบบ)", score.Measurement.Basis!.Thai);
        Assert.Contains(score.Measurement.Basis, score.Explanation.Steps);
    }

    [Fact]
    public void Denominator_IsTheRegisterNotTheRowsTyped()
    {
        var measurement = Score(Reported("DEV", "2", Garden(1, Authorities[0]), Garden(2, Authorities[1])))["2"].Measurement;
        Assert.Equal((2m, 151m), (measurement.Numerator, measurement.Denominator));
        Assert.Equal(200m / 151, measurement.Value);
        Assert.Equal(149, measurement.Missing.Length);
        Assert.DoesNotContain(Rules.Authorities.DisplayName(Authorities[0]), measurement.Missing);
        Assert.Equal(151, measurement.Missing.Append("a").Append("b").Distinct().Count());
        var finding = Assert.Single(measurement.Findings, f => f.Code == "KAL4102");
        Assert.StartsWith("ยังไม่มีข้อมูล อปท. ๑๔๙ แห่ง: ", finding.Message.Thai, StringComparison.Ordinal);
        Assert.EndsWith("ตัวหารยังคงเป็น ๑๕๑ โปรดเพิ่ม หรือยืนยันว่าไม่ได้ดำเนินการ", finding.ToString(Language.Thai), StringComparison.Ordinal);
    }

    /// <summary>Of those whose row says that they need not do it yet, neither number speaks; one that nobody spoke of stays below the line.</summary>
    [Fact]
    public void PopulationThatIsDue_LeavesOutWhoIsNotAndKeepsTheSilent()
    {
        var rules = WithIndicator("2", i => i with
        {
            Measure = (PercentageMeasure)i.Measure with
            {
                Due = new Negated(new EqualTo(new ColumnOperand("status"), new TextOperand("not-begun"))),
            },
        });
        var rows = Authorities.Take(150).Select((a, i) => Garden(i + 1, a, i < 90 ? "#done" : i < 130 ? "#not-begun" : "#under-way")).ToArray();
        var score = Scorer.Score(rules, [Reported("DEV", "2", rows)], EvaluationDate).Single()["2"];
        Assert.Equal((90m, (decimal?)111, (decimal?)9000m / 111), (score.Measurement.Numerator!.Value, score.Measurement.Denominator, score.Measurement.Value));
        Assert.Equal((40, 20, 1), (
            score.Measurement.Excluded.Count(e => e.Why == ExclusionReason.NotYetDue), score.Measurement.NotMet.Length, score.Measurement.Missing.Length));
        Assert.Contains("หักที่ยังไม่นำมาคิด ๔๐ แห่ง เหลือ ๑๑๑ แห่ง", score.Measurement.Basis!.Thai, StringComparison.Ordinal);
        Assert.Contains(score.Measurement.Findings, f => f.Code == "KAL4102" && f.Message.Thai.EndsWith("ตัวหารยังคงเป็น ๑๑๑", StringComparison.Ordinal));
        Assert.Equal("อีก ๑๐ แห่ง (ร้อยละ ๙๐.๐๐) จึงได้ระดับ ๔", score.NextLevel!.Thai);

        var none = Authorities.Select((a, i) => Garden(i + 1, a, "#not-begun")).ToArray();
        Assert.Equal(MeasurementState.NotApplicable, Scorer.Score(rules, [Reported("DEV", "2", none)], EvaluationDate).Single()["2"].Measurement.State);
    }

    [Fact]
    public void Sentence_SaysCountsAndPercentage()
    {
        var rows = Authorities.Select((a, i) => Garden(i + 1, a, i < 120 ? "#done" : "#not-begun")).ToArray();
        var score = Score(Reported("DEV", "2", rows))["2"];
        Assert.Equal("ดำเนินการแล้วเสร็จ ๑๒๐ แห่ง จาก ๑๕๑ แห่ง คิดเป็นร้อยละ ๗๙.๔๗", score.Measurement.Sentence.Thai);
        Assert.Equal("๑๒๐ ÷ ๑๕๑ × ๑๐๐ = ๗๙.๔๗", score.Measurement.Formula.Thai);
        Assert.Equal("อีก ๑ แห่ง (ร้อยละ ๘๐.๐๐) จึงได้ระดับ ๓", score.NextLevel!.Thai);
        Assert.Equal(2 + (12000m / 151 - 70) / 10, score.Points);
        Assert.Equal(31, score.Measurement.NotMet.Length);
        Assert.Empty(score.Measurement.Missing);
    }

    [Fact]
    public void TwoRowsOfOneAuthority_NeitherCountsUntilDecided()
    {
        RegisterRow first = Garden(1, Authorities[5]), second = Garden(2, Authorities[5], "#under-way");
        var returned = Reported("DEV", "2", first, second);
        var measurement = Score(returned)["2"].Measurement;
        Assert.Equal(0, measurement.Numerator);
        Assert.Equal(2, measurement.Excluded.Count(e => e.Why == ExclusionReason.Duplicate));
        Assert.Contains(measurement.Findings, f => f.Code == "KAL4103" && f.Severity == Severity.Error);
        Assert.DoesNotContain(Rules.Authorities.DisplayName(Authorities[5]), measurement.Missing);

        var (one, other) = (RowFingerprint.Of(returned.Unit, second), RowFingerprint.Of(returned.Unit, first));
        var decided = Score(new Decisions([], [new(IndicatorNumber.Parse("2"), one, other, true, "แถวแรกถูก")]), returned)["2"].Measurement;
        Assert.Equal(1, decided.Numerator);
        Assert.DoesNotContain(decided.Findings, f => f.Code == "KAL4103");
    }

    [Fact]
    public void TwoRowsOfOneAuthorityWithOneAnswer_CountOnce()
    {
        var second = Garden(2, Authorities[5]) with { Values = Garden(2, Authorities[5]).Values.With("place", new TextValue("วัดกลาง")) };
        var measurement = Score(Reported("DEV", "2", Garden(1, Authorities[5]), second))["2"].Measurement;
        Assert.Equal(1, measurement.Numerator);
        Assert.Equal((ExclusionReason.Duplicate, 2), (Assert.Single(measurement.Excluded).Why, measurement.Excluded[0].Row.Row.Number));
        Assert.Contains(measurement.Findings, f => f.Code == "KAL4105");
    }

    [Fact]
    public void AuthorityThatNobodyReported_IsNamedInTheExplanation()
    {
        var score = Score(Reported("DEV", "2", [.. Authorities.Skip(1).Select((a, i) => Garden(i + 1, a))]))["2"];
        Assert.Contains($"ยังไม่มีข้อมูลของ ๑ แห่ง: {Rules.Authorities.DisplayName(Authorities[0])}", score.Explanation.Steps.Select(s => s.Thai));
    }

    [Fact]
    public void FaultyRow_NeitherCountsNorMakesAPairNorLeavesTheAuthorityMissing()
    {
        var measurement = Score(
            Reported("DEV", "2", Garden(1, Authorities[5]), Garden(2, Authorities[5]).Faulty(), Garden(3, Authorities[6]).Faulty()))["2"].Measurement;
        Assert.Equal(1, measurement.Numerator);
        Assert.Equal(2, measurement.Excluded.Count(e => e.Why == ExclusionReason.Faulty));
        Assert.Equal(149, measurement.Missing.Length);
    }

    [Fact]
    public void UnknownAuthority_IsAFindingAndCountsNowhere()
    {
        var row = Row(1, ("authority", new AuthorityValue(new(AuthorityKind.Sao, "469999"))), ("status", "#done"));
        var measurement = Score(Reported("DEV", "2", row))["2"].Measurement;
        Assert.Equal((0m, 151m), (measurement.Numerator, measurement.Denominator));
        Assert.Contains(measurement.Findings, f => f.Code == "KAL4104");
        Assert.Equal(ExclusionReason.NotConcerned, Assert.Single(measurement.Excluded).Why);
    }

    [Fact]
    public void Kinds_BoundThePopulation()
    {
        var rules = WithIndicator(
            "2",
            i => i with { Measure = ((PercentageMeasure)i.Measure) with { Population = new("authority", new(2024, 5, 31), [AuthorityKind.Pao]) } });
        var pao = Authorities.Single(a => a.Kind == AuthorityKind.Pao);
        var measurement = Scorer.Score(
            rules, [Reported("DEV", "2", Garden(1, pao), Garden(2, Authorities.First(a => a.Kind == AuthorityKind.Sao)))],
            EvaluationDate).Single()["2"].Measurement;
        Assert.Equal((1m, 1m), (measurement.Numerator, measurement.Denominator));
        Assert.Equal(ExclusionReason.NotConcerned, Assert.Single(measurement.Excluded).Why);
    }

    [Fact]
    public void Nil_MeansZeroRows()
    {
        var measurement = Score(Nil("DEV", "2"))["2"].Measurement;
        Assert.Equal(MeasurementState.Measured, measurement.State);
        Assert.Equal(0m, measurement.Value);
    }

    [Theory]
    [InlineData(84.99, 0, true)]
    [InlineData(84.4, 0, false)]
    [InlineData(85.00, 1, false)]
    public void Ita_IsNeverRoundedUpTo85(double score, int met, bool nearMiss)
    {
        var measurement = Score(Reported("FIN", "11", Row(1, ("authority", Authorities[0]), ("score", (decimal)score))))["11"].Measurement;
        Assert.Equal(met, measurement.Numerator);
        Assert.Equal(nearMiss, measurement.Findings.Any(f => f.Code == "KAL4108"));
    }

    [Theory]
    [InlineData(true, "2024-04-20", 1)]
    [InlineData(false, "2024-03-20", 0)]
    public void Oss_AReportDatedAprilCounts(bool reported, string date, int met)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            met,
            Score(Reported("ADM", "12", Row(1, ("authority", Authorities[0]), ("reported", reported), ("date", day))))["12"].Measurement.Numerator);
    }

    private static RegisterRow Garden(int number, LocalAuthority authority, string status = "#done") =>
        Row(number, ("authority", authority), ("status", status));
}
