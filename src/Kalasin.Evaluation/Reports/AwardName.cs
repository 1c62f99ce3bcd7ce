namespace Kalasin.Evaluation.Reports;

/// <summary>What the winner of an award is called, such as ท้องถิ่นจังหวัดดีเด่น: lines don't break inside of it.</summary>
internal static class AwardName
{
    private const string Before = "คัดเลือก", End = "ดีเด่น";

    /// <summary>The names in a title; none where it isn't the selection of somebody ดีเด่น.</summary>
    public static IEnumerable<string> In(string title)
    {
        var (start, end) = (title.IndexOf(Before, StringComparison.Ordinal), title.IndexOf(End, StringComparison.Ordinal));
        if (start >= 0 && end > start + Before.Length) yield return title[(start + Before.Length)..(end + End.Length)];
    }
}
