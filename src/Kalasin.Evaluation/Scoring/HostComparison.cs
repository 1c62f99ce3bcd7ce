using System.Collections.Immutable;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Compares what other hosts sent with the return that counts, row by row of the register's key.</summary>
internal static class HostComparison
{
    public static IEnumerable<Finding> With(IndicatorCase of, Return counted, IEnumerable<Return> others)
    {
        var key = IdentityOf(of);
        if (key.IsEmpty) yield break;
        var known = new Dictionary<string, RegisterRow>(StringComparer.Ordinal);
        foreach (var row in counted.Rows)
            if (DistinctRows.KeyOf(row, key) is { } k) known.TryAdd(k, row);
        foreach (var other in others)
            foreach (var row in other.Rows)
            {
                if (!row.Faults.IsEmpty || of.Rulings.Excluded(new RowReference(other.Unit, row)) is not null || DistinctRows.KeyOf(row, key) is not { } k) continue;
                var (place, name) = (new Place { Row = row.Number }, of.Names.WithUnit(new(other.Unit, row)));
                if (!known.TryGetValue(k, out var same))
                    yield return ScoringFindings.NotInLead.At(
                        place, name, BilingualText.Join(" ", key.Select(id => Show(of, id, row))), of.NameOf(counted.Unit));
                else if (Differences(of, row, same, key) is { Count: > 0 } differences)
                    yield return ScoringFindings.DiffersFromLead.At(
                        place, name, of.Names.WithUnit(new(counted.Unit, same)), BilingualText.Join("; ", differences));
            }
    }

    /// <summary>Whether two rows say the same; free texts are worded differently by everybody, dates, numbers and choices are not.</summary>
    public static bool SaySame(RegisterSchema register, RegisterRow a, RegisterRow b) =>
        register.Columns.All(c => c.Type == ColumnType.Text || Equals(a[c.Id], b[c.Id]));

    /// <summary>In what the rows behind two answers differ, both sides named; nothing when they agree.</summary>
    public static IEnumerable<Finding> Between(IndicatorCase of, Return first, Return second)
    {
        var (ours, theirs) = (new HostRows(of, first), new HostRows(of, second));
        foreach (var row in ours.Rows)
            if (theirs.Partner(row) is not { } other) yield return Alone(of, row, second.Unit);
            else if (!SaySame(of.Indicator.Register, row.Row, other.Row) && of.Verdicts.On(row, other) is null)
                yield return ScoringFindings.HostsSayDifferent.At(
                    new() { Row = row.Row.Number }, of.Names.WithUnit(row), of.Names.WithUnit(other),
                    BilingualText.Join("; ", Differences(of, row.Row, other.Row, [], blanks: true)));
        foreach (var row in theirs.Rows)
            if (ours.Partner(row) is null) yield return Alone(of, row, first.Unit);
    }

    /// <summary>The rows behind one host's answer, by what they are about; without an identity by all that they say.</summary>
    private sealed class HostRows
    {
        private readonly IndicatorCase of;
        private readonly ImmutableArray<string> key;
        private readonly Dictionary<string, RowReference> byKey = new(StringComparer.Ordinal);

        public HostRows(IndicatorCase of, Return from)
        {
            this.of = of;
            key = IdentityOf(of) is { IsEmpty: false } identity
                ? identity
                : [.. of.Indicator.Register.Columns.Where(c => c.Type != ColumnType.Text).Select(c => c.Id)];
            Rows = [.. RowSelection.Standing(of, from).Select(row => new RowReference(from.Unit, row))];
            foreach (var row in Rows) byKey.TryAdd(KeyOf(row), row);
        }

        public ImmutableArray<RowReference> Rows { get; }

        /// <summary>The row about the same thing as another host's; what people judged goes before the key.</summary>
        public RowReference? Partner(RowReference row)
        {
            if (of.Verdicts.Any && Rows.FirstOrDefault(r => of.Verdicts.On(r, row) is { Same: true }) is { } judged) return judged;
            return byKey.TryGetValue(KeyOf(row), out var found) && of.Verdicts.On(found, row) is not { Same: false } ? found : null;
        }

        private string KeyOf(RowReference row) => DistinctRows.KeyOf(row.Row, key) ?? "";
    }

    private static Finding Alone(IndicatorCase of, RowReference row, UnitCode other) => ScoringFindings.OneHostOnly.At(
        new() { Row = row.Row.Number }, of.Names.WithUnit(row), BilingualText.Join(" ", IdentityOf(of).Select(id => Show(of, id, row.Row))), of.NameOf(other));

    private static ImmutableArray<string> IdentityOf(IndicatorCase of) => of.Indicator.Measure.IdentityIn(of.Indicator.Register);

    private static List<BilingualText> Differences(IndicatorCase of, RegisterRow row, RegisterRow counted, ImmutableArray<string> key, bool blanks = false)
    {
        var differences = new List<BilingualText>();
        foreach (var column in of.Indicator.Register.Columns)
        {
            var (a, b) = (row[column.Id], counted[column.Id]);
            if (column.Type == ColumnType.Text || key.Contains(column.Id) || Equals(a, b) || !blanks && (a is null || b is null)) continue;
            var (x, y) = (Show(of, column.Id, row), Show(of, column.Id, counted));
            differences.Add(new($"{column.Heading.Thai} {x.Thai} / {y.Thai}", $"{column.Heading.English} {x.English} / {y.English}"));
        }
        return differences;
    }

    private static BilingualText Show(IndicatorCase of, string column, RegisterRow row) => row[column] switch
    {
        UnitValue unit => of.NameOf(unit.Code),
        AuthorityValue authority when of.Rules.Authorities.Get(authority.Code) is { } found => of.Rules.Authorities.DisplayName(found),
        var value => PredicateReasons.Show(value, of.Indicator.Register.Find(column)?.Options),
    };
}
