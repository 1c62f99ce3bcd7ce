using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>ภาคผนวก ก ทะเบียนเต็ม: single values, what was explicitly nothing, and the register of each indicator.</summary>
internal static class RegisterAppendix
{
    /// <summary>A register of more columns stands on wide pages.</summary>
    private const int MostOnUprightPages = 7;

    /// <summary>The appendix in runs of pages of one shape.</summary>
    public static IEnumerable<PageRun> Compose(ReportContent report)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading(1, "ภาคผนวก ก ทะเบียนข้อมูล") { PageBreakBefore = true });
        bool? wide = null;
        for (var i = 0; i < report.Card.Scores.Length; i++)
        {
            var score = report.Card.Scores[i];
            var indicator = report.Rules.Framework[score.Indicator];
            var table = RegisterTable.Of(report, indicator, score, $"ก-{CellText.Number(i + 1)}");
            if (table is not null && wide is { } shape && shape != IsWide(table)) yield return new(shape, blocks.DrainToImmutable());
            if (table is not null) wide = IsWide(table);
            blocks.Add(new Heading(2, $"ตัวชี้วัดที่ {CellText.Indicator(indicator.Number)} : {indicator.ShortText.Thai}"));
            var facts = Facts(report, indicator).ToList();
            blocks.AddRange(facts);
            if (table is not null) blocks.Add(table);
            else if (facts.Count == 0) blocks.Add(new Paragraph("ไม่มีรายการ"));
        }
        yield return new(wide ?? false, blocks.DrainToImmutable());
    }

    private static bool IsWide(Table table) => table.Columns.Length > MostOnUprightPages;

    private static IEnumerable<Block> Facts(ReportContent report, Indicator indicator)
    {
        foreach (var r in report.ReturnsOn(indicator.Number))
        {
            foreach (var fact in indicator.Register.Facts)
                if (r.Facts.TryGetValue(fact.Id, out var value))
                    yield return new Paragraph($"{fact.Label.Thai}: {report.Cells.Of(value, fact)} ({report.Cells.UnitShortName(r.Unit)})") { Style = ParagraphStyle.Plain };
            if (r.Status == ReturnStatus.Nil)
                yield return new Paragraph($"{report.Cells.UnitShortName(r.Unit)} รายงานว่าไม่มีเรื่อง{(r.NilReason is { Length: > 0 } reason ? $": {CellText.Prose(reason)}" : "")}") { Style = ParagraphStyle.Plain };
        }
    }
}
