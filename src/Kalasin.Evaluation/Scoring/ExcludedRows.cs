using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Rows of a unit that do not count for the same reason, said once.</summary>
/// <param name="Unit">Whose rows.</param>
/// <param name="First">Number of the first of them.</param>
/// <param name="Rows">Their numbers in Arabic digits, runs as one: <c>3</c>, <c>12–603, 610</c>; of many the first, then <c>…</c>.</param>
/// <param name="Count">How many there are; 1 or more.</param>
/// <param name="Why">The reason.</param>
/// <param name="Reason">The reason in words.</param>
internal sealed record ExcludedRows(UnitCode Unit, int First, string Rows, int Count, ExclusionReason Why, BilingualText Reason)
{
    /// <summary>Reasons that are told apart; further ones are one for each unit and kind of reason.</summary>
    private const int MostReasons = 100;

    private static readonly BilingualText Others = new("เหตุผลทำนองเดียวกับแถวข้างต้น", "for reasons like those above");

    /// <summary>Groups rows, in the order in which their reasons come first; at most some 100 groups, however many rows there are.</summary>
    /// <param name="rows">Rows of one indicator.</param>
    public static ImmutableArray<ExcludedRows> Of(IEnumerable<ExcludedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var groups = new OrderedDictionary<(UnitCode, ExclusionReason, string), Group>();
        foreach (var row in rows)
        {
            var reason = row.Reason;
            if (groups.Count >= MostReasons && !groups.ContainsKey((row.Row.Unit, row.Why, reason.Thai))) reason = Others;
            var key = (row.Row.Unit, row.Why, reason.Thai);
            if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = new(row.Row.Unit, row.Row.Row.Number, row.Why, reason));
            group.Add(row.Row.Row.Number);
        }
        return [.. groups.Values.Select(g => g.ToRows())];
    }

    private sealed class Group(UnitCode unit, int first, ExclusionReason why, BilingualText reason)
    {
        private readonly CellRanges numbers = new();
        private int count;

        public void Add(int number) => count += numbers.Add(new Place { Cell = FormattableString.Invariant($"{number}") });

        public ExcludedRows ToRows()
        {
            var named = numbers.ToString().Replace(" ", ", ", StringComparison.Ordinal).Replace(':', '–');
            return new(unit, first, count > numbers.Named ? named + ", …" : named, count, why, reason);
        }
    }
}
