using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Tests.Documents.Layout;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

public sealed class StructureTreeTests
{
    [Fact]
    public void Write_SmallDocument_HasThisTree()
    {
        using var facts = PdfFacts.Of(Laid.Document(
            new TableOfContents("สารบัญ"),
            new Heading(1, "หัวข้อ") { Anchor = "top" },
            new Paragraph(["ดู ", new Link("ที่นี่", "#top"), " จบ"]),
            new ListBlock([[new Paragraph("ข้อหนึ่ง"), ListBlock.Of(["ย่อย"])]]) { Marker = ListMarker.ThaiNumber },
            new Table(
                [new(1), new(1)], [new([new("หัว") { ColumnSpan = 2 }]), TableRow.Of("ก", "ข")],
                [new([new("ค") { RowHeader = true }, new("")])]) { Caption = "ตาราง ๑" },
            new Table([new(1)], [TableRow.Of("ไม่มีแถว")], []),
            EveryBlock.Document.Blocks.OfType<Figure>().First(),
            new SignatureBox([new("", "ก ข", "หัวหน้า")])));
        Assert.Equal(
            """
            Document
             P "สารบัญ"
             TOC
              TOCI
               Reference
                Link "หัวข้อ ๑"
             H1 "หัวข้อ"
             P "ดู  จบ"
              Link "ที่นี่"
             L Decimal
              LI
               Lbl "๑. "
               LBody
                P "ข้อหนึ่ง"
                L Disc
                 LI
                  Lbl "• "
                  LBody
                   P "ย่อย"
             Table
              Caption "ตาราง ๑"
              THead
               TR
                TH Column 2×1 "หัว"
               TR
                TH Column "ก"
                TH Column "ข"
              TBody
               TR
                TH Row "ค"
                TD
             Table
              TBody
               TR
                TH Column "ไม่มีแถว"
             Figure
             Caption "ภาพที่ ๑ ผลการดำเนินงานรายตัวชี้วัด"
             P "ลงชื่อ ................................"
             P "(ก ข)"
             P "หัวหน้า"
            """.ReplaceLineEndings("\n"),
            string.Join('\n', Lines(facts, TagTree.Read(facts.Pdf), "")));
    }

    [Fact]
    public void Write_ParagraphOverPages_IsOneParagraph()
    {
        using var facts = PdfFacts.Of(Laid.Document(Laid.Long(100)));
        Assert.True(facts.Pdf.NumberOfPages > 2);
        Assert.Equal(Laid.Long(100).PlainText, TagTree.Read(facts.Pdf).Children.Single().AllLetters);
    }

    [Fact]
    public void Write_FiveThousandRows_HasThemAll()
    {
        var rows = Enumerable.Range(1, 5000).Select(i => TableRow.Of($"{i}", "องค์การบริหารส่วนตำบลตัวอย่าง", "๙๕.๐๕")).ToArray();
        using var facts = PdfFacts.Of(Laid.Document(new Table([new(1), new(4), new(1, Alignment.End)], [TableRow.Of("ที่", "ชื่อ", "ร้อยละ")], [.. rows])));
        var table = TagTree.Read(facts.Pdf).Children.Single();
        Assert.Equal(5000, table.Children[1].Children.Count);
        Assert.Equal("5000", table.Children[1].Children[^1].Children[0].AllLetters);
        Assert.True(facts.Pdf.NumberOfPages > 100);
    }

    private static IEnumerable<string> Lines(PdfFacts facts, TagElement element, string indent)
    {
        string? Attribute(string key) => PdfFacts.Text(facts.At(element.Dictionary, "A", key));
        var spans = Attribute("ColSpan") is { } c ? $"{c}×{Attribute("RowSpan") ?? "1"}" : null;
        yield return string.Join(' ', new[] { indent + element.Role, Attribute("Scope"), Attribute("ListNumbering"), spans,
            element.Letters.Length > 0 ? $"\"{element.Letters}\"" : null }.Where(p => p is not null));
        foreach (var line in element.Children.SelectMany(c => Lines(facts, c, indent + " "))) yield return line;
    }
}
