using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>The parts of an Office Open XML file (ECMA-376 part 2), read within limits. Relationships that lead outside are never followed.</summary>
internal sealed class OfficePackage
{
    private const string ContentTypesName = "[Content_Types].xml";
    private const int LongestName = 1024;
    private const int BlockSize = 32 << 10;

    /// <summary>What it takes to begin with a part: buffers, an inflater, a reader of XML.</summary>
    private const int StepsPerOpening = 5_000;

    private readonly SourceBytes zip;
    private readonly Dictionary<string, ZipPart> parts;
    private readonly Budget budget;
    private byte[]? block;

    private OfficePackage(SourceBytes zip, Dictionary<string, ZipPart> parts, Budget budget)
    {
        (this.zip, this.parts, this.budget) = (zip, parts, budget);
        ContentTypes = parts.ContainsKey(ContentTypesName) ? ReadContentTypes() : [];
    }

    /// <summary>Content types the package declares; empty for a zip file that is no Office file.</summary>
    public IReadOnlyList<string> ContentTypes { get; }

    /// <summary>What its reading may use.</summary>
    public Budget Budget => budget;

    /// <summary>Names of all parts, without a slash in front.</summary>
    public IEnumerable<string> Names => parts.Keys;

    public static OfficePackage Open(SourceBytes file, Budget budget)
    {
        var byName = new Dictionary<string, ZipPart>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in ZipDirectory.Read(file, budget))
        {
            // Some programs write xl\workbook.xml, which APPNOTE 4.4.17.1 forbids and everybody reads.
            var name = part.Name.Replace('\\', '/');
            if (IsUnsafe(name)) throw new ContentRefusedException(UnsafeName, Shown(name));
            if (part.IsEncrypted) throw new ContentRefusedException(Encrypted);
            if (!name.EndsWith('/') && !byName.TryAdd(name, part)) throw new ContentRefusedException(DuplicateEntry, Shown(name));
        }
        return new(file, byName, budget);
    }

    /// <summary>The parts as they are stored, in the order of the directory, by their names.</summary>
    public IEnumerable<KeyValuePair<string, ZipPart>> Parts => parts;

    /// <summary>The bytes of a part as they are stored, inflated by nobody.</summary>
    public Stream Stored(ZipPart part) => part.OpenStored(zip);

    /// <summary>The text of a part as UTF-8.</summary>
    public XmlBytes OpenText(string name) => XmlBytes.Open(() => OpenBytes(name));

    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>The XML of a part.</summary>
    public PartXml Open(string name) => new(() => OpenBytes(name), name, budget);

    /// <summary>Relationships of a part (of the package for an empty name) by id, targets as part names.</summary>
    public IReadOnlyDictionary<string, Relationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var found = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        if (!Has(name)) return found;
        using var xml = Open(name);
        for (var root = xml.Root(); xml.NextChild(root);)
        {
            if (!xml.Is("Relationship"u8) || xml["Id"u8] is not { } id || xml["Target"u8] is not { } target) continue;
            budget.Spend(slash);
            budget.Hold(128 + 2 * (id.Length + target.Length + slash));
            var isExternal = string.Equals(xml["TargetMode"u8], "External", StringComparison.OrdinalIgnoreCase);
            found.TryAdd(id, new(id, xml["Type"u8] ?? "", isExternal ? target : PartName(part[..slash], target), isExternal));
        }
        return found;
    }

    /// <summary>The bytes of a part, as they are: text or not.</summary>
    public byte[] Bytes(string name)
    {
        using var part = OpenBytes(name, isText: false);
        using var content = new MemoryStream();
        block ??= new byte[BlockSize];
        for (int count; (count = part.Read(block)) > 0;)
        {
            budget.Hold(count);
            if (content.Length + count > budget.Limits.FileBytes) throw new ContentRefusedException(FileTooLarge, Count(budget.Limits.FileBytes / 1_000_000));
            content.Write(block, 0, count);
        }
        return content.ToArray();
    }

    /// <summary>The first bytes of a part.</summary>
    public string Beginning(string name, int length)
    {
        using var part = OpenBytes(name, isText: false);
        var bytes = new byte[length];
        return System.Text.Encoding.ASCII.GetString(bytes, 0, part.ReadAtLeast(bytes, length, throwOnEndOfStream: false));
    }

    private EntryStream OpenBytes(string name, bool isText = true)
    {
        if (!parts.TryGetValue(name, out var part)) throw new ContentRefusedException(Damaged, name);
        budget.Spend(StepsPerOpening);
        return new(part.Open(zip), name, part.StoredBytes, budget, isText);
    }

    private List<string> ReadContentTypes()
    {
        var types = new List<string>();
        using var xml = Open(ContentTypesName);
        for (var root = xml.Root(); xml.NextChild(root);)
        {
            if (xml["ContentType"u8] is not { } type) continue;
            budget.Hold(32 + 2 * type.Length);
            types.Add(type);
        }
        return types;
    }

    private static string PartName(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step is "." or "") continue;
            if (step != "..") steps.Add(step);
            else if (steps.Count > 0) steps.RemoveAt(steps.Count - 1);
        }
        return string.Join('/', steps);
    }

    private static bool IsUnsafe(string name) =>
        name.Length is 0 or > LongestName || name[0] == '/' || name.Contains(':', StringComparison.Ordinal)
        || name.Contains('\0', StringComparison.Ordinal) || name.Split('/').Contains("..");

    private static string Shown(string name) => ThaiText.Cut(name, 80);
}

/// <summary>A relationship of a part.</summary>
internal sealed record Relationship(string Id, string Type, string Target, bool IsExternal)
{
    /// <summary>Whether its type ends in a name; transitional and strict files differ only before that.</summary>
    public bool Is(string type) => Type.EndsWith("/" + type, StringComparison.Ordinal);
}
