using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Totals;

/// <summary>The numbers of a scorecard that rules speak of.</summary>
internal static class ResultParts
{
    /// <summary>The number; <see langword="null"/> where there is none yet.</summary>
    public static decimal? Of(ResultPart part, Scorecard card) => part switch
    {
        IndicatorScore { Number: var number } => Find(card, number)?.Points,
        IndicatorValue { Number: var number } => Find(card, number)?.Measurement.Value,
        GroupResult { Id: var id } => card.Groups.FirstOrDefault(g => g.Id == id)?.Points,
        PenaltyResult => card.Penalty,
        TotalResult => card.Total,
        CompletionDay => card.CompletedOn?.DayNumber,
        _ => throw new NotSupportedException($"No number of {part.GetType().Name}."),
    };

    /// <summary>What it is out of; 0 where it is out of nothing.</summary>
    public static decimal FullOf(ResultPart part, Scorecard card, Framework framework) => part switch
    {
        IndicatorScore { Number: var number } => framework[number].FullScore,
        GroupResult { Id: var id } => card.Groups.FirstOrDefault(g => g.Id == id)?.FullScore ?? 0,
        TotalResult => card.FullTotal,
        _ => 0,
    };

    /// <summary>What people call it.</summary>
    public static BilingualText NameOf(ResultPart part, Framework framework) => part switch
    {
        IndicatorScore { Number: var number } => new BilingualText($"คะแนนตัวชี้วัดที่ {number.Bilingual.Thai}", $"score of indicator {number.Bilingual.English}"),
        IndicatorValue { Number: var number } => new($"ผลตัวชี้วัดที่ {number.Bilingual.Thai}", $"value of indicator {number.Bilingual.English}"),
        GroupResult { Id: var id } when framework.Groups.FirstOrDefault(g => g.Id == id) is { Name: var name } => new($"คะแนนด้าน{name.Thai}", $"score of {name.English}"),
        PenaltyResult => new("คะแนนหัก", "penalties"),
        TotalResult => new("คะแนนรวม", "total"),
        CompletionDay => new("วันที่ส่งครบ", "day of the last return"),
        _ => "-",
    };

    // An entrant that doesn't host an indicator has no score of it.
    private static Score? Find(Scorecard card, IndicatorNumber number) => card.Scores.FirstOrDefault(s => s.Indicator == number);
}
