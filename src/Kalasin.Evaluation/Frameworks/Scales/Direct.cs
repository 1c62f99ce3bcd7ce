using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>The value is the score: of a level as it is, of anything else within 0 and a full score that is given.</summary>
/// <param name="Source">Where the scale comes from.</param>
internal sealed record DirectScale(RuleSource Source) : Scale(Source)
{
    /// <summary>The highest score: needed, except of a level, whose highest step is it.</summary>
    public decimal? Full { get; init; }

    /// <inheritdoc/>
    [JsonIgnore] public override bool IsFalling => false;

    internal override bool HasLevels => Full is null;

    internal override IReadOnlyList<decimal> Bounds => Full is { } full ? [0, full] : [];

    internal override decimal FullOf(Measure measure) => Full ?? measure.StepTexts.Count();

    internal override decimal Points(decimal value) => Math.Clamp(value, 0, Full ?? Math.Max(0, value));

    /// <summary>A level knows its own next step, and between scores without steps none is the next.</summary>
    internal override ScaleGoal? Next(decimal value) => null;

    internal override BilingualText Why(decimal value, BilingualText shown) => Full switch
    {
        null => new("คิดคะแนนตามระดับ", "the level is the score"),
        { } full when value > full => Threshold(full, "เกินคะแนนเต็ม", "above the full score,"),
        _ when value < 0 => new("ต่ำกว่า ๐", "below 0"),
        _ => new("เป็นคะแนนโดยตรง", "the value is the score"),
    };

    internal override void Check(ScaleChecks checks, string pointer)
    {
        if (checks.Measure.IsLevel == Full is not null) checks.Add(pointer, FrameworkFindings.ScaleUnfit);
        if (Full is not { } full) return;
        if (full <= 0) checks.InRange(full, 0.01m, ScaleChecks.MostScore, $"{pointer}/full");
        else checks.Scores([full], _ => $"{pointer}/full");
    }
}
