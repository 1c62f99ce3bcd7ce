namespace Kalasin.Evaluation;

/// <summary>
/// A local authority (องค์กรปกครองส่วนท้องถิ่น, อปท.). Its name need not be unique, not even within its district; its code is. See
/// <see cref="AuthorityRegister.DisplayName"/> for a name that is.
/// </summary>
public sealed record LocalAuthority
{
    /// <summary>A local authority.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="name">Thai name without the kind: สงเปลือย.</param>
    /// <param name="district">Its district; null for a PAO and only for one.</param>
    /// <exception cref="ArgumentException">No name, or a district that doesn't fit the kind or the province.</exception>
    public LocalAuthority(AuthorityCode code, string name, District? district)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (code.Kind == AuthorityKind.Pao != district is null)
            throw new ArgumentException("A PAO has no district, every other authority has one.", nameof(district));
        if (district is not null && district.ProvinceCode != code.ProvinceCode)
            throw new ArgumentException("The district is of another province.", nameof(district));
        (Code, Name, District) = (code, name, district);
    }

    /// <summary>Its code.</summary>
    public AuthorityCode Code { get; }

    /// <summary>Thai name without the kind: สงเปลือย.</summary>
    public string Name { get; }

    /// <summary>Its district; null for a PAO.</summary>
    public District? District { get; }

    /// <summary>Romanised name without the kind (Song Plueai); empty when not known.</summary>
    public string EnglishName { get; init => field = value ?? ""; } = "";

    /// <summary>First day it exists under this name and kind; null when that is not known or before the register begins.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, included; null when it still exists.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Its kind.</summary>
    public AuthorityKind Kind => Code.Kind;

    /// <summary>เทศบาลตำบลสงเปลือย.</summary>
    public string FullName => Kind.FullName().Thai + Name;

    /// <summary>ทต.สงเปลือย.</summary>
    public string ShortName => Kind.Abbreviation() + Name;

    /// <summary>Full name in both languages: เทศบาลตำบลสงเปลือย / Song Plueai Subdistrict Municipality.</summary>
    public BilingualText BilingualName => new(FullName, $"{(EnglishName.Length > 0 ? EnglishName : Name)} {Kind.FullName().English}");

    /// <summary>Whether it exists on a day.</summary>
    /// <param name="date">Any date.</param>
    public bool IsValidOn(DateOnly date) => !(date < From) && !(date > To);

    /// <summary>The full name.</summary>
    public override string ToString() => FullName;
}
