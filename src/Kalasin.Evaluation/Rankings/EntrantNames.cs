namespace Kalasin.Evaluation.Rankings;

/// <summary>How entrants of many provinces are told apart: a province by its code, a district office by its district's, any other unit by its province's and its own.</summary>
internal static class EntrantNames
{
    /// <summary>The code that an entrant has in a ranking.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="province">Its province.</param>
    /// <param name="code">Its code in its round.</param>
    public static string Of(Framework framework, Province province, string code) =>
        framework.Entrant == EntrantKind.Province || DistrictOf(province, code) is not null ? code : $"{province.Code}-{code}";

    /// <summary>Its name; units of one name in many provinces say their province.</summary>
    public static BilingualText NameOf(Framework framework, Province province, SentCard card) =>
        framework.Entrant == EntrantKind.Province ? province.BilingualName : InProvince(card.Name, province);

    /// <summary>A unit's name with its province.</summary>
    public static BilingualText InProvince(BilingualText name, Province province) =>
        name.Thai.Contains(province.FullName, StringComparison.Ordinal) ? name : new($"{name.Thai} {province.FullName}", $"{name.English}, {province.EnglishName}");

    /// <summary>The district of a code within a province.</summary>
    public static District? DistrictOf(Province province, string code) => province.Districts.FirstOrDefault(d => d.Code == code);
}
