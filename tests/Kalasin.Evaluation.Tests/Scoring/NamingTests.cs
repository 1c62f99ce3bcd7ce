using System.Text.RegularExpressions;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Reports.Scorecards;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Nobody reads a wall of sixty-five names: sentences hold a few, the others stand in a list.</summary>
public sealed partial class NamingTests
{
    public static TheoryData<string> Rounds => [.. ScorecardCases.All.Keys];

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Explanation_HoldsFewNamesInEachSentence(string round)
    {
        var of = ScorecardCases.All[round];
        string[] names = [.. of.Rules.Plan.Units.Select(u => u.Name.Thai), .. of.Rules.Authorities.Authorities.Select(a => ThaiNumerals.ToThai(of.Rules.Authorities.DisplayName(a)))];
        foreach (var score in Scorer.Score(of.Rules, of.Returns, of.EvaluationDate, of.Decisions).SelectMany(c => c.Scores))
            foreach (var text in score.Explanation.Steps.Append(score.Measurement.Sentence).Append(score.NextLevel ?? BilingualText.Empty).Concat(score.Measurement.Findings.Select(f => f.Message)).Select(t => t.Thai))
                // Who has not reported and who need not are two lists in one sentence.
                Assert.True(names.Count(n => text.Contains(n, StringComparison.Ordinal)) + Numbers().Count(text) <= 2 * Naming.Most, text);
    }

    [Fact]
    public void NamesBeyondAFew_AreCounted_AndAllStandInTheAnnex()
    {
        var card = Scorer.Score(Rules, [Reported("DEV", "2", [.. Authorities.Take(40).Select((a, n) => Row(n + 1, ("authority", a), ("status", "#not-begun")))])], EvaluationDate).Single();
        var missing = card["2"].Measurement.Missing;
        Assert.Equal(111, missing.Length);
        Assert.Contains(card["2"].Explanation.Steps, s => s.Thai.StartsWith("ยังไม่มีข้อมูลของ ๑๑๑ แห่ง: ", StringComparison.Ordinal) && s.Thai.EndsWith(" และอีก ๑๐๘ แห่ง", StringComparison.Ordinal));
        Assert.Contains(card["2"].Explanation.Steps, s => s.English.EndsWith(" and 108 more", StringComparison.Ordinal));
        var report = ProvinceReport.Compose(Rules, [], card, Edition.Internal);
        Assert.DoesNotContain("รายชื่อองค์กรปกครองส่วนท้องถิ่น", BlockText.Of(report)); // nothing was reported to this report
    }

    [Fact]
    public void Rows_AreRunsOfEachUnit()
    {
        RowReference Of(string unit, int row) => new(UnitCode.Parse(unit), new(row, ValuesById.Empty));
        var few = Naming.Rows([Of("4602", 3), Of("4602", 1), Of("4602", 2), Of("4601", 9)], u => u.Value);
        Assert.Equal(("4602 แถวที่ ๑–๓; 4601 แถวที่ ๙", "4602 rows 1–3; 4601 row 9"), (few.Thai, few.English));
        var many = Naming.Rows(Enumerable.Range(1, 20).Select(n => Of("4602", 2 * n)), u => u.Value);
        Assert.Equal("4602 แถวที่ ๒, ๔, ๖ และอีก ๑๗ แถว", many.Thai);
    }

    /// <summary>Numbers of rows that follow one another after แถวที่, a run being one.</summary>
    [GeneratedRegex("(?<=แถวที่ [๐-๙–, ]*)[๐-๙]+(–[๐-๙]+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
