using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Registers that are wider than an upright page, and what is done about those of few rows.</summary>
internal static class TurnedRegister
{
    /// <summary>A register of more columns stands on wide pages.</summary>
    private const int MostOnUprightPages = 7;

    /// <summary>For so many rows no page is turned: it would be nearly empty.</summary>
    private const int FewRows = 3;

    private const double Heads = 3, Values = 4;

    /// <summary>Whether a table asks for wide pages.</summary>
    public static bool IsWide(Table table) => table.Columns.Length > MostOnUprightPages;

    /// <summary>The register; one of few rows that would ask for wide pages has a column for each row and a row for each of its columns.</summary>
    public static Table Of(Table register) => !IsWide(register) || register.Rows.Length is 0 or > FewRows ? register : register with
    {
        Columns = [new(Heads), .. register.Rows.Select(_ => new TableColumn(Values))],
        HeaderRows = [Turned(register, 0)],
        Rows = [.. Enumerable.Range(1, register.Columns.Length - 1).Select(column => Turned(register, column))],
    };

    private static TableRow Turned(Table register, int column) =>
        new([register.HeaderRows[0].Cells[column] with { RowHeader = column > 0 }, .. register.Rows.Select(row => row.Cells[column])]);
}
