using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Compares what other hosts sent with the return that counts, row by row of the register's key.</summary>
internal static class HostComparison
{
    public static IEnumerable<Finding> With(IndicatorCase of, Return counted, IEnumerable<Return> others)
    {
        var key = KeyOf(of.Indicator);
        if (key.IsEmpty) yield break;
        var known = new Dictionary<string, RegisterRow>(StringComparer.Ordinal);
        foreach (var row in counted.Rows)
            if (DistinctRows.KeyOf(row, key) is { } k) known.TryAdd(k, row);
        foreach (var other in others)
            foreach (var row in other.Rows)
            {
                if (!row.Faults.IsEmpty || DistinctRows.KeyOf(row, key) is not { } k) continue;
                var (place, name) = (new Place { Row = row.Number }, of.Names.WithUnit(new(other.Unit, row)));
                if (!known.TryGetValue(k, out var same))
                    yield return ScoringFindings.NotInLead.At(place, name, BilingualText.Join(" ", key.Select(id => Show(of, id, row))), of.NameOf(counted.Unit));
                else if (Differences(of, row, same, key) is { Count: > 0 } differences)
                    yield return ScoringFindings.DiffersFromLead.At(place, name, of.Names.WithUnit(new(counted.Unit, same)), BilingualText.Join("; ", differences));
            }
    }

    private static ImmutableArray<string> KeyOf(Indicator indicator) =>
        !indicator.Register.Key.IsEmpty ? indicator.Register.Key : indicator.Measure is CountMeasure count ? count.DistinctBy : [];

    private static List<BilingualText> Differences(IndicatorCase of, RegisterRow row, RegisterRow counted, ImmutableArray<string> key)
    {
        var differences = new List<BilingualText>();
        foreach (var column in of.Indicator.Register.Columns)
        {
            // Free texts are worded differently by everybody; dates, numbers and choices are not.
            if (column.Type == ColumnType.Text || key.Contains(column.Id) || row[column.Id] is not { } a || counted[column.Id] is not { } b || a.Equals(b)) continue;
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
