using System.Collections.Immutable;
using System.Globalization;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Reads a worksheet part (ECMA-376 part 1, 18.3.1): filled cells only, addresses given or implied.</summary>
internal sealed class SheetReader(List<string> sharedStrings, CellStyles styles, bool date1904, string part, CellPlace places, Budget budget)
{
    private const int BytesPerCell = 64;

    /// <summary>A text and two repaired copies of it. It counts in each cell that it stands in, shared or not.</summary>
    private const int BytesPerCharacter = 6;

    /// <summary>Of a row that becomes one of a register, and of each of its values; no register has more columns.</summary>
    private const int BytesPerRow = 128, BytesPerValue = 160, MostValues = 16;

    /// <summary>Day 0 of workbooks that count from 1 January 1904, as the others count.</summary>
    private const int Day1904 = 1462;

    private readonly ImmutableArray<RawCell>.Builder cells = ImmutableArray.CreateBuilder<RawCell>();

    /// <summary>The rows, and to <paramref name="covered"/> the places of cells that hold something under a merged cell.</summary>
    public List<RawRow> Read(PartXml xml, Action<Place> covered)
    {
        var rows = new List<RawRow>();
        var areas = new List<MergedCells.Area>();
        for (var root = xml.Root(); xml.NextChild(root);)
        {
            if (xml.Is("sheetData")) ReadRows(xml, rows);
            else if (xml.Is("mergeCells")) areas = MergedCells.Read(xml, budget);
        }
        return MergedCells.Uncover(rows, areas, covered, budget);
    }

    private void ReadRows(PartXml xml, List<RawRow> rows)
    {
        var last = 0;
        for (var data = xml.Here; xml.NextChild(data);)
        {
            if (!xml.Is("row")) continue;
            var number = last + 1;
            if (xml["r"] is { } given && !CellAddress.TryParseRow(given, out number)) throw Broken();
            if (number <= last) throw Broken();
            last = number;
            var isHidden = xml["hidden"] is "1" or "true";
            cells.Clear();
            ReadCells(xml, number);
            if (cells.Count == 0) continue;
            budget.AddRow(BytesPerRow + BytesPerValue * Math.Min(cells.Count, MostValues));
            rows.Add(new(number, isHidden, cells.ToImmutable(), places));
        }
    }

    private void ReadCells(PartXml xml, int row)
    {
        var last = 0;
        for (var parent = xml.Here; xml.NextChild(parent);)
        {
            if (!xml.Is("c")) continue;
            var column = last + 1;
            if (xml["r"] is { } given && (!CellAddress.TryParse(given, out column, out var inRow) || inRow != row)) throw Broken();
            if (column <= last) throw Broken();
            last = column;
            if (ReadCell(xml, column) is not { } cell) continue;
            budget.AddCell();
            budget.Hold(BytesPerCell);
            if (column > budget.Limits.Columns) throw new ContentRefusedException(TooManyColumns, Count(budget.Limits.Columns));
            cells.Add(cell);
        }
    }

    private RawCell? ReadCell(PartXml xml, int column)
    {
        var (type, style) = (xml["t"], xml["s"]);
        var (value, isFormula) = ("", false);
        for (var cell = xml.Here; xml.NextChild(cell);)
        {
            if (xml.Is("v")) value = xml.Text();
            else if (xml.Is("is")) value = SharedStrings.Item(xml);
            else if (xml.Is("f")) isFormula = true;
        }
        if (type == "s" && value.Length > 0) value = Shared(value);
        else if (type == "str") value = SharedStrings.Unescape(value);
        if (string.IsNullOrWhiteSpace(value)) return isFormula && type != "str" ? new(column, RawKind.Uncalculated, "", budget) : null;
        budget.Hold(BytesPerCharacter * value.Length);
        return type switch
        {
            "b" => new(column, RawKind.Boolean, value is "1" or "true" ? "TRUE" : "FALSE", budget),
            "e" => new(column, RawKind.Error, value, budget),
            "s" or "str" or "inlineStr" or "d" => new(column, RawKind.Text, value, budget),
            _ when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
                new(column, styles.KindOf(style), number.ToString("R", CultureInfo.InvariantCulture), budget)
                {
                    Days = date1904 && number >= 0 ? number + Day1904 : number,
                },
            _ => new(column, RawKind.Text, value, budget),
        };
    }

    private string Shared(string index) =>
        int.TryParse(index, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var i)
            && i < sharedStrings.Count
            ? sharedStrings[i]
            : throw Broken();

    private ContentRefusedException Broken() => new(Damaged, part);
}
