using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Finds units of a plan by what people write: code, name, short name, alias, district, or a slip of typing.</summary>
internal sealed class UnitFinder(RoundPlan plan)
{
    private readonly Dictionary<string, Unit> byName = Names(plan, withDistricts: true);
    private readonly Dictionary<string, Unit> forSlips = Names(plan, withDistricts: false);

    /// <summary>The unit of a name or another way of writing it, and whether it is the name or code itself; <see langword="null"/> when there is none.</summary>
    public (Unit Unit, bool IsExact)? Find(string text)
    {
        var key = text.Length > 200 ? "" : ThaiText.Key(text);
        return byName.TryGetValue(key, out var unit) ? (unit, key == ThaiText.Key(unit.Name.Thai) || key == ThaiText.Key(unit.Code.Value)) : null;
    }

    /// <summary>The one unit whose name or alias differs by a slip of typing. Bare districts don't take part: ทม.กุฉินารายณ์ is no slip for อ.กุฉินารายณ์.</summary>
    public Unit? FindMisspelt(string text)
    {
        if (text.Length > 200) return null;
        var near = forSlips.Where(n => ThaiText.IsNearMiss(n.Key, text)).Select(n => n.Value).Distinct().Take(2).ToList();
        return near is [var only] ? only : null;
    }

    private static Dictionary<string, Unit> Names(RoundPlan plan, bool withDistricts)
    {
        var names = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var unit in plan.Units)
            foreach (var name in (IEnumerable<string>)[unit.Code.Value, unit.Name.Thai, unit.Name.English, unit.ShortName.Thai, .. unit.Aliases, .. withDistricts ? Districts(unit) : []])
                names.TryAdd(ThaiText.Key(name), unit);
        return names;
    }

    private static IEnumerable<string> Districts(Unit unit)
    {
        const string office = "ท้องถิ่นอำเภอ";
        if (unit.District is null || !unit.Name.Thai.StartsWith(office, StringComparison.Ordinal)) yield break;
        var name = unit.Name.Thai[office.Length..];
        yield return name;
        yield return "อำเภอ" + name;
        yield return "อ." + name;
        yield return "สถอ." + name;
        yield return "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ" + name;
    }
}
