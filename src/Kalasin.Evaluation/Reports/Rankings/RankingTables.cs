using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Reports.Scorecards;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Totals;

namespace Kalasin.Evaluation.Reports.Rankings;

/// <summary>The tables of a ranking report.</summary>
internal sealed class RankingTables(RankedField field)
{
    private readonly Framework framework = field.Framework;
    private readonly ImmutableArray<RankedEntrant> rows = field.Ranking.Rows;
    private readonly PrintedSources sources = new(field.Framework);

    private IEnumerable<RankedEntrant> Ranked => Of(EntrantStanding.Ranked);

    /// <summary>Most rows of a table and most lines of a list, inclusive; the workbook and the page have them all.</summary>
    private const int MostRows = ReportContent.MostRows;

    private bool HasTScores => framework.Ranking?.TScores == true;

    /// <summary>How many stand where.</summary>
    public string Sentence()
    {
        var parts = new List<string> { $"จัดอันดับ {Printed.Number(Ranked.Count())} ราย" };
        Add("แสดงแยกตามที่หนังสือยกเว้น", EntrantStanding.Apart);
        Add("ไม่ผ่านเกณฑ์ขั้นต่ำ", EntrantStanding.Barred);
        Add("ยังไม่มีคะแนน", EntrantStanding.Unscored);
        if (field.Awaited.Count() is > 0 and var awaited) parts.Add($"ยังไม่ได้รับ {Printed.Number(awaited)} จังหวัด");
        return $"ข้อมูล ณ วันที่ {ThaiDate.Long(field.AsOf)} ได้รับผลของผู้รับการประเมิน {Printed.Number(rows.Length)} ราย {string.Join(" ", parts)} "
            + "เรียงตามคะแนนรวมที่ไม่ปัดเศษ คะแนนที่แสดงเป็นทศนิยมสองตำแหน่ง";

        void Add(string what, EntrantStanding standing)
        {
            if (Of(standing).Count() is > 0 and var count) parts.Add($"{what} {Printed.Number(count)} ราย");
        }
    }

    /// <summary>Order of merit.</summary>
    public Block Order()
    {
        if (!Ranked.Any()) return new Paragraph("ยังไม่มีผู้รับการประเมินที่จัดอันดับได้");
        ImmutableArray<string> heads = ["ลำดับที่", "ผู้รับการประเมิน", $"คะแนนรวม", "คิดเป็นร้อยละ", .. HasTScores ? ["คะแนน T"] : ImmutableArray<string>.Empty, "หมายเหตุ"];
        return new Table(
            [new(1.4, Alignment.Center), new(5), new(1.8, Alignment.End), new(1.8, Alignment.End), .. HasTScores ? [new(1.6, Alignment.End)] : ImmutableArray<TableColumn>.Empty, new(4)],
            [TableRow.Of(heads.AsSpan())],
            [.. Ranked.Take(MostRows).Select(r => new TableRow(
            [
                new(Printed.Number(r.Rank!.Value)), new(r.Scorecard.EntrantName.Thai) { RowHeader = true },
                new(ScoreDisplay.Points(r.Scorecard.Total!.Value).Thai), new(ThaiNumerals.Format(decimal.Round(r.Scorecard.TotalOf100!.Value, 2, MidpointRounding.ToZero), 2)),
                .. HasTScores ? [new TableCell(ThaiNumerals.Format(r.TScore!.Value, 2))] : ImmutableArray<TableCell>.Empty,
                new(Remark(r)),
            ])), .. Rest(Ranked.Count(), heads.Length)])
        {
            Caption = "ลำดับที่ตามคะแนนรวม",
        };
    }

    /// <summary>How equal totals were told apart, and by which rule.</summary>
    public IEnumerable<Block> Ties()
    {
        if (field.Ties.IsEmpty) yield break;
        yield return new Heading(2, "๒. คะแนนรวมเท่ากัน");
        yield return new Paragraph(TieRule());
        yield return Listed(Ranked.Where(r => field.Ties.ContainsKey(r.Scorecard.Entrant))
            .Select(r => $"ลำดับที่ {Printed.Number(r.Rank!.Value)} {r.Scorecard.EntrantName.Thai}: {field.Ties[r.Scorecard.Entrant].Thai}"));
    }

    /// <summary>Every score of everybody that has one, whatever their standing.</summary>
    public IEnumerable<Block> Scores()
    {
        yield return new Heading(2, "๓. คะแนนรายตัวชี้วัด");
        var shown = rows.Where(r => r.Standing != EntrantStanding.Unscored).ToList();
        if (shown.Count == 0)
        {
            yield return new Paragraph("ยังไม่มีคะแนน");
            yield break;
        }
        // As many columns as a page across holds; then the next table.
        foreach (var part in framework.Indicators.Chunk(MostColumns))
        {
            var isLast = part[^1] == framework.Indicators[^1];
            ImmutableArray<string> heads = ["ลำดับที่", "ผู้รับการประเมิน", .. part.Select(i => Printed.Indicator(i.Number)), .. isLast ? ["รวม"] : ImmutableArray<string>.Empty];
            yield return new Table(
                [new(1.3, Alignment.Center), new(5), .. part.Select(_ => new TableColumn(1.2, Alignment.End)), .. isLast ? [new(1.4, Alignment.End)] : ImmutableArray<TableColumn>.Empty],
                [TableRow.Of(heads.AsSpan())],
                [.. shown.Take(MostRows).Select(r => new TableRow(
                [
                    new(r.Rank is { } rank ? Printed.Number(rank) : Printed.None), new(r.Scorecard.EntrantName.Thai) { RowHeader = true },
                    .. part.Select(i => new TableCell(r.Scorecard.Scores.FirstOrDefault(s => s.Indicator == i.Number) is { Points: { } points } score ? ScoreDisplay.Points(points).Thai + (score.IsByPerson ? ByPerson : "") : Printed.None)),
                    .. isLast ? [new TableCell(ScoreDisplay.Points(r.Scorecard.Total!.Value).Thai)] : ImmutableArray<TableCell>.Empty,
                ])), .. Rest(shown.Count, heads.Length)])
            {
                Caption = $"คะแนนของตัวชี้วัดที่ {Printed.Indicator(part[0].Number)} ถึง {Printed.Indicator(part[^1].Number)}",
                Dense = true,
            };
        }
        if (shown.Any(r => r.Scorecard.Scores.Any(s => s.IsByPerson)))
            yield return new Paragraph($"{ByPerson} คะแนนที่ผู้ประเมินให้เพราะคำนวณจากค่าไม่ได้ การจัดอันดับรับไว้ตามที่จังหวัดส่ง") { Style = ParagraphStyle.Note };
        yield return new Paragraph($"- หมายถึงไม่มีคะแนน มิใช่ศูนย์คะแนน: {string.Join(" ", framework.Indicators.Select(i => $"({Printed.Indicator(i.Number)}) {Printed.Prose(i.ShortText.Thai)}"))}")
        {
            Style = ParagraphStyle.Note,
        };
    }

    /// <summary>Who isn't ranked, what each result came from, and the rules.</summary>
    public IEnumerable<Block> Rest()
    {
        yield return new Heading(2, "๔. ผู้ที่ไม่อยู่ในลำดับ");
        var any = false;
        foreach (var block in Apart().Concat(Barred()).Concat(Unscored()))
        {
            any = true;
            yield return block;
        }
        if (!any) yield return new Paragraph("ไม่มี");
        yield return new Heading(2, "๕. ที่มาของผล");
        yield return Origins();
        yield return new Heading(2, "๖. ที่มาของเกณฑ์");
        yield return Sources();
    }

    private const int MostColumns = 14;

    /// <summary>Stands behind a score that a person gave.</summary>
    private const string ByPerson = "*";

    private IEnumerable<Block> Apart()
    {
        var apart = Of(EntrantStanding.Apart).ToList();
        if (apart.Count == 0) yield break;
        yield return new Heading(3, "จังหวัดที่หนังสือยกเว้น");
        yield return new Paragraph($"รายงานและคิดคะแนนตามปกติ แต่แสดงแยกจากลำดับ ตาม{Printed.Prose(framework.Excluded!.Source.Citation ?? "หนังสือ")}");
        yield return new Table(
            [new(6), new(2, Alignment.End), new(2, Alignment.End)], [TableRow.Of("จังหวัด", "คะแนนรวม", "คิดเป็นร้อยละ")],
            [.. apart.Take(MostRows).Select(r => new TableRow([new TableCell(r.Scorecard.EntrantName.Thai) { RowHeader = true }, new(ScoreDisplay.Points(r.Scorecard.Total!.Value).Thai), new(ThaiNumerals.Format(decimal.Round(r.Scorecard.TotalOf100!.Value, 2, MidpointRounding.ToZero), 2))])), .. Rest(apart.Count, 3)])
        {
            Caption = "จังหวัดที่แสดงแยก",
        };
    }

    private IEnumerable<Block> Barred()
    {
        var barred = Of(EntrantStanding.Barred).ToList();
        if (barred.Count == 0) yield break;
        yield return new Heading(3, "ไม่ผ่านเกณฑ์ขั้นต่ำ");
        yield return Listed(barred.Select(r =>
            $"{r.Scorecard.EntrantName.Thai} (คะแนนรวม {ScoreDisplay.Points(r.Scorecard.Total!.Value).Thai}): {string.Join("; ", r.Scorecard.Requirements.Where(q => q.IsMet == false).Select(q => $"{Printed.Prose(q.Text.Thai)} – {q.Reason.Thai}"))}"));
    }

    private IEnumerable<Block> Unscored()
    {
        var unscored = Of(EntrantStanding.Unscored).ToList();
        if (unscored.Count > 0)
        {
            yield return new Heading(3, "ยังไม่มีคะแนน");
            yield return Listed(unscored.Select(r => r.Scorecard.EntrantName.Thai));
        }
        if (field.Awaited.ToList() is { Count: > 0 } awaited)
        {
            yield return new Heading(3, "ยังไม่ได้รับผล");
            yield return new Paragraph($"{Printed.Number(awaited.Count)} จังหวัด: {string.Join(" ", awaited.Select(p => p.Name))}");
        }
        if (field.Findings.IsEmpty) yield break;
        yield return new Heading(3, "นำเข้าไว้แต่ใช้ไม่ได้");
        yield return Listed(field.Findings.Select(Printed.Message));
    }

    private Table Origins() => new(
        [new(5), new(3.4), new(2.4), new(3.2)], [TableRow.Of("ผู้รับการประเมิน", "มาจาก", "พิจารณา ณ วันที่", "ลายนิ้วมือบันทึกของรอบ")],
        [.. field.Entries.Take(MostRows).Select(e => new TableRow(
        [
            new TableCell(e.Scorecard.EntrantName.Thai) { RowHeader = true }, new(e.Round is { } round ? $"รอบ {round}" : "ตารางที่กรอก"), new(ThaiDate.Short(e.Scorecard.EvaluationDate)),
            new(e is { LogHead: { } head, LogEntries: { } entries } ? $"{head.ToString()[..12]} ({Printed.Number(entries)} เหตุการณ์)" : Printed.None),
        ])), .. Rest(field.Entries.Length, 4)])
    {
        Caption = "ที่มาของผลแต่ละราย เทียบได้กับลายนิ้วมือที่พิมพ์ในรายงานของจังหวัด",
        Dense = true,
    };

    private ListBlock Sources()
    {
        var lines = new List<string>
        {
            $"กรอบการประเมิน {framework.Id} ฉบับที่ {Printed.Number(framework.Revision)} ของ{framework.Authority.Thai} (ลายนิ้วมือ {ScorecardFile.RulesOf(framework).ToString()[..12]})",
            TieRule(),
        };
        if (HasTScores) lines.Add("คะแนน T = ๕๐ + ๑๐ × (คะแนนรวม − ค่าเฉลี่ย) ÷ ส่วนเบี่ยงเบนมาตรฐานของผู้ที่จัดอันดับ แสดงประกอบ ไม่ใช้เรียงลำดับ");
        if (framework.Excluded is { } excluded) lines.Add($"จังหวัดที่ยกเว้น: {SourceOf(excluded.Source)}");
        foreach (var (source, numbers) in framework.Indicators.GroupBy(i => i.Weight.Source).Select(g => (g.Key, Numbers(g)))) lines.Add($"น้ำหนักตัวชี้วัดที่ {numbers}: {SourceOf(source)}");
        foreach (var (source, numbers) in framework.Indicators.Where(i => i.Scale is not null).GroupBy(i => i.Scale!.Source).Select(g => (g.Key, Numbers(g))))
            lines.Add($"เกณฑ์การให้คะแนนตัวชี้วัดที่ {numbers}: {SourceOf(source)}");
        return ListBlock.Of(lines);
    }

    private static ListBlock Listed(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return ListBlock.Of(all.Count <= MostRows ? all : [.. all.Take(MostRows), Left(all.Count)]);
    }

    /// <summary>The last row of a table that doesn't print all rows; nothing where it does.</summary>
    private static IEnumerable<TableRow> Rest(int rows, int columns) =>
        rows <= MostRows ? [] : [new([new(Left(rows)) { ColumnSpan = columns, Alignment = Alignment.Start }])];

    private static string Left(int rows) => $"และอีก {Printed.Number(rows - MostRows)} ราย ซึ่งดูได้ในไฟล์ Excel ของการจัดอันดับนี้";

    private static string Numbers(IEnumerable<Indicator> indicators) => string.Join(", ", indicators.Select(i => Printed.Indicator(i.Number)));

    private string SourceOf(RuleSource source)
    {
        var (from, note) = sources.Of(source);
        return note.Length == 0 ? from : $"{from} {note}";
    }

    private string TieRule()
    {
        if (framework.Ranking is not { TieBreaks: { IsEmpty: false } breaks } rule) return "กรอบการประเมินไม่กำหนดเกณฑ์ตัดสินเมื่อคะแนนรวมเท่ากัน ผู้ที่เท่ากันได้ลำดับร่วม";
        var asked = string.Join(" แล้ว", breaks.Select(t => $"{ResultParts.NameOf(t.By, framework).Thai} ({(t.By is CompletionDay ? "ก่อน" : t.Prefers == Preference.Higher ? "มากกว่า" : "น้อยกว่า")}อยู่ก่อน)"));
        return $"เมื่อคะแนนรวมเท่ากัน ตัดสินด้วย{asked} ผู้ที่ยังเท่ากันได้ลำดับร่วม ({SourceOf(rule.Source)})";
    }

    private static string Remark(RankedEntrant row)
    {
        var parts = new List<string>();
        if (row.IsShared) parts.Add("ลำดับร่วม");
        if (row.Scorecard.Provisional) parts.Add($"ชั่วคราว {Printed.Number(row.Scorecard.Scores.Count(s => s.Points is not null))} จาก {Printed.Number(row.Scorecard.Scores.Length)}");
        if (row.Scorecard.Scores.Any(s => s.IsByPerson)) parts.Add("มีคะแนนที่ผู้ประเมินให้");
        return parts.Count == 0 ? Printed.None : string.Join(" ", parts);
    }

    private IEnumerable<RankedEntrant> Of(EntrantStanding standing) => rows.Where(r => r.Standing == standing);
}
