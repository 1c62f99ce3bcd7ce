using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.OfficeFiles.OfficeFileFindings;

namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>
/// The form of the giver of the award, filled: what its content controls ask for by tag or title stands in them, and everything else of the file is
/// as it was, byte for byte.
/// </summary>
internal static class GivenForm
{
    private const int LargestPart = 32 << 20;
    private const string ImageType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
    private const string RelationshipsHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

    /// <summary>Fills a form.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">Its name, for findings.</param>
    /// <param name="fields">All that it may ask for.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static FilledForm Fill(ReadOnlyMemory<byte> file, string name, FormFields fields, CancellationToken cancellationToken = default)
    {
        var place = Place.InFile(name);
        try
        {
            return Filled(file, WordFile.Open(file, cancellationToken), fields, place);
        }
        catch (ContentRefusedException refused)
        {
            return FilledForm.Not(refused.At(place));
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or System.Xml.XmlException)
        {
            return FilledForm.Not(FileFindings.Damaged.At(place, "zip"));
        }
    }

    private static FilledForm Filled(ReadOnlyMemory<byte> file, WordFile word, FormFields fields, Place place)
    {
        var filling = new FormFilling(fields, place);
        var changed = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var types = new StringBuilder();
        var hasControl = false;
        foreach (var part in PartsOf(word))
        {
            // Once through the reader with limits; what it lets pass is well-formed.
            word.Xml(part);
            var bytes = word.Bytes(part);
            if (bytes.Length > LargestPart) throw new ContentRefusedException(FileFindings.TooMuchWork);
            var root = MarkedElement.Read(TextOf(bytes, part));
            hasControl |= root.Descendants().Select(FormControl.Of).OfType<FormControl>().Any(c => c.Names.Any());
            var pictures = new PartPictures(Path.GetFileNameWithoutExtension(part));
            var text = filling.Fill(root, pictures);
            if (!ReferenceEquals(text, root.Part)) changed[part] = Encoding.UTF8.GetBytes(text);
            AddPictures(word, part, pictures, changed, types);
        }
        if (!hasControl) return FilledForm.Not(NothingToFill.At(place));
        if (types.Length > 0) changed[ContentTypes] = Encoding.UTF8.GetBytes(Before(TextOf(word.Bytes(ContentTypes), ContentTypes), "</Types>", types.ToString()));
        return new(Written(file, changed), filling.Filled, filling.Unfilled, filling.Findings);
    }

    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>The main part, and its headers and footers.</summary>
    private static IEnumerable<string> PartsOf(WordFile word) =>
        word.RelationshipsOf(word.Main).Values.Where(r => !r.IsExternal && (r.Is("header") || r.Is("footer")) && word.Has(r.Target))
            .Select(r => r.Target).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Prepend(word.Main);

    private static void AddPictures(WordFile word, string part, PartPictures pictures, Dictionary<string, byte[]> changed, StringBuilder types)
    {
        if (pictures.All.Count == 0) return;
        var slash = part.LastIndexOf('/') + 1;
        var (folder, name) = (part[..slash], $"{part[..slash]}_rels/{part[slash..]}.rels");
        var relationships = new StringBuilder();
        foreach (var (id, target, size, bytes) in pictures.All)
        {
            relationships.Append($"<Relationship Id=\"{id}\" Type=\"{ImageType}\" Target=\"{target}\"/>");
            types.Append($"<Override PartName=\"/{folder}{target}\" ContentType=\"image/{(size.IsPng ? "png" : "jpeg")}\"/>");
            changed[folder + target] = [.. bytes];
        }
        changed[name] = Encoding.UTF8.GetBytes(Before(word.Has(name) ? TextOf(word.Bytes(name), name) : RelationshipsHead, "</Relationships>", relationships.ToString()));
    }

    private static string Before(string text, string end, string added) =>
        text.LastIndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? text.Insert(at, added) : throw new ContentRefusedException(FileFindings.Damaged, end);

    private static string TextOf(byte[] bytes, string part)
    {
        if (bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..]) throw new ContentRefusedException(FileFindings.Damaged, part);
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new ContentRefusedException(FileFindings.Damaged, part);
        }
    }

    /// <summary>The file with some parts changed or added; what isn't named is copied as it is compressed.</summary>
    private static ImmutableArray<byte> Written(ReadOnlyMemory<byte> file, Dictionary<string, byte[]> changed)
    {
        var bytes = new MemoryStream();
        bytes.Write(file.Span);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var time = zip.Entries.Count > 0 ? zip.Entries[0].LastWriteTime : default;
            foreach (var (name, content) in changed)
            {
                var entry = zip.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/') == name) ?? zip.CreateEntry(name);
                using (var stream = entry.Open())
                {
                    stream.SetLength(0);
                    stream.Write(content);
                }
                entry.LastWriteTime = time;
            }
        }
        return [.. bytes.ToArray()];
    }
}

/// <summary>A form that was filled.</summary>
/// <param name="File">The file; empty where it was refused.</param>
/// <param name="Filled">Tags that were filled.</param>
/// <param name="Unfilled">Tags that there is nothing for yet.</param>
/// <param name="Findings">What was found.</param>
internal sealed record FilledForm(ImmutableArray<byte> File, ImmutableArray<string> Filled, ImmutableArray<string> Unfilled, ImmutableArray<Finding> Findings)
{
    /// <summary>Whether the form was refused.</summary>
    public bool IsRefused => File.IsEmpty;

    /// <summary>A form that isn't filled, and why.</summary>
    public static FilledForm Not(Finding why) => new([], [], [], [why]);
}
