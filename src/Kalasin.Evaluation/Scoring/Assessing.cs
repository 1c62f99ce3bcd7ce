namespace Kalasin.Evaluation.Scoring;

/// <summary>How a person's score stands to the computed one: beside it, or in its place while there is none.</summary>
internal static class Assessing
{
    /// <summary>What is said of it among the steps of the score; <see langword="null"/> where nobody gave one that can be used.</summary>
    public static BilingualText? Step(IndicatorCase of, Points points)
    {
        if (of.Rulings.Assessed is not { } assessed || !Points.OnScale(of.Indicator, assessed)) return null;
        var given = ScoreDisplay.Points(assessed.Score);
        if (points.ByPerson) return InPlaceOfAScore(assessed.Score);
        if (points.Score is not { } computed)
            return new($"ผู้ประเมินให้ {given.Thai} คะแนน แสดงประกอบ ไม่นำมาคิด", $"a person gives {given.English}, shown beside and not counted");
        var difference = ThaiNumerals.Number(assessed.Score - computed, 2);
        return new(
            $"ผู้ประเมินให้ {given.Thai} คะแนน ต่างจากที่คำนวณได้ {difference.Thai} คะแนนรวมใช้คะแนนที่คำนวณได้",
            $"a person gives {given.English}, {difference.English} from the computed score, which stands in the total");
    }

    /// <summary>That a person's score stands where none can be computed.</summary>
    public static BilingualText InPlaceOfAScore(decimal score)
    {
        var given = ScoreDisplay.Points(score);
        return new($"ยังคำนวณคะแนนไม่ได้ จึงใช้คะแนนที่ผู้ประเมินให้ {given.Thai} คะแนน", $"no score can be computed, so the person's score stands: {given.English}");
    }

    /// <summary>Scores that aren't on the scale, and differences that somebody has to settle.</summary>
    public static IEnumerable<Finding> Findings(IndicatorCase of, Points points)
    {
        if (of.Rulings.Assessed is not { } assessed) yield break;
        if (!Points.OnScale(of.Indicator, assessed))
            yield return RulingFindings.AssessmentOffScale.At(Place.Nowhere, ThaiNumerals.Exact(assessed.Score), ThaiNumerals.Exact(of.Indicator.FullScore));
        else if (!points.ByPerson && points.Score is { } computed && Assessment.Differs(assessed.Score, computed, of.Indicator.FullScore))
            yield return RulingFindings.AssessmentDiffers.At(
                Place.Nowhere, ScoreDisplay.Points(assessed.Score), ScoreDisplay.Points(computed), ThaiNumerals.Number(Math.Abs(assessed.Score - computed), 2));
    }
}
