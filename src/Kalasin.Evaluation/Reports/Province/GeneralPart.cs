using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>ข้อมูลทั่วไป: who reports on what, and the local authorities of the province.</summary>
internal static class GeneralPart
{
    public const string Anchor = "general";

    public static Chapter Compose(ReportContent report) => new(ChapterKind.Part, "ข้อมูลทั่วไป", Blocks(report)) { Anchor = Anchor };

    private static IEnumerable<Block> Blocks(ReportContent report)
    {
        var rules = report.Rules;
        if (rules.StandsApart is { } apart) yield return new Paragraph(ThaiNumerals.ToThaiInProse(apart.Thai)) { Style = ParagraphStyle.Notice };
        yield return new Heading(2, "หน่วยงานเจ้าภาพ");
        yield return new Table(
            [new(1, Alignment.Center), new(7), new(3), new(3)],
            [TableRow.Of("ที่", "หน่วยงาน", "เจ้าภาพหลักตัวชี้วัดที่", "เจ้าภาพร่วมตัวชี้วัดที่")],
            [.. rules.Plan.Units.Select(
                (unit, i) => TableRow.Of(Printed.Number(i + 1), unit.Name.Thai, Hosted(rules, unit, lead: true), Hosted(rules, unit, lead: false)))])
        {
            Caption = "หน่วยงานเจ้าภาพรายตัวชี้วัด",
        };

        var register = rules.Authorities;
        yield return new Heading(2, "องค์กรปกครองส่วนท้องถิ่นในเขตจังหวัด");
        yield return new Paragraph(
            $"จังหวัด{rules.Province.Name}มีองค์กรปกครองส่วนท้องถิ่น {Printed.Number(register.Authorities.Length)} แห่ง "
            + $"ตามทะเบียน ณ เดือน{ThaiDate.MonthAndYear(register.SnapshotDate)} "
            + "ซึ่งใช้เป็นตัวหารของตัวชี้วัดที่คิดเป็นร้อยละขององค์กรปกครองส่วนท้องถิ่น");
        yield return Authorities(register);
        foreach (var block in ChangedRules.Blocks(report)) yield return block;
    }

    private static string Hosted(AwardRules rules, ReportingUnit unit, bool lead)
    {
        var numbers = rules.IndicatorsOf(unit.Code).Where(i => rules.HostingOf(i.Number).Lead == unit.Code == lead)
            .Select(i => Printed.Indicator(i.Number)).ToList();
        return numbers.Count == 0 ? Printed.None : string.Join(", ", numbers);
    }

    private static Table Authorities(AuthorityRegister register)
    {
        var shown = AuthorityKindNames.All.Where(k => k != AuthorityKind.Pao && register.CountOf(k) > 0).ToArray();
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var district in register.Province.Districts)
            rows.Add(Row(district.Name, shown.Select(k => register.CountOf(k, district)), register.In(district).Count()));
        rows.Add(Row(AuthorityKind.Pao.FullName().Thai, shown.Select(_ => 0), register.CountOf(AuthorityKind.Pao)));
        rows.Add(Row("รวม", shown.Select(k => register.CountOf(k)), register.Count) with { Emphasis = true });
        return new(
            [new(4), .. shown.Select(_ => new TableColumn(1.5, Alignment.Center)), new(1.5, Alignment.Center)],
            [new([new TableCell("อำเภอ"), .. shown.Select(k => new TableCell(k.Abbreviation())), new TableCell("รวม")])],
            rows.ToImmutable())
        {
            Caption = $"จำนวนองค์กรปกครองส่วนท้องถิ่นจำแนกตามอำเภอและประเภท (ทะเบียน ณ เดือน{ThaiDate.MonthAndYear(register.SnapshotDate)})",
        };
    }

    private static TableRow Row(string name, IEnumerable<int> counts, int total) =>
        new([new TableCell(name) { RowHeader = true }, .. counts.Select(c => new TableCell(c == 0 ? Printed.None : Printed.Number(c))),
            new TableCell(Printed.Number(total))]);
}
