using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Scorecards.Measures;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>What an indicator comes to: its value from the hosts' fractions, its score from the value.</summary>
internal sealed class ResultLines
{
    private const string Measured = "มีผล";
    private const string NothingToMeasure = "ไม่มีเรื่องให้วัด";
    private const string NoReport = "ยังไม่ได้รับรายงาน";
    private const string Excused = "ได้รับยกเว้นการรายงาน";
    private const string Disagreed = "รายงานไม่ตรงกัน";

    private readonly IndicatorWork work;
    private readonly MeasureFormulas measure;
    private readonly AddedFormulas tables;
    private readonly HostTable hosts;

    public ResultLines(IndicatorWork work, MeasureFormulas measure, AddedFormulas tables)
    {
        (this.work, this.measure, this.tables) = (work, measure, tables);
        hosts = new(work, tables, measure.Factor);
        ShowsScoring = !work.Of.Rules.Framework.ScoringOff && (work.Report.IsInternal ? work.Indicator.Scale is not null || Assessed is not null : work.Report.ShowsScore(work.Score));
    }

    /// <summary>The lines about the score are printed in this edition.</summary>
    public bool ShowsScoring { get; }

    public Spot State { get; } = new();

    public Spot Above { get; } = new();

    public Spot Below { get; } = new();

    public Spot Value { get; } = new();

    public Spot Reached { get; } = new();

    public Spot PointsAbove { get; } = new();

    public Spot PointsBelow { get; } = new();

    public Spot Points { get; } = new();

    public Spot Weight { get; } = new();

    /// <summary>The score as a fraction; blank and 1 where there is none.</summary>
    public (decimal? Above, decimal Below) PointsFraction { get; private set; } = (null, 1);

    /// <summary>The highest score.</summary>
    public Func<string> Full { get; private set; } = () => $"{Scale.Levels}";

    private Measurement Measurement => work.Score.Measurement;

    private Assessment? Assessed => work.Of.Rulings.Assessed is { } given && Scoring.Points.OnScale(work.Indicator, given) ? given : null;

    /// <summary>Puts the lines at the end of the sheet.</summary>
    public void Place()
    {
        var (above, below) = measure.Words(work.Indicator.Measure);
        var chosen = hosts.Chosen();
        Line("สถานะ", Cell.Text(StateWords, CellStyle.Result), StateFormula, State, "");
        Line("ตัวตั้ง", Number(chosen.Above), chosen.Numerator, Above, above);
        Line("ตัวหาร", Number(chosen.Below), chosen.Denominator, Below, below == "หาร" ? "" : below);
        Line("ผลการดำเนินงาน", Result(Measurement.Value, CellStyle.Total), () => $"IF({Is(Measured)},{Times(Above.Here)}/{Below.Here},\"\")", Value,
            $"{work.Indicator.Measure.Unit.Thai} = {(measure.Factor == 1 ? "ตัวตั้ง ÷ ตัวหาร" : $"ตัวตั้ง × {ThaiNumerals.Format(measure.Factor)} ÷ ตัวหาร")}");
        Line("ผลที่ระบบคำนวณ", Result(Measurement.Value, CellStyle.Data), null, null, "ค่าคงที่ ใช้เทียบกับผลของสูตรข้างบน");
        if (tables.Also is { } also) PlaceAlso(also.Name, also.Value, also.Factor);
        if (ShowsScoring) PlaceScore(chosen);
        hosts.Place();
    }

    private void PlaceAlso(string name, Fraction value, int factor)
    {
        var result = value.Below > 0 ? value.Above * factor / value.Below : (decimal?)null;
        Line($"{name} (แสดงประกอบ ไม่คิดคะแนน)", Result(result, CellStyle.Result), () =>
            value.Denominator() is { } whole ? $"IF({whole}=0,\"\",{value.Numerator()}{(factor == 1 ? "" : $"*{factor}")}/{whole})" : value.Numerator(), null, "");
    }

    private void PlaceScore(Fraction chosen)
    {
        var (indicator, scale) = (work.Indicator, work.Indicator.Scale);
        var formulas = scale is null ? null : new Lazy<ScaleFormulas>(() => ScaleFormulas.Of(work, scale, (Value.Here, Times(Above.Here), Below.Here), scale is DirectScale ? "" : Reached.Here));
        if (formulas is not null) Full = () => formulas.Value.Full;
        if (scale is not (null or DirectScale))
            Line("เกณฑ์ที่ถึง (ข้อ)", Number(ReachedBy(scale)), () => formulas?.Value.Reached(scale, Value.Here), Reached, "จำนวนเกณฑ์ที่ผลถึง เรียงตามแผ่นเกณฑ์");
        var assessed = Assessed is { } given
            ? work.Rules.Of(indicator, "คะแนนที่ผู้ประเมินให้", RuleCells.Number(given.Score), ("ผู้ประเมิน", "ใช้เมื่อยังคำนวณคะแนนไม่ได้")).There : "\"\"";
        var nothing = scale is null ? "\"\"" : NothingCell();
        PointsFraction = FractionOf(scale, chosen);
        Line("คะแนน: เศษ", PointsFraction.Above is { } top ? Number(top) : Cell.Text("", CellStyle.Result), () =>
            $"IF({Is(Measured)},{formulas?.Value.Above ?? assessed},IF({Is(NothingToMeasure)},{nothing},{assessed}))", PointsAbove, "คิดเป็นเศษส่วนก่อน แล้วหารครั้งเดียว จึงไม่คลาดเคลื่อน");
        Line("คะแนน: ส่วน", Number(PointsFraction.Below), () => $"IF({Is(Measured)},{formulas?.Value.Below ?? "1"},1)", PointsBelow, "");
        Line("คะแนน", Result(work.Score.Points, CellStyle.Total), () => $"IF(ISNUMBER({PointsAbove.Here}),{PointsAbove.Here}/{PointsBelow.Here},\"\")", Points,
            ThaiNumerals.ToThaiInProse($"เต็ม {indicator.FullScore:0.##} คะแนน"));
        Line("คะแนนที่ระบบคำนวณ", Result(work.Score.Points, CellStyle.Data), null, null, "ค่าคงที่ ใช้เทียบกับคะแนนของสูตรข้างบน");
        var weight = work.Rules.Of(indicator, "น้ำหนัก", RuleCells.Number(indicator.Weight.Value), work.Sources.Of(indicator.Weight.Source)).There;
        Line("น้ำหนักที่นำมาคิด", Cell.Number(work.Score.Weight, CellStyle.Result).As(CellFormat.ThaiGeneral), () => $"IF(ISNUMBER({Points.Here}),{weight},0)", Weight, "ไม่มีคะแนน ไม่นำน้ำหนักมาคิด");
    }

    private (decimal? Above, decimal Below) FractionOf(Scale? scale, Fraction chosen) =>
        Measurement.State == MeasurementState.Measured && scale is not null
            ? ScaleFormulas.ResultOf(scale, chosen.Above * measure.Factor, chosen.Below)
            : (work.Score.Points, 1);

    private int ReachedBy(Scale scale) => Measurement.Value is { } value
        ? scale.Bounds.TakeWhile(b => scale.IsFalling ? value <= b : value >= b).Count() : 0;

    private string NothingCell()
    {
        var rule = work.Indicator.NotApplicable;
        var score = rule.Kind switch { NotApplicableKind.Full => work.Indicator.FullScore, NotApplicableKind.Zero => 0, _ => (decimal?)null };
        var cell = work.Rules.Of(
            work.Indicator, "คะแนนเมื่อไม่มีเรื่องให้วัด", score is { } given ? RuleCells.Number(given) : Cell.Text("ไม่นำน้ำหนักมาคิด", CellStyle.Input), work.Sources.Of(rule.Source)).There;
        return $"IF(ISNUMBER({cell}),{cell},\"\")";
    }

    private string StateFormula()
    {
                var none = $"IF({hosts.Many(HostLines.Missing)}+{hosts.Many(HostLines.Excluded)}=0,\"{Excused}\",\"{NoReport}\")";
        var has = $"IF({Below.Here}>0,\"{Measured}\",\"{NothingToMeasure}\")";
        var state = work.Merge switch
        {
            MergeKind.Lead => $"IF({hosts.Speaker.CountsAt.Here}=0,\"{NoReport}\",{has})",
            MergeKind.Agree when !hosts.IsSettled => $"IF({hosts.AgreeFormula},IF({hosts.Many(HostLines.Missing)}>0,\"{NoReport}\",{has}),\"{Disagreed}\")",
            MergeKind.Agree => $"IF({hosts.Many(HostLines.Missing)}>0,\"{NoReport}\",{has})",
            _ => has,
        };
        return $"IF({hosts.Counting}=0,{none},{state})";
    }

    /// <summary>Whether there is a value, in words.</summary>
    public string StateWords => Measurement.State switch
    {
        MeasurementState.Measured => Measured,
        MeasurementState.NotApplicable => NothingToMeasure,
        MeasurementState.Missing => NoReport,
        MeasurementState.Disagreed => Disagreed,
        MeasurementState.Excused => Excused,
        _ => throw new NotSupportedException($"No words for {Measurement.State}."),
    };

    private string Is(string state) => $"{State.Here}=\"{state}\"";

    private string Times(string numerator) => measure.Factor == 1 ? numerator : $"{numerator}*{measure.Factor}";

    private static Cell Number(decimal number) => Cell.Number(number, CellStyle.Result).As(CellFormat.ThaiWhole);

    private void Line(string label, Cell result, Func<string?>? formula, Spot? spot, string note) => work.Sheet.Add(
        new(Cell.Text(label, CellStyle.Label), Columns: 3), new(result, formula, spot), new(Cell.Text(note, CellStyle.Note), Columns: 4));

    /// <summary>An exact number, or nothing.</summary>
    public static Cell Result(decimal? number, CellStyle style) => number is { } given
        ? Cell.Number(given, style).As(CellFormat.ThaiExact) : Cell.Text("", style);
}
