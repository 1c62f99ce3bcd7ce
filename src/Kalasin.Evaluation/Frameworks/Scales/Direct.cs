using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>The level is the score.</summary>
/// <param name="Source">Where the scale comes from.</param>
internal sealed record DirectScale(RuleSource Source) : Scale(Source)
{
    /// <inheritdoc/>
    [JsonIgnore] public override bool IsFalling => false;

    internal override IReadOnlyList<decimal> Bounds => [0, 1, 2, 3, 4, 5];

    internal override decimal Points(decimal value) => Math.Clamp(value, 0, Levels);

    internal override ScaleGoal? Next(decimal value) =>
        Points(value) is < Levels and var points ? new(decimal.Truncate(points) + 1, decimal.Truncate(points) + 1) : null;

    internal override BilingualText Why(decimal value, BilingualText shown) => new("คิดคะแนนตามระดับ", "the level is the score");

    internal override void Check(Measure measure, string pointer, PlacedFindings report)
    {
        if (!measure.IsLevel) report.Add(pointer, FrameworkFindings.ScaleUnfit);
    }
}
