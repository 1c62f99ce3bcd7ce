using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>An indicator's line of the summary.</summary>
internal sealed class ScoreLine(ReportContent report, Score score, IndicatorSheet sheet, bool scoring)
{
    public Indicator Indicator => report.Rules.Framework[score.Indicator];

    /// <summary>Cell of the value on the indicator's own sheet; <see langword="null"/> where the edition prints none.</summary>
    public string? Value => sheet.Results?.Value.There;

    public Spot Points { get; } = new();

    public Spot Weight { get; } = new();

    public Spot Full { get; } = new();

    public Spot Above { get; } = new();

    public Spot Below { get; } = new();

    public decimal Denominator => Results is { } shown ? shown.PointsFraction.Below : 1;

    private ResultLines? Results => sheet.Results is { ShowsScoring: true } shown ? shown : null;

    public void Place(LiveSheet on)
    {
        var indicator = report.Rules.Framework[score.Indicator];
        ImmutableArray<LiveCell> cells =
        [
            Cell.Text(Printed.Indicator(score.Indicator), CellStyle.Data),
            Cell.Text(ThaiNumerals.ToThaiInProse(indicator.ShortText.Thai), CellStyle.Data),
            Cell.Text(report.Printed.UnitShortName(report.LeadOf(score.Indicator)), CellStyle.Data),
            Cell.Text(indicator.Measure.Unit.Thai, CellStyle.Data),
            Shown(indicator),
        ];
        if (scoring) cells = [.. cells, .. Scored()];
        on.Add([.. cells, Cell.Text(report.IsInternal && score.IsAssumed ? "เกณฑ์สมมติ" : "", CellStyle.Data)]);
    }

    private LiveCell Shown(Indicator indicator)
    {
        if (sheet.Results is not { } results) return Cell.Text(report.ValueOf(indicator, score), CellStyle.Data);
        var shown = score.Measurement.Value is { } value ? ResultLines.Result(value, CellStyle.Result) : Cell.Text(results.StateWords, CellStyle.Result);
        return new(shown, () => $"IF(ISNUMBER({results.Value.There}),{results.Value.There},{results.State.There})");
    }

    private IEnumerable<LiveCell> Scored()
    {
        var points = Results is null ? null : score.Points;
        var (above, below) = Results?.PointsFraction ?? (null, 1);
        string? Or(string? formula) => Results is null ? null : formula;
        yield return new(ResultLines.Result(points, CellStyle.Result), () => Or($"IF(ISNUMBER({Results?.Points.There}),{Results?.Points.There},\"\")"), Points);
        yield return new(
            Cell.Number(points is null ? 0 : score.Weight, CellStyle.Result).As(CellFormat.ThaiGeneral), () => Or(Results?.Weight.There), Weight);
        yield return new(
            ResultLines.Result(points * score.Weight, CellStyle.Result), () => Or($"IF(ISNUMBER({Points.Here}),{Weight.Here}*{Above.Here}/{Below.Here},\"\")"));
        yield return new(
            Cell.Number(report.Rules.Framework[score.Indicator].FullScore, CellStyle.Result).As(CellFormat.ThaiGeneral), () => Or(Results?.Full()), Full);
        yield return new(
            Cell.Number(above ?? 0, CellStyle.Result).As(CellFormat.ThaiGeneral), () => Or($"IF(ISNUMBER({Results?.PointsAbove.There}),{Results?.PointsAbove.There},0)"), Above);
        yield return new(Cell.Number(below, CellStyle.Result).As(CellFormat.ThaiGeneral), () => Or(Results?.PointsBelow.There), Below);
    }
}
