using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>A decision that could not be taken: why, and its form with what was typed.</summary>
/// <param name="Form">As it was sent.</param>
/// <param name="Findings">Why.</param>
public sealed record DecisionView(DecisionForm Form, ImmutableArray<Finding> Findings)
    : PageView(new BilingualText("ยังบันทึกการตัดสินใจไม่ได้", "The decision could not be taken"));
