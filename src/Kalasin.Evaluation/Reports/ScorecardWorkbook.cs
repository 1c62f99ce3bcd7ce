using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Reports.Scorecards;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation;

/// <summary>
/// A scorecard as a workbook that computes: a summary, the rules, and for each indicator the register rows with formulas that find the value
/// and the score from them. Whoever audits it follows every figure to its rows; whoever changes a rule or a row sees what comes of it.
/// The official edition leaves out what <see cref="ProvinceReport"/> leaves out.
/// </summary>
public static class ScorecardWorkbook
{
    /// <summary>Writes the workbook as an Excel file; the same input gives the same bytes.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="returns">Current version of each return.</param>
    /// <param name="card">Scorecard computed from them.</param>
    /// <param name="edition">For whom.</param>
    /// <param name="stream">Where to; it need not seek and is left open.</param>
    /// <param name="decisions">What people decided, as the scorecard was computed with. Default: none.</param>
    /// <param name="cancellationToken">Stops the work between rows.</param>
    public static Task WriteAsync(
        AwardRules rules, IEnumerable<Return> returns, Scorecard card, Edition edition, Stream stream,
        Decisions? decisions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(returns);
        ArgumentNullException.ThrowIfNull(card);
        return Compose(rules, [.. returns], card, edition, decisions ?? Decisions.None, ReportCircumstances.None).WriteAsync(stream, cancellationToken);
    }

    /// <summary>The workbook with what else is known about the round.</summary>
    internal static Workbook Compose(
        AwardRules rules, ImmutableArray<Return> returns, Scorecard card, Edition edition, Decisions decisions, ReportCircumstances circumstances)
    {
        var report = new ReportContent(rules, returns, card, edition, circumstances);
        var entrant = rules.Framework.Entrant == EntrantKind.Province ? null : rules.Plan.Units.First(u => u.Code.Value == card.Entrant);
        var (sources, ruleCells) = (new PrintedSources(rules.Framework), new RuleCells(rules));
        ruleCells.Open(card.EvaluationDate, sources);
        var (indicators, written) = (ImmutableArray.CreateBuilder<IndicatorSheet>(), ImmutableArray.CreateBuilder<Sheet>());
        foreach (var score in card.Scores)
        {
            var of = new IndicatorCase(rules, rules.Framework[score.Indicator], entrant, card.EvaluationDate, decisions);
            var sheet = IndicatorSheet.Of(report, of, score, returns, ruleCells, sources);
            indicators.Add(sheet);
            // Written one by one, so that the rules of an indicator stand together.
            written.Add(sheet.ToSheet());
        }
        return new($"สรุปผลคะแนน {card.EntrantName.Thai}", report.AsOf,
            [SummarySheet.Compose(report, indicators.ToImmutable(), ruleCells, sources), ruleCells.ToSheet(), .. written])
        {
            Author = rules.Plan.Office.Thai,
        };
    }
}
