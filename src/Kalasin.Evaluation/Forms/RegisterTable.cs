using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms;

/// <summary>Section ๔: head row, then a row for each local authority or blank rows.</summary>
internal sealed class RegisterTable(Form form, Indicator indicator, InputValidations inputs)
{
    private readonly RegisterSchema schema = indicator.Register;
    private readonly Column? district = FormLayout.DistrictOf(indicator.Register);

    /// <summary>Number of the head row once the table was added.</summary>
    public int HeadRow { get; private set; }

    public void AddTo(SheetBuilder sheet)
    {
        var authorities = schema.Prefill is null ? [] : Listed();
        var note = schema.Prefill is null
            ? $"มีแถวว่างให้ {ThaiNumerals.Format(FormLayout.BlankRows)} แถว หากไม่พอโปรดแทรกแถวก่อนแถวสุดท้าย"
            : $"ใส่ชื่อ{(schema.Find(schema.Prefill)?.List is { } list ? form.Rules.Framework.Lists.First(l => l.Id == list).Name.Thai : " อปท. ")}ให้แล้ว {ThaiNumerals.Format(authorities.Length)} แห่ง แถวที่เว้นว่างถือว่ายังไม่มีข้อมูล";
        sheet.Across($"๑ แถว คือ ๑ {schema.Row.Thai} {note}", CellStyle.Note);
        sheet.Add(
        [
            new(Cell.Text(FormLayout.RunningNumber, CellStyle.Heading)),
            .. schema.Columns.Select(c => new WideCell(Cell.Text(c.Heading.Thai, CellStyle.Heading))),
        ]);
        HeadRow = sheet.Row;
        var rows = schema.Prefill is null ? FormLayout.BlankRows : authorities.Length;
        for (var r = 0; r < rows; r++)
            sheet.Add(
            [
                new(Cell.Text(ThaiNumerals.Format(r + 1), CellStyle.ReadOnly)),
                .. schema.Columns.Select(c => new WideCell(schema.Prefill is null ? InputCells.Blank(c.Type) : CellOf(c, authorities[r]))),
            ]);
        for (var c = 0; rows > 0 && c < schema.Columns.Length; c++)
            if (!IsListed(schema.Columns[c])) sheet.Allow(inputs.Of(new(HeadRow + 1, c + 2, HeadRow + rows, c + 2), schema.Columns[c]));
    }

    private bool IsListed(Column column) => schema.Prefill is not null && (column.Id == schema.Prefill || column == district);

    private Cell CellOf(Column column, (string Name, string? District) authority) =>
        column.Id == schema.Prefill ? Cell.Text(authority.Name, CellStyle.ReadOnly)
        : column != district ? InputCells.Blank(column.Type)
        : Cell.Text(authority.District ?? "-", CellStyle.ReadOnly);

    /// <summary>The population the rule counts, or else all authorities, or what is on the list; of a district office those of its district.</summary>
    private ImmutableArray<(string Name, string? District)> Listed()
    {
        if (schema.Find(schema.Prefill!)?.List is { } list)
            return
            [
                .. from item in form.Rules.Plan.Lists.First(t => t.List == list).Items
                   where form.Unit.District is null || item.District is null || item.District == form.Unit.District
                   select (item.Name.Thai, form.Rules.Province.Districts.FirstOrDefault(d => d.Code == item.District)?.Name),
            ];
        var population = indicator.Measure.Over is { } p && p.Key == schema.Prefill ? p : null;
        var register = population is null ? form.Rules.Authorities : form.Rules.AuthoritiesOn(population.On);
        return
        [
            .. from authority in register.Authorities
               where population is null || population.Kinds.IsEmpty || population.Kinds.Contains(authority.Kind)
               where form.Unit.District is null || authority.District?.Code == form.Unit.District
               select (register.DisplayName(authority), authority.District?.Name),
        ];
    }
}
