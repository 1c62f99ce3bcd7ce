using System.Diagnostics.CodeAnalysis;

namespace Kalasin.Evaluation;

/// <summary>
/// Identifies a local authority: its kind and its geocode of the Department of Provincial Administration, which are unique only together.
/// Written <c>PAO-46</c>, <c>CITY-1199</c>, <c>TOWN-4699</c>, <c>SUB-460203</c>, <c>SAO-460101</c>.
/// </summary>
public sealed record AuthorityCode
{
    private static readonly string[] Letters = ["PAO", "CITY", "TOWN", "SUB", "SAO"];

    /// <summary>The code of a kind and a geocode.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="geocode">Two digits for a PAO (its province), otherwise four or six.</param>
    /// <exception cref="ArgumentException">The geocode isn't of that shape.</exception>
    public AuthorityCode(AuthorityKind kind, string geocode)
    {
        ArgumentNullException.ThrowIfNull(geocode);
        if (!IsGeocode(kind, geocode)) throw new ArgumentException($"Not a geocode of this kind: {geocode}", nameof(geocode));
        (Kind, Geocode) = (kind, geocode);
    }

    /// <summary>A written code.</summary>
    /// <param name="value">As <see cref="Value"/> gives it; see <see cref="TryParse"/> for what people type.</param>
    /// <exception cref="ArgumentException">The text isn't a code.</exception>
    public AuthorityCode(string value)
    {
        if (!TryParse(value, out var code)) throw new ArgumentException($"Not a local authority's code: {value}", nameof(value));
        (Kind, Geocode) = (code.Kind, code.Geocode);
    }

    /// <summary>The written code: <c>SUB-460203</c>.</summary>
    public string Value => $"{Letters[(int)Kind]}-{Geocode}";

    /// <summary>The kind.</summary>
    public AuthorityKind Kind { get; }

    /// <summary>Two, four or six Arabic digits; the first two are the province's code.</summary>
    public string Geocode { get; }

    /// <summary>Code of the province it belongs to.</summary>
    public string ProvinceCode => Geocode[..2];

    /// <summary>Whether it is of a province.</summary>
    internal bool IsOf(Province province) => Geocode.StartsWith(province.Code, StringComparison.Ordinal);

    /// <summary>Reads a written code; lower case, Thai digits and spaces around it are understood.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="code">The code.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AuthorityCode? code)
    {
        code = null;
        if (text is null || text.Length > 40) return false;
        var parts = ThaiNumerals.ToArabic(text.Trim()).Split('-');
        if (parts.Length != 2) return false;
        var kind = Array.FindIndex(Letters, l => l.Equals(parts[0], StringComparison.OrdinalIgnoreCase));
        if (kind < 0 || !IsGeocode((AuthorityKind)kind, parts[1])) return false;
        code = new((AuthorityKind)kind, parts[1]);
        return true;
    }

    /// <summary>The written code: <c>SUB-460203</c>.</summary>
    public override string ToString() => Value;

    private static bool IsGeocode(AuthorityKind kind, string text) =>
        (kind == AuthorityKind.Pao ? text.Length == 2 : text.Length is 4 or 6) && text.All(char.IsAsciiDigit);
}
