using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// Bands that adjoin, each with a score of its own: too little and too much may both score less than enough. The first has no beginning and
/// the last no end, so that every value lies in exactly one.
/// </summary>
/// <param name="Source">Where the scale comes from.</param>
/// <param name="Bands">At least two, by their beginnings.</param>
internal sealed record BandedScale(RuleSource Source, ImmutableArray<Band> Bands) : Scale(Source)
{
    /// <inheritdoc/>
    [JsonIgnore] public override bool IsFalling => false;

    internal override bool HasLevels => FullOf() <= Levels;

    internal override IReadOnlyList<decimal> Bounds => [.. Bands.Select(b => b.From).OfType<decimal>()];

    internal override decimal FullOf(Measure measure) => FullOf();

    internal override decimal Points(decimal value) => Bands[Reached(value)].Score;

    /// <summary>The nearest band above that scores more; what is too much doesn't become less.</summary>
    internal override ScaleGoal? Next(decimal value)
    {
        foreach (var band in Bands.Skip(Reached(value) + 1))
            if (band.Score > Points(value)) return new(band.From!.Value, band.Score);
        return null;
    }

    internal override BilingualText Why(decimal value, BilingualText shown)
    {
        var (at, bounds) = (Reached(value), Bounds);
        if (at == 0) return Threshold(bounds[0], "ต่ำกว่า", "below");
        if (at == bounds.Count) return Threshold(bounds[^1], "ตั้งแต่", "from", after: new("ขึ้นไป", "on"));
        var (from, to) = (ThaiNumerals.Exact(bounds[at - 1]), ThaiNumerals.Exact(bounds[at]));
        return new($"ตั้งแต่ {from.Thai} แต่ต่ำกว่า {to.Thai}", $"from {from.English} and below {to.English}");
    }

    internal override void Check(ScaleChecks checks, string pointer)
    {
        if (Bands.Length < 2) checks.Add($"{pointer}/bands", FrameworkFindings.TwoNeeded, ThaiNumerals.Number(Bands.Length));
        foreach (var (i, band) in Bands.Index())
            if (i == 0 == band.From is not null) checks.Add($"{pointer}/bands/{i}", FrameworkFindings.BandBegins);
        if (!Names.IsRising([.. Bounds])) checks.Add($"{pointer}/bands", FrameworkFindings.NotInOrder);
        checks.Scores([.. Bands.Select(b => b.Score)], i => $"{pointer}/bands/{i}/score");
        int[] begun = [.. Bands.Index().Where(b => b.Item.From is not null).Select(b => b.Index)];
        checks.Reachable(Bounds, i => $"{pointer}/bands/{begun[i]}/from");
    }

    private decimal FullOf() => Bands.Max(b => b.Score);
}

/// <summary>One band of a <see cref="BandedScale"/>, up to the beginning of the next.</summary>
/// <param name="Score">Score of a value in it, 0 to 10,000.</param>
/// <param name="From">Where it begins, inclusive, in the measure's unit. The first band has none.</param>
internal sealed record Band(decimal Score, decimal? From = null);
