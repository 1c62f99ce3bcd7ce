namespace Kalasin.Evaluation.Frameworks;

/// <summary>The plans that ship in the package.</summary>
public static class BuiltInPlans
{
    private static readonly Lazy<RoundPlan> Kalasin = new(() => EmbeddedRules.Read<RoundPlan>("46-dla-2567"));

    /// <summary>The plan that ships for a province.</summary>
    /// <param name="framework">The framework it runs.</param>
    /// <param name="province">Two-digit province code.</param>
    /// <exception cref="ArgumentException">There is no plan for that province.</exception>
    public static RoundPlan For(Framework framework, string province)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return Kalasin.Value is var plan && plan.Framework == framework.Id && plan.Province == province
            ? plan
            : throw new ArgumentException($"No plan of province {province} for {framework.Id}.", nameof(province));
    }
}
