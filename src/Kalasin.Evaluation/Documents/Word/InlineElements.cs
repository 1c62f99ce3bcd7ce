using System.Buffers;
using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Opc;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>Inlines as runs, hyperlinks and fields of one part.</summary>
internal sealed class InlineElements(Numbers numbers, Relationships relationships)
{
    private static readonly SearchValues<char> WordsOwn = SearchValues.Create("\t\n\r");

    // By bold and italic.
    private readonly string?[] faces = new string?[4];

    /// <summary>Writes pieces as they are; what is more than a run of text is made as elements first.</summary>
    public void Write(RentedStream xml, ImmutableArray<Inline> content, bool bold)
    {
        foreach (var piece in content)
        {
            if (piece is Run run && !run.Text.AsSpan().ContainsAny(WordsOwn)) WriteText(xml, run.Text, SpeltFace(bold || run.Bold, run.Italic));
            else WriteElements(xml, piece, bold);
        }
    }

    /// <summary>Writes a text in the face of its paragraph.</summary>
    public static void Write(RentedStream xml, string text, Numbers numbers)
    {
        if (!text.AsSpan().ContainsAny(WordsOwn))
        {
            WriteText(xml, text, face: "");
            return;
        }
        var paragraph = new W.Paragraph();
        AppendText(paragraph, text);
        WriteElements(xml, paragraph, numbers);
    }

    private void WriteElements(RentedStream xml, Inline piece, bool bold)
    {
        var paragraph = new W.Paragraph();
        Append(paragraph, [piece], bold);
        WriteElements(xml, paragraph, numbers);
    }

    private static void WriteElements(RentedStream xml, W.Paragraph paragraph, Numbers numbers)
    {
        foreach (var element in paragraph) xml.Write(numbers.Spelling.Of(element));
    }

    private string SpeltFace(bool bold, bool italic) =>
        faces[(bold ? 2 : 0) + (italic ? 1 : 0)] ??= Face(bold, italic) is { } face ? numbers.Spelling.Of(face) : "";

    private static void WriteText(RentedStream xml, string text, string face)
    {
        if (text.Length == 0) return;
        xml.Write("<w:r>"u8);
        xml.Write(face);
        xml.Write("<w:t xml:space=\"preserve\">"u8);
        XmlText.Write(xml, text);
        xml.Write("</w:t></w:r>"u8);
    }

    /// <summary>Appends the pieces to a paragraph.</summary>
    public void Append(W.Paragraph paragraph, IEnumerable<Inline> content, bool bold = false)
    {
        foreach (var piece in content)
        {
            switch (piece)
            {
                case Run run: AppendText(paragraph, run.Text, Face(bold || run.Bold, run.Italic)); break;
                case LineBreak: paragraph.AppendChild(new W.Run(new W.Break())); break;
                case Link link: AppendLink(paragraph, link, bold); break;
                case Field field: AppendField(paragraph, field.Kind, Face(bold, italic: false)); break;
            }
        }
    }

    /// <summary>Appends text; tabs and line ends inside it become Word's own.</summary>
    public static void AppendText(OpenXmlElement parent, string text, W.RunProperties? face = null)
    {
        if (text.Length == 0) return;
        var run = new W.Run();
        if (face is not null) run.RunProperties = face;
        var clean = ValidXml.Of(text);
        var start = 0;
        for (var i = 0; i <= clean.Length; i++)
        {
            if (i < clean.Length && clean[i] is not ('\t' or '\n' or '\r')) continue;
            if (i > start) run.AppendChild(new W.Text(clean[start..i]) { Space = SpaceProcessingModeValues.Preserve });
            start = i + 1;
            if (i == clean.Length) break;
            if (clean[i] == '\t') run.AppendChild(new W.TabChar());
            else if (clean[i] == '\n' || i + 1 == clean.Length || clean[i + 1] != '\n') run.AppendChild(new W.Break());
        }
        parent.AppendChild(run);
    }

    /// <summary>
    /// Appends a field in Thai digits. It has no stored result: the number is known only once the pages are, and Word and
    /// LibreOffice work it out when they lay them out. The page number takes the digits of its section (thaiNumbers); the
    /// switch <c>\* ThaiArabic</c>, which the page count needs, makes LibreOffice count in letters: ก ข ค.
    /// </summary>
    public static void AppendField(W.Paragraph paragraph, FieldKind kind, W.RunProperties? face = null) => paragraph.Append(
        WithFace(new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Begin }), face),
        WithFace(
            new W.Run(new W.FieldCode(kind == FieldKind.Page ? " PAGE " : @" NUMPAGES \* ThaiArabic ") { Space = SpaceProcessingModeValues.Preserve }),
            face),
        WithFace(new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Separate }), face),
        WithFace(new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.End }), face));

    /// <summary>A face as run properties; complex script (Thai) and Latin text alike.</summary>
    public static W.RunProperties? Face(bool bold, bool italic)
    {
        if (!bold && !italic) return null;
        var face = new W.RunProperties();
        if (bold) (face.Bold, face.BoldComplexScript) = (new(), new());
        if (italic) (face.Italic, face.ItalicComplexScript) = (new(), new());
        return face;
    }

    private void AppendLink(W.Paragraph paragraph, Link link, bool bold)
    {
        var element = new W.Hyperlink { History = true };
        if (link.Anchor is { } anchor) element.Anchor = numbers.AnchorBookmark(anchor);
        else element.Id = relationships.ToAddress(link.Target);
        var face = Face(bold, italic: false);
        if (link.Anchor is null) (face ??= new()).RunStyle = new() { Val = StylePart.Hyperlink };
        AppendText(element, link.Text, face);
        paragraph.AppendChild(element);
    }

    private static W.Run WithFace(W.Run run, W.RunProperties? face)
    {
        if (face is not null) run.RunProperties = (W.RunProperties)face.CloneNode(true);
        return run;
    }
}
