namespace Kalasin.Evaluation.Scoring;

/// <summary>Names in a sentence: a few of them, then how many more. All of them stand where there is room, in a list that folds out or in an annex.</summary>
internal static class Naming
{
    /// <summary>Most names that a sentence holds, inclusive.</summary>
    public const int Most = 5;

    /// <summary>Names that are left of more, so that the rest is worth its own words.</summary>
    private const int Left = 3;

    private static readonly BilingualText Places = new("แห่ง", "more");
    private static readonly BilingualText Offices = new("หน่วยงาน", "more");
    private static readonly BilingualText Indicators = new("ตัวชี้วัด", "more");

    /// <summary>Members of a population, as they are written.</summary>
    public static BilingualText Of(IReadOnlyCollection<string> names) => Of([.. names.Select(n => new BilingualText(ThaiNumerals.ToThai(n), n))], Places);

    /// <summary>Units.</summary>
    public static BilingualText Of(IReadOnlyCollection<ReportingUnit> units) => Of([.. units.Select(u => u.Name)], Offices);

    /// <summary>What is said of hosts.</summary>
    public static BilingualText OfHosts(IReadOnlyCollection<BilingualText> said) => Of(said, Offices);

    /// <summary>Entrants of a ranking; of thousands only the first are looked at.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="count">How many there are.</param>
    public static BilingualText OfEntrants(IEnumerable<BilingualText> names, int count) => Of(names, count, Places);

    /// <summary>What is said of indicators.</summary>
    public static BilingualText OfIndicators(IReadOnlyCollection<BilingualText> said) => Of(said, Indicators);

    /// <summary>Rows by their units, runs as one: ท้องถิ่นอำเภอนามน แถวที่ ๑–๓, ๗; ท้องถิ่นอำเภอเขาวง แถวที่ ๒.</summary>
    public static BilingualText Rows(IEnumerable<RowReference> rows, Func<UnitCode, BilingualText> nameOf)
    {
        var runs = rows.GroupBy(r => r.Unit).SelectMany(g => Runs(g.Key, [.. g.Select(r => r.Row.Number).Order()])).ToList();
        var shown = runs.Count > Most ? runs[..Left] : runs;
        var told = BilingualText.Join("; ", shown.GroupBy(r => r.Unit).Select(g =>
        {
            var (unit, numbers) = (nameOf(g.Key), string.Join(", ", g.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}–{r.Last}")));
            return new BilingualText($"{unit.Thai} แถวที่ {ThaiNumerals.ToThai(numbers)}", $"{unit.English} {(g.Sum(r => r.Last - r.First + 1) == 1 ? "row" : "rows")} {numbers}");
        }));
        return And(told, runs.Skip(shown.Count).Sum(r => r.Last - r.First + 1), new("แถว", "more"));
    }

    private static IEnumerable<(UnitCode Unit, int First, int Last)> Runs(UnitCode unit, List<int> numbers)
    {
        for (var i = 0; i < numbers.Count;)
        {
            var first = i++;
            while (i < numbers.Count && numbers[i] == numbers[i - 1] + 1) i++;
            yield return (unit, numbers[first], numbers[i - 1]);
        }
    }

    private static BilingualText Of(IReadOnlyCollection<BilingualText> names, BilingualText unit) => Of(names, names.Count, unit);

    private static BilingualText Of(IEnumerable<BilingualText> names, int count, BilingualText unit)
    {
        var shown = count > Most ? Left : count;
        return And(BilingualText.Join(", ", names.Take(shown)), count - shown, unit);
    }

    private static BilingualText And(BilingualText named, int rest, BilingualText unit) => rest == 0 ? named
        : ThaiNumerals.Number(rest) is var more ? new($"{named.Thai} และอีก {more.Thai} {unit.Thai}", $"{named.English} and {more.English} {unit.English}") : named;
}
