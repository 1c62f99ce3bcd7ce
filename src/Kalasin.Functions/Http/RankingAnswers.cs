using Kalasin.Evaluation;
using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rankings;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Http;

/// <summary>A ranking in the list.</summary>
/// <param name="Entrants">How many have results here.</param>
internal sealed record RankingLine(string Framework, int Revision, TextAnswer Title, int Entrants);

/// <summary>Entrants in order: those that are ranked, then those that stand apart, those that fail a requirement, and those without a total.</summary>
/// <param name="AsOf">Day of what was sent last.</param>
/// <param name="Provisional">Some total will still change.</param>
/// <param name="Assumed">Some score rests on a rule that nobody gave: it is no result of the giver's.</param>
/// <param name="Head">Of the ranking's log; absent while nothing was sent.</param>
/// <param name="Awaited">Provinces of which nothing is here.</param>
/// <param name="Rows">At most 100.</param>
/// <param name="Findings">What is here and can't be ranked, and why.</param>
/// <param name="Next">Token of the next rows; absent at the end.</param>
internal sealed record RankingAnswer(
    FrameworkLink Framework, DateOnly AsOf, bool Provisional, bool Assumed, bool Sample, string? Head, IReadOnlyList<RankedAnswer> Rows, IReadOnlyList<NamedEntrantAnswer> Awaited,
    IReadOnlyList<FindingAnswer> Findings, string? Next)
{
    public static RankingAnswer Of(OpenedRanking ranking, Page<RankedEntrant> rows)
    {
        var field = ranking.Field;
        return new(
            new(field.Framework.Id.Value, field.Framework.Revision), field.AsOf, field.Ranking.IsProvisional, field.Ranking.IsAssumed, field.IsSample, field.LogHead?.ToString(),
            [.. rows.Items.Select(r => RankedAnswer.Of(field, r))], [.. field.Awaited.Select(p => new NamedEntrantAnswer(p.Code, TextAnswer.Of(p.BilingualName)))],
            [.. field.Findings.Select(FindingAnswer.Of)], rows.Next);
    }
}

/// <summary>The place of one entrant.</summary>
/// <param name="Rank">Absent for who isn't ranked.</param>
/// <param name="Standing"><c>ranked</c>, <c>apart</c>, <c>barred</c> or <c>unscored</c>.</param>
/// <param name="Total">Exact; absent while nothing is scored.</param>
/// <param name="TScore">Absent where the framework doesn't ask for it.</param>
/// <param name="Tie">Why it stands where it does among equals; absent where nobody has its total.</param>
/// <param name="Round">The round that it comes from; absent where it was typed into a sheet.</param>
/// <param name="LogHead">Head of that round's log.</param>
internal sealed record RankedAnswer(
    int? Rank, bool Shared, string Standing, NamedEntrantAnswer Entrant, string Province, decimal? Total, decimal? TotalOf100, decimal? TScore, bool Provisional, TextAnswer? Tie,
    IReadOnlyList<TextAnswer> Failed, string? Round, string? LogHead, IReadOnlyList<RankedScoreAnswer> Scores)
{
    public static RankedAnswer Of(RankedField field, RankedEntrant row)
    {
        var (card, entry) = (row.Scorecard, field.EntryOf(row));
        return new(
            row.Rank, row.IsShared, ApiJson.Word(row.Standing), new(card.Entrant, TextAnswer.Of(card.EntrantName)), entry.Province.Code, card.Total, card.TotalOf100, row.TScore, card.Provisional,
            field.Ties.GetValueOrDefault(card.Entrant) is { } tie ? TextAnswer.Of(tie) : null, [.. card.Requirements.Where(r => r.IsMet == false).Select(r => TextAnswer.Of(r.Reason))],
            entry.Round?.Value, entry.LogHead?.ToString(),
            [.. card.Scores.Select(s => new RankedScoreAnswer(s.Indicator.Value, ApiJson.Word(s.Measurement.State), s.Measurement.Value, s.Points, s.Weight, s.IsByPerson))]);
    }
}

/// <param name="State"><c>measured</c>, <c>notApplicable</c>, <c>missing</c>, <c>disagreed</c> or <c>excused</c>.</param>
/// <param name="Value">Exact; absent when there is none.</param>
/// <param name="Score">Exact; absent when unscored, never 0 for it.</param>
/// <param name="ByPerson">A person gave the score; it can't be computed from the value.</param>
internal sealed record RankedScoreAnswer(string Indicator, string State, decimal? Value, decimal? Score, decimal Weight, bool ByPerson);

/// <summary>One entrant of a ranking, with everything that was sent of it.</summary>
/// <param name="Place">Absent where nothing of it counts.</param>
/// <param name="Sent">Newest first, at most 100; what was replaced or taken out stays here.</param>
/// <param name="Next">Token of what was sent before; absent at the end.</param>
internal sealed record RankingEntrantAnswer(RankedAnswer? Place, IReadOnlyList<SentAnswer> Sent, string? Next)
{
    public static RankingEntrantAnswer Of(OpenedRanking ranking, string entrant, Page<SentToRanking> sent) => new(
        ranking.Find(entrant) is { } row ? RankedAnswer.Of(ranking.Field, row) : null,
        [.. sent.Items.Select(s => new SentAnswer(s.Number, s.At, ApiJson.Word(s.By.Role), s.File?.ToString(), ranking.History.Current.GetValueOrDefault(entrant)?.Number == s.Number))], sent.Next);
}

/// <param name="Number">Of its entry in the ranking's log.</param>
/// <param name="By">In what role.</param>
/// <param name="Sha256">Of the file as it was sent; absent where the entrant was taken out.</param>
/// <param name="Counts">It is what counts now.</param>
internal sealed record SentAnswer(long Number, DateTimeOffset At, string By, string? Sha256, bool Counts);

/// <summary>What became of the files that were sent to a ranking.</summary>
internal sealed record EnteredAnswer(IReadOnlyList<EnteredFileAnswer> Files)
{
    public static EnteredAnswer Of(IEnumerable<SentFile> files) => new([.. files.Select(f => new EnteredFileAnswer(f.Name, f.Entrants, f.IsNew, [.. f.Findings.Select(FindingAnswer.Of)]))]);
}

/// <param name="Entrants">Whose results in it count; none where it was not taken in.</param>
/// <param name="New">Something of it counts that did not count before.</param>
internal sealed record EnteredFileAnswer(string Name, IReadOnlyList<string> Entrants, bool New, IReadOnlyList<FindingAnswer> Findings);

/// <summary>An entrant by its code and name.</summary>
internal sealed record NamedEntrantAnswer(string Id, TextAnswer Name);
