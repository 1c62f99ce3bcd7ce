namespace Kalasin.Evaluation.Scoring;

/// <summary>Points and the weight they count with.</summary>
/// <param name="Score">Exact score; <see langword="null"/> when unscored.</param>
/// <param name="Weight">Weight in the total; 0 when unscored.</param>
/// <param name="Final">Whether the score stays as it is while rules, returns and decisions do: scored, or left out because nothing can be measured.</param>
internal readonly record struct Points(decimal? Score, decimal Weight, bool Final)
{
    /// <summary>A person gave them, because there are none to compute.</summary>
    public bool ByPerson { get; private init; }

    public static Points Of(IndicatorCase of, Measurement measurement)
    {
        var (indicator, computed) = (of.Indicator, Computed(of, measurement));
        // Where nothing is to be measured, the framework's own rule has decided already.
        if (computed.Score is not null || of.Rules.Framework.ScoringOff || measurement.State == MeasurementState.NotApplicable) return computed;
        return of.Rulings.Assessed is { } assessed && OnScale(indicator, assessed)
            ? new(assessed.Score, indicator.Weight.Value, measurement.State is MeasurementState.Measured or MeasurementState.Excused) { ByPerson = true }
            : computed;
    }

    /// <summary>Whether a score that a person gave is one that the indicator can have.</summary>
    public static bool OnScale(Indicator indicator, Assessment assessed) => assessed.Score >= 0 && assessed.Score <= indicator.FullScore;

    private static Points Computed(IndicatorCase of, Measurement measurement)
    {
        var indicator = of.Indicator;
        if (measurement.State == MeasurementState.Excused) return new(null, 0, true);
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
