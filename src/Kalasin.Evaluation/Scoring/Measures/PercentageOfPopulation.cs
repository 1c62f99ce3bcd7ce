using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>
/// Local authorities that meet a condition, in per cent of all that the register of authorities has, less those whose row says that they
/// aren't due; how many rows were typed doesn't matter.
/// </summary>
internal static class PercentageOfPopulation
{
    public static Measurement Of(IndicatorCase of, PercentageMeasure measure, Population population, RowSelection rows)
    {
        var register = of.Rules.AuthoritiesOn(population.On);
        var members = register.Authorities.Where(a => (population.Kinds.IsEmpty || population.Kinds.Contains(a.Kind)) && of.Concerns(a)).ToList();
        var excluded = rows.Excluded.ToBuilder();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var spoken = Spoken(rows.Excluded, population.Key);
        var rowsOf = Sort(of, population, rows, register, members, excluded, findings);

        var met = ImmutableArray.CreateBuilder<RowReference>();
        var notMet = ImmutableArray.CreateBuilder<ExcludedRow>();
        var (missing, excused) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        var districts = Excused(of, rows.Returns);
        var (settled, exempt, open) = (0, 0, 0);
        foreach (var member in members)
        {
            if (rowsOf[member.Code] is not { } about)
            {
                if (!spoken.Contains(member.Code)) (districts.Contains(member.District?.Code) ? excused : missing).Add(register.DisplayName(member));
                continue;
            }
            if (Single(of, about, register.DisplayName(member), excluded, findings) is not { } row) continue;
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
            findings.Add(ScoringFindings.AuthoritiesMissing.At(
                Place.Nowhere, ThaiNumerals.Number(missing.Count), string.Join(", ", missing), ThaiNumerals.Number(members.Count - exempt)));
        return Draft(of, measure, met.Count, members.Count - exempt) with
        {
            // Of an authority that nobody has reported yet everything can still be; of one whose unit is excused nothing is to come.
            Prospects = new(PercentageMeasuring.Wanted(of) ? members.Count - exempt - settled - excused.Count : met.Count + notMet.Count - settled, open),
            Basis = Basis(population, register, members.Count, exempt),
            Counted = met.ToImmutable(),
            NotMet = notMet.ToImmutable(),
            Excluded = excluded.ToImmutable(),
            Missing = missing.ToImmutable(),
            Excused = excused.ToImmutable(),
            Findings = findings.ToImmutable(),
        };
    }

    private static Measurement Draft(IndicatorCase of, PercentageMeasure measure, int met, int due) => due > 0
        ? PercentageMeasuring.Measured(of, measure, met, due)
        : new(
            MeasurementState.NotApplicable,
            null,
            measure.Unit,
            new("๐ ÷ ๐ ไม่คำนวณ", "0 ÷ 0 is not computed"),
            new("ไม่มีองค์กรปกครองส่วนท้องถิ่นประเภทที่ประเมิน จึงไม่คำนวณร้อยละ",
                "There is no local authority of the kinds that count, so no percentage is computed"));

    /// <summary>Which register the denominator is, said as what it is: its own state, whatever day the rule asks for.</summary>
    private static BilingualText Basis(Population population, AuthorityRegister register, int members, int exempt)
    {
        var (count, state, asked) = (ThaiNumerals.Number(members), StateOf(register), ThaiDate.Bilingual(population.On));
        var (thai, english) = ($"ตัวหารคือ อปท. {count.Thai} แห่ง ตามทะเบียน ณ {state.Thai}",
            $"The denominator is the {count.English} local authorities of the register of {state.English}");
        if (exempt > 0)
        {
            var (less, rest) = (ThaiNumerals.Number(exempt), ThaiNumerals.Number(members - exempt));
            (thai, english) = ($"{thai} หักที่ยังไม่นำมาคิด {less.Thai} แห่ง เหลือ {rest.Thai} แห่ง", $"{english}, less {less.English} that aren't due: {rest.English}");
        }
        return register.SnapshotDate >= population.On
            ? new(thai, english)
            : new($"{thai} (ยังไม่มีทะเบียนของวันที่ {asked.Thai} ในระบบ)", $"{english} (a register of {asked.English} is not at hand)");
    }

    private static BilingualText StateOf(AuthorityRegister register) =>
        new($"เดือน{ThaiDate.MonthAndYear(register.SnapshotDate)}", register.SnapshotDate.ToString("MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>Rows by member, <see langword="null"/> where there are none; rows about no member are excluded.</summary>
    private static Dictionary<AuthorityCode, List<SelectedRow>?> Sort(
        IndicatorCase of, Population population, RowSelection rows, AuthorityRegister register, List<LocalAuthority> members,
        ImmutableArray<ExcludedRow>.Builder excluded, ImmutableArray<Finding>.Builder findings)
    {
        var rowsOf = new Dictionary<AuthorityCode, List<SelectedRow>?>(members.Count);
        foreach (var member in members) rowsOf.Add(member.Code, null);
        foreach (var row in rows.Rows)
        {
            var code = (row.Row[population.Key] as AuthorityValue)?.Code;
            ref var about = ref code is null ? ref Unsafe.NullRef<List<SelectedRow>?>() : ref CollectionsMarshal.GetValueRefOrNullRef(rowsOf, code);
            if (!Unsafe.IsNullRef(ref about)) (about ??= []).Add(row);
            else if (code is not null && register.Get(code) is { } other)
                excluded.Add(new(row.Reference, ExclusionReason.NotConcerned, new(
                    $"{register.DisplayName(other)} ไม่อยู่ในกลุ่มที่ประเมิน",
                    $"{register.DisplayName(other)} is not among the authorities that count")));
            else
            {
                var finding = ScoringFindings.AuthorityUnknown.At(
                    new() { Row = row.Row.Number }, of.Names.WithUnit(row.Reference),
                    code?.ToString() ?? "-", of.Rules.Province.BilingualName, StateOf(register));
                findings.Add(finding);
                excluded.Add(new(row.Reference, ExclusionReason.NotConcerned, finding.Message));
            }
        }
        return rowsOf;
    }

    /// <summary>The one row that speaks for an authority; none while two do and nobody has decided.</summary>
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
    private static HashSet<string?> Excused(IndicatorCase of, ImmutableArray<Return> returns) =>
        [.. of.Hosts.Where(u => u.District is not null && of.Rulings.Excused(u.Code) is not null && returns.All(r => r.Unit != u.Code)).Select(u => u.District)];

    /// <summary>Authorities that rows without a say (faulty, outside the period) are about: they aren't missing.</summary>
    private static HashSet<AuthorityCode> Spoken(ImmutableArray<ExcludedRow> excluded, string key)
    {
        var spoken = new HashSet<AuthorityCode>();
        foreach (var row in excluded)
            if (row.Row.Row[key] is AuthorityValue value) spoken.Add(value.Code);
        return spoken;
    }
}
