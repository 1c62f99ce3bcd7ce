using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Documents.Word;
using Kalasin.Evaluation.OfficeFiles;
using Kalasin.Evaluation.Tests.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Tests.OfficeFiles;

/// <summary>A Word template as an office might make it: ids of a Word in another language, other fonts, margins and colours, a letterhead with a picture.</summary>
internal static class MadeTemplate
{
    public const string Letterhead = "สำนักงานท้องถิ่นตัวอย่าง · เอกสารของสำนักงาน";

    public static async Task<WordTemplate> ReadAsync() => (await WordTemplateReader.ReadAsync(Bytes(), "t.dotx")).Template!;

    /// <param name="change">Changes the file before it is saved.</param>
    /// <param name="type">Document or template.</param>
    public static byte[] Bytes(Action<WordprocessingDocument>? change = null, WordprocessingDocumentType type = WordprocessingDocumentType.Template)
    {
        var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, type))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new W.Styles(
                new W.DocDefaults(
                    new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(new W.RunFonts { Ascii = "Loma", HighAnsi = "Loma", ComplexScript = "Loma" }, new W.FontSize { Val = "26" }, new W.FontSizeComplexScript { Val = "26" })),
                    new W.ParagraphPropertiesDefault()),
                Style("a", "Normal", isDefault: true, new(), new()),
                Style("1", "heading 1", isDefault: false, new() { KeepNext = new(), OutlineLevel = new() { Val = 0 } }, new() { Color = new() { Val = "9C1C2E" }, FontSize = new() { Val = "40" }, FontSizeComplexScript = new() { Val = "40" } }),
                Style("2", "Heading 2", isDefault: false, new() { KeepNext = new(), OutlineLevel = new() { Val = 1 } }, new() { Color = new() { Val = "1F5FA8" }, FontSize = new() { Val = "32" }, FontSizeComplexScript = new() { Val = "32" } }),
                Style("a5", "caption", isDefault: false, new() { KeepLines = new() }, new() { Italic = new(), ItalicComplexScript = new() }),
                Style("Note", "Letterhead", isDefault: false, new() { Justification = new() { Val = W.JustificationValues.Center } }, new() { Color = new() { Val = "1F5FA8" } }),
                new W.Style(
                    new W.StyleName { Val = "Table Grid" },
                    new W.StyleTableProperties(new W.TableBorders(
                        new W.TopBorder { Val = W.BorderValues.Double, Size = 6 }, new W.BottomBorder { Val = W.BorderValues.Double, Size = 6 },
                        new W.InsideHorizontalBorder { Val = W.BorderValues.Dotted, Size = 4 })))
                { Type = W.StyleValues.Table, StyleId = "a6" });
            var header = main.AddNewPart<HeaderPart>("rId7");
            var picture = header.AddImagePart(ImagePartType.Png, "rId3");
            picture.FeedData(new MemoryStream([.. MadeEmblem.Png(240, 120)]));
            header.Header = new W.Header(
                new W.Paragraph(new W.Run(Picture("rId3"))) { ParagraphProperties = new() { ParagraphStyleId = new() { Val = "Note" } } },
                new W.Paragraph(new W.Run(new W.Text(Letterhead))) { ParagraphProperties = new() { ParagraphStyleId = new() { Val = "Note" } } });
            var footer = main.AddNewPart<FooterPart>("rId8");
            footer.Footer = new W.Footer(new W.Paragraph(
                new W.Run(new W.Text("หน้า ") { Space = SpaceProcessingModeValues.Preserve }), new W.SimpleField { Instruction = " PAGE \\* ThaiArabic " }));
            main.Document = new W.Document(new W.Body(
                new W.SectionProperties(
                    new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = "rId7" },
                    new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = "rId8" },
                    new W.PageSize { Width = 11906, Height = 16838 },
                    new W.PageMargin { Top = 2268, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 })));
            change?.Invoke(file);
        }
        return bytes.ToArray();
    }

    private static W.Style Style(string id, string name, bool isDefault, W.StyleParagraphProperties paragraph, W.StyleRunProperties run)
    {
        var style = new W.Style { Type = W.StyleValues.Paragraph, StyleId = id, StyleName = new() { Val = name }, StyleParagraphProperties = paragraph, StyleRunProperties = run };
        if (isDefault) style.Default = true;
        else style.BasedOn = new() { Val = "a" };
        return style;
    }

    private static W.Drawing Picture(string id) => new(
        new DocumentFormat.OpenXml.Drawing.Wordprocessing.Inline(
            new DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent { Cx = 720_000, Cy = 360_000 },
            new DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties { Id = 901, Name = "Logo", Description = "ตราสำนักงาน" },
            new DocumentFormat.OpenXml.Drawing.Graphic(new DocumentFormat.OpenXml.Drawing.GraphicData(
                Evaluation.Documents.Word.FigureElements.Picture(901, "ตราสำนักงาน", id, 720_000, 360_000))
            { Uri = Evaluation.Documents.Word.FigureElements.PictureUri }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
}
