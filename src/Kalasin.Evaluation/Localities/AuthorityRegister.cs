using System.Collections.Frozen;
using System.Collections.Immutable;
using Kalasin.Evaluation.Localities;

namespace Kalasin.Evaluation;

/// <summary>
/// The local authorities of one province on one day, in official order: the PAO, then district by district (by code) the city, town and
/// subdistrict municipalities and the SAOs, each in dictionary order. The population behind percentages "of all authorities".
/// </summary>
public sealed class AuthorityRegister
{
    private readonly FrozenDictionary<AuthorityCode, LocalAuthority> _byCode;
    private readonly FrozenDictionary<AuthorityCode, string> _displayNames;
    private readonly Lazy<AuthoritySearch> _search;

    /// <summary>A register of given authorities, for example an office's own newer list.</summary>
    /// <param name="province">The province.</param>
    /// <param name="snapshotDate">The day whose state the list describes.</param>
    /// <param name="source">Where the list comes from, for printing.</param>
    /// <param name="authorities">The authorities in any order.</param>
    /// <exception cref="ArgumentException">Two have the same code, or one is of another province.</exception>
    public AuthorityRegister(Province province, DateOnly snapshotDate, BilingualText source, IEnumerable<LocalAuthority> authorities)
    {
        ArgumentNullException.ThrowIfNull(province);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(authorities);
        (Province, SnapshotDate, Source) = (province, snapshotDate, source);
        Authorities = [.. authorities
            .OrderBy(a => a.District?.Code ?? "", StringComparer.Ordinal).ThenBy(a => a.Kind)
            .ThenBy(a => a.Name, ThaiCollation.Order).ThenBy(a => a.Code.Geocode, StringComparer.Ordinal)];
        if (Authorities.Any(a => a.Code.ProvinceCode != province.Code))
            throw new ArgumentException("An authority is of another province.", nameof(authorities));
        _byCode = Authorities.ToFrozenDictionary(a => a.Code);
        _displayNames = UniqueNames(Authorities);
        _search = new(() => new AuthoritySearch(this));
    }

    /// <summary>The province.</summary>
    public Province Province { get; }

    /// <summary>The day whose state the list describes; upgrades and renames after it are not in it.</summary>
    public DateOnly SnapshotDate { get; }

    /// <summary>Where the list comes from.</summary>
    public BilingualText Source { get; }

    /// <summary>The authorities in official order.</summary>
    public ImmutableArray<LocalAuthority> Authorities { get; }

    /// <summary>How many there are: the denominator, 151 for Kalasin.</summary>
    public int Count => Authorities.Length;

    /// <summary>The embedded register of a province (state of August 2022), as far as it is valid on a day.</summary>
    /// <param name="province">The province.</param>
    /// <param name="on">The day; the embedded data knows no ends and beginnings yet, so every day gives the same authorities.</param>
    public static AuthorityRegister Of(Province province, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(province);
        var source = new BilingualText("ข้อมูลสาธารณะ Ahoerstemeier/tambon สถานะเดือนสิงหาคม ๒๕๖๕", "public data Ahoerstemeier/tambon, state of August 2022");
        return new(province, AuthorityData.SnapshotDate, source, AuthorityData.Of(province).Where(a => a.IsValidOn(on)));
    }

    /// <summary>The authority of a code; null when the register has none.</summary>
    /// <param name="code">A code.</param>
    public LocalAuthority? Get(AuthorityCode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _byCode.GetValueOrDefault(code);
    }

    /// <summary>The authorities of a district, without the PAO, in official order.</summary>
    /// <param name="district">A district.</param>
    public IEnumerable<LocalAuthority> In(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        return Authorities.Where(a => a.District == district);
    }

    /// <summary>How many authorities are of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="district">Only of this district; of the whole province by default.</param>
    public int CountOf(AuthorityKind kind, District? district = null) => Authorities.Count(a => a.Kind == kind && (district is null || a.District == district));

    /// <summary>
    /// A name that no other authority of this register has: the short name; with the district where that is needed (ทต.สงเปลือย (อ.นามน)), and
    /// with the geocode where even that is equal (ทต.ห้วยเม็ก (อ.ห้วยเม็ก รหัส 460801)). <see cref="Find"/> understands all three.
    /// </summary>
    /// <param name="authority">An authority of this register.</param>
    public string DisplayName(LocalAuthority authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        return _displayNames[authority.Code];
    }

    /// <summary>
    /// What a typed name means: a full or short name with or without dots and spaces (เทศบาลตำบลนามน, ทต. นามน), a name without its
    /// kind, a display name, or a code; a district may follow the name (ทต.สงเปลือย (อ.นามน)). Names are compared by
    /// <see cref="ThaiText.Key"/>; a slip of typing is suggested, never accepted.
    /// </summary>
    /// <param name="name">What was typed.</param>
    /// <param name="districtHint">What stands in a district column beside it: a name with or without อำเภอ or อ., or a code; not
    /// needed when the name is unique.</param>
    public AuthorityMatch Find(string name, string? districtHint = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _search.Value.Find(name, districtHint);
    }

    private static FrozenDictionary<AuthorityCode, string> UniqueNames(ImmutableArray<LocalAuthority> authorities)
    {
        static string WithDistrict(LocalAuthority a) => a.District is { } d ? $"{a.ShortName} ({d.ShortName})" : a.ShortName;
        static string WithCode(LocalAuthority a) =>
            a.District is { } d ? $"{a.ShortName} ({d.ShortName} รหัส {a.Code.Geocode})" : $"{a.ShortName} (รหัส {a.Code.Geocode})";
        var names = new Dictionary<AuthorityCode, string>();
        foreach (var sameName in authorities.GroupBy(a => ThaiText.Key(a.ShortName)))
            foreach (var sameDistrict in sameName.GroupBy(a => a.District))
                foreach (var authority in sameDistrict)
                {
                    var name = sameName.Count() == 1 ? authority.ShortName : sameDistrict.Count() == 1 ? WithDistrict(authority) : WithCode(authority);
                    names.Add(authority.Code, name);
                }
        return names.ToFrozenDictionary();
    }
}
