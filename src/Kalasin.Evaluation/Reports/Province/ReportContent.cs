using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Jumps;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Everything the parts of a report draw on, and the questions about editions that they share.</summary>
internal sealed class ReportContent(AwardRules rules, ImmutableArray<Return> returns, Scorecard card, Edition edition, ReportCircumstances circumstances)
{
    /// <summary>Rows of a register or list that are printed.</summary>
    public const int MostRows = 2_000;

    // In the plan's order of units.
    private readonly ILookup<IndicatorNumber, Return> byIndicator = InOrder(rules, Of(card, rules, returns)).ToLookup(r => r.Indicator);

    public AwardRules Rules => rules;

    public Scorecard Card => card;

    public bool IsInternal => edition == Edition.Internal;

    public ReportCircumstances Circumstances => circumstances;

    public DateOnly AsOf => circumstances.AsOf ?? card.EvaluationDate;

    /// <summary>The pictures that are printed.</summary>
    public ImmutableArray<PrintedPicture> Pictures { get; } =
        PictureAppendix.Printable(rules, [.. circumstances.Pictures.Where(p => IsOf(card, rules, p.Unit))], returns);

    /// <summary>All evidence of the entrant's returns.</summary>
    public ImmutableArray<EvidencePiece> Evidence { get; } = EvidencePiece.Of(rules, Of(card, rules, returns));

    /// <summary>The entrant's part of the round's grid.</summary>
    public RoundStatus? Status => circumstances.Status is { } status ? new([.. status.Cells.Where(c => IsOf(card, rules, c.Unit))]) : null;

    /// <summary>Open findings on the entrant's returns.</summary>
    public IEnumerable<OpenFinding> Findings => circumstances.Findings.Where(f => IsOf(card, rules, f.Unit));

    /// <summary>The entrant's figures that ask for a reason or have one.</summary>
    public IEnumerable<Jump> Jumps => circumstances.Jumps.Where(j => IsOf(card, rules, j.Unit));

    /// <summary>Cells of its registers.</summary>
    public SharedCells Cells { get; } = new();

    public Printed Printed { get; } = new(rules, asTyped: edition == Edition.Internal);

    /// <summary>Who gives the award, in a few words.</summary>
    public string Giver => rules.Framework.Giver.Thai;

    public string Footer =>
        $"{(IsInternal ? "ฉบับตรวจทานภายใน" : $"ฉบับเสนอ{Giver}")} · ข้อมูล ณ วันที่ {ThaiDate.Short(AsOf)}";

    /// <summary>The last row of a table that doesn't print all rows; nothing where it does.</summary>
    public static ImmutableArray<TableRow> Rest(int rows, int columns) => rows <= MostRows ? [] :
        [new([new($"และอีก {Printed.Number(rows - MostRows)} รายการ ซึ่งเก็บไว้ในไฟล์ต้นฉบับ") { ColumnSpan = columns, Alignment = Alignment.Start }])];

    /// <summary>Contributions to an indicator, in the plan's order of units.</summary>
    public IEnumerable<Return> ReturnsOn(IndicatorNumber indicator) => byIndicator[indicator];

    /// <summary>Units that report on an indicator for this entrant.</summary>
    public ImmutableArray<UnitCode> HostsOf(IndicatorNumber indicator) => [.. rules.HostingOf(indicator).Hosts.Where(h => IsOf(card, rules, h))];

    /// <summary>Who answers for an indicator of this entrant.</summary>
    public UnitCode LeadOf(IndicatorNumber indicator) => HostsOf(indicator) is [var only] ? only : rules.HostingOf(indicator).Lead;

    /// <summary>Whether a local authority is within the bounds of what is reported: of its own district where a district office is scored by itself.</summary>
    public bool Concerns(LocalAuthority authority) =>
        rules.Framework.Entrant == EntrantKind.Province || rules.Plan.Units.FirstOrDefault(u => u.Code.Value == card.Entrant)?.District is not { } district
        || authority.District?.Code == district;

    /// <summary>A score may be printed: always inside the house, outside only where no rule behind it is assumed.</summary>
    public bool ShowsScore(Score score) =>
        score.Points is not null && (IsInternal || !score.Rules.Any(r => MakesScores(r.Rule) && r.Source.IsAssumed));

    /// <summary>A level may be printed: outside the house only where the way of measuring isn't assumed.</summary>
    public bool ShowsLevel(Indicator indicator) => IsInternal || !indicator.Measure.IsLevel || !indicator.Measure.IsAssumed;

    /// <summary>The explanation may be printed: outside the house only where neither the way of measuring nor the period is assumed.</summary>
    public bool ShowsExplanation(Indicator indicator) => IsInternal || !indicator.Measure.IsAssumed && indicator.Period?.Source.IsAssumed != true;

    /// <summary>A column of a register may be printed: outside the house neither an internal one nor one that words the steps of an assumed measure.</summary>
    public bool ShowsColumn(Indicator indicator, Column column) =>
        IsInternal || !column.Internal && (ShowsLevel(indicator) || !WordsSteps(column, indicator.Measure));

    /// <summary>Some weight or scale is the department's, so that the columns of weights and scores are printed.</summary>
    public bool ShowsScoreColumns => IsInternal || card.Scores.Any(ShowsScore);

    /// <summary>The weighted total may be printed: outside the house only where every score in it may be. <see langword="null"/> where it may not, or there is none.</summary>
    public decimal? ShownTotal => IsInternal || card.Scores.Where(s => s.Points is not null).All(ShowsScore) ? card.Total : null;

    /// <summary>The unit's work is the entrant's: always where the province is scored, its own where units are.</summary>
    private static bool IsOf(Scorecard card, AwardRules rules, UnitCode unit) => rules.Framework.Entrant == EntrantKind.Province || unit.Value == card.Entrant;

    private static bool MakesScores(RuleKind rule) =>
        rule is RuleKind.Measure or RuleKind.Population or RuleKind.Scale or RuleKind.Weight or RuleKind.Assessment;

    private static IEnumerable<Return> Of(Scorecard card, AwardRules rules, ImmutableArray<Return> returns) => returns.Where(r => IsOf(card, rules, r.Unit));

    private static IEnumerable<Return> InOrder(AwardRules rules, IEnumerable<Return> returns)
    {
        var places = rules.Plan.Units.Select((unit, i) => (unit.Code, Place: i)).ToDictionary(u => u.Code, u => u.Place);
        return returns.OrderBy(r => places.GetValueOrDefault(r.Unit, -1));
    }

    private static bool WordsSteps(Column column, Measure measure) =>
        column.Options.Any(o => measure.StepTexts.Any(text => o.Text.Thai.EndsWith(text.Thai, StringComparison.Ordinal)));

    /// <summary>
    /// The one figure of an indicator with its unit: ร้อยละ ๗๕.๐๐, ๗๘ กิจกรรม; how many rows were reported where the level may not be
    /// printed, and why there is none where there is none.
    /// </summary>
    public string KeyFigure(Indicator indicator, Score score) => score.Measurement switch
    {
        { State: MeasurementState.Measured } when !ShowsLevel(indicator) => $"{Printed.Number(ReturnsOn(indicator.Number).Sum(r => r.Rows.Length))} รายการ",
        { State: MeasurementState.Measured, Value: { } value } => ScoreDisplay.Value(indicator, value).Thai,
        _ => ValueOf(indicator, score),
    };

    /// <summary>What stands below it: how it came about.</summary>
    public string ToldOf(Indicator indicator, Score score) => ShowsLevel(indicator) ? score.Measurement.Sentence.Thai : ValueOf(indicator, score);

    public string ValueOf(Indicator indicator, Score score) => score.Measurement switch
    {
        { State: MeasurementState.NotApplicable } => "ไม่มีเรื่องถึงกำหนด",
        { State: MeasurementState.Missing } => "ยังไม่ได้รับรายงาน",
        { State: MeasurementState.Excused } => "ได้รับยกเว้นการรายงาน",
        { State: MeasurementState.Disagreed } => "รอหน่วยงานยืนยันร่วมกัน",
        _ when !ShowsLevel(indicator) =>
            $"รายงาน {Printed.Number(ReturnsOn(indicator.Number).Count())} หน่วยงาน "
            + $"{Printed.Number(ReturnsOn(indicator.Number).Sum(r => r.Rows.Length))} รายการ",
        { Value: { } value } => ScoreDisplay.Number(indicator, value).Thai,
        _ => Printed.None,
    };
}
