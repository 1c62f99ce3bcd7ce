using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Remarks;

/// <summary>A workbook with notes beside its cells and a list of what was found behind its sheets; everything else stays byte for byte.</summary>
internal sealed class NotedWorkbook
{
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly OfficePackage package;
    private readonly EditedPackage edited;
    private readonly string book;
    private readonly IReadOnlyDictionary<string, Relationship> parts;
    private readonly Dialect dialect;

    private NotedWorkbook(OfficePackage package)
    {
        (this.package, edited) = (package, new(package));
        var main = package.RelationshipsOf("").Values.FirstOrDefault(r => r.Is("officeDocument") && !r.IsExternal);
        book = main?.Target ?? "xl/workbook.xml";
        parts = package.RelationshipsOf(book);
        dialect = Dialect.Of(parts.Values.FirstOrDefault(r => r.Is("worksheet"))?.Type ?? "");
    }

    /// <summary>Writes it.</summary>
    /// <param name="package">The workbook as it came; it was read before.</param>
    /// <param name="notes">What is said beside cells, by sheet.</param>
    /// <param name="findings">What is listed.</param>
    /// <param name="target">Where to.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static Task WriteAsync(
        OfficePackage package, IReadOnlyDictionary<string, SheetNotes> notes, ImmutableArray<Finding> findings, Stream target, CancellationToken cancellationToken)
    {
        var workbook = new NotedWorkbook(package);
        var styles = workbook.AddStyles();
        var sheets = workbook.Sheets();
        // A workbook that names one sheet, or shows one part, many times over says the same each time.
        foreach (var (name, part) in sheets.Listed.DistinctBy(s => s.Name, StringComparer.Ordinal).DistinctBy(s => s.Part, StringComparer.OrdinalIgnoreCase))
            if (name != FormLayout.FindingsSheet && notes.TryGetValue(name, out var said)) workbook.Note(part, said, styles);
        workbook.List(sheets, findings, styles);
        return workbook.edited.WriteAsync(target, cancellationToken);
    }

    private AddedStyles AddStyles()
    {
        if (parts.Values.FirstOrDefault(r => r.Is("styles") && !r.IsExternal) is not { } part || !package.Has(part.Target)) return AddedStyles.None;
        var (styles, edits) = AddedStyles.To(package, part.Target, dialect);
        edited.Edit(part.Target, edits);
        return styles;
    }

    private SheetsOfBook Sheets()
    {
        var (listed, lastId, end, isEmpty) = (new List<(string Name, string Part)>(), 0, 0L, true);
        using var xml = package.Open(book);
        for (var root = xml.Root(); xml.NextChild(root);)
        {
            if (!xml.Is("sheets"u8))
            {
                xml.Pass();
                continue;
            }
            var list = xml.Here;
            while (xml.NextChild(list))
            {
                if (int.TryParse(xml["sheetId"u8], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) lastId = Math.Max(lastId, id);
                if (xml.Qualified("id"u8) is { } to && parts.TryGetValue(to, out var part) && part.Is("worksheet") && package.Has(part.Target)) listed.Add((xml["name"u8] ?? "", part.Target));
                xml.Pass();
            }
            (end, isEmpty) = (xml.At, list.IsEmpty);
        }
        return isEmpty ? throw new ContentRefusedException(FileFindings.Damaged, book) : new(listed, lastId, end);
    }

    private void Note(string sheet, SheetNotes said, AddedStyles styles)
    {
        var leads = package.RelationshipsOf(sheet);
        var (texts, drawing) = (PartOf(leads, "comments"), PartOf(leads, "vmlDrawing"));
        var writer = new NoteParts(package, dialect.Main);
        List<CellNote> added = [.. said.Notes];
        HashSet<(int, int)> removed = [];
        var related = new List<(string, string, string)>();
        string? newDrawing = null;
        if (texts is not null) edited.Edit(texts, writer.Texts(texts, said.Notes, out added, out removed));
        else
        {
            texts = edited.NameFor(n => $"xl/comments{n}.xml");
            edited.Add(texts, Types + "comments+xml", writer.NewTexts(said.Notes));
            related.Add((Free(leads, "rIdKalasinNotes"), $"{dialect.Relations}/comments", texts));
        }
        if (drawing is not null) edited.Edit(drawing, writer.Drawing(drawing, added, removed));
        else
        {
            drawing = edited.NameFor(n => $"xl/drawings/vmlDrawing{n}.vml");
            edited.Add(drawing, "application/vnd.openxmlformats-officedocument.vmlDrawing", NoteParts.NewDrawing(added));
            related.Add((newDrawing = Free(leads, "rIdKalasinBoxes"), $"{dialect.Relations}/vmlDrawing", drawing));
        }
        edited.Relate(sheet, related);
        edited.Edit(sheet, SheetEdits.Of(package, sheet, newDrawing, said, styles, dialect));
    }

    private string? PartOf(IReadOnlyDictionary<string, Relationship> leads, string type) =>
        leads.Values.FirstOrDefault(r => r.Is(type) && !r.IsExternal && package.Has(r.Target))?.Target;

    private void List(SheetsOfBook sheets, ImmutableArray<Finding> findings, AddedStyles styles)
    {
        var content = FindingsList.Write(findings, styles, dialect.Main);
        if (sheets.Listed.FirstOrDefault(s => s.Name == FormLayout.FindingsSheet).Part is { } known)
        {
            edited.Add(known, "", content);
            return;
        }
        var part = edited.NameFor(n => $"xl/worksheets/sheet{n}.xml");
        edited.Add(part, Types + "worksheet+xml", content);
        var id = Free(parts, "rIdKalasinList");
        edited.Relate(book, [(id, $"{dialect.Relations}/worksheet", part)]);
        var edits = new PartEdits(package, book);
        edits.Insert(sheets.End, $"<sheet xmlns=\"{dialect.Main}\" xmlns:r=\"{dialect.Relations}\" name=\"{FormLayout.FindingsSheet}\" sheetId=\"{sheets.LastId + 1}\" r:id=\"{id}\"/>");
        edited.Edit(book, edits);
    }

    private static string Free(IReadOnlyDictionary<string, Relationship> leads, string id)
    {
        while (leads.ContainsKey(id)) id += "1";
        return id;
    }

    /// <summary>The worksheets of a workbook, their highest number, and where the list ends.</summary>
    private sealed record SheetsOfBook(List<(string Name, string Part)> Listed, int LastId, long End);
}
