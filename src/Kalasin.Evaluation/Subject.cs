namespace Kalasin.Evaluation;

/// <summary>What a finding is about, as far as it is known: whoever reads a sheet knows this, its name does not say it.</summary>
/// <param name="Unit">Code of the unit that reports; <see langword="null"/> when not known.</param>
/// <param name="Indicator">Number of the indicator; <see langword="null"/> for what concerns a file or delivery as a whole.</param>
public sealed record Subject(string? Unit, string? Indicator);
