using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Two rows of two units that may tell of the same thing though they don't say the same.</summary>
/// <param name="First">The row that comes first by the plan's units and by number.</param>
/// <param name="Second">The other.</param>
/// <param name="Why">What they have in common but for the writing, and where they differ.</param>
internal sealed record NearDuplicate(RowReference First, RowReference Second, BilingualText Why);

/// <summary>
/// Looks among the rows that count for pairs that may be one thing: a place that is abbreviated, การ before a title, a title cut short by ฯ, a
/// blank, a day apart. They are proposed with the reason and never decided. Rows are only compared where a text of theirs has the same loose key
/// and their days lie beside each other, with a few neighbours each, so that the work grows with the rows and not with their square.
/// </summary>
internal sealed class NearDuplicates
{
    /// <summary>Rows behind it that a row is compared with, for each text.</summary>
    private const int Neighbours = 24;

    /// <summary>Pairs that are proposed at once; more follow when these are settled.</summary>
    private const int Most = 200;

    /// <summary>A shorter text says too little.</summary>
    private const int LeastLetters = 6;

    private const int LeastBeginning = 8;
    private const int MostBeginnings = 20;
    private const int MostReasons = 2;
    private const int NoDay = int.MinValue;

    private readonly ImmutableArray<Column> columns;
    private readonly HashSet<(int, int)> seen = [];

    private NearDuplicates(ImmutableArray<Column> columns) => this.columns = columns;

    /// <summary>How many pairs of rows were compared.</summary>
    public long Compared { get; private set; }

    /// <summary>The pairs, in the plan's order of units and by row, whatever order the rows came in.</summary>
    public ImmutableArray<NearDuplicate> Found { get; private set; } = [];

    /// <summary>Pairs among the rows that a measurement counts.</summary>
    /// <param name="rules">Rules it was measured by.</param>
    /// <param name="number">On which indicator.</param>
    /// <param name="measured">The measurement.</param>
    /// <param name="isSettled">Whether somebody has judged two rows already.</param>
    public static NearDuplicates Of(AwardRules rules, IndicatorNumber number, Measurement measured, Func<RowReference, RowReference, bool> isSettled)
    {
        var indicator = rules.Framework[number];
        var identity = indicator.Measure.IdentityIn(indicator.Register);
        var search = new NearDuplicates([.. identity.Select(indicator.Register.Find).OfType<Column>()]);
        var order = rules.Plan.Units.Select((u, i) => (u.Code, i)).ToDictionary(u => u.Code, u => u.i);
        var rows = measured.Counted.Concat(measured.NotMet.Select(n => n.Row))
            .OrderBy(r => order.GetValueOrDefault(r.Unit, int.MaxValue)).ThenBy(r => r.Row.Number).ToList();
        search.Search(rows, isSettled);
        return search;
    }

    private void Search(List<RowReference> rows, Func<RowReference, RowReference, bool> isSettled)
    {
        List<int> texts = [.. Enumerable.Range(0, columns.Length).Where(c => columns[c].Type == ColumnType.Text && !columns[c].CaseCode)];
        if (texts.Count == 0 || rows.Count < 2) return;
        var day = columns.ToList().FindIndex(c => c.Type == ColumnType.Date);
        var candidates = rows.Select((row, i) => new Candidate(i, row, DayOf(row.Row, day))).ToList();
        var found = new List<(int First, int Second, BilingualText Why)>();
        foreach (var column in texts)
            foreach (var block in Blocks(candidates, column))
                Compare(block, (a, b) => Judge(a, b, isSettled, found));
        Found = [.. found.OrderBy(f => f.First).ThenBy(f => f.Second).Take(Most).Select(f => new NearDuplicate(rows[f.First], rows[f.Second], f.Why))];
    }

    /// <summary>Rows with the same text but for the writing, and those whose text is cut short where theirs goes on.</summary>
    private IEnumerable<List<Candidate>> Blocks(List<Candidate> candidates, int column)
    {
        var blocks = new Dictionary<string, List<Candidate>>(StringComparer.Ordinal);
        var begun = new List<(string Beginning, string Key, Candidate Candidate)>();
        foreach (var candidate in candidates)
        {
            if (TextOf(candidate.Row.Row, column) is not { } text) continue;
            var key = LooseText.Key(text);
            if (key.Length < LeastLetters) continue;
            if (!blocks.TryGetValue(key, out var block)) blocks.Add(key, block = []);
            block.Add(candidate);
            if (LooseText.Beginning(text) is { Length: >= LeastBeginning } beginning) begun.Add((beginning, key, candidate));
        }
        if (begun.Count > 0)
        {
            var keys = blocks.Keys.ToArray();
            Array.Sort(keys, StringComparer.Ordinal);
            foreach (var (beginning, own, candidate) in begun)
            {
                var at = Array.BinarySearch(keys, beginning, StringComparer.Ordinal);
                at = at < 0 ? ~at : at;
                for (var n = 0; n < MostBeginnings && at < keys.Length && keys[at].StartsWith(beginning, StringComparison.Ordinal); n++, at++)
                    if (keys[at] != own) blocks[keys[at]].Add(candidate);
            }
        }
        return blocks.Values.Where(b => b.Count > 1);
    }

    /// <summary>Each with the next ones by day, those without a day with all days' first.</summary>
    private void Compare(List<Candidate> block, Action<Candidate, Candidate> judge)
    {
        block.Sort((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : a.Order.CompareTo(b.Order));
        for (var i = 0; i < block.Count; i++)
            for (var j = i + 1; j < block.Count && j <= i + Neighbours; j++)
            {
                if (block[i].Day != NoDay && block[j].Day - block[i].Day > 1) break;
                Compared++;
                if (block[i].Row.Unit != block[j].Row.Unit) judge(block[i], block[j]);
            }
    }

    private void Judge(Candidate a, Candidate b, Func<RowReference, RowReference, bool> isSettled, List<(int, int, BilingualText)> found)
    {
        var (first, second) = a.Order < b.Order ? (a, b) : (b, a);
        if (!seen.Add((first.Order, second.Order))) return;
        var reasons = new List<BilingualText>();
        var blanks = 0;
        foreach (var column in columns)
        {
            var (one, other) = (first.Row.Row[column.Id], second.Row.Row[column.Id]);
            if (one is null && other is null) continue;
            if (one is null || other is null)
            {
                blanks++;
                reasons.Add(new($"{column.Heading.Thai}เว้นว่างในแถวหนึ่ง", $"{column.Heading.English} is blank in one of them"));
            }
            else if (!IsNear(column, one, other, reasons)) return;
        }
        if (reasons.Count is 0 or > MostReasons || blanks > 1 || isSettled(first.Row, second.Row)) return;
        found.Add((first.Order, second.Order, BilingualText.Join(" ", reasons)));
        if (found.Count < 4 * Most) return;
        found.Sort(static (a, b) => (a.Item1, a.Item2).CompareTo((b.Item1, b.Item2)));
        found.RemoveRange(Most, found.Count - Most);
    }

    private static bool IsNear(Column column, CellValue one, CellValue other, List<BilingualText> reasons)
    {
        switch (one, other)
        {
            case (DateValue a, DateValue b):
                var apart = Math.Abs(a.Date.DayNumber - b.Date.DayNumber);
                if (apart == 1) reasons.Add(new($"{column.Heading.Thai}ต่างกัน ๑ วัน", $"{column.Heading.English} is a day apart"));
                return apart <= 1;
            case (TextValue a, TextValue b):
                if (ThaiText.Key(a.Text) == ThaiText.Key(b.Text)) return true;
                reasons.Add(new(
                    $"{column.Heading.Thai}เขียนต่างกัน “{Shown(a)}” กับ “{Shown(b)}”", $"{column.Heading.English} is written differently, '{Shown(a)}' and '{Shown(b)}'"));
                return LooseText.Key(a.Text) == LooseText.Key(b.Text) || Begins(a.Text, b.Text) || Begins(b.Text, a.Text) || ThaiText.IsNearMiss(a.Text, b.Text);
            default:
                return one == other;
        }
    }

    private static bool Begins(string cut, string whole) =>
        LooseText.Beginning(cut) is { Length: >= LeastBeginning } beginning && LooseText.Key(whole).StartsWith(beginning, StringComparison.Ordinal);

    private static string Shown(TextValue text) => ThaiText.Cut(text.Text, 60);

    private int DayOf(RegisterRow row, int column) => column < 0 ? 0 : row[columns[column].Id] is DateValue date ? date.Date.DayNumber : NoDay;

    private string? TextOf(RegisterRow row, int column) => (row[columns[column].Id] as TextValue)?.Text;

    /// <summary>A row that is looked at.</summary>
    private sealed record Candidate(int Order, RowReference Row, int Day);
}
