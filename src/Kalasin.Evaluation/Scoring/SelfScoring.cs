namespace Kalasin.Evaluation.Scoring;

/// <summary>The score that a unit gives itself: it stands beside the computed one and never in its place.</summary>
internal static class SelfScoring
{
    /// <summary>The lead's own score, or the first host's that gives one; <see langword="null"/> where nobody is asked or none is given.</summary>
    public static (BilingualText Name, decimal Score)? Of(IndicatorCase of, HostReturns answers)
    {
        if (of.Indicator.SelfScore is not { } fact) return null;
        foreach (var answer in answers.Counted.OrderBy(a => a.Unit == of.Lead ? 0 : 1))
            if (answer.Facts.GetValueOrDefault(fact) is NumberValue { Number: var score }) return (of.NameOf(answer.Unit), score);
        return null;
    }

    /// <summary>What is said of it among the steps of the score.</summary>
    public static BilingualText Step((BilingualText Name, decimal Score) self, decimal? computed)
    {
        var (name, given) = (self.Name, ScoreDisplay.Points(self.Score));
        if (computed is not { } points)
            return new($"{name.Thai}ประเมินตนเอง {given.Thai} คะแนน แสดงประกอบ ไม่นำมาคิด", $"{name.English} gives itself {given.English}, shown beside and not counted");
        var difference = ThaiNumerals.Number(self.Score - points, 2);
        return new(
            $"{name.Thai}ประเมินตนเอง {given.Thai} คะแนน ต่างจากที่คำนวณได้ {difference.Thai} แสดงประกอบ ไม่นำมาคิด",
            $"{name.English} gives itself {given.English}, {difference.English} from the computed score; shown beside and not counted");
    }

    /// <summary>A difference that somebody should ask about.</summary>
    public static IEnumerable<Finding> Findings((BilingualText Name, decimal Score)? self, decimal? computed, decimal fullScore)
    {
        if (self is var (name, score) && computed is { } points && Assessment.Differs(score, points, fullScore))
            yield return ScoringFindings.SelfScoreDiffers.At(Place.Nowhere, name, ScoreDisplay.Points(score), ScoreDisplay.Points(points));
    }
}
