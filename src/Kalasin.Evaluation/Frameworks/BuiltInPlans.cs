namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// Plans for every province: the one that ships where there is one (Kalasin's of <c>dla-2567</c>), else a standard plan, all of it
/// marked as assumed.
/// </summary>
internal static class BuiltInPlans
{
    private static readonly Lazy<RoundPlan> Kalasin = new(() => EmbeddedRules.Read<RoundPlan>("46-dla-2567"));

    /// <summary>The plan of a province, shipped or standard.</summary>
    /// <param name="framework">The framework it runs.</param>
    /// <param name="province">Two-digit province code.</param>
    /// <exception cref="ArgumentException">There is no such province.</exception>
    public static RoundPlan For(Framework framework, string province)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var found = Province.Find(province);
        if (found is null || found.Code != province) throw new ArgumentException($"There is no province {province}.", nameof(province));
        var shipped = Kalasin.Value;
        return shipped.Framework == framework.Id && shipped.Province == province ? shipped : StandardPlan.For(framework, found, shipped);
    }

    /// <summary>Whether a plan is a standard one that no office has written.</summary>
    /// <param name="plan">The plan.</param>
    public static bool IsStandard(RoundPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.InternalDeadline.Source.IsAssumed && plan.Hosting.All(h => h.Source.IsAssumed);
    }
}
