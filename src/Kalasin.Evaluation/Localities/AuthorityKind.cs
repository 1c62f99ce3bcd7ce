namespace Kalasin.Evaluation;

/// <summary>The five kinds of local authority (อปท.) outside Bangkok and Pattaya, in official order.</summary>
public enum AuthorityKind
{
    /// <summary>Provincial administrative organisation, องค์การบริหารส่วนจังหวัด (อบจ.); one in every province, of no district.</summary>
    Pao,

    /// <summary>City municipality, เทศบาลนคร (ทน.).</summary>
    City,

    /// <summary>Town municipality, เทศบาลเมือง (ทม.).</summary>
    Town,

    /// <summary>Subdistrict municipality, เทศบาลตำบล (ทต.).</summary>
    Subdistrict,

    /// <summary>Subdistrict administrative organisation, องค์การบริหารส่วนตำบล (อบต.).</summary>
    Sao,
}

/// <summary>What the kinds of local authority are called.</summary>
public static class AuthorityKindNames
{
    /// <summary>All kinds in official order.</summary>
    public static IReadOnlyList<AuthorityKind> All { get; } =
        [AuthorityKind.Pao, AuthorityKind.City, AuthorityKind.Town, AuthorityKind.Subdistrict, AuthorityKind.Sao];

    /// <summary>The full name: เทศบาลตำบล / Subdistrict Municipality.</summary>
    /// <param name="kind">A kind.</param>
    public static BilingualText FullName(this AuthorityKind kind) => kind switch
    {
        AuthorityKind.Pao => new("องค์การบริหารส่วนจังหวัด", "Provincial Administrative Organization"),
        AuthorityKind.City => new("เทศบาลนคร", "City Municipality"),
        AuthorityKind.Town => new("เทศบาลเมือง", "Town Municipality"),
        AuthorityKind.Subdistrict => new("เทศบาลตำบล", "Subdistrict Municipality"),
        AuthorityKind.Sao => new("องค์การบริหารส่วนตำบล", "Subdistrict Administrative Organization"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The Thai abbreviation with its dot: อบจ. ทน. ทม. ทต. อบต.</summary>
    /// <param name="kind">A kind.</param>
    public static string Abbreviation(this AuthorityKind kind) => kind switch
    {
        AuthorityKind.Pao => "อบจ.",
        AuthorityKind.City => "ทน.",
        AuthorityKind.Town => "ทม.",
        AuthorityKind.Subdistrict => "ทต.",
        AuthorityKind.Sao => "อบต.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether it is a municipality (เทศบาล): city, town or subdistrict.</summary>
    /// <param name="kind">A kind.</param>
    public static bool IsMunicipality(this AuthorityKind kind) => kind is AuthorityKind.City or AuthorityKind.Town or AuthorityKind.Subdistrict;
}
