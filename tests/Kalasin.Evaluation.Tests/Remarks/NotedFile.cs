using System.IO.Compression;
using System.Xml.Linq;

namespace Kalasin.Evaluation.Tests.Remarks;

/// <summary>A workbook with notes, part by part, by names without namespaces: whichever edition of the standard it is in.</summary>
internal sealed class NotedFile
{
    private NotedFile(Dictionary<string, byte[]> parts) => Parts = parts;

    public Dictionary<string, byte[]> Parts { get; }

    public static NotedFile Open(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return new(zip.Entries.Where(e => !e.FullName.EndsWith('/')).ToDictionary(e => e.FullName.Replace('\\', '/'), e =>
        {
            using var bytes = new MemoryStream();
            using var part = e.Open();
            part.CopyTo(bytes);
            return bytes.ToArray();
        }, StringComparer.OrdinalIgnoreCase));
    }

    public IEnumerable<string> Sheets => Listed.Select(s => s.Name);

    /// <summary>Every note with its sheet and cell; each has its box in the drawing, and every drawing is led to from its sheet.</summary>
    public IEnumerable<(string Sheet, string Cell, string Text)> Notes
    {
        get
        {
            foreach (var (name, id) in Listed)
            {
                if (!RelationshipsOf("xl/workbook.xml").TryGetValue(id, out var sheet) || !Parts.ContainsKey(sheet.Target)) continue;
                var leads = RelationshipsOf(sheet.Target);
                if (leads.Values.FirstOrDefault(l => l.Type.EndsWith("/comments", StringComparison.Ordinal)).Target is not { } texts) continue;
                var notes = Named(Xml(texts), "comment").ToList();
                var drawing = Assert.Single(leads, l => l.Value.Type.EndsWith("/vmlDrawing", StringComparison.Ordinal));
                Assert.Equal(drawing.Key, Assert.Single(Named(Xml(sheet.Target), "legacyDrawing")).Attributes().Single(a => a.Name.LocalName == "id").Value);
                Assert.Equal(notes.Count, Named(Xml(drawing.Value.Target), "ClientData").Count(c => (string?)c.Attribute("ObjectType") == "Note"));
                foreach (var note in notes) yield return (name, (string)note.Attribute("ref")!, note.Value);
            }
        }
    }

    private IEnumerable<(string Name, string Id)> Listed => Named(Xml("xl/workbook.xml"), "sheet")
        .Select(s => ((string)s.Attribute("name")!, s.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value ?? ""));

    private Dictionary<string, (string Type, string Target)> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        if (!Parts.ContainsKey(name)) return [];
        return Named(Xml(name), "Relationship").ToDictionary(
            r => (string)r.Attribute("Id")!,
            r => ((string)r.Attribute("Type")!, new Uri(new Uri($"file:///{part}"), (string)r.Attribute("Target")!).LocalPath[1..]));
    }

    private XElement Xml(string part) => XElement.Load(new MemoryStream(Parts[part]));

    private static IEnumerable<XElement> Named(XElement root, string name) => root.DescendantsAndSelf().Where(e => e.Name.LocalName == name);
}
