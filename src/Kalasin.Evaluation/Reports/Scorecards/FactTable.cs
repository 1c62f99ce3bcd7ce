using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>Single values of the returns: one line a host.</summary>
internal sealed class FactTable
{
    private readonly Dictionary<(UnitCode, string), Spot> cells = [];
    private readonly Dictionary<(UnitCode, string), Spot> keys = [];
    private readonly IndicatorWork work;

    public FactTable(IndicatorWork work)
    {
        this.work = work;
        foreach (var answer in Returns)
            foreach (var fact in work.Indicator.Register.Facts)
            {
                cells.Add((answer.Unit, fact.Id), new());
                if (fact.Type == ColumnType.Text) keys.Add((answer.Unit, fact.Id), new());
            }
    }

    /// <summary>The cell of a unit's fact; <see langword="null"/> where it has no return.</summary>
    public string? At(UnitCode unit, string fact) => cells.GetValueOrDefault((unit, fact))?.Here;

    public string? KeyAt(UnitCode unit, string fact) => keys.GetValueOrDefault((unit, fact))?.Here;

    /// <summary>Where a condition on facts alone finds them.</summary>
    public Site SiteOf(UnitCode unit) => new(
        operand => operand is FactOperand f ? At(unit, f.Name) : null, operand => operand is FactOperand f ? KeyAt(unit, f.Name) : null);

    public void Place()
    {
        if (cells.Count == 0) return;
        work.Sheet.Blank();
        work.Sheet.Across("ข้อมูลประกอบที่หน่วยงานรายงาน", CellStyle.Label);
        work.Sheet.Add(Cell.Text("ที่", CellStyle.Heading), Cell.Text("หน่วยงาน", CellStyle.Heading), new(Cell.Text("ข้อมูล", CellStyle.Heading), Columns: 2),
            Cell.Text("ค่า", CellStyle.Heading), Cell.Text("ข้อความที่ปรับรูปแบบแล้ว", CellStyle.Heading));
        var line = 0;
        foreach (var answer in Returns)
            foreach (var fact in work.Indicator.Register.Facts)
            {
                var value = answer.Facts.GetValueOrDefault(fact.Id);
                work.Sheet.Add(
                    Cell.Number(++line, CellStyle.Data).As(CellFormat.ThaiWhole),
                    Cell.Text(work.Shown.NameOf(answer.Unit), CellStyle.Data),
                    new(Cell.Text(fact.Label.Thai, CellStyle.Data), Columns: 2),
                    new(work.Shown.CellOf(value, fact.Options, fact.Type), Spot: cells[(answer.Unit, fact.Id)]),
                    new(Cell.Text(value is TextValue text ? ThaiText.Key(text.Text) : "", CellStyle.Data), Spot: keys.GetValueOrDefault((answer.Unit, fact.Id))));
            }
    }

    private IEnumerable<Return> Returns => work.Answers.Counted.Concat(work.Answers.Excluded.Select(e => e.Return)).Where(r => work.Measures(r.Unit));
}
