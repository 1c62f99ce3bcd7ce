using System.Collections.Frozen;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>What a report prints of a kind of measure: the tables of an indicator, and columns of its register that nobody types.</summary>
internal abstract class MeasureTables
{
    private static readonly FrozenDictionary<Type, MeasureTables> ByKind = new MeasureTables[]
    {
        new PercentageTables(), new CountTables(), new LevelTables(), new RatioOfSumsTables(), new AverageTables(),
    }.ToFrozenDictionary(t => t.Kind);

    /// <summary>What is printed of a measure.</summary>
    public static MeasureTables Of(Measure measure) => ByKind[measure.GetType()];

    /// <summary>The kind of measure.</summary>
    protected abstract Type Kind { get; }

    /// <summary>The indicator's tables.</summary>
    /// <param name="report">The report.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="measurement">What was measured; not missing.</param>
    public abstract IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Measurement measurement);

    /// <summary>Columns of the register that are worked out.</summary>
    public virtual IEnumerable<RegisterColumn> Derived(Measure measure, Measurement measurement) => [];
}

/// <summary>What is printed of one kind.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal abstract class MeasureTables<T> : MeasureTables where T : Measure
{
    protected sealed override Type Kind => typeof(T);
}
