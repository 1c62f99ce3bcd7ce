using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>The rows of one line of a <see cref="CategoryTable"/>.</summary>
/// <param name="Counted">Rows in the value.</param>
/// <param name="NotMet">Rows of the denominator only.</param>
/// <param name="Excluded">Rows in neither, and why.</param>
internal sealed record CategoryRows(ImmutableArray<RegisterRow> Counted, ImmutableArray<RegisterRow> NotMet, ImmutableArray<ExclusionReason> Excluded);

/// <summary>A table by the first choice column of the register, or in one line where it has none.</summary>
internal static class CategoryTable
{
    /// <summary>The table.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="measurement">Whose rows are sorted.</param>
    /// <param name="heads">Heads behind the category.</param>
    /// <param name="cells">What stands under them.</param>
    public static Table Of(Indicator indicator, Measurement measurement, ImmutableArray<string> heads, Func<CategoryRows, string[]> cells)
    {
        var column = indicator.Register.Columns.FirstOrDefault(c => c.Type == ColumnType.Choice && !c.Internal);
        var by = column?.Heading.Thai ?? indicator.Register.Row.Thai;
        var link = by[0] is >= 'ก' and <= '๛' && !by.Contains('.', StringComparison.Ordinal) ? "" : " ";
        var rows = (column?.Options ?? []).Select(o => Line(o.Text.Thai, row => row[column!.Id] is ChoiceValue v && v.Option == o.Id))
            .Append(Line("รวม", _ => true) with { Emphasis = true });
        return new([new(5), .. heads.Select(_ => new TableColumn(2, Alignment.Center))], [TableRow.Of([by, .. heads])], [.. rows])
        {
            Caption = $"{indicator.ShortText.Thai}: ผลจำแนกตาม{link}{by}",
        };

        TableRow Line(string name, Func<RegisterRow, bool> isIn) => IndicatorTables.Row(name, cells(new(
            [.. measurement.Counted.Select(r => r.Row).Where(isIn)],
            [.. measurement.NotMet.Select(e => e.Row.Row).Where(isIn)],
            [.. measurement.Excluded.Where(e => isIn(e.Row.Row)).Select(e => e.Why)])));
    }
}
