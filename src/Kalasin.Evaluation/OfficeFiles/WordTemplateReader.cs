using System.Collections.Immutable;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Word;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.OfficeFiles.OfficeFileFindings;

namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>
/// Reads a Word template of an office. Taken are its styles, margins, headers and footers of the last section, and theme; whether a sound file
/// comes of it is tried before it is accepted.
/// </summary>
internal static class WordTemplateReader
{
    private const double TwipsPerMillimetre = 1440 / 25.4;
    private const double LeastAcross = 80, LeastDown = 100;
    private const int PageShort = 11906, PageLong = 16838, PageTolerance = 60;

    // Word itself has some four hundred; each is compared with the others.
    private const int MostStyles = 2_000;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Fields that show what the document knows of itself; none of them fetches or runs anything.</summary>
    private static readonly ImmutableHashSet<string> Fields = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "STYLEREF", "TITLE", "SUBJECT", "AUTHOR", "DATE", "SAVEDATE", "CREATEDATE", "HYPERLINK");

    /// <summary>What a header may hold beside text: an element that names a part or runs something is none of it.</summary>
    private static readonly ImmutableHashSet<string> Refused = ["object", "control", "altChunk", "subDoc", "OLEObject", "script", "movie", "attachedTemplate"];

    /// <summary>Reads a template.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">Its name, for findings.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The template, <see langword="null"/> where it is refused, and what was found.</returns>
    public static async Task<(WordTemplate? Template, ImmutableArray<Finding> Findings)> ReadAsync(
        ReadOnlyMemory<byte> file, string name, CancellationToken cancellationToken = default)
    {
        var place = Place.InFile(name);
        var found = ImmutableArray.CreateBuilder<Finding>();
        try
        {
            var template = Taken(WordFile.Open(file, cancellationToken), place, found);
            if (await UnsoundAsync(template, cancellationToken) is { } part) return (null, [NotSound.At(place, part)]);
            if (template.StylesFor(Theme.Official, "th-TH").Missing is { IsEmpty: false } missing) found.Add(StylesMissing.At(place, string.Join(", ", missing)));
            return (template, found.ToImmutable());
        }
        catch (ContentRefusedException refused)
        {
            return (null, [refused.At(place)]);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or System.Xml.XmlException)
        {
            return (null, [FileFindings.Damaged.At(place, "zip")]);
        }
    }

    /// <summary>A template that was accepted before; <see langword="null"/> where it is none.</summary>
    public static WordTemplate? Accepted(ReadOnlyMemory<byte> file)
    {
        try
        {
            return Taken(WordFile.Open(file, CancellationToken.None), Place.Nowhere, ImmutableArray.CreateBuilder<Finding>());
        }
        catch (Exception refused) when (refused is ContentRefusedException or InvalidDataException or EndOfStreamException or System.Xml.XmlException)
        {
            return null;
        }
    }

    private static WordTemplate Taken(WordFile file, Place place, ImmutableArray<Finding>.Builder found)
    {
        var relationships = file.RelationshipsOf(file.Main);
        var styles = PartOf(relationships, "styles") is { } stylesName && file.Has(stylesName) ? file.Xml(stylesName) : new XElement(W + "styles");
        if (styles.Elements().Count() > MostStyles) throw new ContentRefusedException(FileFindings.TooMuchWork);
        if (styles.Name != W + "styles") throw new ContentRefusedException(NotSound, "styles");
        var body = file.Xml(file.Main).Element(W + "body") ?? throw new ContentRefusedException(NotWord);
        var section = body.Elements(W + "sectPr").LastOrDefault() ?? new XElement(W + "sectPr");
        var page = PageOf(section);
        if (section.Element(W + "pgSz") is { } size && !IsA4(size)) found.Add(NotA4.At(place));
        var leftOut = LeftOut(file, relationships, styles, body, section).ToList();
        var headers = HeadersOf(file, relationships, section).ToImmutableArray();
        ImmutableArray<byte>? theme = null;
        if (PartOf(relationships, "theme") is { } themeName && file.Has(themeName))
        {
            if (file.RelationshipsOf(themeName).Count > 0) leftOut.Add(new("ภาพพื้นของธีม", "pictures of its theme"));
            else if (file.Xml(themeName) is not null) theme = [.. file.Bytes(themeName)];
        }
        if (leftOut.Count > 0) found.Add(OfficeFileFindings.LeftOut.At(place, new BilingualText(string.Join(", ", leftOut.Select(l => l.Thai)), string.Join(", ", leftOut.Select(l => l.English)))));
        return new(styles, page, headers, theme);
    }

    private static string? PartOf(IReadOnlyDictionary<string, Relationship> relationships, string type) =>
        relationships.Values.FirstOrDefault(r => r.Is(type) && !r.IsExternal)?.Target;

    private static TemplatePage PageOf(XElement section)
    {
        var margins = section.Element(W + "pgMar");
        var (official, landscape) = (Margins.Official, (string?)section.Element(W + "pgSz")?.Attribute(W + "orient") == "landscape");
        var read = new Margins(
            Of("top", official.Top), Of("right", official.Right), Of("bottom", official.Bottom), Of("left", official.Left) + Of("gutter", 0));
        // A wide template is turned, as a printer turns it.
        if (landscape) read = new(read.Left, read.Top, read.Right, read.Bottom);
        if (210 - read.Left - read.Right < LeastAcross || 297 - read.Top - read.Bottom < LeastDown || 210 - read.Top - read.Bottom < LeastAcross)
            throw new ContentRefusedException(NoRoom);
        return new(read, Twips("header", 567), Twips("footer", 567), section.Element(W + "titlePg") is { } first && (string?)first.Attribute(W + "val") is not ("0" or "false" or "off"));

        double Of(string side, double otherwise) => margins?.Attribute(W + side) is { } value && int.TryParse(value.Value, out var twips) ? Math.Min(Math.Abs((double)twips), 20_000) / TwipsPerMillimetre : otherwise;
        int Twips(string side, int otherwise) => margins?.Attribute(W + side) is { } value && int.TryParse(value.Value, out var twips) && twips is >= 0 and < 5_000 ? twips : otherwise;
    }

    private static bool IsA4(XElement size)
    {
        return int.TryParse((string?)size.Attribute(W + "w"), out var width) && int.TryParse((string?)size.Attribute(W + "h"), out var height)
            && Math.Abs(Math.Min(width, height) - PageShort) <= PageTolerance && Math.Abs(Math.Max(width, height) - PageLong) <= PageTolerance;
    }

    private static IEnumerable<BilingualText> LeftOut(
        WordFile file, IReadOnlyDictionary<string, Relationship> relationships, XElement styles, XElement body, XElement section)
    {
        if (body.Descendants(W + "t").Any(t => t.Value.Trim().Length > 0) || body.Descendants(W + "drawing").Any()) yield return new("ข้อความและภาพในเนื้อแม่แบบ", "text and pictures in its body");
        if (styles.Descendants(W + "numPr").Any()) yield return new("ลำดับเลขของลักษณะ", "numbering of its styles");
        if (PartOf(relationships, "fontTable") is { } fonts && file.Has(fonts) && file.RelationshipsOf(fonts).Count > 0) yield return new("แบบอักษรที่ฝังไว้", "embedded fonts");
        if (section.Elements().Any(e => (e.Name == W + "headerReference" || e.Name == W + "footerReference") && (string?)e.Attribute(W + "type") == "even"))
            yield return new("หัวและท้ายกระดาษของหน้าคู่", "headers and footers of even pages");
        if (section.Element(W + "pgBorders") is not null) yield return new("เส้นกรอบหน้ากระดาษ", "page borders");
        if (section.Element(W + "cols")?.Attribute(W + "num") is { Value: not "1" }) yield return new("การแบ่งคอลัมน์", "columns");
    }

    private static IEnumerable<TemplateHeader> HeadersOf(WordFile file, IReadOnlyDictionary<string, Relationship> relationships, XElement section)
    {
        foreach (var reference in section.Elements().Where(e => e.Name == W + "headerReference" || e.Name == W + "footerReference"))
        {
            var type = (string?)reference.Attribute(W + "type") ?? "default";
            if (type == "even" || !relationships.TryGetValue((string?)reference.Attribute(R + "id") ?? "", out var target) || !file.Has(target.Target)) continue;
            var root = file.Xml(target.Target);
            var pictures = ImmutableArray.CreateBuilder<TemplatePicture>();
            var links = ImmutableArray.CreateBuilder<(string, string)>();
            foreach (var relationship in file.RelationshipsOf(target.Target).Values)
            {
                if (relationship.Is("image")) pictures.Add(PictureOf(file, relationship));
                else if (relationship.Is("hyperlink") && relationship.IsExternal && Uri.TryCreate(relationship.Target, UriKind.Absolute, out _)) links.Add((relationship.Id, relationship.Target));
                else throw new ContentRefusedException(NotTaken, relationship.Type[(relationship.Type.LastIndexOf('/') + 1)..]);
            }
            if (FieldNames.Of(root).FirstOrDefault(f => !Fields.Contains(f)) is { } field) throw new ContentRefusedException(NotTaken, ThaiText.Cut(field, 40));
            if (root.Descendants().FirstOrDefault(e => Refused.Contains(e.Name.LocalName)) is { } object_) throw new ContentRefusedException(NotTaken, object_.Name.LocalName);
            yield return new(reference.Name == W + "headerReference", type == "first", root, pictures.ToImmutable(), links.ToImmutable());
        }
    }

    private static TemplatePicture PictureOf(WordFile file, Relationship relationship)
    {
        ImmutableArray<byte> bytes = [.. file.Has(relationship.Target) ? file.Bytes(relationship.Target) : []];
        return PictureSize.Read(bytes.AsSpan()) is { } size
            ? new(relationship.Id, size.IsPng ? "png" : "jpeg", size.IsPng ? "image/png" : "image/jpeg", bytes)
            : throw new ContentRefusedException(NotTaken, relationship.Target);
    }

    /// <summary>The part that Word's own rules find fault with in a small document of this template; <see langword="null"/> where none is.</summary>
    private static async Task<string?> UnsoundAsync(WordTemplate template, CancellationToken cancellationToken)
    {
        var trial = new ReportDocument("ก", new(2024, 5, 15), [new([new Heading(1, "ก"), new Paragraph("ก"), new Table([new(1)], [TableRow.Of("ก")], [TableRow.Of("ก")])])])
        {
            Stationery = new(null) { Template = template },
        };
        using var bytes = new MemoryStream();
        await trial.WriteAsync(bytes, ReportFormat.Word, cancellationToken);
        bytes.Position = 0;
        using var file = WordprocessingDocument.Open(bytes, false);
        foreach (var version in (FileFormatVersions[])[FileFormatVersions.Office2013, FileFormatVersions.Microsoft365])
            if (new OpenXmlValidator(version).Validate(file, cancellationToken).FirstOrDefault() is { } error) return error.Part?.Uri.ToString().TrimStart('/') ?? "word";
        return null;
    }
}
