using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>The things on a list that the framework names and the plan gives.</summary>
internal sealed class ListMembership : Membership
{
    private readonly BilingualText list;

    public ListMembership(IndicatorCase of, ListPopulation population)
        : base(of, population.Key, [.. of.Listed(population.Key).Select(item => new Member(new ChoiceValue(item.Id), item.Name.Thai, item.District))])
    {
        var id = of.Indicator.Register.Find(population.Key)?.List;
        list = of.Rules.Framework.Lists.FirstOrDefault(l => l.Id == id)?.Name ?? "-";
    }

    public override BilingualText Nobody => new($"ไม่มี{list.Thai}ในรายชื่อ จึงไม่คำนวณร้อยละ", $"The list of {list.English} is empty, so no percentage is computed");

    public override Finding Missing(BilingualText count, BilingualText names, BilingualText denominator) =>
        ScoringFindings.ListedMissing.At(Place.Nowhere, count, names, denominator, list);

    protected override ExcludedRow Stranger(SelectedRow row, CellValue key, ICollection<Finding> findings)
    {
        var heading = Of.HeadingOf(Column);
        return new(row.Reference, ExclusionReason.NotConcerned, new($"{heading.Thai}ไม่อยู่ในกลุ่มที่ประเมิน", $"{heading.English} is not among those that count"));
    }

    protected override BilingualText Basis()
    {
        var count = ThaiNumerals.Number(Members.Count);
        return new($"ตัวหารคือ{list.Thai} {count.Thai} แห่ง ตามรายชื่อในแผนของจังหวัด", $"The denominator is the {count.English} of the list of {list.English} in the plan");
    }
}
