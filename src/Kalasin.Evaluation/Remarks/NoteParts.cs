using System.Globalization;
using System.Text;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Documents.Opc;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Remarks;

/// <summary>
/// The notes of one sheet as the two parts that Excel, LibreOffice and WPS read them from: the texts (ECMA-376 part 1, 18.7) and the drawing
/// of their boxes (part 4, 19). What others wrote stays; what we wrote before goes.
/// </summary>
internal sealed class NoteParts(OfficePackage package, string main)
{
    private const int LineHeight = 15;
    private const int ColumnsAcross = 4;
    private const int LettersInLine = 38;
    private const int MostLines = 22;

    /// <summary>What it takes to remember that a cell has a note.</summary>
    private const int BytesOfCell = 32;

    /// <summary>A part with notes only of ours.</summary>
    public string NewTexts(IEnumerable<CellNote> notes) =>
        $"{XmlText.Declaration}<comments xmlns=\"{main}\"><authors><author>{XmlText.Escape(CellNote.Author)}</author></authors><commentList>{Texts(notes, 0)}</commentList></comments>";

    /// <summary>A drawing of nothing but boxes of ours.</summary>
    public static string NewDrawing(IEnumerable<CellNote> notes) =>
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
        + $"<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"60\"/></o:shapelayout>{Shapes(notes)}</xml>";

    /// <summary>The edits of a part with texts that is there already, and what changes for the drawing.</summary>
    /// <param name="part">The part.</param>
    /// <param name="notes">Notes that are wanted.</param>
    /// <param name="added">Those that are put in: not beside a cell that somebody else has a note at.</param>
    /// <param name="removed">Cells with a note of ours from before.</param>
    public PartEdits Texts(string part, IReadOnlyCollection<CellNote> notes, out List<CellNote> added, out HashSet<(int Row, int Column)> removed)
    {
        var edits = new PartEdits(package, part);
        var (authors, ours, others) = (0, new HashSet<string>(StringComparer.Ordinal), new HashSet<(int, int)>());
        removed = [];
        added = [];
        using var xml = package.Open(part);
        for (var root = xml.Root(); xml.NextChild(root);)
        {
            if (xml.Is("authors"u8) && xml.Here is var list)
            {
                var (start, end, name) = (xml.At, xml.EndAt, xml.Name);
                while (xml.NextChild(list))
                {
                    if (xml.Text() == CellNote.Author) ours.Add(authors.ToString(CultureInfo.InvariantCulture));
                    authors++;
                }
                var author = $"<author xmlns=\"{main}\">{XmlText.Escape(CellNote.Author)}</author>";
                if (list.IsEmpty) edits.Replace(start, end, $"<{name}>{author}</{name}>");
                else edits.Insert(xml.At, author);
            }
            else if (xml.Is("commentList"u8) && xml.Here is var comments)
            {
                var (start, end, name) = (xml.At, xml.EndAt, xml.Name);
                while (xml.NextChild(comments))
                {
                    var from = xml.At;
                    var isOurs = xml["authorId"u8] is { } id && ours.Contains(id);
                    var cell = xml.TryGet("ref"u8, out var address) && CellAddress.TryParse(address, out var column, out var row) ? (row, column) : default;
                    xml.Pass();
                    if (isOurs) edits.Remove(from, xml.EndAt);
                    if (isOurs ? removed.Add(cell) : others.Add(cell)) package.Budget.Hold(BytesOfCell);
                }
                added.AddRange(notes.Where(n => !others.Contains((n.Row, n.Column))));
                if (comments.IsEmpty) edits.Replace(start, end, $"<{name}>{Texts(added, authors)}</{name}>");
                else edits.Insert(xml.At, Texts(added, authors));
            }
            else xml.Pass();
        }
        return edits;
    }

    /// <summary>The edits of a drawing that is there already.</summary>
    public PartEdits Drawing(string part, IEnumerable<CellNote> added, HashSet<(int Row, int Column)> removed)
    {
        var edits = new PartEdits(package, part);
        using var xml = package.Open(part);
        var root = xml.Root();
        if (root.IsEmpty)
        {
            edits.Replace(xml.At, xml.EndAt, NewDrawing(added));
            return edits;
        }
        while (xml.NextChild(root))
        {
            var from = xml.At;
            bool isOurs;
            if (xml.Is("shape"u8)) isOurs = IsAt(xml, removed);
            else
            {
                isOurs = xml.Is("shapetype"u8) && xml["id"u8] == ShapeType;
                xml.Pass();
            }
            if (isOurs) edits.Remove(from, xml.EndAt);
        }
        edits.Insert(xml.At, Shapes(added));
        return edits;
    }

    private const string ShapeType = "_x0000_t202k";

    /// <summary>Reads the current element to its end.</summary>
    private static bool IsAt(PartXml xml, HashSet<(int Row, int Column)> cells)
    {
        var (shape, isNote, row, column) = (xml.Here, false, -1, -1);
        while (xml.NextInside(shape))
        {
            if (xml.Is("ClientData"u8)) isNote = xml["ObjectType"u8] == "Note";
            else if (xml.Is("Row"u8)) row = Number(xml.Text());
            else if (xml.Is("Column"u8)) column = Number(xml.Text());
        }
        return isNote && cells.Contains((row + 1, column + 1));

        static int Number(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -2;
    }

    private string Texts(IEnumerable<CellNote> notes, int author) => string.Concat(notes.Select(n =>
        $"<comment xmlns=\"{main}\" ref=\"{n.Address}\" authorId=\"{author}\"><text><r><rPr><sz val=\"10\"/><rFont val=\"Tahoma\"/></rPr><t xml:space=\"preserve\">{XmlText.Escape(CellText.Of(n.Text))}</t></r></text></comment>"));

    private static string Shapes(IEnumerable<CellNote> notes)
    {
        var shapes = new StringBuilder(
            $"<v:shapetype xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" id=\"{ShapeType}\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
            + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
        var number = 61_441;
        foreach (var note in notes)
        {
            var lines = Math.Min(MostLines, 1 + note.Text.Split('\n').Sum(l => 1 + l.Length / LettersInLine));
            var (row, column) = (note.Row - 1, note.Column - 1);
            shapes.Append(CultureInfo.InvariantCulture,
                $"<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"_x0000_s{number++}\" type=\"#{ShapeType}\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:260pt;height:{lines * LineHeight}pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">")
                .Append("<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>")
                .Append(CultureInfo.InvariantCulture,
                    $"<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 15, {Math.Max(0, row - 1)}, 10, {column + 1 + ColumnsAcross}, 15, {Math.Max(0, row - 1) + 1 + lines * 3 / 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>");
        }
        return shapes.ToString();
    }
}
