namespace Kalasin.Evaluation.Localities;

/// <summary>What a local authority is.</summary>
public enum AuthorityKind
{
    /// <summary>Provincial administrative organisation, อบจ.</summary>
    Pao,

    /// <summary>City municipality, ทน.</summary>
    City,

    /// <summary>Town municipality, ทม.</summary>
    Town,

    /// <summary>Subdistrict municipality, ทต.</summary>
    Subdistrict,

    /// <summary>Subdistrict administrative organisation, อบต.</summary>
    Sao,
}
