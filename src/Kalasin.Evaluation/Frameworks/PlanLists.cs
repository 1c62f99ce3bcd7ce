namespace Kalasin.Evaluation.Frameworks;

/// <summary>Whether a plan has the kinds of units and the tables that its framework names.</summary>
internal static class PlanLists
{
    public static IEnumerable<Finding> Check(Framework framework, RoundPlan plan)
    {
        foreach (var (i, unit) in plan.Units.Index())
            if (!unit.Kind.IsOfAnOffice && framework.UnitKinds.All(k => k.Id != unit.Kind))
                yield return PlanFindings.UnknownUnitKind.At(Place.At($"/units/{i}/kind"), unit.Kind.Value);
        foreach (var (i, table) in plan.Lists.Index())
            if (framework.Lists.All(l => l.Id != table.List) || plan.Lists.Take(i).Any(t => t.List == table.List))
                yield return PlanFindings.UnknownList.At(Place.At($"/lists/{i}/list"), table.List);
        var used = framework.Indicators.SelectMany(i => i.Register.Columns).Select(c => c.List).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var lacking in framework.Lists.Where(l => used.Contains(l.Id) && plan.Lists.All(t => t.List != l.Id)))
            yield return PlanFindings.ListWithoutTable.At(Place.At("/lists"), lacking.Name, lacking.Id);
    }
}
