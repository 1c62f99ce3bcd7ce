using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Tests.Documents.Layout;
using UglyToad.PdfPig.Outline;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

public sealed class OutlineTests
{
    [Fact]
    public void Write_Headings_AreBookmarksInTheirOrderAndDepth()
    {
        using var facts = PdfFacts.Of(Laid.Document(
            new Heading(1, "หนึ่ง"), new Heading(2, "หนึ่งจุดหนึ่ง"), new Heading(3, "ลึก"),
            new Heading(2, "หนึ่งจุดสอง"), new Heading(1, "สอง (2)") { PageBreakBefore = true }, new Paragraph("ก")));
        Assert.True(facts.Pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(
            ["0 หนึ่ง 1", "1 หนึ่งจุดหนึ่ง 1", "2 ลึก 1", "1 หนึ่งจุดสอง 1", "0 สอง (2) 2"],
            bookmarks.GetNodes().OfType<DocumentBookmarkNode>().Select(n => $"{n.Level} {n.Title} {n.PageNumber}"));
    }

    [Fact]
    public void Write_NoHeadings_HasNoOutline()
    {
        using var facts = PdfFacts.Of(Laid.Document(new Paragraph("ก")));
        Assert.Null(facts.At(facts.Catalog, "Outlines"));
    }
}
