
namespace Kalasin.Evaluation.Tests.Forms;

/// <summary>A return with a value of every type that an indicator asks for, and how somebody would type it.</summary>
internal static class FilledReturn
{
    public static Return Of(AwardRules rules, ReportingUnit unit, Indicator indicator)
    {
        var schema = indicator.Register;
        var evidence = new Evidence(1, "รายงานการประชุม", rules.Plan.JudgedOn, "1, 2", "แฟ้ม", "ภาพ-01.jpg", 4);
        return new(unit.Code, indicator.Number, ReturnStatus.Reported)
        {
            Round = rules.Plan.Id,
            DataAsOf = rules.Plan.JudgedOn,
            Facts = ValuesById.Of(schema.Facts.Select(
                f => KeyValuePair.Create(f.Id, ValueOf(rules, new Column(f.Id, f.Label, f.Type) { Options = f.Options }, 1)))),
            Rows = [.. Enumerable.Range(0, 2).Select(i => new RegisterRow(i + 1, Values(rules, unit, schema, i)))],
            Narrative = new("ผลบรรทัดแรก\nบรรทัดที่สอง", "ปัจจัย", "ปัญหา", "ข้อเสนอ\nอีกข้อ"),
            Evidence = [evidence, evidence with { Number = 3, Title = "ภาพถ่าย", Date = null, Pages = null }],
        };
    }

    private static ValuesById Values(AwardRules rules, ReportingUnit unit, RegisterSchema schema, int at)
    {
        var values = new Dictionary<string, CellValue>(StringComparer.Ordinal);
        var authority = rules.Authorities.Authorities.Where(a => unit.District is null || a.District?.Code == unit.District).ElementAt(at);
        foreach (var column in schema.Columns)
        {
            // What a form says beforehand stays as it says it.
            if (schema.Prefill is not null && column.Type == ColumnType.Authority) values.Add(column.Id, new AuthorityValue(authority.Code));
            else if (schema.Prefill is not null && Kalasin.Evaluation.Returns.FormLayout.DistrictOf(schema) == column)
            {
                if (authority.District is { Name: var name }) values.Add(column.Id, new TextValue(name));
            }
            else values.Add(column.Id, ValueOf(rules, column, at));
        }
        return ValuesById.Of(values);
    }

    private static CellValue ValueOf(AwardRules rules, Column column, int at) => column.Type switch
    {
        ColumnType.Date => new DateValue(rules.Plan.JudgedOn.AddDays(-at - 1)),
        ColumnType.Number => new NumberValue(decimal.Min(column.Minimum ?? 0, column.Maximum ?? 0) + at + 0.25m),
        ColumnType.Choice => new ChoiceValue(column.Options[at % column.Options.Length].Id),
        ColumnType.Flag => new FlagValue(at == 0),
        ColumnType.Authority => new AuthorityValue(rules.Authorities.Authorities[at + 5].Code),
        ColumnType.Sender => new UnitValue(rules.Plan.Units[^(at + 1)].Code),
        _ => new TextValue($"{at}/2567 ข้อความ"),
    };
}
