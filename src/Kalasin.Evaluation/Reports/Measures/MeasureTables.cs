using System.Collections.Frozen;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>
/// What a report prints of a measure: the tables of an indicator, and columns of its register that nobody types. A table by category of what
/// scoring tells of the rows; a kind that needs another has a file of its own here.
/// </summary>
internal class MeasureTables
{
    private static readonly MeasureTables ByCategory = new();

    private static readonly FrozenDictionary<Type, MeasureTables> OfTheirOwn = new Dictionary<Type, MeasureTables>
    {
        [typeof(PercentageMeasure)] = new PercentageTables(),
        [typeof(LevelMeasure)] = new LevelTables(),
    }.ToFrozenDictionary();

    /// <summary>What is printed of a measure.</summary>
    public static MeasureTables Of(Measure measure) => OfTheirOwn.GetValueOrDefault(measure.GetType(), ByCategory);

    /// <summary>The indicator's tables.</summary>
    /// <param name="report">The report.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="measurement">What was measured; not missing.</param>
    public virtual IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Measurement measurement) =>
        [CategoryTable.Of(indicator, measurement, Measuring.Of(indicator.Measure).Figures(indicator))];

    /// <summary>The indicator's chart; <see langword="null"/> where nothing can be compared.</summary>
    /// <param name="report">The report.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="measurement">What was measured; not missing.</param>
    /// <param name="language">Of its words; Thai where it has no room for others.</param>
    public virtual Chart? Picture(ReportContent report, Indicator indicator, Measurement measurement, Language language = Language.Thai) => RowCharts.Counts(
        indicator, new($"{indicator.Measure.Unit.Thai}ที่นับได้", $"{indicator.Measure.Unit.English} that count"), indicator.Measure.Unit,
        [.. measurement.Counted.Select(r => r.Row)], language);

    /// <summary>Columns of the register that are worked out.</summary>
    public virtual IEnumerable<RegisterColumn> Derived(Measure measure, Measurement measurement) => [];
}
