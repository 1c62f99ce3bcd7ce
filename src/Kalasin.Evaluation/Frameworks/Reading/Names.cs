using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Checks of ids, numbers and addresses that frameworks and plans share.</summary>
internal static class Names
{
    private const int FirstYear = 2400, LastYear = 2800;

    /// <summary>Ids used twice, and ids of another shape.</summary>
    public static void Ids(IEnumerable<string> ids, string pointer, string member, PlacedFindings report, bool checkShape = true)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, id) in ids.Index())
        {
            var at = $"{pointer}/{i}{member}";
            if (checkShape && !IsId(id)) report.Add(at, FrameworkFindings.OtherId, id);
            if (!seen.TryAdd(id, at)) report.Add(at, FrameworkFindings.Twice, id, seen[id]);
        }
    }

    public static void InRange(decimal value, decimal least, decimal most, string pointer, PlacedFindings report)
    {
        if (value < least || value > most)
            report.Add(pointer, FrameworkFindings.OutOfRange, ThaiNumerals.Exact(value), ThaiNumerals.Exact(least), ThaiNumerals.Exact(most));
    }

    /// <summary>A fiscal year of the Buddhist era, which is told without commas.</summary>
    public static void Year(int year, string pointer, PlacedFindings report)
    {
        if (year is < FirstYear or > LastYear) report.Add(pointer, FrameworkFindings.OutOfRange, Digits(year), Digits(FirstYear), Digits(LastYear));

        static BilingualText Digits(int year) => ThaiNumerals.Digits(year.ToString(CultureInfo.InvariantCulture));
    }

    public static void Address(string address, string pointer, PlacedFindings report)
    {
        if (address.Length > 254 || address.Any(c => c is <= ' ' or > '~') || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address)
            report.Add(pointer, FrameworkFindings.NoAddress, address);
    }

    /// <summary>Whether a word is claimed for the first time; else by whom before.</summary>
    public static bool Claim(Dictionary<string, string> owners, string word, string owner, out string before)
    {
        before = owner;
        var key = ThaiText.Key(word);
        return key.Length == 0 || owners.TryAdd(key, owner) || (before = owners[key]) == owner;
    }

    public static bool IsRisingOrFalling(ImmutableArray<decimal> values) =>
        IsRising(values) || values.Zip(values.Skip(1)).All(p => p.First > p.Second);

    public static bool IsRising(ImmutableArray<decimal> values) => values.Zip(values.Skip(1)).All(p => p.First < p.Second);

    private static bool IsId(string id) =>
        id.Length is > 0 and <= 40 && id[0] != '-' && id.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-');
}
