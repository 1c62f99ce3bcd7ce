using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>What a kind of measure makes of rows: the value of one or several returns taken together, and what would raise its score.</summary>
internal abstract class Measuring
{
    private static readonly FrozenDictionary<Type, Measuring> ByKind = new Measuring[]
    {
        new PercentageMeasuring(), new CountMeasuring(), new LevelMeasuring(), new RatioOfSumsMeasuring(), new GrowthMeasuring(),
        new SumMeasuring(), new AverageMeasuring(),
    }.ToFrozenDictionary(m => m.Kind);

    /// <summary>How a measure is measured.</summary>
    public static Measuring Of(Measure measure) => ByKind[measure.GetType()];

    /// <summary>The value of returns.</summary>
    public static Measurement Of(IndicatorCase of, ImmutableArray<Return> returns)
    {
        var measured = Of(of.Indicator.Measure).Of(of, RowSelection.Of(of, returns));
        // Each duplicate and each gap is somebody's to settle, so more of a kind are said one by one than of a sheet's faults.
        return measured with { Findings = GroupedFindings.Of(measured.Findings, GroupedFindings.MostOfKind).ToImmutable() };
    }

    /// <summary>The kind of measure.</summary>
    protected abstract Type Kind { get; }

    /// <summary>The value of rows.</summary>
    public abstract Measurement Of(IndicatorCase of, RowSelection rows);

    /// <summary>What would reach the next score; <see langword="null"/> at the top, and where nothing that can still be done would.</summary>
    public abstract BilingualText? NextLevel(IndicatorCase of, Measurement measurement, Scale scale);

    /// <summary>What is told of each category's rows; nothing where reports have tables of their own for the kind.</summary>
    public abstract ImmutableArray<GroupFigure> Figures(Indicator indicator);
}

/// <summary>How one kind is measured.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal abstract class Measuring<T> : Measuring where T : Measure
{
    protected sealed override Type Kind => typeof(T);

    public sealed override Measurement Of(IndicatorCase of, RowSelection rows) => Of(of, (T)of.Indicator.Measure, rows);

    public sealed override BilingualText? NextLevel(IndicatorCase of, Measurement measurement, Scale scale) =>
        NextLevel(of, (T)of.Indicator.Measure, measurement, scale);

    public sealed override ImmutableArray<GroupFigure> Figures(Indicator indicator) => Figures(indicator, (T)indicator.Measure);

    protected abstract Measurement Of(IndicatorCase of, T measure, RowSelection rows);

    protected abstract BilingualText? NextLevel(IndicatorCase of, T measure, Measurement measurement, Scale scale);

    protected abstract ImmutableArray<GroupFigure> Figures(Indicator indicator, T measure);
}
