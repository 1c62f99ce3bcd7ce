using System.Text;
using Kalasin.Evaluation.Documents.Opc;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Remarks;

/// <summary>A package with some of its parts edited and some added; what isn't touched is copied as it is stored.</summary>
internal sealed class EditedPackage(OfficePackage package)
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string TypesNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string RelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly OrderedDictionary<string, PackedBytes> written = new(StringComparer.OrdinalIgnoreCase);
    private readonly StringBuilder types = new();
    private int next = 901;

    /// <summary>The package as it came.</summary>
    public OfficePackage Original => package;

    /// <summary>A name that no part has: the next number from 901 on that is free.</summary>
    public string NameFor(Func<int, string> name)
    {
        for (; ; next++)
            if (name(next) is var free && !package.Has(free) && !written.ContainsKey(free)) return free;
    }

    /// <summary>Puts edits of a part in.</summary>
    public void Edit(string part, PartEdits edits)
    {
        if (!edits.IsEmpty) written[part] = Held(edits.Apply());
    }

    /// <summary>Adds a part, or puts another in the place of one.</summary>
    public void Add(string part, string contentType, string content)
    {
        written[part] = Held(PackedBytes.Of(Encoding.UTF8.GetBytes(content)));
        if (!package.Has(part)) types.Append($"<Override xmlns=\"{TypesNamespace}\" PartName=\"/{XmlText.Escape(part)}\" ContentType=\"{contentType}\"/>");
    }

    /// <summary>Lets a part lead to others.</summary>
    /// <param name="part">From which.</param>
    /// <param name="targets">Ids that it doesn't have, types, and names of parts.</param>
    public void Relate(string part, IReadOnlyList<(string Id, string Type, string Target)> targets)
    {
        if (targets.Count == 0) return;
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var added = string.Concat(targets.Select(t =>
            $"<Relationship xmlns=\"{RelationshipsNamespace}\" Id=\"{t.Id}\" Type=\"{XmlText.Escape(t.Type)}\" Target=\"/{XmlText.Escape(t.Target)}\"/>"));
        if (!package.Has(name)) written[name] = PackedBytes.Of(Encoding.UTF8.GetBytes($"{XmlText.Declaration}<Relationships xmlns=\"{RelationshipsNamespace}\">{added}</Relationships>"));
        else Edit(name, AtEnd(name, added, RelationshipsNamespace));
    }

    /// <summary>Writes the package.</summary>
    public async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        if (types.Length > 0) Edit(ContentTypes, AtEnd(ContentTypes, types.ToString(), TypesNamespace));
        // All is looked at before the first byte is written.
        foreach (var (name, part) in package.Parts) Check(name, part);
        var zip = new ZipFile(target);
        foreach (var (name, part) in package.Parts)
        {
            if (written.Remove(name, out var edited)) await zip.AddAsync(name, edited, cancellationToken);
            else await CopyAsync(zip, name, part, cancellationToken);
        }
        foreach (var (name, bytes) in written) await zip.AddAsync(name, bytes, cancellationToken);
        await zip.FinishAsync(cancellationToken);
    }

    private PackedBytes Held(PackedBytes bytes)
    {
        package.Budget.Hold(bytes.Deflated.Length);
        return bytes;
    }

    private void Check(string name, ZipPart part)
    {
        using var stored = package.Stored(part);
        if (part.Method is not (0 or 8) || part.Claimed.Length > uint.MaxValue || part.StoredBytes > uint.MaxValue)
            throw new ContentRefusedException(FileFindings.Damaged, name);
    }

    private async Task CopyAsync(ZipFile zip, string name, ZipPart part, CancellationToken cancellationToken)
    {
        using var stored = package.Stored(part);
        await zip.CopyAsync(name, new((ushort)part.Method, part.Claimed.Crc32, (uint)part.StoredBytes, (uint)part.Claimed.Length), stored, cancellationToken);
    }

    private PartEdits AtEnd(string part, string added, string space)
    {
        var edits = new PartEdits(package, part);
        using var xml = package.Open(part);
        var root = xml.Root();
        if (root.IsEmpty) edits.Replace(xml.At, xml.EndAt, $"<{xml.Name} xmlns=\"{space}\">{added}</{xml.Name}>");
        else
        {
            while (xml.NextChild(root)) xml.Pass();
            edits.Insert(xml.At, added);
        }
        return edits;
    }
}
