using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Computes the value of one or several returns taken together.</summary>
internal static class Measuring
{
    public static Measurement Of(IndicatorCase of, ImmutableArray<Return> returns)
    {
        var rows = RowSelection.Of(of, returns);
        return of.Indicator.Measure switch
        {
            PercentageMeasure { Population: { } population } measure => PopulationMeasuring.Of(of, measure, population, rows),
            PercentageMeasure measure => PercentageMeasuring.Of(of, measure, rows),
            CountMeasure measure => CountMeasuring.Of(of, measure, rows),
            LevelMeasure measure => LevelMeasuring.Of(of, measure, rows),
            var other => throw new NotSupportedException($"No way to measure {other.GetType().Name}."),
        };
    }
}
