using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Tests.Forms;

/// <summary>A Word form as a person fills it in: control by control, without the library's own readers.</summary>
internal sealed class WordFormFile : IDisposable
{
    private readonly MemoryStream bytes;
    private readonly Dictionary<string, SdtElement> controls;

    private WordFormFile(MemoryStream bytes)
    {
        (this.bytes, Document) = (bytes, WordprocessingDocument.Open(bytes, true));
        controls = Document.MainDocumentPart!.Document!.Descendants<SdtElement>()
            .Where(s => s.SdtProperties?.GetFirstChild<Tag>() is not null).ToDictionary(s => s.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!);
    }

    public WordprocessingDocument Document { get; }

    public IEnumerable<string> Tags => controls.Keys;

    public static async Task<WordFormFile> OpenAsync(Form form)
    {
        var written = new MemoryStream();
        await form.WriteWordAsync(written, TestContext.Current.CancellationToken);
        written.Position = 0;
        return new(written);
    }

    public void Type(string tag, string text)
    {
        var control = controls[tag];
        foreach (var prompt in control.SdtProperties!.Elements<ShowingPlaceholder>().ToList()) prompt.Remove();
        var run = control.Descendants<Run>().First();
        foreach (var old in run.Elements().Where(e => e is Text or Break).ToList()) old.Remove();
        foreach (var (line, i) in text.Split('\n').Select((l, i) => (l, i)))
        {
            if (i > 0) run.AppendChild(new Break());
            run.AppendChild(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
    }

    /// <summary>How many texts a control offers.</summary>
    public int ItemsOf(string tag) => controls[tag].Descendants<ListItem>().Count();

    public byte[] Save()
    {
        Document.Dispose();
        return bytes.ToArray();
    }

    public void Dispose() => Document.Dispose();
}
