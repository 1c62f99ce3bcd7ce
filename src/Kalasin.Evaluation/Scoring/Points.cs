namespace Kalasin.Evaluation.Scoring;

/// <summary>Points and the weight they count with.</summary>
/// <param name="Score">Exact score; <see langword="null"/> when unscored.</param>
/// <param name="Weight">Weight in the total; 0 when unscored.</param>
/// <param name="Final">Whether the score stays as it is while rules and returns do: scored, or left out because nothing can be measured.</param>
internal readonly record struct Points(decimal? Score, decimal Weight, bool Final)
{
    public static Points Of(IndicatorCase of, Measurement measurement)
    {
        var indicator = of.Indicator;
        if (of.Rules.Framework.ScoringOff || indicator.Scale is not { } scale) return new(null, 0, false);
        return measurement.State switch
        {
            MeasurementState.Measured => new(scale.Points(measurement.Value!.Value), indicator.Weight.Value, true),
            MeasurementState.NotApplicable => indicator.NotApplicable.Kind switch
            {
                NotApplicableKind.Full => new(indicator.FullScore, indicator.Weight.Value, true),
                NotApplicableKind.Zero => new(0, indicator.Weight.Value, true),
                _ => new(null, 0, true),
            },
            _ => new(null, 0, false),
        };
    }
}
