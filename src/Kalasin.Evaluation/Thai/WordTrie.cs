using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kalasin.Evaluation.Thai;

/// <summary>
/// Thai words with their costs as a tree of letters, breadth first, so that the children of a node stand side by side. Immutable.
/// </summary>
internal sealed class WordTrie
{
    /// <summary>Costs are whole thousandths, so that every machine finds the same path.</summary>
    public const int CostUnit = 1000;

    private readonly byte[] _letters;
    private readonly ushort[] _costs;
    private readonly int[] _firstChild;
    // Nearly every walk starts with a letter of its own, and most end after it.
    private readonly int[] _roots = new int[128];

    private WordTrie(byte[] letters, byte[] childCounts, ushort[] costs)
    {
        (_letters, _costs, _firstChild) = (letters, costs, FirstChildren(childCounts));
        for (var i = 1; i < _firstChild[1]; i++) _roots[letters[i]] = i;
    }

    // Runs once, over every node: no time to be compiled twice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] FirstChildren(byte[] childCounts)
    {
        var first = new int[childCounts.Length + 1];
        first[0] = 1;
        for (var i = 0; i < childCounts.Length; i++) first[i + 1] = first[i] + childCounts[i];
        return first;
    }

    /// <summary>A trie of words. Made of plain arrays, for which the first answer of a process waits for no compiler.</summary>
    /// <param name="words">Words of Thai characters only, none empty.</param>
    /// <param name="cost">What a word costs in thousandths, 1 to 65,535.</param>
    public static WordTrie Of(IEnumerable<string> words, Func<string, int> cost)
    {
        string[] sorted = [.. words];
        Array.Sort(sorted, StringComparer.Ordinal);
        var most = 1;
        foreach (var word in sorted) most += word.Length;
        var (letters, childCounts, costs) = (new byte[most], new byte[most], new ushort[most]);
        List<int> starts = [0], ends = [sorted.Length], depths = [0];
        for (var node = 0; node < starts.Count; node++)
        {
            var (at, end, depth) = (starts[node], ends[node], depths[node]);
            for (; at < end && sorted[at].Length == depth; at++) costs[node] = (ushort)cost(sorted[at]);
            while (at < end)
            {
                var (start, letter) = (at, sorted[at][depth]);
                while (at < end && sorted[at][depth] == letter) at++;
                letters[starts.Count] = Letter(letter);
                starts.Add(start);
                ends.Add(at);
                depths.Add(depth + 1);
                childCounts[node]++;
            }
        }
        return new(letters[..starts.Count], childCounts[..starts.Count], costs[..starts.Count]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static WordTrie Read(Stream stream)
    {
        Span<byte> size = stackalloc byte[4];
        stream.ReadExactly(size);
        var count = BinaryPrimitives.ReadInt32LittleEndian(size);
        var letters = new byte[count];
        var childCounts = new byte[count];
        var costs = new ushort[count];
        stream.ReadExactly(letters);
        stream.ReadExactly(childCounts);
        stream.ReadExactly(MemoryMarshal.AsBytes(costs.AsSpan()));
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(costs, costs);
        return new(letters, childCounts, costs);
    }

    /// <summary>Node count, letters, child counts, costs (little endian).</summary>
    public void Write(Stream stream)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, _letters.Length);
        stream.Write(number);
        stream.Write(_letters);
        for (var i = 0; i < _letters.Length; i++) stream.WriteByte((byte)(_firstChild[i + 1] - _firstChild[i]));
        foreach (var cost in _costs)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(number, cost);
            stream.Write(number[..2]);
        }
    }

    /// <summary>The node reached from another by a letter, or 0 when there is none. The walk starts at node 0.</summary>
    public int Next(int node, char letter)
    {
        if (!ThaiCharacters.IsThai(letter)) return 0;
        var sought = Letter(letter);
        if (node == 0) return _roots[sought];
        var children = _letters.AsSpan(_firstChild[node].._firstChild[node + 1]);
        if (children.Length > 8) return children.IndexOf(sought) is >= 0 and var found ? _firstChild[node] + found : 0;
        for (var i = 0; i < children.Length; i++)
            if (children[i] == sought) return _firstChild[node] + i;
        return 0;
    }

    /// <summary>The cost of the word that ends at a node, or 0 when none does.</summary>
    public int Cost(int node) => _costs[node];

    /// <summary>Whether a text is one of the words.</summary>
    public bool Holds(ReadOnlySpan<char> word) => NodeOf(word) != 0;

    /// <summary>The node at which a word ends, or 0 for a text that is none of the words.</summary>
    public int NodeOf(ReadOnlySpan<char> word)
    {
        var node = 0;
        foreach (var c in word)
            if ((node = Next(node, c)) == 0) return 0;
        return Cost(node) > 0 ? node : 0;
    }

    /// <summary>Nodes are numbered below this.</summary>
    public int Count => _letters.Length;

    private static byte Letter(char c) => (byte)(c - '\u0E00');
}
