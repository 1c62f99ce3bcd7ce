using System.Text;

namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>What takes the place of stretches of a part; all else stays as it is, letter for letter.</summary>
internal sealed class Splices
{
    private readonly SortedDictionary<int, (int To, string With)> all = [];

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => all.Count == 0;

    /// <summary>Puts something in the place of a stretch; of two that overlap the one that begins first holds.</summary>
    public void Put(int from, int to, string with) => all.TryAdd(from, (to, with));

    /// <summary>A stretch of the part as it is afterwards.</summary>
    public string In(string text, int from, int to)
    {
        var result = new StringBuilder(to - from);
        foreach (var (at, (end, with)) in all)
        {
            if (at < from || at >= to) continue;
            result.Append(text, from, at - from).Append(with);
            from = Math.Max(end, at);
        }
        return result.Append(text, from, to - from).ToString();
    }
}
