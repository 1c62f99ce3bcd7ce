using System.Globalization;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation;

/// <summary>
/// The words that Thai text is read with: a dictionary, terms that are kept whole while they fit on a line, and what callers add. Thai has
/// no spaces between words, so the words are found by the cheapest path through the dictionary; no place is ever found inside a character
/// cluster. Immutable and thread-safe; the dictionary is read when first needed.
/// </summary>
public sealed class ThaiLexicon
{
    /// <summary>A term costs less than any two words that it could be made of.</summary>
    private const int TermCost = 8 * WordTrie.CostUnit;

    private static readonly Lazy<WordTrie> Dictionary = new(ReadDictionary);
    private static readonly Lazy<ThaiLexicon> Embedded = new(() => new(ReadTerms()));

    // Never changed.
    private readonly Dictionary<string, BreakOpportunity[]> _terms;
    private readonly WordTrie _trie;
    // By the node at which a term ends.
    private readonly BreakOpportunity[]?[] _joints;

    private ThaiLexicon(Dictionary<string, BreakOpportunity[]> terms)
    {
        _terms = terms;
        _trie = WordTrie.Of(terms.Keys, _ => TermCost);
        _joints = new BreakOpportunity[]?[_trie.Count];
        foreach (var (term, joints) in terms) _joints[_trie.NodeOf(term)] = joints;
    }

    /// <summary>The embedded dictionary and the embedded terms of official Thai.</summary>
    public static ThaiLexicon Official => Embedded.Value;

    /// <summary>A lexicon that knows further words and keeps them whole: names of people, places and authorities.</summary>
    /// <param name="words">
    /// Words; spaces and signs part an entry. A part of more than 16 clusters stays freely breakable between the words that it is made of.
    /// </param>
    public ThaiLexicon With(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var terms = new Dictionary<string, BreakOpportunity[]>(_terms, StringComparer.Ordinal);
        List<int> joints = [];
        foreach (var word in words.SelectMany(ThaiParts))
        {
            if (terms.ContainsKey(word)) continue;
            joints.Clear();
            WordPath.Find(word, Dictionary.Value, _trie, joints);
            terms.Add(word, [.. joints.Select(j => new BreakOpportunity(j, BreakCost.Dear))]);
        }
        return new(terms);
    }

    /// <summary>Where lines of a text may end between words or inside terms, in rising order; see <see cref="BreakCost"/>.</summary>
    /// <param name="text">One paragraph; its spaces stay at the ends of lines.</param>
    public IReadOnlyList<BreakOpportunity> BreakOpportunities(string text) => BreakOpportunities(text, BreakCost.Dear);

    /// <inheritdoc cref="BreakOpportunities(string)"/>
    /// <param name="text">One paragraph; its spaces stay at the ends of lines.</param>
    /// <param name="most">What a place may cost at most.</param>
    public IReadOnlyList<BreakOpportunity> BreakOpportunities(string text, BreakCost most)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<BreakOpportunity> found = [];
        Find(text, found);
        found.RemoveAll(o => o.Cost > most);
        return found;
    }

    /// <summary>
    /// The words of a text in order, without spaces and signs: Thai words, terms whole, runs of other letters and digits. What the
    /// dictionary doesn't know stays in one piece with its unknown neighbours.
    /// </summary>
    /// <param name="text">Any text.</param>
    public IReadOnlyList<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> words = [];
        List<int> ends = [];
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = start + 1;
            if (BreakRules.IsThaiLetter(text[start]))
            {
                while (end < text.Length && BreakRules.IsThaiLetter(text[end])) end++;
                if (IsEtc(text, start, end)) continue;
                ends.Clear();
                Parse(text.AsSpan(start, end - start), ends);
                var from = 0;
                foreach (var to in ends.Append(end - start))
                {
                    words.Add(text[(start + from)..(start + to)]);
                    from = to;
                }
            }
            else if (IsOther(text, start))
            {
                while (end < text.Length && IsOther(text, end)) end++;
                words.Add(text[start..end]);
            }
        }
        return words;
    }

    /// <summary>Adds every place, whatever it costs; what the list holds already is kept.</summary>
    internal void Find(ReadOnlySpan<char> text, List<BreakOpportunity> found) => new BreakFinding(this, text, found).Run();

    /// <summary>Adds the indexes at which words of a run of Thai letters begin, 0 left out.</summary>
    internal void Parse(ReadOnlySpan<char> run, List<int> starts) => WordPath.Find(run, Dictionary.Value, _trie, starts);

    /// <summary>Where a word may be parted that is better kept whole; empty for one that may not.</summary>
    internal ReadOnlySpan<BreakOpportunity> JointsOf(ReadOnlySpan<char> word) => _joints[_trie.NodeOf(word)] ?? Compounds.JointsOf(word, Dictionary.Value);

    private static bool IsOther(string text, int at) => text[at] is not ('ฯ' or 'ๆ') && !BreakRules.IsThaiLetter(text[at]) &&
        (char.IsLowSurrogate(text[at]) ? at > 0 && char.IsLetterOrDigit(text, at - 1)
            : char.IsLetterOrDigit(text, at) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark);

    /// <summary>Whether the letters between two signs are the middle of ฯลฯ.</summary>
    private static bool IsEtc(string text, int start, int end) => end - start == 1 && text[start] == 'ล' && start > 0 && text[start - 1] == 'ฯ';

    private static Dictionary<string, BreakOpportunity[]> ReadTerms()
    {
        var terms = new Dictionary<string, BreakOpportunity[]>(StringComparer.Ordinal);
        foreach (var line in EmbeddedData.Text("Thai/Data/terms.txt").Split('\n'))
            if (line.Length > 0 && line[0] != '#') terms.Add(line.Replace("|", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal), Joints(line));
        return terms;
    }

    /// <summary>The places of the signs | (dear) and : (last) in a marked term.</summary>
    private static BreakOpportunity[] Joints(string marked)
    {
        List<BreakOpportunity> joints = [];
        for (var i = 0; i < marked.Length; i++)
            if (marked[i] is '|' or ':') joints.Add(new(i - joints.Count, marked[i] == '|' ? BreakCost.Dear : BreakCost.Last));
        return [.. joints];
    }

    private static IEnumerable<string> ThaiParts(string entry)
    {
        var clean = ThaiText.Normalise(entry);
        for (var start = 0; start < clean.Length;)
        {
            var end = start;
            while (end < clean.Length && BreakRules.IsThaiLetter(clean[end])) end++;
            if (end - start > 1 && ThaiClusters.Count(clean.AsSpan(start, end - start)) <= WordPath.LongestKeptWhole) yield return clean[start..end];
            start = end + 1;
        }
    }

    private static WordTrie ReadDictionary()
    {
        using var stream = EmbeddedData.Open("Thai/Data/words.bin");
        return WordTrie.Read(stream);
    }
}
