using System.Text;

namespace Kalasin.Evaluation.Tests.Thai;

/// <summary>A phrase with its breaks as marked by hand; the files say how.</summary>
/// <param name="Text">The phrase.</param>
/// <param name="Must">Where a line may end and the place must be found.</param>
/// <param name="May">Those, and where it may but need not be found.</param>
internal sealed record LineBreakGold(string Text, IReadOnlySet<int> Must, IReadOnlySet<int> May)
{
    public const string Tuned = "line-breaks.txt", HeldOut = "line-breaks-held-out.txt";

    public static IReadOnlyList<LineBreakGold> Read(string file) =>
        [.. File.ReadLines(RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Thai", file)).Where(l => l.Length > 0 && l[0] != '#').Select(Parse)];

    /// <summary>The phrase with a bar before each index.</summary>
    public string Show(IEnumerable<int> at) => at.OrderDescending().Aggregate(Text, (t, i) => t.Insert(i, "¦"));

    private static LineBreakGold Parse(string phrase)
    {
        var text = new StringBuilder();
        var (must, may) = (new HashSet<int>(), new HashSet<int>());
        foreach (var c in phrase)
        {
            if (c is '|' or ' ') must.Add(text.Length + (c == ' ' ? 1 : 0));
            if (c == '?') may.Add(text.Length);
            if (c is not ('|' or '?')) text.Append(c == '~' ? ' ' : c);
        }
        may.UnionWith(must);
        return new($"{text}", must, may);
    }
}
