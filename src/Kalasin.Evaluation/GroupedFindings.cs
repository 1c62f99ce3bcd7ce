using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Kalasin.Evaluation;

/// <summary>
/// Takes down findings so that however much is wrong they stay few: what says the same on a sheet is one finding with all its
/// cells; of other texts of a kind some are said for each sheet and for all sheets, and the rest is one finding that says how many
/// it stands for. Takes memory for what it keeps, not for what is added. Not thread-safe.
/// </summary>
/// <param name="mostOnSheet">Texts of a kind that are said for a sheet before the rest is one finding.</param>
/// <param name="mostOfKind">Findings of a kind on all sheets before the rest is one finding.</param>
/// <param name="mostRanges">Ranges of cells that one finding names.</param>
internal sealed class GroupedFindings(
    int mostOnSheet = GroupedFindings.MostOnSheet, int mostOfKind = GroupedFindings.MostOfKind, int mostRanges = CellRanges.Most)
{
    /// <summary>Texts of a kind that are said for a sheet of a file.</summary>
    public const int MostOnSheet = 5;

    /// <summary>Findings of a kind on all sheets before the rest is one finding.</summary>
    public const int MostOfKind = 40;

    private const int LongestText = 20_000;
    private const int LongestName = 100;

    private readonly OrderedDictionary<Key, Group> groups = [];
    private readonly Dictionary<(string Code, string? File, string? Sheet), int> onSheet = [];
    private readonly Dictionary<string, int> ofKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subject> subjects = new(StringComparer.Ordinal);

    public bool HasErrors { get; private set; }

    /// <summary>Findings as taken down elsewhere, file by file.</summary>
    /// <param name="findings">In the order said.</param>
    /// <param name="mostOnSheet">Texts of a kind that are said for a sheet.</param>
    public static GroupedFindings Of(IEnumerable<Finding> findings, int mostOnSheet = MostOnSheet)
    {
        var grouped = new GroupedFindings(mostOnSheet);
        foreach (var finding in findings) grouped.Add(finding);
        return grouped;
    }

    /// <returns>The finding, sharing its texts with the one that says the same already.</returns>
    public Finding Add(Finding found)
    {
        var finding = Shortened(found);
        HasErrors |= finding.Severity == Severity.Error;
        var (code, place) = (finding.Code, finding.Place);
        var key = new Key(code, place.File, place.Sheet, finding.Message.Thai);
        if (!groups.TryGetValue(key, out var group))
        {
            ref var texts = ref CollectionsMarshal.GetValueRefOrAddDefault(onSheet, (code, place.File, place.Sheet), out _);
            if (texts++ >= mostOnSheet) key = key with { Text = null };
            if (!groups.TryGetValue(key, out group))
            {
                ref var said = ref CollectionsMarshal.GetValueRefOrAddDefault(ofKind, code, out _);
                if (said >= mostOfKind) key = new(code, null, null, null);
                if (!groups.TryGetValue(key, out group)) groups.Add(key, group = new(finding, isOfOneSheet: said++ < mostOfKind, mostRanges));
            }
        }
        group.Add(place);
        return group.First.Message == finding.Message && group.First.Remedy == finding.Remedy ? group.First with { Place = place } : finding;
    }

    /// <summary>Takes back everything said of a kind.</summary>
    public void Remove(FindingKind kind)
    {
        foreach (var key in groups.Keys.Where(k => k.Code == kind.Code).ToList()) groups.Remove(key);
    }

    /// <summary>Tells what findings in a table are about, or in a file those in none of its tables; what is told first of a place counts.</summary>
    public void IsAbout(Place place, Subject subject) => subjects.TryAdd(TableOf(place), subject);

    /// <summary>In the order in which they were first said.</summary>
    public ImmutableArray<Finding> ToImmutable() => [.. groups.Select(g => Said(g.Value, isRest: g.Key.Text is null))];

    private Finding Said(Group group, bool isRest)
    {
        var (first, place) = (group.First, group.Place);
        var subject = first.About ?? subjects.GetValueOrDefault(TableOf(place));
        var others = isRest ? (place.Count ?? 1) - (first.Place.Count ?? 1) : 0;
        return first with { Place = place, About = subject, Message = others > 0 ? WithAlike(first.Message, others) : first.Message };
    }

    private static string TableOf(Place place) => Short(place.Sheet ?? "", LongestName);

    private static BilingualText WithAlike(BilingualText text, int others)
    {
        var count = others.ToString("#,0", CultureInfo.InvariantCulture);
        var thai = string.Concat(count.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '๐') : c));
        return new($"{text.Thai} อีก {thai} แห่งเป็นลักษณะเดียวกัน", $"{text.English} {Counted.Of(others):more place is|more places are} alike.");
    }

    private static Finding Shortened(Finding finding)
    {
        var isShort = finding.Place.Sheet is null or { Length: <= LongestName };
        var (message, remedy) = (Short(finding.Message), Short(finding.Remedy));
        if (isShort && ReferenceEquals(message, finding.Message) && ReferenceEquals(remedy, finding.Remedy)) return finding;
        var place = isShort ? finding.Place : finding.Place with { Sheet = Short(finding.Place.Sheet!, LongestName) };
        return finding with { Place = place, Message = message, Remedy = remedy };
    }

    private static BilingualText Short(BilingualText text) =>
        text.Thai.Length <= LongestText && text.English.Length <= LongestText ? text : new(Short(text.Thai, LongestText), Short(text.English, LongestText));

    private static string Short(string text, int most) =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "…");

    /// <summary>What is one finding; without a text, the rest of a kind.</summary>
    private readonly record struct Key(string Code, string? File, string? Sheet, string? Text);

    /// <summary>One finding and the places it stands in.</summary>
    private sealed class Group(Finding first, bool isOfOneSheet, int mostRanges)
    {
        private readonly CellRanges cells = new(mostRanges);
        private int count;

        public Finding First => first;

        public void Add(Place place) => count += isOfOneSheet ? cells.Add(place) : place.Count ?? 1;

        public Place Place
        {
            get
            {
                if (count == (first.Place.Count ?? 1)) return first.Place;
                if (!isOfOneSheet) return new() { Count = count };
                if (cells.Named == 0) return first.Place with { Count = count };
                return first.Place with { Cells = cells.ToString(), Count = count, More = count > cells.Named ? count - cells.Named : null };
            }
        }
    }
}
