namespace Kalasin.Evaluation.Scoring;

/// <summary>
/// Values and scores as documents show them: two decimals, half away from zero, but never across a threshold, so that 89.996 beside a score
/// below level 4 is shown as 89.99 and not as 90.00. For showing only; arithmetic uses the exact values.
/// </summary>
internal static class ScoreDisplay
{
    /// <summary>A value rounded for showing.</summary>
    /// <param name="value">The exact value, in the measure's unit.</param>
    /// <param name="scale">The scale whose thresholds may not be crossed; <see langword="null"/>: none.</param>
    public static decimal Round(decimal value, Scale? scale) =>
        scale is null ? decimal.Round(value, 2, MidpointRounding.AwayFromZero) : Round(value, scale.Bounds, scale.IsFalling);

    /// <summary>A score or total rounded for showing; 3.996 is shown as 3.99.</summary>
    /// <param name="points">The exact score.</param>
    public static decimal RoundPoints(decimal points) => decimal.Floor(points) is var whole ? Round(points, [whole, whole + 1], false) : points;

    /// <summary>A number rounded for showing, on its own side of a bound.</summary>
    /// <param name="value">The exact number.</param>
    /// <param name="bound">What isn't crossed.</param>
    /// <param name="falling">Up to the bound is one side, instead of from it on.</param>
    public static decimal Beside(decimal value, decimal bound, bool falling) => Round(value, [bound], falling);

    /// <summary>A score as documents show it: ๓.๗๕.</summary>
    /// <param name="points">The exact score.</param>
    public static BilingualText Points(decimal points) => ThaiNumerals.Number(RoundPoints(points), 2);

    /// <summary>What a total is out of, as documents show it: ๕.</summary>
    /// <param name="card">Whose total it is.</param>
    public static BilingualText Full(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return ThaiNumerals.Number(card.FullTotal, card.FullTotal == decimal.Truncate(card.FullTotal) ? 0 : 2);
    }

    /// <summary>A value as documents show it, without its unit: per cent with two decimals, counts and levels whole.</summary>
    /// <param name="indicator">Whose value it is.</param>
    /// <param name="value">The exact value.</param>
    public static BilingualText Number(Indicator indicator, decimal value)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Measure.AlwaysShowsDecimals || value != decimal.Truncate(value)
            ? ThaiNumerals.Number(Round(value, indicator.Scale), 2)
            : ThaiNumerals.Number(value, 0);
    }

    /// <summary>A value as documents show it, with its unit: ร้อยละ ๗๙.๔๗, ๒๓ กิจกรรม, ระดับ ๔.</summary>
    /// <param name="indicator">Whose value it is.</param>
    /// <param name="value">The exact value.</param>
    public static BilingualText Value(Indicator indicator, decimal value) =>
        indicator?.Measure.WithUnit(Number(indicator, value)) ?? throw new ArgumentNullException(nameof(indicator));

    private static decimal Round(decimal value, IReadOnlyList<decimal> thresholds, bool falling)
    {
        var nearest = decimal.Round(value, 2, MidpointRounding.AwayFromZero);
        if (IsOnSameSide(value, nearest, thresholds, falling)) return nearest;
        var below = decimal.Round(value, 2, MidpointRounding.ToNegativeInfinity);
        if (IsOnSameSide(value, below, thresholds, falling)) return below;
        var above = decimal.Round(value, 2, MidpointRounding.ToPositiveInfinity);
        return IsOnSameSide(value, above, thresholds, falling) ? above : nearest;
    }

    private static bool IsOnSameSide(decimal value, decimal shown, IReadOnlyList<decimal> thresholds, bool falling)
    {
        foreach (var threshold in thresholds)
            if (falling ? (value <= threshold) != (shown <= threshold) : (value >= threshold) != (shown >= threshold)) return false;
        return true;
    }
}
