using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// Finds units of a plan by what people type: code, name, alias, an abbreviation that ends in ฯ, or a name with a slip of
/// typing. A sure way to one unit comes before a less sure one; two units equally near are never guessed between. Immutable and thread-safe.
/// </summary>
internal sealed class UnitFinder
{
    private const int LongestTyped = 200;

    /// <summary>Ways to write "local office of the district", longest first; what follows is the district's name.</summary>
    private static readonly ImmutableArray<string> DistrictWords =
    [
        .. new[] { "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ", "สำนักงานท้องถิ่นอำเภอ", "ที่ทำการท้องถิ่นอำเภอ",
            "ท้องถิ่นอำเภอ", "ท้องถิ่น อ.", "สถ.อำเภอ", "สถ.อ.", "สถอ.", "อำเภอ", "อ." }
            .Select(ThaiText.Key).OrderByDescending(w => w.Length),
    ];

    private static readonly ConditionalWeakTable<RoundPlan, UnitFinder> Known = [];

    private readonly ImmutableArray<(string Key, string Bare, string Name, ReportingUnit Unit)> names;
    private readonly ILookup<string, ReportingUnit> districts;

    private UnitFinder(RoundPlan plan)
    {
        names = [.. from unit in plan.Units
            from name in (IEnumerable<string>)[unit.Code.Value, unit.Name.Thai, unit.Name.English, unit.ShortName.Thai, unit.ShortName.English, .. unit.Aliases]
            let key = ThaiText.Key(name)
            select (key, WithoutDistrictWords(key), name, unit)];
        districts = plan.Units.Where(u => u.Kind == UnitKind.DistrictOffice)
            .ToLookup(u => WithoutDistrictWords(ThaiText.Key(u.Name.Thai)), StringComparer.Ordinal);
    }

    /// <summary>The finder of a plan's units, made once for each plan.</summary>
    /// <param name="plan">The plan.</param>
    public static UnitFinder Of(RoundPlan plan) => Known.GetValue(plan, static p => new(p));

    /// <summary>How many names a text is compared with.</summary>
    internal int Count => names.Length;

    /// <summary>The unit that a text names.</summary>
    /// <param name="typed">What somebody typed; beyond 200 characters nothing is found.</param>
    public UnitMatch Find(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Length > LongestTyped || ThaiText.Key(typed) is not { Length: > 0 } key) return new UnitMatch.NotFound();
        var same = names.Where(n => n.Key == key).ToList();
        if (same.Find(n => n.Name == n.Unit.Code.Value || n.Name == n.Unit.Name.Thai || n.Name == n.Unit.Name.English).Unit is { } exact
            && same.TrueForAll(n => n.Unit == exact))
            return new UnitMatch.Exact(exact);
        return Among(same.Select(n => n.Unit))
            ?? Among(districts[WithoutDistrictWords(key)])
            ?? Among(Abbreviated(key))
            ?? Among(Slipped(key, 1))
            ?? Among(Slipped(key, 2))
            ?? new UnitMatch.NotFound();
    }

    private static UnitMatch? Among(IEnumerable<ReportingUnit> units)
    {
        var found = units.Distinct().ToImmutableArray();
        return found.Length switch { 0 => null, 1 => new UnitMatch.Understood(found[0], found[0].Name.Thai), _ => new UnitMatch.Ambiguous(found) };
    }

    /// <summary>กลุ่มงานกฎหมายฯ: what stands before ฯ begins the name.</summary>
    private IEnumerable<ReportingUnit> Abbreviated(string key) =>
        key.IndexOf('ฯ', StringComparison.Ordinal) is var at and >= 6
            ? names.Where(n => n.Key.StartsWith(key[..at], StringComparison.Ordinal)).Select(n => n.Unit)
            : [];

    /// <summary>Names a few slips away. The words that all districts share don't make two districts near each other.</summary>
    private IEnumerable<ReportingUnit> Slipped(string key, int slips)
    {
        var bare = WithoutDistrictWords(key);
        foreach (var (known, bareKnown, _, unit) in names)
        {
            var isDistrict = unit.Kind == UnitKind.DistrictOffice && bare != key;
            var (a, b) = isDistrict ? (bare, bareKnown) : (key, known);
            if (ThaiText.IsNearMissOfKeys(a, b) && EditDistance.Within(a, b, slips)) yield return unit;
        }
    }

    private static string WithoutDistrictWords(string key) =>
        DistrictWords.FirstOrDefault(w => key.Length > w.Length && key.StartsWith(w, StringComparison.Ordinal)) is { } word ? key[word.Length..] : key;
}
