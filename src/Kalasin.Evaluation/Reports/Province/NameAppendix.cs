using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Measures;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>รายชื่อ: those that an indicator's chapter only counts and names the first of, by district. Left out where every list fits its paragraph.</summary>
internal static class NameAppendix
{
    public static Chapter Compose(ReportContent report)
    {
        var lists = report.Card.Scores.Select(s => (Indicator: report.Rules.Framework[s.Indicator], Lists: Lists(report, s).ToImmutableArray())).Where(i => !i.Lists.IsEmpty).ToList();
        return new(ChapterKind.Appendix, "รายชื่อองค์กรปกครองส่วนท้องถิ่น", lists.SelectMany(l => Blocks(l.Indicator, l.Lists))) { IsLeftOut = lists.Count == 0 };
    }

    private static IEnumerable<NameList> Lists(ReportContent report, Score score)
    {
        var indicator = report.Rules.Framework[score.Indicator];
        if (score.Measurement.State is MeasurementState.Missing or MeasurementState.Excused) return [];
        return (indicator.Measure switch
        {
            PercentageMeasure { Population: { } population } => PopulationTables.Lists(report, indicator, population, score.Measurement),
            PercentageMeasure { Listed: not null } => ListTables.Lists(report, indicator, score.Measurement),
            _ => [],
        }).Where(l => l.IsLong);
    }

    private static IEnumerable<Block> Blocks(Indicator indicator, ImmutableArray<NameList> lists)
    {
        yield return new Heading(2, $"ตัวชี้วัดที่ {Printed.Indicator(indicator.Number)} : {indicator.ShortText.Thai}");
        foreach (var list in lists) yield return list.InATable;
    }
}

/// <summary>Names with their districts, in official order: a sentence in the text, and a table in the annex where they are too many for one.</summary>
/// <param name="What">Who they are.</param>
/// <param name="Anchor">Anchor of the table.</param>
/// <param name="Names">The names.</param>
internal sealed record NameList(string What, string Anchor, ImmutableArray<(string District, string Name)> Names)
{
    public bool IsLong => Names.Length > Naming.Most;

    public Paragraph InAParagraph => new(
    [
        $"{What} {Printed.Number(Names.Length)} แห่ง ได้แก่ {Naming.Of([.. Names.Select(n => n.Name)]).Thai}",
        .. IsLong ? [" รายชื่อทั้งหมดอยู่ใน", new Reference(Anchor)] : ImmutableArray<Inline>.Empty,
    ]) { Style = ParagraphStyle.Note };

    public Table InATable => new(
        [new(2.2), new(1, Alignment.Center), new(9)], [TableRow.Of("อำเภอ", "แห่ง", "รายชื่อ")],
        [.. Names.GroupBy(n => n.District).Select(d => TableRow.Of(d.Key, Printed.Number(d.Count()), string.Join(", ", d.Select(n => n.Name))))])
    {
        Caption = What,
        Anchor = Anchor,
    };
}
