using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>A table by the first choice column of the register, or in one line where it has none.</summary>
internal static class CategoryTable
{
    /// <summary>A heading behind a Thai word: another such word follows at once, an abbreviation or a foreign word after a space.</summary>
    public static string Linked(string heading) =>
        heading[0] is >= 'ก' and <= '๛' && !heading.Contains('.', StringComparison.Ordinal) ? heading : $" {heading}";

    /// <summary>The table.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="measurement">Whose rows are sorted.</param>
    /// <param name="figures">What stands behind the category.</param>
    public static Table Of(Indicator indicator, Measurement measurement, ImmutableArray<GroupFigure> figures)
    {
        var column = indicator.Register.Columns.FirstOrDefault(c => c.Type == ColumnType.Choice && !c.Internal);
        var by = column?.Heading.Thai ?? indicator.Register.Row.Thai;
        var rows = (column?.Options ?? []).Select(o => Line(o.Text.Thai, row => row[column!.Id] is ChoiceValue v && v.Option == o.Id))
            .Append(Line("รวม", _ => true) with { Emphasis = true });
        return new([new(5), .. figures.Select(_ => new TableColumn(2, Alignment.Center))], [TableRow.Of([by, .. figures.Select(f => f.Head.Thai)])], [.. rows])
        {
            Caption = $"{indicator.ShortText.Thai}: ผลจำแนกตาม{Linked(by)}",
        };

        TableRow Line(string name, Func<RegisterRow, bool> isIn)
        {
            var group = new RowGroup(
                [.. measurement.Counted.Select(r => r.Row).Where(isIn)],
                [.. measurement.NotMet.Select(e => e.Row.Row).Where(isIn)],
                [.. measurement.Excluded.Where(e => isIn(e.Row.Row)).Select(e => e.Why)]);
            return IndicatorTables.Row(name, [.. figures.Select(f => f.Of(group)?.Thai ?? Printed.None)]);
        }
    }
}
