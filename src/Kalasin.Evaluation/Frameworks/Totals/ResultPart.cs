using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>A number of a scorecard that a rule speaks of. Closed family; <c>kind</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(IndicatorScore), "indicator")]
[JsonDerivedType(typeof(IndicatorValue), "value")]
[JsonDerivedType(typeof(GroupResult), "group")]
[JsonDerivedType(typeof(PenaltyResult), "penalty")]
[JsonDerivedType(typeof(TotalResult), "total")]
[JsonDerivedType(typeof(CompletionDay), "completedOn")]
internal abstract record ResultPart
{
    private protected ResultPart() { }
}

/// <summary>The score of an indicator.</summary>
/// <param name="Number">Which.</param>
internal sealed record IndicatorScore(IndicatorNumber Number) : ResultPart;

/// <summary>The measured value of an indicator, before any scale.</summary>
/// <param name="Number">Which.</param>
internal sealed record IndicatorValue(IndicatorNumber Number) : ResultPart;

/// <summary>The subtotal of a group.</summary>
/// <param name="Id">Which.</param>
internal sealed record GroupResult(string Id) : ResultPart;

/// <summary>What penalties take together.</summary>
internal sealed record PenaltyResult : ResultPart;

/// <summary>The day on which the last return came, or the last score where judges alone score; for ranking only.</summary>
internal sealed record CompletionDay : ResultPart;

/// <summary>The total.</summary>
internal sealed record TotalResult : ResultPart;
