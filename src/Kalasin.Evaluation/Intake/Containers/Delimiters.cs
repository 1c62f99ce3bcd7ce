namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>What separates the values of a text: the sign that stands in most lines equally often, outside quotation marks.</summary>
internal static class Delimiters
{
    private const int LinesSeen = 50, Many = 4;

    /// <summary>Of two that fit equally well the first: commas stand in texts too.</summary>
    private static readonly char[] All = ['\t', ';', ','];

    /// <summary>What a file may say that it is parted by; a letter or a quotation mark parts nothing, whatever the file says.</summary>
    private const string Sayable = "\t;,|:^~#&!/ ";

    /// <summary>What separates the values of a text that begins so.</summary>
    /// <param name="head">The beginning.</param>
    /// <param name="skipped">Length of the line that says it (<c>sep=;</c>), which some programs write first.</param>
    public static char Of(ReadOnlySpan<char> head, out int skipped)
    {
        skipped = 0;
        if (head.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && head.Length > 5 && head[5] is '\r' or '\n')
        {
            skipped = head[5] == '\r' && head.Length > 6 && head[6] == '\n' ? 7 : 6;
            if (Sayable.Contains(head[4])) return head[4];
            head = head[skipped..];
        }
        var (best, most) = (',', 0);
        foreach (var sign in All)
        {
            var agreeing = Agreeing(Counts(head, sign));
            if (agreeing > most) (best, most) = (sign, agreeing);
        }
        return best;
    }

    /// <summary>Whether a text looks like a table: lines agree in the number of a sign, or one has many.</summary>
    public static bool Part(ReadOnlySpan<char> head)
    {
        foreach (var sign in All)
            if (Counts(head, sign) is var counts && (Agreeing(counts) > 1 || counts.Exists(c => c >= Many))) return true;
        return false;
    }

    private static int Agreeing(List<int> counts) => counts.Where(c => c > 0).GroupBy(c => c).Select(g => g.Count()).DefaultIfEmpty(0).Max();

    private static List<int> Counts(ReadOnlySpan<char> head, char sign)
    {
        var (counts, count, isQuoted) = (new List<int>(), 0, false);
        foreach (var c in head)
        {
            if (c == '"') isQuoted = !isQuoted;
            if (isQuoted) continue;
            if (c == sign) count++;
            if (c != '\n') continue;
            counts.Add(count);
            count = 0;
            if (counts.Count == LinesSeen) return counts;
        }
        counts.Add(count);
        return counts;
    }
}
