using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Localities;

/// <summary>The names of a register's authorities, ready for looking up what people typed.</summary>
internal sealed partial class AuthoritySearch
{
    private const int LongestName = 160;
    private const int MostSuggestions = 5;

    private static readonly string[] MunicipalWords = ["เมือง", "นคร", "ตำบล"];

    private static readonly string[] KindPrefixes =
        [.. AuthorityKindNames.All.SelectMany(k => new[] { ThaiText.Key(k.FullName().Thai), ThaiText.Key(k.Abbreviation()) }), "เทศบาล"];

    private readonly AuthorityRegister _register;
    private readonly ILookup<string, LocalAuthority> _exact;
    private readonly ILookup<string, LocalAuthority> _withoutKind;
    private readonly ImmutableArray<(LocalAuthority Authority, string Full, string Short, string Bare)> _keys;

    public AuthoritySearch(AuthorityRegister register)
    {
        _register = register;
        _keys = [.. register.Authorities.Select(a => (a, ThaiText.Key(a.FullName), ThaiText.Key(a.ShortName), ThaiText.Key(a.Name)))];
        _exact = _keys
            .SelectMany(
                k => new[] { k.Full, k.Short, ThaiText.Key(register.DisplayName(k.Authority)), ThaiText.Key($"{k.Authority.Code}") }.Distinct(),
                (k, key) => (key, k.Authority))
            .ToLookup(p => p.key, p => p.Authority);
        _withoutKind = _keys.SelectMany(k => LooseKeys(k.Authority, k.Bare), (k, key) => (key, k.Authority)).ToLookup(p => p.key, p => p.Authority);
    }

    public AuthorityMatch Find(string typed, string? districtHint)
    {
        if (typed.Length > LongestName) return new AuthorityMatch.NotFound([]);
        var name = ThaiText.Normalise(typed);
        if (Named(ThaiText.Key(name)) is [var only]) return InDistrict([only], districtHint);
        name = ProvinceSuffix().Match(name) is { Success: true } province
            && ThaiText.Key(province.Groups["province"].Value) == ThaiText.Key(_register.Province.Name)
            ? name[..province.Index]
            : name;
        if (DistrictSuffix().Match(name) is { Success: true } district)
        {
            name = district.Groups["name"].Value;
            var inName = InDistrict(Named(ThaiText.Key(name)), district.Groups["district"].Value);
            return inName is AuthorityMatch.NotFound { Suggestions: [] } ? Suggest(ThaiText.Key(name))
                : inName is AuthorityMatch.Found found ? InDistrict([found.Authority], districtHint) : inName;
        }
        var named = Named(ThaiText.Key(name));
        return named.IsEmpty ? Suggest(ThaiText.Key(name)) : InDistrict(named, districtHint);
    }

    private ImmutableArray<LocalAuthority> Named(string key) => key.Length == 0 ? [] : _exact.Contains(key) ? [.. _exact[key]] : [.. _withoutKind[key]];

    /// <summary>Those of the named authorities that stand in the hinted district; a PAO stands in none and is never ruled out.</summary>
    private static AuthorityMatch InDistrict(ImmutableArray<LocalAuthority> named, string? hint)
    {
        var key = DistrictKey(hint);
        ImmutableArray<LocalAuthority> left = key.Length == 0 ? named : [.. named.Where(a => a.District is not { } d || IsDistrict(d, key))];
        return left switch
        {
            [] => new AuthorityMatch.NotFound([.. named.Take(MostSuggestions)]),
            [var one] => new AuthorityMatch.Found(one),
            _ => new AuthorityMatch.Ambiguous(left),
        };
    }

    private AuthorityMatch.NotFound Suggest(string key)
    {
        var bare = key;
        foreach (var prefix in KindPrefixes)
            if (key.Length > prefix.Length && key.StartsWith(prefix, StringComparison.Ordinal) && key.Length - prefix.Length < bare.Length)
                bare = key[prefix.Length..];
        var otherKind = _keys.Where(k => k.Bare == bare);
        var slips = _keys.Where(k =>
            ThaiText.IsNearMissOfKeys(k.Full, key) || ThaiText.IsNearMissOfKeys(k.Short, key) || ThaiText.IsNearMissOfKeys(k.Bare, bare));
        return new([.. otherKind.Concat(slips).Select(k => k.Authority).Distinct().Take(MostSuggestions)]);
    }

    private static bool IsDistrict(District district, string key)
    {
        var name = ThaiText.Key(district.Name);
        return key == name || key == district.Code || (key == "เมือง" && name.StartsWith(key, StringComparison.Ordinal));
    }

    private static string DistrictKey(string? hint)
    {
        if (hint is null || hint.Length > LongestName) return "";
        var match = DistrictWord().Match(ThaiText.Normalise(hint));
        return ThaiText.Key(match.Success ? match.Groups["district"].Value : hint);
    }

    /// <summary>The name without its kind; a municipality also as เทศบาล and name, unless that reads as another kind; the PAO also by its kind alone.</summary>
    private static IEnumerable<string> LooseKeys(LocalAuthority authority, string bare)
    {
        yield return bare;
        if (authority.Kind.IsMunicipality() && !Array.Exists(MunicipalWords, w => bare.StartsWith(w, StringComparison.Ordinal)))
            yield return "เทศบาล" + bare;
        if (authority.Kind != AuthorityKind.Pao) yield break;
        yield return ThaiText.Key(authority.Kind.FullName().Thai);
        yield return ThaiText.Key(authority.Kind.Abbreviation());
    }

    [GeneratedRegex(@"^(?<name>[^(]*[^( ]) ?[( ] ?(อ\.|อำเภอ) ?(?<district>[^()]+?) ?\)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex DistrictSuffix();

    [GeneratedRegex(@" \(?(จ\.|จังหวัด) ?(?<province>[^() ]+)\)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ProvinceSuffix();

    [GeneratedRegex(@"^(อ\.|อำเภอ) ?(?<district>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex DistrictWord();
}
