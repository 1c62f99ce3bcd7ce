using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>Whether a plan says the classes that its framework's thresholds depend on.</summary>
internal static class PlanClasses
{
    /// <summary>The classes of an entrant, in the framework's order: what each is called and which it is.</summary>
    public static ImmutableArray<(BilingualText Class, BilingualText Is)> Of(AwardRules rules, string entrant)
    {
        var said = rules.Framework.Entrant == EntrantKind.Province ? rules.Plan.Classes : rules.Plan.Units.FirstOrDefault(u => u.Code.Value == entrant)?.Classes ?? [];
        return
        [
            .. from c in rules.Framework.Classes
               join s in said on c.Id equals s.Class
               select (c.Name, c.Options.First(o => o.Id == s.Is).Text),
        ];
    }

    public static IEnumerable<Finding> Check(Framework framework, RoundPlan plan)
    {
        var asked = framework.Indicators.SelectMany(i => i.Scale?.Classes ?? []).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in Check(framework, plan.Classes, "/classes")) yield return finding;
        if (framework.Entrant == EntrantKind.Province)
            foreach (var unsaid in Unsaid(framework, asked, plan.Classes)) yield return PlanFindings.ClassUnsaid.At(Place.At("/classes"), unsaid, plan.Office);
        var hosts = plan.Hosting.SelectMany(h => h.Hosts).ToHashSet();
        foreach (var (i, unit) in plan.Units.Index())
        {
            foreach (var finding in Check(framework, unit.Classes, $"/units/{i}/classes")) yield return finding;
            if (framework.Entrant == EntrantKind.Unit && hosts.Contains(unit.Code))
                foreach (var unsaid in Unsaid(framework, asked, unit.Classes)) yield return PlanFindings.ClassUnsaid.At(Place.At($"/units/{i}"), unsaid, unit.Name);
        }
    }

    private static IEnumerable<BilingualText> Unsaid(Framework framework, HashSet<string> asked, ImmutableArray<EntrantClass> said) =>
        framework.Classes.Where(c => asked.Contains(c.Id) && said.All(s => s.Class != c.Id)).Select(c => c.Name);

    private static IEnumerable<Finding> Check(Framework framework, ImmutableArray<EntrantClass> said, string pointer)
    {
        foreach (var (i, entry) in said.Index())
            if (said.Take(i).Any(s => s.Class == entry.Class) || framework.Classes.FirstOrDefault(c => c.Id == entry.Class)?.Options.Any(o => o.Id == entry.Is) != true)
                yield return PlanFindings.UnknownClass.At(Place.At($"{pointer}/{i}"), entry.Class, entry.Is);
    }
}
