using System.Buffers;
using System.Collections.Immutable;

namespace Kalasin.Evaluation.Thai;

/// <summary>
/// Finds where lines of Thai text may end. Thai has no spaces between words, so the words are found by the cheapest path through a
/// dictionary; never inside a character cluster, a number with its unit, a date, or between a title and a name. Latin words stay whole,
/// except after a hyphen or slash. A no-break space and a word joiner forbid, a zero-width space allows. Immutable and
/// thread-safe; the dictionary is read when first needed.
/// </summary>
internal sealed class LineBreaker
{
    /// <summary>A term of a lexicon costs less than any two words that it could be made of.</summary>
    private const int TermCost = 8 * WordTrie.CostUnit;

    /// <summary>A longer run of letters is a sentence about somebody, not the name.</summary>
    private const int LongestName = 24;

    private static readonly SearchValues<char> NameBoundaries = SearchValues.Create(" \u00A0\t([“‘\"',/");

    private static readonly Lazy<WordTrie> Dictionary = new(ReadDictionary);
    private static readonly Lazy<LineBreaker> Shared = new(() =>
        new([.. EmbeddedData.Text("Thai/Data/terms.txt").Split('\n').Where(line => !line.StartsWith('#'))]));

    private readonly ImmutableArray<string> _terms;
    private readonly WordTrie _lexicon;

    private LineBreaker(ImmutableArray<string> terms)
    {
        _terms = terms;
        _lexicon = WordTrie.Of(terms.SelectMany(ThaiParts).Select(part => (part, TermCost)));
    }

    /// <summary>The breaker with the embedded dictionary and the embedded lexicon of official terms.</summary>
    public static LineBreaker Default => Shared.Value;

    /// <summary>A breaker that knows further words and keeps them whole: names of people, places and authorities.</summary>
    /// <param name="lexicon">Words; spaces and signs part an entry. A part of more than 16 clusters stays breakable, or no line could hold it.</param>
    public LineBreaker With(IEnumerable<string> lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        return new(_terms.AddRange(lexicon));
    }

    /// <summary>Adds the indexes before which a line may begin, in rising order: greater than 0, less than the text's length.</summary>
    /// <param name="text">One paragraph; its spaces stay at the ends of lines.</param>
    /// <param name="breaks">Receives the indexes; what it holds already is kept.</param>
    public void Find(ReadOnlySpan<char> text, List<int> breaks)
    {
        ArgumentNullException.ThrowIfNull(breaks);
        var nameParts = 0;
        for (var start = 0; start < text.Length;)
        {
            if (start > 0 && BreakRules.AllowBefore(text, start)) breaks.Add(start);
            if (!BreakRules.IsThaiLetter(text[start])) { start++; continue; }
            var end = start + 1;
            while (end < text.Length && BreakRules.IsThaiLetter(text[end])) end++;
            nameParts = Math.Max(NameParts(text, start, end), nameParts > 0 && FollowsName(text, start) ? nameParts - 1 : 0);
            if (nameParts == 0 || end - start > LongestName)
            {
                var first = breaks.Count;
                WordPath.Find(text[start..end], Dictionary.Value, _lexicon, start, breaks);
                KeepTitles(text, start, first, breaks);
            }
            start = end;
        }
    }

    /// <summary>The indexes before which a line may begin; see the other overload.</summary>
    /// <param name="text">One paragraph.</param>
    public IReadOnlyList<int> Find(string text)
    {
        List<int> breaks = [];
        Find(text.AsSpan(), breaks);
        return breaks;
    }

    /// <summary>
    /// Adds the indexes at which a character cluster begins, in rising order, 0 left out: where even a word too long for its line
    /// may be parted, and where slack may be spread.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="starts">Receives the indexes; what it holds already is kept.</param>
    public static void Clusters(ReadOnlySpan<char> text, List<int> starts)
    {
        ArgumentNullException.ThrowIfNull(starts);
        for (var i = 1; i < text.Length; i++)
            if (ThaiClusters.BeginsAt(text, i)) starts.Add(i);
    }

    /// <summary>
    /// How many runs from here on are parts of a name, which isn't made of the dictionary's words: two where a person's title stands before
    /// it, glued (นายสมชาย) or after a space (พ.จ.ต. สมชาย), one where the abbreviation of a place does (ทต.สงเปลือย).
    /// </summary>
    private static int NameParts(ReadOnlySpan<char> text, int start, int end)
    {
        if (KeepTogether.IsTitledName(text[start..end])) return 2;
        if (start == 0) return 0;
        var isSpaced = text[start - 1] is ' ' or '\u00A0';
        var before = text[Math.Max(0, start - LongestName)..(isSpaced ? start - 1 : start)];
        var word = before[(before.LastIndexOfAny(NameBoundaries) + 1)..];
        return KeepTogether.IsPersonTitle(word) ? 2 : !isSpaced && KeepTogether.IsPlaceTitle(word) ? 1 : 0;
    }

    /// <summary>Whether only one space lies between a run and the Thai letters before it: a family name after a first name.</summary>
    private static bool FollowsName(ReadOnlySpan<char> text, int start) =>
        start > 1 && text[start - 1] is (' ' or '\u00A0') && BreakRules.IsThaiLetter(text[start - 2]);

    /// <summary>Takes back the breaks of one run that part a title from the name glued to it: และ|นาย|สมชาย.</summary>
    private static void KeepTitles(ReadOnlySpan<char> text, int runStart, int first, List<int> breaks)
    {
        var (kept, wordStart) = (first, runStart);
        for (var i = first; i < breaks.Count; i++)
        {
            var end = breaks[i];
            if (!KeepTogether.IsGluedTitle(text[wordStart..end])) breaks[kept++] = end;
            wordStart = end;
        }
        breaks.RemoveRange(kept, breaks.Count - kept);
    }

    private static IEnumerable<string> ThaiParts(string entry)
    {
        var clean = ThaiText.Normalise(entry);
        for (var start = 0; start < clean.Length;)
        {
            var end = start;
            while (end < clean.Length && BreakRules.IsThaiLetter(clean[end])) end++;
            if (end - start > 1)
            {
                List<int> clusters = [];
                Clusters(clean.AsSpan(start, end - start), clusters);
                if (clusters.Count < WordPath.LongestKeptWhole) yield return clean[start..end];
            }
            start = end + 1;
        }
    }

    private static WordTrie ReadDictionary()
    {
        using var stream = EmbeddedData.Open("Thai/Data/words.bin.gz");
        return WordTrie.Read(stream);
    }
}
