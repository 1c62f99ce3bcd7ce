using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Pages;

/// <summary>A decision that could not be taken: why, and its form with what was typed.</summary>
public sealed record DecisionView : PageView
{
    /// <param name="form">As it was sent.</param>
    /// <param name="findings">Why. Of their places those are kept that the form asks for; what else a decision names, their sentences name.</param>
    internal DecisionView(DecisionForm form, IEnumerable<Finding> findings) : base(new BilingualText("ยังบันทึกการตัดสินใจไม่ได้", "The decision could not be taken")) =>
        (Form, Findings) = (form, [.. findings.Select(f => DecisionField.At(f.Place) is null ? f with { Place = Place.Nowhere } : f)]);

    public DecisionForm Form { get; }

    public ImmutableArray<Finding> Findings { get; }
}
