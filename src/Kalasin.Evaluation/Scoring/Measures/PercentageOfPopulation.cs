using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>
/// Members of a population that meet a condition, in per cent of all members less those whose row says that they aren't due; how many rows
/// were typed doesn't matter.
/// </summary>
internal static class PercentageOfPopulation
{
    public static Measurement Of(IndicatorCase of, PercentageMeasure measure, Membership population, RowSelection rows)
    {
        var members = population.Members;
        var excluded = rows.Excluded.ToBuilder();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var spoken = Spoken(rows.Excluded, population.Column);
        var rowsOf = Sort(population, rows, excluded, findings);

        var met = ImmutableArray.CreateBuilder<RowReference>();
        var notMet = ImmutableArray.CreateBuilder<ExcludedRow>();
        var (missing, excused) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        var districts = Excused(of, rows.Returns);
        var (settled, exempt, open) = (0, 0, 0);
        foreach (var member in members)
        {
            if (rowsOf[member.Key] is not { } about)
            {
                if (!spoken.Contains(member.Key)) (member.District is { } district && districts.Contains(district) ? excused : missing).Add(member.Name);
                continue;
            }
            if (Single(of, about, member.Name, excluded, findings) is not { } row) continue;
            if (!of.Predicates.Holds(measure.Due, row.Subject))
            {
                exempt++;
                excluded.Add(PercentageMeasuring.NotYetDue(of, measure.Due!, row, findings));
                if (PercentageMeasuring.CanTurn(of, measure, row)) open++;
                continue;
            }
            var isMet = of.Predicates.Holds(measure.Meets, row.Subject);
            if (isMet) met.Add(row.Reference);
            else notMet.Add(PercentageMeasuring.NotMet(of, measure, row, findings));
            if (isMet == PercentageMeasuring.Wanted(of) || !PercentageMeasuring.CanTurn(of, measure, row)) settled++;
        }
        if (missing.Count > 0)
            findings.Add(population.Missing(ThaiNumerals.Number(missing.Count), Naming.Of(missing), ThaiNumerals.Number(members.Count - exempt)));
        return Draft(of, measure, population, met.Count, members.Count - exempt) with
        {
            // Of a member that nobody has reported yet everything can still be; of one whose unit is excused nothing is to come.
            Prospects = new(PercentageMeasuring.Wanted(of) ? members.Count - exempt - settled - excused.Count : met.Count + notMet.Count - settled, open),
            Basis = population.Basis(exempt),
            Counted = met.ToImmutable(),
            NotMet = notMet.ToImmutable(),
            Excluded = excluded.ToImmutable(),
            Missing = missing.ToImmutable(),
            Excused = excused.ToImmutable(),
            Findings = findings.ToImmutable(),
        };
    }

    private static Measurement Draft(IndicatorCase of, PercentageMeasure measure, Membership population, int met, int due) => due > 0
        ? PercentageMeasuring.Measured(of, measure, met, due)
        : new(
            MeasurementState.NotApplicable,
            null,
            measure.Unit,
            new("๐ ÷ ๐ ไม่คำนวณ", "0 ÷ 0 is not computed"),
            population.Nobody);

    /// <summary>Rows by member, <see langword="null"/> where there are none; rows about no member are excluded.</summary>
    private static Dictionary<CellValue, List<SelectedRow>?> Sort(
        Membership population, RowSelection rows, ImmutableArray<ExcludedRow>.Builder excluded, ImmutableArray<Finding>.Builder findings)
    {
        var rowsOf = new Dictionary<CellValue, List<SelectedRow>?>(population.Members.Count);
        foreach (var member in population.Members) rowsOf.Add(member.Key, null);
        foreach (var row in rows.Rows)
        {
            var key = row.Row[population.Column];
            ref var about = ref key is null ? ref Unsafe.NullRef<List<SelectedRow>?>() : ref CollectionsMarshal.GetValueRefOrNullRef(rowsOf, key);
            if (Unsafe.IsNullRef(ref about)) excluded.Add(population.NoMember(row, key, findings));
            else (about ??= []).Add(row);
        }
        return rowsOf;
    }

    /// <summary>The one row that speaks for a member; none while two do and nobody has decided.</summary>
    private static SelectedRow? Single(
        IndicatorCase of, List<SelectedRow> about, string name, ImmutableArray<ExcludedRow>.Builder excluded, ImmutableArray<Finding>.Builder findings)
    {
        if (about.Count == 1) return about[0];
        if (about.Skip(1).All(other => of.Verdicts.On(about[0].Reference, other.Reference)?.Same
            ?? HostComparison.SaySame(of.Indicator.Register, about[0].Row, other.Row)))
        {
            foreach (var other in about.Skip(1))
                excluded.Add(DistinctRows.Note(of, new(other, about[0], of.Verdicts.On(about[0].Reference, other.Reference)), findings));
            return about[0];
        }
        DistinctRows.Note(of, about, name, excluded, findings);
        return null;
    }

    /// <summary>Districts whose own unit need not report and hasn't.</summary>
    private static HashSet<string> Excused(IndicatorCase of, ImmutableArray<Return> returns) =>
        [.. of.Hosts.Where(u => u.District is not null && of.Rulings.Excused(u.Code) is not null && returns.All(r => r.Unit != u.Code)).Select(u => u.District!)];

    /// <summary>Members that rows without a say (faulty, outside the period) are about: they aren't missing.</summary>
    private static HashSet<CellValue> Spoken(ImmutableArray<ExcludedRow> excluded, string column) =>
        [.. excluded.Select(row => row.Row.Row[column]).OfType<CellValue>()];
}
