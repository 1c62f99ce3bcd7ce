using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Tests.Forms;

/// <summary>Fills in a sheet of a form and says what a reader must understand: a value of every type wherever the form asks for one.</summary>
internal sealed class FilledForm(AwardRules rules, FormFile file)
{
    private static readonly int[] RowsFilled = [0, 2];

    public Return Fill(ReportingUnit unit, Indicator indicator)
    {
        var sheet = FormFile.SheetOf(indicator);
        Beside(sheet, FormPart.StatusReported, FormLayout.Ticks[0]);
        var asOf = Row(sheet, FormPart.DataAsOf);
        file.Type(sheet, asOf, file.InputBeside(sheet, asOf), rules.Plan.JudgedOn);
        var narrative = new Narrative(
            Below(sheet, FormPart.Results), Below(sheet, FormPart.SuccessFactors), Below(sheet, FormPart.Obstacles),
            Below(sheet, FormPart.Suggestions));
        return new(unit.Code, indicator.Number, ReturnStatus.Reported)
        {
            Round = rules.Plan.Id,
            DataAsOf = rules.Plan.JudgedOn,
            Facts = Facts(sheet, indicator),
            Rows = [.. RowsFilled.Select((r, i) => new RegisterRow(i + 1, Register(sheet, indicator, r)))],
            Narrative = narrative,
            Evidence = [Evidence(sheet)],
        };
    }

    private ValuesById Register(string sheet, Indicator indicator, int at)
    {
        var schema = indicator.Register;
        var head = Row(sheet, FormPart.Register) + 2;
        var columns = file.Headings(sheet, head);
        var values = new Dictionary<string, CellValue>(StringComparer.Ordinal);
        foreach (var column in schema.Columns)
        {
            var (row, place) = (head + 1 + at, columns[column.Heading.Thai]);
            var listed = file[sheet, row, place];
            if (listed.Length == 0) values.Add(column.Id, Type(sheet, row, place, column, at));
            else if (column.Type == ColumnType.Authority)
                values.Add(column.Id, new AuthorityValue(Assert.IsType<AuthorityMatch.Found>(rules.Authorities.Find(listed)).Authority.Code));
            else if (column.List is not null) values.Add(column.Id, new ChoiceValue(column.Options.Single(o => o.Text.Thai == listed).Id));
            else if (listed != "-") values.Add(column.Id, new TextValue(listed));
        }
        return ValuesById.Of(values);
    }

    private ValuesById Facts(string sheet, Indicator indicator)
    {
        var values = new Dictionary<string, CellValue>(StringComparer.Ordinal);
        foreach (var fact in indicator.Register.Facts)
        {
            var row = file.RowOf(sheet, fact.Label.Thai);
            values.Add(fact.Id, Type(sheet, row, file.InputBeside(sheet, row), new Column(fact.Id, fact.Label, fact.Type) { Options = fact.Options }, 1));
        }
        return ValuesById.Of(values);
    }

    private CellValue Type(string sheet, int row, int column, Column schema, int at)
    {
        var day = rules.Plan.JudgedOn.AddDays(-at - 1);
        var authority = rules.Authorities.Authorities[at + 5];
        var number = decimal.Min(schema.Minimum ?? 0, schema.Maximum ?? 0) + at + 0.25m;
        var option = schema.Options.IsEmpty ? null : schema.Options[at % schema.Options.Length];
        var unit = rules.Plan.Units[^(at + 1)];
        CellValue value = schema.Type switch
        {
            ColumnType.Date => new DateValue(day),
            ColumnType.Number => new NumberValue(number),
            ColumnType.Choice => new ChoiceValue(option!.Id),
            ColumnType.Flag => new FlagValue(at == 0),
            ColumnType.Authority => new AuthorityValue(authority.Code),
            ColumnType.Sender => new UnitValue(unit.Code),
            _ => new TextValue($"{at}/2567 ข้อความ"),
        };
        if (value is DateValue) file.Type(sheet, row, column, day);
        else if (value is NumberValue) file.Type(sheet, row, column, number);
        else file.Type(sheet, row, column, value switch
        {
            ChoiceValue => option!.Text.Thai,
            FlagValue(var yes) => yes ? "ใช่" : "ไม่",
            AuthorityValue => rules.Authorities.DisplayName(authority),
            UnitValue => unit.Name.Thai,
            _ => ((TextValue)value).Text,
        });
        return value;
    }

    private Evidence Evidence(string sheet)
    {
        var head = Row(sheet, FormPart.Evidence) + 3;
        var columns = file.Headings(sheet, head);
        int At(EvidenceField field) => columns[FormLayout.EvidenceColumns.Single(c => c.Field == field).Heading];
        file.Type(sheet, head + 1, At(EvidenceField.Title), "รายงานการประชุม");
        file.Type(sheet, head + 1, At(EvidenceField.Date), rules.Plan.JudgedOn);
        file.Type(sheet, head + 1, At(EvidenceField.Rows), "1, 2");
        file.Type(sheet, head + 1, At(EvidenceField.Kind), "ไฟล์");
        file.Type(sheet, head + 1, At(EvidenceField.Location), "ภาพ-01.jpg");
        file.Type(sheet, head + 1, At(EvidenceField.Pages), 4);
        return new(1, "รายงานการประชุม", rules.Plan.JudgedOn, "1, 2", "ไฟล์", "ภาพ-01.jpg", 4);
    }

    private string Below(string sheet, FormPart part)
    {
        var text = $"บรรทัดของ {part}\nอีกบรรทัด";
        file.Type(sheet, Row(sheet, part) + 1, 1, text);
        return text;
    }

    private void Beside(string sheet, FormPart part, string text)
    {
        var row = Row(sheet, part);
        file.Type(sheet, row, file.InputBeside(sheet, row), text);
    }

    private int Row(string sheet, FormPart part) => file.RowOf(sheet, FormLayout.Labels.Single(l => l.Part == part).Text);
}
