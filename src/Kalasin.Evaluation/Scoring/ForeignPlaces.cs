using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Rows that speak of a local authority or a district of another province than the plan's.</summary>
internal static class ForeignPlaces
{
    /// <summary>Rows that are named; the rest are counted.</summary>
    private const int MostNamed = 20;

    /// <summary>Names of districts by the provinces that have one of that name.</summary>
    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<Province>>> Districts = new(() =>
        Province.All.SelectMany(p => p.Districts.SelectMany(d => new[] { d.Name, d.FullName, d.ShortName, d.Code }, (d, name) => (Name: ThaiText.Key(name), Province: p)))
            .Distinct().GroupBy(x => x.Name).ToFrozenDictionary(g => g.Key, g => g.Select(x => x.Province).ToImmutableArray()));

    /// <summary>Whose place a row speaks of, as the reason for not counting it; <see langword="null"/> where it is the plan's own.</summary>
    public static BilingualText? In(IndicatorCase of, RegisterRow row) => ProvinceOf(of, row) is { } other
        ? new($"เป็นของ{other.FullName} มิใช่{of.Rules.Province.FullName}", $"of {other.BilingualName.English}, not of {of.Rules.Province.BilingualName.English}")
        : null;

    /// <summary>Says how many rows of a return are of other provinces.</summary>
    public static void Say(IndicatorCase of, Return from, ImmutableArray<Finding>.Builder findings)
    {
        if (of.PlaceColumns.IsEmpty && of.DistrictColumn is null) return;
        var foreign = new List<(RegisterRow Row, Province Province)>();
        foreach (var row in from.Rows)
            if (ProvinceOf(of, row) is { } other) foreign.Add((row, other));
        if (foreign.Count == 0) return;
        var which = BilingualText.Join(", ", foreign.Take(MostNamed).GroupBy(r => r.Province).Select(g =>
        {
            var rows = BilingualText.Join(", ", g.Select(r => ThaiNumerals.Number(r.Row.Number)));
            return new BilingualText($"แถวที่ {rows.Thai} ({g.Key.FullName})", $"row {rows.English} ({g.Key.BilingualName.English})");
        }));
        findings.Add(ScoringFindings.OtherProvince.At(
            Place.Nowhere, of.NameOf(from.Unit), ThaiNumerals.Number(foreign.Count), of.Rules.Province.BilingualName, which));
    }

    /// <summary>Province of a district's code, as district offices have it.</summary>
    private static Province? Of(string code) => Districts.Value.TryGetValue(ThaiText.Key(code), out var provinces) ? provinces[0] : null;

    private static Province? ProvinceOf(IndicatorCase of, RegisterRow row)
    {
        var own = of.Rules.Province;
        foreach (var place in of.PlaceColumns)
            if (row[place] is AuthorityValue { Code: var code } && !code.IsOf(own)) return Province.Find(code.ProvinceCode);
            else if (row[place] is UnitValue { Code: var unit } && of.Rules.Plan.Find(unit) is null && Of(unit.Value) is { } other && other != own) return other;
        if (of.DistrictColumn is not { } column || row[column] is not TextValue { Text: var text }) return null;
        // Nearly every row names a district of its own province as the form lists it: no key is made of those.
        foreach (var district in own.Districts)
            if (district.Name == text) return null;
        return Districts.Value.TryGetValue(ThaiText.Key(text), out var provinces) && !provinces.Contains(own) ? provinces[0] : null;
    }
}
