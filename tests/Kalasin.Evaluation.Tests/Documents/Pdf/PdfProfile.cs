using System.Text;
using System.Xml.Linq;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

/// <summary>
/// Whether a file keeps PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), judged from its bytes alone by the clauses of docs/pdf-conformance.md.
/// A violation starts with its clause, those of PDF/UA after "UA".
/// </summary>
internal sealed class PdfProfile
{
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/", Xmp = "http://ns.adobe.com/xap/1.0/", PdfA = "http://www.aiim.org/pdfa/ns/id/",
        PdfUa = "http://www.aiim.org/pdfua/ns/id/", Pdf = "http://ns.adobe.com/pdf/1.3/", Property = "http://www.aiim.org/pdfa/ns/property#";

    private readonly PdfObjects file;
    private readonly object? catalog;
    private readonly List<string> violations = [];

    private PdfProfile(byte[] bytes)
    {
        file = new(bytes);
        catalog = file.At(file.Trailer, "Root");
    }

    public static IReadOnlyList<string> Violations(byte[] bytes)
    {
        PdfProfile profile;
        try
        {
            profile = new(bytes);
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or ArgumentException or InvalidDataException)
        {
            return [$"6.1.6–6.1.9 {e.Message}"];
        }
        // What is not where it should be can't be judged.
        if (profile.file.Violations.Count == 0) profile.Judge();
        return [.. profile.file.Violations.Concat(profile.violations).Distinct(StringComparer.Ordinal)];
    }

    private void Judge()
    {
        File();
        Catalog();
        Metadata();
        foreach (var (id, value) in file.All) PdfKeys.Judge(id, value, file, violations);
        var pages = ((List<object>)file.At(catalog, "Pages", "Kids")!).Select(p => (Reference: (PdfReference)p, Page: (Dictionary<string, object>)file.Resolve(p)!)).ToList();
        var fonts = new Dictionary<string, PdfFontFacts>(StringComparer.Ordinal);
        foreach (var (name, font) in (Dictionary<string, object>)file.At(pages[0].Page, "Resources", "Font")!) fonts[name] = new(file.Resolve(font)!, file, violations);
        var marks = pages.Select((p, i) => new PdfContentFacts(i + 1, p.Page, fonts, file, violations).Marks).ToList();
        new PdfStructureFacts(file, catalog, pages, marks, violations).Judge();
        for (var i = 0; i < pages.Count; i++) Links(i + 1, pages[i].Page);
        Outline();
    }

    private void Require(bool holds, string violation)
    {
        if (!holds) violations.Add(violation);
    }

    private void File()
    {
        var id = file.At(file.Trailer, "ID") as List<object>;
        Require(id is [PdfString { Bytes.Length: 16 }, PdfString { Bytes.Length: 16 }], "6.1.3 no file identifier");
        Require(!file.Trailer.ContainsKey("Encrypt"), "6.1.3 encrypted");
        foreach (var (number, value) in file.All)
        {
            foreach (var dictionary in Dictionaries(value))
            {
                foreach (var text in dictionary.Values.OfType<PdfString>()) Require(text.Bytes.Length < 32_768, $"6.1.13 object {number} has a string that is too long");
                Require(!dictionary.ContainsKey("Metadata") || ReferenceEquals(dictionary, catalog), $"6.6.2 object {number} has metadata of its own");
                var action = dictionary.GetValueOrDefault("S") is PdfName { Value: var s } && dictionary.GetValueOrDefault("Type") is PdfName { Value: "Action" } ? s : null;
                Require(action is null or "URI", $"6.5 object {number} does {action}");
                Require(!dictionary.ContainsKey("AA") && !dictionary.ContainsKey("JS"), $"6.5 object {number} has scripts");
            }
            if (value is not PdfStream stream) continue;
            var filter = stream.Entries.GetValueOrDefault("Filter");
            Require(filter is null or PdfName { Value: "FlateDecode" or "DCTDecode" } && !stream.Entries.ContainsKey("F"), $"6.1.7.2 stream {number} has a filter or a file that is not allowed");
            if (stream.Entries.GetValueOrDefault("Subtype") is not PdfName { Value: "Image" or "Form" or "PS" } kind) continue;
            Require(kind.Value == "Image", $"6.2.9 stream {number} is a {kind.Value}");
            Require(!stream.Entries.ContainsKey("Alternates") && !stream.Entries.ContainsKey("OPI") && stream.Entries.GetValueOrDefault("Interpolate") is not true, $"6.2.8 image {number}");
            Require(!stream.Entries.ContainsKey("SMask") && !stream.Entries.ContainsKey("SMaskInData"), $"6.2.10 image {number} is transparent");
            Require(stream.Entries.GetValueOrDefault("ColorSpace") is PdfName { Value: "DeviceRGB" or "DeviceGray" }, $"6.2.3 image {number} has colours that the intent does not cover");
        }
    }

    private void Catalog()
    {
        Require(file.At(catalog, "MarkInfo", "Marked") is true, "6.7.2 not marked");
        Require(file.At(catalog, "StructTreeRoot") is Dictionary<string, object>, "6.7.2 no structure");
        Require(file.At(catalog, "Lang") is PdfString { Text: var language } && language.Split('-').All(p => p.Length is >= 2 and <= 8 && p.All(char.IsAsciiLetterOrDigit)), "6.7.4 no language");
        Require(file.At(catalog, "ViewerPreferences", "DisplayDocTitle") is true, "UA 7.1 the title is not shown");
        Require(file.At(catalog, "AcroForm") is null, "6.4 a form");
        Require(file.At(catalog, "Perms") is null, "6.1.12 permissions");
        foreach (var key in (string[])["OCProperties", "Names", "Requirements", "Collection", "AF"]) Require(file.At(catalog, key) is null, $"6.8 the catalog has {key}");
        foreach (var key in (string[])["OpenAction", "AA"]) Require(file.At(catalog, key) is null, $"6.5 the catalog has {key}");
        var intent = file.At(catalog, "OutputIntents", 0);
        var profile = file.At(intent, "DestOutputProfile") as PdfStream;
        Require(file.At(intent, "S") is PdfName { Value: "GTS_PDFA1" } && profile is not null, "6.2.3 no output intent");
        if (profile?.Bytes() is { } icc)
            Require(icc.Length > 128 && Encoding.ASCII.GetString(icc, 12, 8) == "mntrRGB " && Encoding.ASCII.GetString(icc, 36, 4) == "acsp" && file.At(profile, "N") is 3.0, "6.2.3 the profile is not one of RGB");
    }

    private void Metadata()
    {
        XDocument xmp;
        try
        {
            var stream = (PdfStream)file.At(catalog, "Metadata")!;
            Require(!stream.Entries.ContainsKey("Filter"), "6.6.2 packed metadata");
            xmp = XDocument.Parse(Encoding.UTF8.GetString(stream.Bytes()).Trim('\uFEFF', ' ', '\n'));
        }
        catch (Exception e) when (e is InvalidCastException or NullReferenceException or System.Xml.XmlException)
        {
            violations.Add("6.6.2 no metadata");
            return;
        }
        string? Value(XName name) => xmp.Descendants(name).SingleOrDefault()?.Value.Trim();
        Require((Value(PdfA + "part"), Value(PdfA + "conformance")) == ("2", "A"), "6.6.2 no claim of PDF/A-2a");
        Require(Value(PdfUa + "part") == "1", "UA 5 no claim of PDF/UA-1");
        Require(xmp.Descendants().Any(e => e.Name.LocalName == "namespaceURI" && e.Value == PdfUa.NamespaceName) && xmp.Descendants(Property + "name").Any(e => e.Value == "part"), "6.6.2 no extension schema");
        Require(Value(Dc + "title") is { Length: > 0 }, "UA 7.1 no title");
        var info = file.At(file.Trailer, "Info");
        foreach (var (key, name) in ((string, XName)[])[("Title", Dc + "title"), ("Author", Dc + "creator"), ("Subject", Dc + "description"), ("Producer", Pdf + "Producer")])
            Require((file.At(info, key) as PdfString)?.Text == Value(name), $"6.6.3 {key} is another in the metadata");
        foreach (var (key, name) in ((string, XName)[])[("CreationDate", Xmp + "CreateDate"), ("ModDate", Xmp + "ModifyDate")])
            Require((file.At(info, key) as PdfString)?.Text[2..10] == Value(name)?[..10].Replace("-", ""), $"6.6.3 {key} is another in the metadata");
    }

    private void Links(int number, Dictionary<string, object> page)
    {
        Require(file.At(page, "Tabs") is PdfName { Value: "S" }, $"UA 7.18 page {number} is not tabbed through by its structure");
        foreach (var link in file.At(page, "Annots") as List<object> ?? [])
        {
            Require(file.At(link, "Subtype") is PdfName { Value: "Link" }, $"6.3 page {number} has an annotation that is no link");
            Require(file.At(link, "F") is 4.0, $"6.3 a link of page {number} is not printed");
            Require(file.At(link, "Contents") is PdfString { Bytes.Length: > 2 }, $"UA 7.18 a link of page {number} has no words");
            Require(file.At(link, "Dest") is List<object> || file.At(link, "A", "URI") is PdfString { Text: var uri } && Uri.TryCreate(uri, UriKind.Absolute, out var to) && to.Scheme is "http" or "https" or "mailto", $"6.5 a link of page {number} leads nowhere");
        }
    }

    private void Outline()
    {
        var titles = new List<string>();
        for (var item = file.At(catalog, "Outlines", "First"); item is not null; item = Following(item)) titles.Add((file.At(item, "Title") as PdfString)?.Text ?? "");
        var headings = file.All.Values.Count(v => file.At(v, "Type") is PdfName { Value: "StructElem" } && file.At(v, "S") is PdfName { Value: ['H', >= '1' and <= '6'] });
        Require(titles.Count == headings && !titles.Contains(""), "UA 7.17 the outline does not follow the headings");

        object? Following(object? item)
        {
            if (file.At(item, "First") is { } child) return child;
            while (item is not null && file.At(item, "Next") is null) item = file.At(item, "Parent");
            return file.At(item, "Next");
        }
    }

    private static IEnumerable<Dictionary<string, object>> Dictionaries(object value) => value switch
    {
        Dictionary<string, object> d => [d, .. d.Values.SelectMany(Dictionaries)],
        List<object> a => a.SelectMany(Dictionaries),
        PdfStream s => Dictionaries(s.Entries),
        _ => [],
    };
}
