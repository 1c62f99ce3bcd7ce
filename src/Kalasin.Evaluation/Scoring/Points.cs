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
        var computed = Of(of.Rules.Framework, of.Indicator, measurement.State, measurement.Value);
        return TakesAPersons(of.Rules.Framework, computed, measurement.State) && of.Rulings.Assessed is { } assessed && OnScale(of.Indicator, assessed)
            ? OfAPerson(of.Indicator, assessed.Score, measurement.State)
            : computed;
    }

    /// <summary>Whether a person's score counts. Where nothing is to be measured, the framework's own rule has decided already.</summary>
    public static bool TakesAPersons(Framework framework, Points computed, MeasurementState state) =>
        computed.Score is null && !framework.ScoringOff && state != MeasurementState.NotApplicable;

    /// <summary>The score that a person gave.</summary>
    public static Points OfAPerson(Indicator indicator, decimal score, MeasurementState state) =>
        new(score, indicator.Weight.Value, state is MeasurementState.Measured or MeasurementState.Excused) { ByPerson = true };

    /// <summary>Whether a score that a person gave is one that the indicator can have.</summary>
    public static bool OnScale(Indicator indicator, Assessment assessed) => assessed.Score >= 0 && assessed.Score <= indicator.FullScore;

    /// <summary>What a value scores by the rules alone.</summary>
    public static Points Of(Framework framework, Indicator indicator, MeasurementState state, decimal? value)
    {
        if (state == MeasurementState.Excused) return new(null, 0, true);
        if (framework.ScoringOff || indicator.Scale is not { } scale) return new(null, 0, false);
        return state switch
        {
            MeasurementState.Measured => new(scale.Points(value!.Value), indicator.Weight.Value, true),
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
