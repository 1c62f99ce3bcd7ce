using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation.Tests.Reports.Scorecards;
using Kalasin.Evaluation.Tests.Samples;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Rounds whose every word is kept: each of <see cref="ScorecardCases"/> as it is and varied, and the example awards.</summary>
internal static class ExplainedCases
{
    /// <summary>How a case is varied: earlier, when less is due and more can still come; when the year is long over; with few rows in each return; with
    /// nothing but zeros for numbers; and with a blank in each row, in one after the other of its columns.</summary>
    private static readonly ImmutableArray<(string Name, Func<ScorecardCase, ScorecardCase> Of)> Variations =
    [
        ("early", c => c with { EvaluationDate = c.EvaluationDate.AddMonths(-3) }),
        ("late", c => c with { EvaluationDate = c.EvaluationDate.AddYears(2) }),
        ("few", c => WithRows(c, rows => rows.Take(2))),
        ("zeros", c => WithRows(c, rows => rows.Select(r => r with { Values = ValuesById.Of(r.Values.Select(v => v.Value is NumberValue ? new(v.Key, new NumberValue(0)) : v)) }))),
        ("blanks", c => WithRows(c, rows => rows.Select((r, n) => r.Values.IsEmpty ? r : r with { Values = r.Values.Without(r.Values.Keys.ElementAt(n % r.Values.Count)) }))),
    ];

    public static IEnumerable<string> Names => [.. ScorecardCases.All.Keys, .. ExampleAward.Names];

    /// <summary>The card of a case, then of its variations; of each the scores that those before it, and the whole round varied alike, don't show in the same words.</summary>
    public static async Task<string> TextAsync(string name)
    {
        var plain = ScorecardCases.All.GetValueOrDefault(name) ?? await OfAwardAsync(new(name));
        var whole = name == "whole" ? null : ScorecardCases.All["whole"];
        var text = new StringBuilder(CardText.Of(plain.Card, whole is null ? [] : [whole.Card]));
        // Of a hundred indicators that are alike, variations would say the same a hundred times.
        foreach (var (variation, of) in plain.Card.Scores.Length > 20 ? [] : Variations)
            text.Append($"\n{variation}: ").Append(CardText.Of(of(plain).Card, whole is null ? [plain.Card] : [plain.Card, whole.Card, of(whole).Card]));
        return text.ToString();
    }

    private static ScorecardCase WithRows(ScorecardCase of, Func<ImmutableArray<RegisterRow>, IEnumerable<RegisterRow>> rows) =>
        of with { Returns = [.. of.Returns.Select(r => r with { Rows = [.. rows(r.Rows)] })] };

    private static async Task<ScorecardCase> OfAwardAsync(ExampleAward award)
    {
        var entrant = award.Expected.Keys.Order(StringComparer.Ordinal).First();
        var read = await ReturnReader.ReadAsync(award.Rules, [SourceFile.FromBytes("returns.json", award.Sent(entrant))], IntakeLimits.Default, new IntakeOptions(), TestContext.Current.CancellationToken);
        return new(award.Rules, read.Returns, award.Rules.Plan.JudgedOn);
    }
}
