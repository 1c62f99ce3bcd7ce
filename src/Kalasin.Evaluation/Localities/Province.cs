using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Localities;

namespace Kalasin.Evaluation;

/// <summary>One of the 76 provinces (จังหวัด); Bangkok, which has no local authorities of the usual kinds, is not among them.</summary>
public sealed record Province
{
    private static readonly Lazy<FrozenDictionary<string, Province>> Names = new(() =>
        All.SelectMany(p => new[] { p.Code, p.Name, p.EnglishName, p.FullName, $"จ.{p.Name}" }, (p, name) => (p, name))
            .ToFrozenDictionary(x => ThaiText.Key(x.name), x => x.p));

    [JsonConstructor]
    internal Province(string code, string name, string englishName, ImmutableArray<District> districts) =>
        (Code, Name, EnglishName, Districts) = (code, name, englishName, districts);

    /// <summary>All 76 in the order of their codes.</summary>
    public static IReadOnlyList<Province> All => AuthorityData.Provinces;

    /// <summary>Two Arabic digits: 46.</summary>
    public string Code { get; }

    /// <summary>Thai name without the word จังหวัด: กาฬสินธุ์.</summary>
    public string Name { get; }

    /// <summary>Romanised name: Kalasin.</summary>
    public string EnglishName { get; }

    /// <summary>Its districts in the order of their codes.</summary>
    public ImmutableArray<District> Districts { get; }

    /// <summary>จังหวัดกาฬสินธุ์.</summary>
    public string FullName => $"จังหวัด{Name}";

    /// <summary>จังหวัดกาฬสินธุ์ / Kalasin Province.</summary>
    public BilingualText BilingualName => new(FullName, $"{EnglishName} Province");

    /// <summary>The province of a code or a name; null when there is none.</summary>
    /// <param name="codeOrName">46, กาฬสินธุ์, จังหวัดกาฬสินธุ์, จ.กาฬสินธุ์ or Kalasin; spelling is compared by <see cref="ThaiText.Key"/>.</param>
    public static Province? Find(string codeOrName)
    {
        ArgumentNullException.ThrowIfNull(codeOrName);
        return codeOrName.Length > 100 ? null : Names.Value.GetValueOrDefault(ThaiText.Key(codeOrName));
    }

    /// <summary>Equal when the codes are.</summary>
    /// <param name="other">Another province.</param>
    public bool Equals(Province? other) => other is not null && Code == other.Code;

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <summary>The full name.</summary>
    public override string ToString() => FullName;
}
