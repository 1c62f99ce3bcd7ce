namespace Kalasin.Evaluation.Localities;

/// <summary>Identifies a local authority: kind and DOPA geocode.</summary>
/// <param name="Value">The code as text.</param>
public readonly record struct AuthorityCode(string Value);
