namespace Kalasin.Evaluation.Frameworks;

/// <summary>A score that a value hasn't reached.</summary>
/// <param name="Value">What reaches it; where <paramref name="Beyond"/>, anything past it does.</param>
/// <param name="Score">The score.</param>
/// <param name="Beyond">The value itself is not enough.</param>
internal readonly record struct ScaleGoal(decimal Value, decimal Score, bool Beyond = false);
