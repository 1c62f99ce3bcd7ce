namespace Kalasin.Evaluation.Documents.Opc;

/// <summary>
/// A package of parts and relationships (ISO/IEC 29500-2) that becomes a zip file with fixed times, in the order the parts
/// were added: same parts, same bytes. The target stream is written once from front to back.
/// </summary>
internal sealed class OpcPackage
{
    private const string ContentTypesNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string RelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string RelationshipsType = "application/vnd.openxmlformats-package.relationships+xml";

    private readonly List<(string Name, string ContentType, Task<PackedBytes> Bytes, Relationships? Relationships)> parts = [];

    /// <summary>Relationships of the package itself.</summary>
    public Relationships Root { get; } = new();

    /// <summary>Adds a part.</summary>
    /// <param name="name">Path without a leading slash.</param>
    /// <param name="contentType">Media type.</param>
    /// <param name="bytes">Content.</param>
    /// <param name="relationships">What the part leads to; read when the package is written.</param>
    public void Add(string name, string contentType, PackedBytes bytes, Relationships? relationships = null) =>
        parts.Add((name, contentType, Task.FromResult(bytes), relationships));

    /// <summary>Adds a part that is made beside the others.</summary>
    /// <param name="name">Path without a leading slash.</param>
    /// <param name="contentType">Media type.</param>
    /// <param name="make">Makes its content; what it reads is not changed any more.</param>
    /// <param name="relationships">What the part leads to; read when the package is written.</param>
    public void Add(string name, string contentType, Func<PackedBytes> make, Relationships? relationships = null) =>
        parts.Add((name, contentType, Task.Run(make), relationships));

    /// <summary>Writes the zip file.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        var zip = new ZipFile(stream);
        await AddAsync("[Content_Types].xml", ContentTypes());
        await AddAsync("_rels/.rels", Pack(Root));
        foreach (var (name, _, bytes, relationships) in parts)
        {
            await AddAsync(name, await bytes);
            if (relationships is not { All.Count: > 0 }) continue;
            var slash = name.LastIndexOf('/') + 1;
            await AddAsync($"{name[..slash]}_rels/{name[slash..]}.rels", Pack(relationships));
        }
        await zip.FinishAsync(cancellationToken);

        async Task AddAsync(string name, PackedBytes bytes)
        {
            await zip.AddAsync(name, bytes, cancellationToken);
            bytes.GiveBack();
        }
    }

    private PackedBytes ContentTypes() => PackedBytes.OnceSpelt(xml =>
    {
        xml.Write($"<Types xmlns=\"{ContentTypesNamespace}\"><Default Extension=\"rels\" ContentType=\"{RelationshipsType}\" />");
        foreach (var (name, contentType, _, _) in parts)
            xml.Write($"<Override PartName=\"/{XmlText.Escape(name)}\" ContentType=\"{XmlText.Escape(contentType)}\" />");
        xml.Write("</Types>"u8);
    });

    private static PackedBytes Pack(Relationships relationships) => PackedBytes.OnceSpelt(xml =>
    {
        xml.Write($"<Relationships xmlns=\"{RelationshipsNamespace}\">");
        foreach (var (id, type, target, external) in relationships.All)
        {
            xml.Write($"<Relationship Id=\"{id}\" Type=\"{type}\" Target=\"{XmlText.Escape(target)}\"");
            xml.Write(external ? " TargetMode=\"External\" />"u8 : " />"u8);
        }
        xml.Write("</Relationships>"u8);
    });
}
