using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Remarks;

/// <summary>What is said beside the cells of one sheet.</summary>
/// <param name="Notes">Cells with a note, by row and column.</param>
/// <param name="Marked">Ranges to mark, by how much they ask.</param>
internal sealed record SheetNotes(ImmutableArray<CellNote> Notes, ImmutableArray<(Severity Severity, string Ranges)> Marked)
{
    /// <summary>Cells of one finding that get a note; the others are marked, and the list names them.</summary>
    private const int MostOfFinding = 200;

    /// <summary>Notes of a workbook: each is a drawing that whoever opens the file has to make.</summary>
    private const int MostNotes = 2_000;

    /// <summary>Findings that one note tells.</summary>
    private const int MostInNote = 6;

    /// <summary>Notes by the name of the sheet.</summary>
    /// <param name="findings">What was found, with sheets and cells.</param>
    public static IReadOnlyDictionary<string, SheetNotes> Of(IEnumerable<Finding> findings)
    {
        var sheets = new OrderedDictionary<string, Sheet>(StringComparer.Ordinal);
        var left = MostNotes;
        foreach (var finding in findings.OrderByDescending(f => f.Severity))
        {
            if (finding.Place.Cell is null) continue;
            var name = finding.Place.Sheet ?? "";
            if (!sheets.TryGetValue(name, out var sheet)) sheets.Add(name, sheet = new());
            var ranges = finding.Place.Cells ?? finding.Place.Cell;
            if (finding.Severity > Severity.Information) sheet.Mark(finding.Severity, ranges);
            foreach (var cell in CellsOf(ranges).Take(MostOfFinding))
                if (!sheet.Add(cell, finding, ref left)) break;
        }
        return sheets.ToDictionary(s => s.Key, s => s.Value.ToNotes(), StringComparer.Ordinal);
    }

    private static IEnumerable<(int Row, int Column)> CellsOf(string ranges)
    {
        foreach (var range in ranges.Split(' '))
        {
            var ends = range.Split(':');
            if (!CellAddress.TryParse(Encoding.ASCII.GetBytes(ends[0]), out var column, out var row)) continue;
            var last = ends.Length > 1 && CellAddress.TryParse(Encoding.ASCII.GetBytes(ends[1]), out _, out var end) ? end : row;
            for (; row <= last; row++) yield return (row, column);
        }
    }

    private sealed class Sheet
    {
        private readonly SortedDictionary<(int Row, int Column), List<Finding>> cells = [];
        private readonly SortedDictionary<Severity, List<string>> marked = [];

        public void Mark(Severity severity, string ranges)
        {
            if (!marked.TryGetValue(severity, out var known)) marked.Add(severity, known = []);
            known.Add(ranges);
        }

        /// <returns>Whether there was room.</returns>
        public bool Add((int Row, int Column) cell, Finding finding, ref int left)
        {
            if (!cells.TryGetValue(cell, out var said))
            {
                if (left == 0) return false;
                left--;
                cells.Add(cell, said = []);
            }
            if (said.Count < MostInNote) said.Add(finding);
            return true;
        }

        public SheetNotes ToNotes() => new(
            [.. cells.Select(c => new CellNote(c.Key.Row, c.Key.Column, TextOf(c.Value)))],
            [.. marked.Reverse().Select(m => (m.Key, string.Join(' ', m.Value)))]);

        private static string TextOf(IEnumerable<Finding> findings) => string.Join("\n\n", findings.Select(f =>
            f.Remedy.Thai.Length == 0 ? $"{f.Message.Thai} ({f.Code})" : $"{f.Message.Thai}\n{f.Remedy.Thai} ({f.Code})"));
    }
}

/// <summary>A note beside a cell.</summary>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Text">What it says.</param>
internal sealed record CellNote(int Row, int Column, string Text)
{
    /// <summary>Who says it: by this our own notes are known again.</summary>
    public const string Author = "ระบบรับรายงาน (Kalasin)";

    /// <summary>The cell's address.</summary>
    public string Address => CellAddress.Of(Column, Row);
}
