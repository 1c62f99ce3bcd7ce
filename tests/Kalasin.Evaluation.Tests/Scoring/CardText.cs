using System.Collections.Immutable;
using System.Text;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>A scorecard as text: all that people may read of it, in both languages. Of long lists the first lines, and how many follow.</summary>
internal static class CardText
{
    private const int MostLines = 3;

    /// <summary>The card: its total first, then each score that none of <paramref name="beside"/> shows in the same words.</summary>
    public static string Of(Scorecard card, params IEnumerable<Scorecard> beside)
    {
        var text = new StringBuilder($"=== {card.Entrant} {card.EntrantName}\n{Total(card)}");
        var known = beside.SelectMany(c => c.Scores).Select(Of).ToHashSet(StringComparer.Ordinal);
        foreach (var score in card.Scores)
            if (Of(score) is var said && !known.Contains(said)) text.Append(said);
        return text.ToString();
    }

    private static string Total(Scorecard card)
    {
        var text = new StringBuilder(
            $"total {card.Total} of {card.FullTotal} ({card.TotalOf100}), bonus {card.Bonus}, penalty {card.Penalty}{(card.Provisional ? ", provisional" : "")}{(card.IsBarred ? ", barred" : "")}\n");
        foreach (var step in card.TotalExplanation.Steps) Both(text, "total", step);
        foreach (var group in card.Groups) text.Append($"group {group.Id} {group.Name.Thai} / {group.Name.English}: {group.Points} of {group.FullScore}, weight {group.Weight}\n");
        foreach (var requirement in card.Requirements)
        {
            Both(text, $"must {requirement.IsMet?.ToString() ?? "unknown"}", requirement.Text);
            Both(text, "  because", requirement.Reason);
        }
        Findings(text, card.Findings);
        return text.ToString();
    }

    private static string Of(Score score)
    {
        var measured = score.Measurement;
        var text = new StringBuilder(
            $"--- {score.Indicator.Value}: {score.Points?.ToString() ?? "no"} points, weight {score.Weight}, {measured.State} {measured.Value} = {measured.Numerator} / {measured.Denominator}, {measured.Prospects.Counted} counted, {measured.Prospects.Open} open\n");
        Both(text, "formula", measured.Formula);
        Both(text, "sentence", measured.Sentence);
        if (measured.Basis is { } basis) Both(text, "basis", basis);
        foreach (var step in score.Explanation.Steps) Both(text, "step", step);
        if (score.NextLevel is { } next) Both(text, "next", next);
        foreach (var also in measured.Also) Both(text, $"also {also.Value} {also.Name}", also.Formula);
        foreach (var step in measured.Steps) Both(text, $"level {step.Level} {(step.Achieved ? "done" : "open")}{(step.CanBeDone ? ", can be done" : "")} {step.Text.Thai}", step.Reason);
        Lines(text, measured.Counted, row => $"counts {Name(row)}");
        foreach (var kind in measured.NotMet.Concat(measured.Excluded).GroupBy(e => e.Why))
            Lines(text, [.. kind], e => $"{e.Why} {Name(e.Row)}: {e.Reason.Thai} / {e.Reason.English}{(e.SameAs is { } same ? $" [as {Name(same)}]" : "")}");
        Lines(text, measured.LookAlikes, l => $"like {Name(l.Row)} {Name(l.Like)} {l.Decision?.Same}");
        foreach (var decided in score.Decided) Both(text, $"decided {decided.Kind} {decided.Absent?.Value}", decided.Sentence);
        if (measured.Missing.Length + measured.Excused.Length > 0) text.Append($"missing {string.Join(' ', measured.Missing)}; excused {string.Join(' ', measured.Excused)}\n");
        if (!measured.Reached.IsEmpty) text.Append($"reached {string.Join(' ', measured.Reached)}\n");
        if (score.Assessment is { } assessed) text.Append($"assessed {assessed.Score}, by person {score.IsByPerson}, difference {score.AssessmentDifference}\n");
        if (score.SelfScore is { } self) text.Append($"self {self}\n");
        text.Append($"rules {string.Join(' ', score.Rules.Select(r => $"{r.Rule}:{r.Source.Kind}"))}\n");
        Findings(text, measured.Findings);
        return text.ToString();
    }

    private static string Name(RowReference row) => $"{row.Unit.Value}#{row.Row.Number}";

    private static void Findings(StringBuilder text, ImmutableArray<Finding> findings) =>
        Lines(text, findings, f => $"{f.Severity.ToString()[0]} {f.Place} {f} / {f.ToString(Language.English)}");

    private static void Both(StringBuilder text, string what, BilingualText said) =>
        text.Append($"{what}: {said.Thai.ReplaceLineEndings("⏎")} / {said.English.ReplaceLineEndings("⏎")}\n");

    private static void Lines<T>(StringBuilder text, ImmutableArray<T> all, Func<T, string> line)
    {
        foreach (var one in all.Take(MostLines)) text.Append(line(one)).Append('\n');
        if (all.Length > MostLines) text.Append($"… {all.Length - MostLines} more\n");
    }
}
