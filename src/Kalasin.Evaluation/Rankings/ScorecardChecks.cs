using System.Collections.Immutable;
using static Kalasin.Evaluation.Rankings.RankingFindings;

namespace Kalasin.Evaluation.Rankings;

/// <summary>Whether a file of scorecards says what the rules of the ranking make of its values.</summary>
internal static class ScorecardChecks
{
    public static RankingEntries Of(Framework framework, SentScorecards sent, ImmutableArray<Finding> said)
    {
        // The same fault on many cards is one finding; of faults that differ some are told, and how many more there are.
        var findings = GroupedFindings.Of([.. said, .. Head(framework, sent)], GroupedFindings.MostOfKind);
        if (findings.HasErrors) return new([], findings.ToImmutable());
        var province = Province.Find(sent.Province)!;
        var entries = ImmutableArray.CreateBuilder<RankingEntry>(sent.Cards.Length);
        foreach (var (i, card) in sent.Cards.Index())
            if (Entry(framework, sent, card, province, $"/cards/{i}", findings) is { } entry) entries.Add(entry);
        foreach (var twice in entries.GroupBy(e => e.Scorecard.Entrant, StringComparer.Ordinal).Where(g => g.Count() > 1))
            findings.Add(EntrantTwice.At(Place.At("/cards"), twice.First().Scorecard.EntrantName));
        if (sent.IsSample) findings.Add(SampleData.At(Place.At("/isSample")));
        return new(findings.HasErrors ? [] : entries.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>What the file as a whole has to be.</summary>
    private static IEnumerable<Finding> Head(Framework framework, SentScorecards sent)
    {
        if (sent.Format != SentScorecards.FormatName || sent.Version != SentScorecards.CurrentVersion)
        {
            yield return OtherFormat.At(Place.At("/format"));
            yield break;
        }
        if (sent.Cards.Length > RankedField.MostEntrants) yield return TooMany.At(Place.At("/cards"), ThaiNumerals.Number(RankedField.MostEntrants));
        // Who changed one thing in it by hand hears that first.
        if (sent.Seal != sent.Sealing()) yield return Tampered.At(Place.At("/seal"));
        if (sent.Framework != framework.Id) yield return OtherFramework.At(Place.At("/framework"), sent.Framework.Value, framework.Id.Value);
        else if (sent.Revision != framework.Revision)
            yield return OtherRevision.At(Place.At("/revision"), ThaiNumerals.Number(sent.Revision), ThaiNumerals.Number(framework.Revision));
        else if (sent.Rules != ScorecardFile.RulesOf(framework)) yield return OtherRules.At(Place.At("/rules"), ThaiNumerals.Number(framework.Revision));
        if (Province.Find(sent.Province) is not { } province || province.Code != sent.Province) yield return UnknownProvince.At(Place.At("/province"), Shown(sent.Province));
        else if (sent.Round.Value != $"{province.Code}-{sent.Framework}")
            yield return OtherProvince.At(Place.At("/round"), sent.Round.Value, province.BilingualName);
        if (sent.LogHead is null ? sent.Entries is not null : sent.Entries is not >= 1) yield return HalfALog.At(Place.At("/entries"));
    }

    private static RankingEntry? Entry(
        Framework framework, SentScorecards sent, SentCard card, Province province, string pointer, GroupedFindings findings)
    {
        var isSound = true;
        void Say(FindingKind kind, string member, params ReadOnlySpan<BilingualText> arguments)
        {
            isSound = false;
            findings.Add(kind.At(Place.At($"{pointer}/{member}"), arguments));
        }
        if (framework.Entrant == EntrantKind.Province ? card.Entrant != province.Code : !UnitCode.TryParse(card.Entrant, out _)) Say(UnknownEntrant, "entrant", Shown(card.Entrant));
        var seen = new HashSet<IndicatorNumber>();
        foreach (var (i, score) in card.Scores.Index())
            if (!seen.Add(score.Indicator) || framework.Find(score.Indicator) is null) Say(UnknownIndicator, $"scores/{i}/indicator", score.Indicator.Bilingual);
            else if (score.State == MeasurementState.Measured != score.Value is not null) Say(ValueMissing, $"scores/{i}/value", score.Indicator.Bilingual);
        if (framework.Entrant == EntrantKind.Province)
            foreach (var lacking in framework.Indicators.Where(f => !seen.Contains(f.Number))) Say(IndicatorLacks, "scores", lacking.Number.Bilingual);
        if (!isSound) return null;
        var entrant = EntrantNames.Of(framework, province, card.Entrant);
        var computed = ValuedScorecard.Of(framework, entrant, EntrantNames.NameOf(framework, province, card), sent.EvaluationDate, card.Classes, card.Scores) with { CompletedOn = card.CompletedOn };
        foreach (var (i, score) in card.Scores.Index())
            if (computed[score.Indicator.Value].Points is var points && points != score.Points)
                Say(OtherScore, $"scores/{i}/points", score.Indicator.Bilingual, Shown(score.Points), Shown(points));
        if (computed.Total != card.Total) Say(OtherTotal, "total", computed.EntrantName, Shown(card.Total), Shown(computed.Total));
        if (!isSound) return null;
        if (computed.Scores.Where(s => s.IsByPerson).Select(s => s.Indicator.Bilingual).ToList() is { Count: > 0 } byPerson)
            findings.Add(ByPerson.At(Place.At($"{pointer}/scores"), computed.EntrantName, BilingualText.Join(", ", byPerson)));
        return new(province, computed) { Round = sent.Round, LogEntries = sent.Entries, LogHead = sent.LogHead, IsSample = sent.IsSample, Classes = card.Classes };
    }

    private static BilingualText Shown(decimal? number) => number is { } known ? ThaiNumerals.Exact(known) : new("ไม่มีคะแนน", "no score");

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
