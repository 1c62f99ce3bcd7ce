using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Forms;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Scoring.Totals;

namespace Kalasin.Evaluation.Reports.Rankings;

/// <summary>The sheets of a ranking's workbook.</summary>
internal static class RankingSheets
{
    private static readonly string[] Who = ["รหัส", "ผู้รับการประเมิน"];

    private static readonly string[] Origin = [.. Who, "มาจาก", "พิจารณา ณ วันที่", "เหตุการณ์ในบันทึกของรอบ", "ลายนิ้วมือบันทึกของรอบ"];

    /// <summary>The order, computed from scores and weights.</summary>
    public static Sheet Order(RankedField field)
    {
        var (framework, rows) = (field.Framework, field.Ranking.Rows);
        var (count, hasT, ties) = (framework.Indicators.Length, framework.Ranking?.TScores == true, framework.Ranking?.TieBreaks ?? []);
        const int scores = 4;
        var total = scores + count;
        var standing = total + 1 + (hasT ? 1 : 0);
        var last = standing + ties.Length;
        var sheet = Head(field, Math.Max(last + 1, 6));
        sheet.Add([Label("ตัวชี้วัดทำอะไรกับคะแนนรวม"), .. framework.Indicators.Select(i => Step(Cell.Text(RoleOf(i), CellStyle.Step)))]);
        sheet.Add([Label("น้ำหนัก"), .. framework.Indicators.Select(i => Step(Cell.Number(i.Weight.Value, CellStyle.Step)))]);
        sheet.Add([Label("คะแนนเต็ม"), .. framework.Indicators.Select(i => Step(Cell.Number(i.FullScore, CellStyle.Step)))]);
        var top = sheet.Row;
        ImmutableArray<string> heads =
        [
            "ลำดับที่", "รหัส", "ผู้รับการประเมิน", .. framework.Indicators.Select(i => $"ตัวชี้วัดที่ {ThaiNumerals.ToThai(i.Number.Value)}"), "คะแนนรวม", .. hasT ? ["คะแนน T"] : ImmutableArray<string>.Empty,
            "สถานะ", .. ties.Select((t, i) => $"ตัดสินข้อ {ThaiNumerals.Format(i + 1)}: {ResultParts.NameOf(t.By, framework).Thai}"), "หมายเหตุ",
        ];
        sheet.Add([.. heads.Select(h => new WideCell(Cell.Text(h, CellStyle.Heading)))]);
        var head = sheet.Row;
        var formulas = new OrderFormulas(framework, new(top - 2, top - 1, top, head + 1, head + Math.Max(rows.Length, 1), scores, total, standing, standing + 1));
        foreach (var row in rows)
        {
            var (card, at) = (row.Scorecard, sheet.Row + 1);
            var rank = row.Rank is { } known ? Cell.Number(known, CellStyle.Result) : Cell.Empty(CellStyle.Result);
            var sum = card.Total is { } exact ? Cell.Number(exact, CellStyle.Total).As(CellFormat.Exact) : Cell.Empty(CellStyle.Total);
            sheet.Add(
            [
                One(rank.By(formulas.Rank(at))), One(Cell.Text(card.Entrant, CellStyle.Data)), One(Cell.Text(card.EntrantName.Thai, CellStyle.Data)),
                .. framework.Indicators.Select(i => One(card.Scores.FirstOrDefault(s => s.Indicator == i.Number)?.Points is { } points ? Cell.Number(points, CellStyle.Data).As(CellFormat.Exact) : Cell.Empty(CellStyle.Data))),
                One(card.Total is not null && formulas.Total(at) is { } formula ? sum.By(formula) : sum),
                .. hasT ? [One((row.TScore is { } t ? Cell.Number(t, CellStyle.Result).As(CellFormat.TwoDecimals) : Cell.Empty(CellStyle.Result)).By(formulas.TScore(at)))] : ImmutableArray<WideCell>.Empty,
                One(Cell.Text(NameOf(row.Standing), CellStyle.Data)),
                .. ties.Select(t => One(ResultParts.Of(t.By, card) is { } number ? Cell.Number(number, CellStyle.Step).As(CellFormat.Exact) : Cell.Empty(CellStyle.Step))),
                One(Cell.Text(Remark(field, row), CellStyle.Data)),
            ]);
        }
        sheet.Across("ลำดับและคะแนนรวมเป็นสูตร คำนวณจากคะแนนและน้ำหนักในแผ่นนี้ ปัดที่ทศนิยมตำแหน่งที่ ๑๐ เพื่อให้คะแนนที่เท่ากันเท่ากันจริง ผลที่เป็นทางการคือผลในระบบ", CellStyle.Note);
        ImmutableArray<double> widths =
            [8, 9, 34, .. framework.Indicators.Select(_ => 10d), 16, .. hasT ? [10d] : ImmutableArray<double>.Empty, 16, .. ties.Select(_ => 14d), 40];
        return Unprotected(sheet, "ลำดับ", widths, head) with { FrozenColumns = 3 };
    }

    /// <summary>What was measured of each entrant.</summary>
    public static Sheet Values(RankedField field)
    {
        var framework = field.Framework;
        var sheet = Head(field, Math.Max(2 + framework.Indicators.Length, 6));
        sheet.Add([.. Who.Concat(framework.Indicators.Select(i => $"ตัวชี้วัดที่ {ThaiNumerals.ToThai(i.Number.Value)} {ThaiNumerals.ToThaiInProse(i.ShortText.Thai)} ({i.Measure.Unit.Thai})"))
            .Select(h => new WideCell(Cell.Text(h, CellStyle.Heading)))]);
        var head = sheet.Row;
        foreach (var entry in field.Entries)
            sheet.Add(
            [
                One(Cell.Text(entry.Scorecard.Entrant, CellStyle.Data)), One(Cell.Text(entry.Scorecard.EntrantName.Thai, CellStyle.Data)),
                .. framework.Indicators.Select(i => One(entry.Scorecard.Scores.FirstOrDefault(s => s.Indicator == i.Number) switch
                {
                    null => Cell.Empty(CellStyle.Data),
                    { Measurement.Value: { } value } => Cell.Number(value, CellStyle.Data).As(CellFormat.Exact),
                    var score => Cell.Text(ValuedScorecard.StateOf(score.Measurement.State).Thai, CellStyle.Data),
                })),
            ]);
        return Unprotected(sheet, "ผลการดำเนินงาน", [9, 34, .. framework.Indicators.Select(_ => 16d)], head) with { FrozenColumns = 2 };
    }

    /// <summary>What each result came from.</summary>
    public static Sheet Origins(RankedField field)
    {
        var sheet = Head(field, 6);
        sheet.Add([.. Origin.Select(h => new WideCell(Cell.Text(h, CellStyle.Heading)))]);
        var head = sheet.Row;
        foreach (var entry in field.Entries)
            sheet.Add(
                One(Cell.Text(entry.Scorecard.Entrant, CellStyle.Data)), One(Cell.Text(entry.Scorecard.EntrantName.Thai, CellStyle.Data)),
                One(Cell.Text(entry.Round is { } round ? $"รอบ {round}" : "ตารางที่กรอก", CellStyle.Data)), One(Cell.Date(entry.Scorecard.EvaluationDate, CellStyle.Data)),
                One(entry.LogEntries is { } length ? Cell.Number(length, CellStyle.Data) : Cell.Empty(CellStyle.Data)),
                One(Cell.Text(entry.LogHead is { } known ? known.ToString() : "", CellStyle.Data)));
        return Unprotected(sheet, "ที่มา", [9, 34, 22, 16, 16, 70], head);
    }

    private static SheetBuilder Head(RankedField field, int columns)
    {
        var sheet = new SheetBuilder(columns);
        sheet.Across($"ผลการจัดอันดับ {ThaiNumerals.ToThaiInProse(field.Framework.Title.Thai)}", CellStyle.Title);
        sheet.Across($"กรอบ {field.Framework.Id} ฉบับที่ {ThaiNumerals.Format(field.Framework.Revision)} · ข้อมูล ณ วันที่ {ThaiDate.Short(field.AsOf)}", CellStyle.Note);
        foreach (var (notice, _) in RankingReport.NoticesOf(field)) sheet.Across(notice, CellStyle.Label);
        if (field.Ranking.IsProvisional) sheet.Across("ผลชั่วคราว: บางตัวชี้วัดยังไม่มีคะแนน ลำดับอาจเปลี่ยน", CellStyle.Label);
        return sheet;
    }

    private static Sheet Unprotected(SheetBuilder sheet, string name, ImmutableArray<double> widths, int head) =>
        sheet.ToSheet(name, widths, new() { Landscape = true, RepeatedRows = (head, head), PageNumbers = true }) with { Protected = false, FrozenRows = head };

    private static WideCell Label(string text) => new(Cell.Text(text, CellStyle.Label), 3);

    private static WideCell Step(Cell cell) => new(cell);

    private static WideCell One(Cell cell) => new(cell);

    private static string RoleOf(Indicator indicator) => indicator.Role switch
    {
        IndicatorRole.Bonus => OrderColumns.Adds, IndicatorRole.Penalty => OrderColumns.Takes, _ => OrderColumns.Counts,
    };

    private static string NameOf(EntrantStanding standing) => standing switch
    {
        EntrantStanding.Ranked => OrderColumns.Ranked, EntrantStanding.Apart => "แสดงแยก", EntrantStanding.Barred => "ไม่ผ่านเกณฑ์", _ => "ยังไม่มีคะแนน",
    };

    private static string Remark(RankedField field, RankedEntrant row)
    {
        var parts = new List<string>();
        if (row.Scorecard.Provisional) parts.Add("ชั่วคราว");
        if (row.Scorecard.Scores.Where(s => s.IsByPerson).Select(s => ThaiNumerals.ToThai(s.Indicator.Value)).ToList() is { Count: > 0 } given)
            parts.Add($"ผู้ประเมินให้คะแนนตัวชี้วัดที่ {string.Join(", ", given)}");
        parts.AddRange(row.Scorecard.Requirements.Where(r => r.IsMet == false).Select(r => $"{ThaiNumerals.ToThaiInProse(r.Text.Thai)} – {r.Reason.Thai}"));
        if (field.Ties.GetValueOrDefault(row.Scorecard.Entrant) is { } tie) parts.Add(tie.Thai);
        return string.Join(" · ", parts);
    }
}
