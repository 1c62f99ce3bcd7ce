using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Reports.Rankings;

namespace Kalasin.Evaluation;

/// <summary>รายงานผลการจัดอันดับ: entrants in order of merit, scores by indicator, ties and how they were decided, who stands apart, and what it all rests on.</summary>
public static class RankingReport
{
    /// <summary>The report as a document.</summary>
    /// <param name="framework">The framework that is ranked by.</param>
    /// <param name="entries">What was sent, one entry per entrant, in any order.</param>
    /// <param name="asOf">Day it is of.</param>
    /// <exception cref="ArgumentException">An entrant occurs twice, or an entry is of another framework or revision.</exception>
    public static ReportDocument Compose(Framework framework, IEnumerable<RankingEntry> entries, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(entries);
        return Compose(RankedField.Of(framework, entries, asOf));
    }

    internal static ReportDocument Compose(RankedField field)
    {
        var framework = field.Framework;
        var tables = new RankingTables(field);
        var notices = NoticesOf(field).ToList();
        Section Of(IEnumerable<Block> blocks, bool landscape) => new([.. blocks])
        {
            Landscape = landscape,
            Header = notices.Count == 0 ? [] : [new Run(string.Join(" · ", notices.Select(n => n.Short))) { Bold = true }],
            Footer = [new Run(Footer(field))],
        };
        return new($"ผลการจัดอันดับ {ThaiNumerals.ToThaiInProse(framework.Title.Thai)}", field.AsOf,
        [
            Of(Front(field, tables, notices.Select(n => n.Whole)), landscape: false), Of(tables.Scores(), landscape: true), Of(tables.Rest(), landscape: false),
        ])
        {
            Author = framework.Authority.Thai,
            Subject = "ผลการจัดอันดับ",
            Lexicon = [.. field.Entries.Select(e => e.Scorecard.EntrantName.Thai).Distinct(StringComparer.Ordinal), framework.Authority.Thai],
        };
    }

    /// <summary>What must stand on every page: an order that rests on assumed rules or made-up data is no result.</summary>
    internal static IEnumerable<(string Whole, string Short)> NoticesOf(RankedField field)
    {
        if (field.IsSample) yield return (OfficePaper.Sample, OfficePaper.Sample);
        if (field.Ranking.IsAssumed) yield return ($"เกณฑ์สมมติ มิใช่เกณฑ์ของ{field.Framework.Giver.Thai} ใช้ตรวจทานภายในเท่านั้น", "เกณฑ์สมมติ ใช้ตรวจทานภายในเท่านั้น");
    }

    private static string Footer(RankedField field)
    {
        var head = field.LogHead is { } known ? $" · บันทึกการจัดอันดับ {known.ToString()[..12]}" : "";
        return $"ผลการจัดอันดับ · กรอบ {field.Framework.Id} ฉบับที่ {ThaiNumerals.Format(field.Framework.Revision)} · ข้อมูล ณ วันที่ {ThaiDate.Short(field.AsOf)}{head}";
    }

    private static IEnumerable<Block> Front(RankedField field, RankingTables tables, IEnumerable<string> notices)
    {
        var (framework, ranking) = (field.Framework, field.Ranking);
        yield return new Heading(1, "ผลการจัดอันดับ") { Alignment = Alignment.Center };
        yield return new Paragraph(ThaiNumerals.ToThaiInProse(framework.Title.Thai)) { Style = ParagraphStyle.Subtitle };
        yield return new Paragraph(framework.Authority.Thai) { Style = ParagraphStyle.Subtitle };
        foreach (var notice in notices) yield return new Paragraph(notice) { Style = ParagraphStyle.Notice };
        if (ranking.IsProvisional)
            yield return new Paragraph("ผลชั่วคราว: มีผู้รับการประเมินที่ยังมีตัวชี้วัดซึ่งไม่มีคะแนน ลำดับอาจเปลี่ยน หมายเหตุบอกจำนวนตัวชี้วัดที่มีคะแนน") { Style = ParagraphStyle.Notice };
        yield return new Paragraph(tables.Sentence());
        yield return new Heading(2, "๑. ลำดับที่");
        yield return tables.Order();
        foreach (var block in tables.Ties()) yield return block;
    }
}
