using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kalasin.Evaluation.Forms;
using Kalasin.Evaluation.Returns;

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

    /// <summary>Types a return into its controls.</summary>
    public void Fill(Return read, AwardRules rules)
    {
        var tag = $"kalasin.{read.Indicator}.";
        var schema = rules.Framework[read.Indicator].Register;
        Type(tag + "status.reported", "☒");
        Type(tag + "asOf", FormText.Of(read.DataAsOf!.Value));
        foreach (var (id, value) in read.Facts)
        {
            var fact = schema.Facts.Single(f => f.Id == id);
            Type($"{tag}facts.{id}", FormText.Of(value, new(id, fact.Label, fact.Type) { Options = fact.Options }, rules));
        }
        foreach (var row in read.Rows)
            foreach (var (id, value) in row.Values)
                if (Tags.Contains($"{tag}rows.{row.Number}.{id}")) Type($"{tag}rows.{row.Number}.{id}", FormText.Of(value, schema.Find(id)!, rules));
        Type(tag + "narrative.Results", read.Narrative.Results);
        Type(tag + "narrative.SuccessFactors", read.Narrative.SuccessFactors);
        Type(tag + "narrative.Obstacles", read.Narrative.Obstacles);
        Type(tag + "narrative.Suggestions", read.Narrative.Suggestions);
        foreach (var piece in read.Evidence)
        {
            var at = $"{tag}evidence.{piece.Number}.";
            Type(at + EvidenceField.Title, piece.Title);
            if (piece.Date is { } day) Type(at + EvidenceField.Date, FormText.Of(day));
            Type(at + EvidenceField.Rows, piece.Rows!);
            Type(at + EvidenceField.Kind, piece.Kind!);
            Type(at + EvidenceField.Location, piece.Location!);
            if (piece.Pages is { } pages) Type(at + EvidenceField.Pages, $"{pages}");
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
