namespace Kalasin.Evaluation.Thai;

/// <summary>One walk over a text that finds where its lines may end.</summary>
internal ref struct BreakFinding(ThaiLexicon lexicon, ReadOnlySpan<char> text, List<BreakOpportunity> found)
{
    /// <summary>A longer run of letters is a sentence about somebody, not the name.</summary>
    private const int LongestName = 24;

    private const string NameBoundaries = " \u00A0\t([“‘\"',/";

    [ThreadStatic]
    private static List<int>? ofThread;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly List<int> _starts = ofThread ??= [];

    public readonly void Run()
    {
        var nameParts = 0;
        for (var start = 0; start < _text.Length;)
        {
            if (start > 0 && BreakRules.Before(_text, start) is { } cost) found.Add(new(start, cost));
            if (!BreakRules.IsThaiLetter(_text[start])) { start++; continue; }
            var end = start + 1;
            while (end < _text.Length && BreakRules.IsThaiLetter(_text[end])) end++;
            nameParts = Math.Max(NameParts(start, end), nameParts > 0 && FollowsName(start) ? nameParts - 1 : 0);
            AddWords(start, end, isName: nameParts > 0 && end - start <= LongestName);
            start = end;
        }
    }

    /// <summary>Adds the places of one run: before its words, and inside those that are better kept whole. A name's words are a guess.</summary>
    private readonly void AddWords(int start, int end, bool isName)
    {
        _starts.Clear();
        lexicon.Parse(_text[start..end], _starts);
        var word = start;
        for (var i = 0; i <= _starts.Count; i++)
        {
            var next = i < _starts.Count ? start + _starts[i] : end;
            isName |= PlaceNames.Is(_text[start..word], _text[word..end]);
            foreach (var joint in lexicon.JointsOf(_text[word..next]))
                found.Add(new(word + joint.Index, isName || IsDated(word + joint.Index) ? BreakCost.Last : joint.Cost));
            if (next < end) found.Add(new(next, CostBefore(word, next, end, isName)));
            word = next;
        }
    }

    private readonly BreakCost CostBefore(int word, int next, int end, bool isName) =>
        isName || KeepTogether.Glued(_text[word..next], _text[next..end]) || IsDated(next) ? BreakCost.Last
        : KeepTogether.IsOrdinal(_text[next..]) ? BreakCost.Dear : BreakCost.Free;

    private readonly bool IsDated(int place) => KeepTogether.IsDated(_text[..place], _text[place..]);

    /// <summary>
    /// How many runs from here on are parts of a name, which isn't made of the dictionary's words: two where a person's title stands before
    /// it, glued (นายสมชาย) or after a space (พ.จ.ต. สมชาย), one where the abbreviation of a place does (ทต.สงเปลือย).
    /// </summary>
    private readonly int NameParts(int start, int end)
    {
        if (KeepTogether.IsTitledName(_text[start..end])) return 2;
        if (start == 0) return 0;
        var isSpaced = _text[start - 1] is ' ' or '\u00A0';
        var before = _text[Math.Max(0, start - LongestName)..(isSpaced ? start - 1 : start)];
        var from = before.Length;
        while (from > 0 && !NameBoundaries.Contains(before[from - 1], StringComparison.Ordinal)) from--;
        var word = before[from..];
        return KeepTogether.IsPersonTitle(word) ? 2 : !isSpaced && KeepTogether.IsPlaceTitle(word) ? 1 : 0;
    }

    /// <summary>Whether only one space lies between a run and the Thai letters before it: a family name after a first name.</summary>
    private readonly bool FollowsName(int start) =>
        start > 1 && _text[start - 1] is (' ' or '\u00A0') && BreakRules.IsThaiLetter(_text[start - 2]);
}
