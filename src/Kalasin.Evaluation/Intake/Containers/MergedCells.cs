using System.Collections.Immutable;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Takes away what merged cells cover: the value belongs to the top left cell, and nobody sees the others.</summary>
internal static class MergedCells
{
    private const int BytesPerArea = 16;

    public readonly record struct Area(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
    {
        public bool Covers(int row, int column) =>
            row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn && (row != FirstRow || column != FirstColumn);
    }

    /// <summary>The areas of the current <c>mergeCells</c> element.</summary>
    public static List<Area> Read(PartXml xml, Budget budget)
    {
        var areas = new List<Area>();
        for (var list = xml.Here; xml.NextChild(list);)
        {
            budget.AddCell();
            budget.Hold(BytesPerArea);
            xml.TryGet("ref"u8, out var reference);
            var colon = reference.IndexOf((byte)':');
            if (colon > 0 && CellAddress.TryParse(reference[..colon], out var left, out var top)
                && CellAddress.TryParse(reference[(colon + 1)..], out var right, out var bottom))
                areas.Add(new(Math.Min(top, bottom), Math.Max(top, bottom), Math.Min(left, right), Math.Max(left, right)));
        }
        budget.Spend(32L * areas.Count);
        areas.Sort((a, b) => a.FirstRow.CompareTo(b.FirstRow));
        return areas;
    }

    /// <summary>
    /// The rows without covered cells; places of covered cells that held something go to <paramref name="covered"/>. One pass over
    /// both, rows ascending.
    /// </summary>
    public static ImmutableArray<RawRow> Uncover(ImmutableArray<RawRow> rows, List<Area> areas, Action<Place> covered, Budget budget)
    {
        if (areas.Count == 0) return rows;
        var result = ImmutableArray.CreateBuilder<RawRow>(rows.Length);
        var (open, seen) = (new List<Area>(), new List<RawCell>());
        var next = 0;
        foreach (var row in rows)
        {
            open.RemoveAll(a => a.LastRow < row.Number);
            for (; next < areas.Count && areas[next].FirstRow <= row.Number; next++)
                if (areas[next].LastRow >= row.Number) open.Add(areas[next]);
            if (open.Count > budget.Limits.Columns) throw new ContentRefusedException(TooManyColumns, Count(budget.Limits.Columns));
            budget.Spend(open.Count * (1L + row.Cells.Length));
            foreach (var cell in row.Cells)
                if (open.Exists(a => a.Covers(row.Number, cell.Column))) covered(row.PlaceOf(cell.Column));
                else seen.Add(cell);
            if (seen.Count == row.Cells.Length) result.Add(row);
            else if (seen.Count > 0) result.Add(row.With(seen));
            seen.Clear();
        }
        return result.DrainToImmutable();
    }
}
