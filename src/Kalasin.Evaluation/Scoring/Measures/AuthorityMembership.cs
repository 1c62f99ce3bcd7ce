using System.Globalization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>The local authorities of the province, from the register that is valid on a day.</summary>
internal sealed class AuthorityMembership : Membership
{
    private readonly Population population;
    private readonly AuthorityRegister register;

    public AuthorityMembership(IndicatorCase of, Population population) : base(of, population.Key, MembersOf(of, population)) =>
        (this.population, register) = (population, of.Rules.AuthoritiesOn(population.On));

    public override BilingualText Nobody => new(
        "ไม่มีองค์กรปกครองส่วนท้องถิ่นประเภทที่ประเมิน จึงไม่คำนวณร้อยละ", "There is no local authority of the kinds that count, so no percentage is computed");

    public override Finding Missing(BilingualText count, BilingualText names, BilingualText denominator) =>
        ScoringFindings.AuthoritiesMissing.At(Place.Nowhere, count, names, denominator);

    protected override ExcludedRow Stranger(SelectedRow row, CellValue key, ICollection<Finding> findings)
    {
        var code = (key as AuthorityValue)?.Code;
        if (code is not null && register.Get(code) is { } other)
            return new(row.Reference, ExclusionReason.NotConcerned, new(
                $"{register.DisplayName(other)} ไม่อยู่ในกลุ่มที่ประเมิน",
                $"{register.DisplayName(other)} is not among the authorities that count"));
        var finding = ScoringFindings.AuthorityUnknown.At(
            new() { Row = row.Row.Number }, Of.Names.WithUnit(row.Reference), code?.ToString() ?? "-", Of.Rules.Province.BilingualName, State);
        findings.Add(finding);
        return new(row.Reference, ExclusionReason.NotConcerned, finding.Message);
    }

    /// <summary>Which register the denominator is, said as what it is: its own state, whatever day the rule asks for.</summary>
    protected override BilingualText Basis()
    {
        var (count, state, asked) = (ThaiNumerals.Number(Members.Count), State, ThaiDate.Bilingual(population.On));
        var (thai, english) = ($"ตัวหารคือ อปท. {count.Thai} แห่ง ตามทะเบียน ณ {state.Thai}",
            $"The denominator is the {Counted.Of(count):local authority|local authorities} of the register of {state.English}");
        return register.SnapshotDate >= population.On
            ? new(thai, english)
            : new($"{thai} (ยังไม่มีทะเบียนของวันที่ {asked.Thai} ในระบบ)", $"{english} (a register of {asked.English} is not at hand)");
    }

    private BilingualText State =>
        new($"เดือน{ThaiDate.MonthAndYear(register.SnapshotDate)}", register.SnapshotDate.ToString("MMMM yyyy", CultureInfo.InvariantCulture));

    private static List<Member> MembersOf(IndicatorCase of, Population population)
    {
        var known = of.Rules.AuthoritiesOn(population.On);
        return [.. known.Authorities.Where(a => (population.Kinds.IsEmpty || population.Kinds.Contains(a.Kind)) && of.Concerns(a))
            .Select(a => new Member(new AuthorityValue(a.Code), known.DisplayName(a), a.District?.Code))];
    }
}
