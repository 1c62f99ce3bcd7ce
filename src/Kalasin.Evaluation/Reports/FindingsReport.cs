using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Papers;

namespace Kalasin.Evaluation.Reports;

/// <summary>What a findings report is made of.</summary>
/// <param name="Rules">Rules of the round.</param>
/// <param name="AsOf">Day it is of.</param>
/// <param name="Findings">Findings on current returns and on what they came in.</param>
/// <param name="Returns">Current returns, by which rows are named.</param>
/// <param name="IsSample">Made of sample data.</param>
internal sealed record FindingsContent(AwardRules Rules, DateOnly AsOf, ImmutableArray<OpenFinding> Findings, ImmutableArray<Return> Returns, bool IsSample)
{
    /// <summary>The one unit that it is for; <see langword="null"/> (default) for the whole round.</summary>
    public ReportingUnit? Unit { get; init; }

    /// <summary>What only the whole shows, each with the unit that answers for the indicator.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="cards">Its scorecards.</param>
    public static IEnumerable<OpenFinding> OfScores(AwardRules rules, IEnumerable<Scorecard> cards) =>
        from card in cards
        from score in card.Scores
        let unit = rules.Framework.Entrant == EntrantKind.Province ? rules.HostingOf(score.Indicator).Lead : UnitCode.Parse(card.Entrant)
        from finding in score.Measurement.Findings
        select new OpenFinding(unit, score.Indicator, finding);
}

/// <summary>
/// รายงานข้อสังเกต: all that was found and is open, of a unit or of the round, a table for each unit: on which indicator, where it stands, what
/// was read, what is asked. What is most urgent comes first. It stays in the house.
/// </summary>
internal static class FindingsReport
{
    private static readonly ImmutableArray<Severity> Severities = [Severity.Error, Severity.Warning, Severity.Information];

    /// <summary>The report as a document.</summary>
    /// <param name="content">What it says.</param>
    public static ReportDocument Compose(FindingsContent content)
    {
        var plan = content.Rules.Plan;
        return new($"รายงานข้อสังเกต {(content.Unit is { } unit ? unit.Name.Thai : $"รอบ {plan.Id}")}", content.AsOf,
        [
            new([.. Blocks(content)])
            {
                Header = content.IsSample ? [new Run(OfficePaper.Sample) { Bold = true }] : [],
                Footer = [new Run($"รายงานข้อสังเกต ใช้ภายในสำนักงาน · ข้อมูล ณ วันที่ {ThaiDate.Short(content.AsOf)}")],
            },
        ])
        {
            Author = plan.Office.Thai,
            Subject = "รายงานข้อสังเกต",
            Lexicon = [.. plan.Units.Select(u => u.Name.Thai), plan.Office.Thai],
        };
    }

    private static IEnumerable<Block> Blocks(FindingsContent content)
    {
        var rules = content.Rules;
        yield return new Heading(1, "รายงานข้อสังเกต") { Alignment = Alignment.Center };
        yield return new Paragraph(content.Unit?.Name.Thai ?? rules.Plan.Office.Thai) { Style = ParagraphStyle.Subtitle };
        yield return new Paragraph(ProvinceReport.AwardOf(rules)) { Style = ParagraphStyle.Subtitle };
        yield return new Paragraph(ProvinceReport.FiscalYearOf(rules)) { Style = ParagraphStyle.Subtitle };
        if (content.Findings.IsEmpty)
        {
            yield return new Paragraph("ไม่มีข้อสังเกต ไม่ต้องดำเนินการเพิ่มเติม");
            yield break;
        }
        var groups = content.Findings.GroupBy(f => f.Unit).OrderBy(g => rules.Plan.Units.IndexOf(rules.Plan.Find(g.Key)!)).ToList();
        yield return new Paragraph(
            $"ข้อสังเกตของรายงานฉบับที่นับอยู่ ณ วันที่ {ThaiDate.Long(content.AsOf)} รวม {Printed.Number(content.Findings.Length)} ข้อ "
            + $"ในจำนวนนี้ต้องแก้ {Printed.Number(content.Findings.Count(f => f.Finding.Severity == Severity.Error))} ข้อ "
            + "แถวที่ต้องแก้ยังไม่นับจนกว่าจะได้รับฉบับที่แก้ไขแล้ว");
        yield return content.Unit is null
            ? Summary("หน่วยงาน", content, groups.Select(g => (NameOf(rules, g.Key), g.AsEnumerable())))
            : Summary("ตัวชี้วัด", content, ByIndicator(rules, content.Findings).Select(g => (NameOf(rules, g.Key), g.AsEnumerable())));
        var lines = new FindingLines(content);
        foreach (var unit in groups)
        {
            if (content.Unit is null) yield return new Heading(2, NameOf(rules, unit.Key));
            yield return lines.Of(unit.Key, ByIndicator(rules, unit));
        }
    }

    /// <summary>Findings on whole files first, then indicator by indicator.</summary>
    private static IEnumerable<IGrouping<IndicatorNumber?, OpenFinding>> ByIndicator(AwardRules rules, IEnumerable<OpenFinding> findings) => findings
        .GroupBy(f => f.Indicator).OrderBy(g => g.Key is { } number ? rules.Framework.Indicators.IndexOf(rules.Framework[number]) : -1);

    private static Table Summary(string what, FindingsContent content, IEnumerable<(string Name, IEnumerable<OpenFinding> Findings)> groups)
    {
        ImmutableArray<string> heads = [what, .. Severities.Select(s => s.Name().Thai), "รวม"];
        return new(
            [new(6), .. heads.Skip(1).Select(_ => new TableColumn(1.6, Alignment.Center))],
            [TableRow.Of(heads.AsSpan())],
            [.. groups.Select(g => Row(g.Name, g.Findings)), Row("รวม", content.Findings) with { Emphasis = true }])
        {
            Caption = "สรุปจำนวนข้อสังเกต",
        };
    }

    private static TableRow Row(string name, IEnumerable<OpenFinding> findings)
    {
        var counts = findings.CountBy(f => f.Finding.Severity).ToDictionary();
        return new(
        [
            new TableCell(name) { RowHeader = true }, .. Severities.Select(s => new TableCell(counts.GetValueOrDefault(s) is > 0 and var count ? Printed.Number(count) : Printed.None)),
            new(Printed.Number(counts.Values.Sum())),
        ]);
    }

    private static string NameOf(AwardRules rules, UnitCode unit) => rules.Plan.Find(unit)?.Name.Thai ?? unit.Value;

    private static string NameOf(AwardRules rules, IndicatorNumber? indicator) =>
        indicator is { } number ? $"ตัวชี้วัดที่ {Printed.Indicator(number)} {rules.Framework[number].ShortText.Thai}" : "ไฟล์และการนำส่ง";
}
