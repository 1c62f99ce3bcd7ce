using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Findings that wait for somebody, unit by unit: what must be mended before what should be looked at.</summary>
internal static class OpenFindings
{
    public static ReviewTopic Of(ReportContent report)
    {
        const string Title = "ข้อสังเกตค้าง";
        var open = report.Findings.Select(f => (f.Unit, f.Indicator, f.Finding))
            .Concat(report.Card.Scores.SelectMany(s => s.Measurement.Findings.Where(f => !RulingTables.IsDuplicate(f))
                .Select(f => (Unit: report.LeadOf(s.Indicator), Indicator: (IndicatorNumber?)s.Indicator, Finding: f))))
            .Where(f => f.Finding.Severity != Severity.Information)
            .OrderBy(f => report.Rules.Plan.Units.IndexOf(report.Rules.Plan.Find(f.Unit)!)).ThenByDescending(f => f.Finding.Severity).ThenBy(f => Order(report, f.Indicator))
            .GroupBy(f => f.Unit).ToList();
        if (open.Count == 0) return new(Title, "ไม่มี", []);
        var errors = open.Sum(unit => unit.Count(f => f.Finding.Severity == Severity.Error));
        return new(
            Title, $"{Printed.Number(open.Sum(unit => unit.Count()))} ข้อ ต้องแก้ {Printed.Number(errors)} ข้อ ของ {Printed.Number(open.Count)} หน่วยงาน",
            [
                new Table(
                    [new(2.6), new(1.2, Alignment.Center), new(1.6), new(7), new(1.6)],
                    [TableRow.Of("หน่วยงาน", "ตัวชี้วัดที่", "ประเภท", "ข้อสังเกต", "รหัส")],
                    [.. open.SelectMany(unit => unit.Select((f, i) => Row(report, unit.Key, f.Indicator, f.Finding, i == 0 ? unit.Count() : 0)))])
                {
                    Dense = true,
                    Caption = Title,
                },
            ]);
    }

    /// <summary>A finding; the first of a unit names it for all.</summary>
    private static TableRow Row(ReportContent report, UnitCode unit, IndicatorNumber? indicator, Finding finding, int ofUnit)
    {
        ImmutableArray<TableCell> cells =
        [
            new(indicator is { } number ? Printed.Indicator(number) : Printed.None), new(finding.Severity.Name().Thai), new(Located(finding)), new(finding.Code),
        ];
        return new(ofUnit == 0 ? cells : [new(report.Printed.UnitShortName(unit)) { RowSpan = ofUnit, RowHeader = true }, .. cells]);
    }

    /// <summary>Findings on whole files first, then indicator by indicator.</summary>
    private static int Order(ReportContent report, IndicatorNumber? indicator) =>
        indicator is { } number ? report.Rules.Framework.Indicators.IndexOf(report.Rules.Framework[number]) : -1;

    private static string Located(Finding finding) =>
        finding.Place.Cell is null ? Printed.Message(finding)
            : $"ช่อง {Printed.Place(finding.Place with { File = null, Sheet = null })}: {Printed.Message(finding)}";
}
