using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms;

/// <summary>Section ๔: head row, then a row for each local authority or blank rows.</summary>
internal sealed class RegisterTable(Form form, Indicator indicator, InputValidations inputs)
{
    private readonly RegisterSchema schema = indicator.Register;
    private readonly FormRows rows = new(form, indicator);

    /// <summary>Number of the head row once the table was added.</summary>
    public int HeadRow { get; private set; }

    public void AddTo(SheetBuilder sheet)
    {
        var note = schema.Prefill is null
            ? $"มีแถวว่างให้ {ThaiNumerals.Format(FormLayout.BlankRows)} แถว หากไม่พอโปรดแทรกแถวก่อนแถวสุดท้าย"
            : $"ใส่ชื่อ{(schema.Find(schema.Prefill)?.List is { } list ? form.Rules.Framework.Lists.First(l => l.Id == list).Name.Thai : " อปท. ")}ให้แล้ว {ThaiNumerals.Format(rows.Count)} แห่ง แถวที่เว้นว่างถือว่ายังไม่มีข้อมูล";
        sheet.Across($"๑ แถว คือ ๑ {schema.Row.Thai} {note}", CellStyle.Note);
        sheet.Add(
        [
            new(Cell.Text(FormLayout.RunningNumber, CellStyle.Heading)),
            .. schema.Columns.Select(c => new WideCell(Cell.Text(c.Heading.Thai, CellStyle.Heading))),
        ]);
        HeadRow = sheet.Row;
        var all = rows.Of(FormLayout.BlankRows);
        for (var r = 0; r < all.Length; r++)
        {
            var row = all[r];
            sheet.Add(
            [
                new(Cell.Text(ThaiNumerals.Format(r + 1), CellStyle.ReadOnly)),
                .. schema.Columns.Select(c => new WideCell(
                    rows.IsListed(c, row) ? Cell.Text(row.Listed(c)!, CellStyle.ReadOnly) : InputCells.Of(row.Values.GetValueOrDefault(c.Id), c, form.Rules))),
            ]);
        }
        for (var c = 0; all.Length > 0 && c < schema.Columns.Length; c++)
            if (!all.Any(row => rows.IsListed(schema.Columns[c], row))) sheet.Allow(inputs.Of(new(HeadRow + 1, c + 2, HeadRow + all.Length, c + 2), schema.Columns[c]));
    }
}
