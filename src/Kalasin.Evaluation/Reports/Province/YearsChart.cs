using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Jumps;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>An entrant's scores beside those of the year before, as far as an indicator is the same in both; each by the rules of its own year.</summary>
internal static class YearsChart
{
    // One pair is no comparison, and a hundred are none either.
    private const int Fewest = 2;
    private const int Most = 40;

    /// <summary>Each indicator that both years have, with its points in both.</summary>
    /// <param name="rules">The rules of this year.</param>
    /// <param name="card">This year's scores.</param>
    /// <param name="earlier">The rules of the year before.</param>
    /// <param name="before">Its scores.</param>
    public static ImmutableArray<YearsRow> Rows(AwardRules rules, Scorecard card, AwardRules earlier, Scorecard before)
    {
        var year = new YearBefore(earlier, []);
        return
        [
            .. from score in card.Scores
               let same = year.Find(rules.Framework[score.Indicator])
               where same is not null
               select new YearsRow(rules.Framework[score.Indicator], before.Scores.First(s => s.Indicator == same.Number).Points, score.Points),
        ];
    }

    /// <summary>The chart; <see langword="null"/> where fewer than two indicators have points in both years.</summary>
    /// <inheritdoc cref="Rows"/>
    public static PairChart? Of(AwardRules rules, Scorecard card, AwardRules earlier, Scorecard before, Language language = Language.Thai)
    {
        var rows = Rows(rules, card, earlier, before);
        if (rows.Count(r => r is { Earlier: not null, Later: not null }) < Fewest || rows.Length > Most) return null;
        var full = (int)decimal.Ceiling(rows.Max(r => r.Indicator.FullScore));
        full = Math.Max(full, (int)decimal.Ceiling(rows.Max(r => r.Earlier) ?? 0));
        var assumed = card.Scores.Concat(before.Scores).Any(s => s.IsAssumed) ? new BilingualText(" (มีเกณฑ์ที่ระบบสมมติ)", " (some rules are assumed)") : BilingualText.Empty;
        return new(
            new BilingualText($"คะแนนเทียบกับปีก่อน{assumed.Thai}", $"Scores beside the year before{assumed.English}").In(language),
            new BilingualText("ตัวชี้วัดที่", "indicator").In(language), new BilingualText("คะแนน", "score").In(language),
            full <= 10 ? new(Math.Max(1, full), 1) : ChartScale.For(full), 2, (NameOf(earlier).In(language), NameOf(rules).In(language)),
            [.. rows.Select(r => new BarPair(r.Indicator.Number.Bilingual.In(language), Rounded(r.Earlier), Rounded(r.Later)))]) { Language = language };
    }

    /// <summary>A fiscal year as it is printed.</summary>
    public static BilingualText NameOf(AwardRules rules) =>
        new($"ปีงบประมาณ พ.ศ. {ThaiNumerals.ToThai($"{rules.Framework.FiscalYear}")}", $"fiscal year B.E. {rules.Framework.FiscalYear}");

    private static decimal? Rounded(decimal? points) => points is { } known ? ScoreDisplay.RoundPoints(known) : null;
}

/// <summary>An indicator in two years.</summary>
/// <param name="Indicator">As it is this year.</param>
/// <param name="Earlier">Points of the year before; <see langword="null"/> where it has none.</param>
/// <param name="Later">Points of this year; <see langword="null"/> where it has none.</param>
internal sealed record YearsRow(Indicator Indicator, decimal? Earlier, decimal? Later);
