using System.Xml;
using System.Xml.Linq;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.OfficeFiles.OfficeFileFindings;

namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>A Word file that an office supplies, opened within limits: no macros, nothing taken in from outside.</summary>
internal sealed class WordFile
{
    // Of relationships that lead outside only links that a reader may click stay: nothing fetches them.
    private static readonly string[] Links = ["http://", "https://", "mailto:"];

    private readonly OfficePackage package;
    private readonly Budget budget;

    private WordFile(OfficePackage package, Budget budget, string main) => (this.package, this.budget, Main) = (package, budget, main);

    /// <summary>Name of the main part.</summary>
    public string Main { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="ContentRefusedException">It isn't opened, and why.</exception>
    public static WordFile Open(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        var reading = new Budget(IntakeLimits.Default, cancellationToken);
        var source = new SourceBytes(new MemoryStream(file.ToArray(), writable: false), reading);
        var kind = ContentSniffer.KindOf(source);
        if (kind is FileKind.Encrypted) throw new ContentRefusedException(FileFindings.Encrypted);
        if (kind != FileKind.Archive) throw new ContentRefusedException(NotWord);
        var opened = OfficePackage.Open(source, reading);
        if (ContentSniffer.HasMacros(opened)) throw new ContentRefusedException(FileFindings.Macros, ".dotx");
        if (!opened.ContentTypes.Any(t => t.Contains("wordprocessingml.document.main", StringComparison.Ordinal) || t.Contains("wordprocessingml.template.main", StringComparison.Ordinal)))
            throw new ContentRefusedException(NotWord);
        var main = opened.RelationshipsOf("").Values.FirstOrDefault(r => r.Is("officeDocument") && !r.IsExternal)?.Target;
        if (main is null || !opened.Has(main)) throw new ContentRefusedException(NotWord);
        foreach (var name in opened.Names.Where(n => n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            if (opened.RelationshipsOf(SourceOf(name)).Values.FirstOrDefault(LeadsOut) is not null) throw new ContentRefusedException(LeadsOutside, name);
        return new(opened, reading, main);
    }

    /// <summary>What a part leads to, by id.</summary>
    public IReadOnlyDictionary<string, Relationship> RelationshipsOf(string part) => package.RelationshipsOf(part);

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string name) => package.Has(name);

    /// <summary>Names of all parts.</summary>
    public IEnumerable<string> Names => package.Names;

    /// <summary>The bytes of a part.</summary>
    public byte[] Bytes(string name) => package.Bytes(name);

    /// <summary>A part's elements; its depth, names and texts are within limits.</summary>
    public XElement Xml(string name)
    {
        Walk(name);
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(Bytes(name), writable: false),
                new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            throw new ContentRefusedException(FileFindings.Damaged, name);
        }
    }

    /// <summary>Reads a part once through the reader that has limits.</summary>
    private void Walk(string name)
    {
        using var xml = package.Open(name);
        Into(xml, xml.Root());

        void Into(PartXml part, XmlParent parent)
        {
            while (part.NextChild(parent)) Into(part, part.Here);
        }
    }

    private static bool LeadsOut(Relationship relationship) =>
        relationship.IsExternal && !(relationship.Is("hyperlink") && Links.Any(l => relationship.Target.StartsWith(l, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The part whose relationships a part holds: <c>word/_rels/document.xml.rels</c> is of <c>word/document.xml</c>.</summary>
    private static string SourceOf(string relationships)
    {
        var at = relationships.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : relationships[..at] + relationships[(at + 6)..^5];
    }
}
