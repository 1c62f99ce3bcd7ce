using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Tests.Documents;

public sealed class BlockChecksTests
{
    public static TheoryData<string, object> Broken => new()
    {
        { "section 1, block 1: heading level 2 follows level 0", (Block[])[new Heading(2, "ก")] },
        { "section 1, block 2: heading level 3 follows level 1", (Block[])[new Heading(1, "ก"), new Heading(3, "ข")] },
        { "section 1, block 2: the anchor 'a' is used twice", (Block[])[new Heading(1, "ก") { Anchor = "a" }, new Heading(1, "ข") { Anchor = "a" }] },
        { "section 1, block 2: the anchor 'a' is used twice", (Block[])[new Heading(1, "ก") { Anchor = "a" }, Captioned(anchor: "a", caption: "ข")] },
        { "section 1, block 1: a table with an anchor has a caption", (Block[])[Captioned(anchor: "a", caption: null)] },
        { "section 1, block 1: a figure with an anchor has a caption", (Block[])[new Figure(EveryBlock.Png, "ภาพ") { Anchor = "a" }] },
        { "section 1, block 1: Reference is for composers", (Block[])[new Paragraph([new Kalasin.Evaluation.Reports.Province.Reference("a")])] },
        { "section 1, block 1: the link leads to '#nowhere', neither", (Block[])[new Paragraph([new Link("ลิงก์", "#nowhere")])] },
        { "section 1, block 1: the link leads to 'javascript:alert(1)', neither", (Block[])[new Paragraph([new Link("ลิงก์", "javascript:alert(1)")])] },
        { "section 1, block 1, item 1: the item is empty", (Block[])[new ListBlock([[]])] },
        { "section 1, block 1, item 1: a list item can't hold a heading", (Block[])[new ListBlock([[new Heading(1, "ก")]])] },
        { "section 1, block 1: the picture is neither PNG nor JPEG", (Block[])[new Figure([1, 2, 3], "ภาพ")] },
        { "section 1, block 1: the figure has no alternate text", (Block[])[new QrFigure(EveryBlock.Squares(21), " ")] },
        { "section 1, block 1: the sheet has no labels", (Block[])[new LabelSheet([])] },
        { "section 1, block 1: a label has no alternate text", (Block[])[new LabelSheet([new("๐๑", [], EveryBlock.Squares(21), "")])] },
        { "section 1, block 1: the figure's width is not greater than 0", (Block[])[new QrFigure(EveryBlock.Squares(21), "คิวอาร์โค้ด") { WidthMillimetres = 0 }] },
        { "section 1, block 1: a signature box has one to three signers", (Block[])[new SignatureBox([])] },
        { "section 1, block 1: the table has no header row", (Block[])[new Table([new(1)], [], [])] },
        {
            "section 1, block 1, body, row 1: the spans don't add up to 2 columns",
            (Block[])[new Table([new(1), new(1)], [TableRow.Of("ก", "ข")], [TableRow.Of("ค")])]
        },
    };

    [Theory, MemberData(nameof(Broken))]
    public void Violations_BrokenBlock_NamesPlaceAndRule(string expected, object blocks)
    {
        var violation = Assert.Single(BlockChecks.Violations(Of((Block[])blocks)));
        Assert.StartsWith(expected, violation, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_SeveralViolations_NamesThemAll()
    {
        var thrown = Assert.Throws<ArgumentException>(() => BlockChecks.Check(new(" ", new(2024, 5, 15), [])));
        Assert.Contains("the title is empty", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("there is no section", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Violations_LinkToLaterAnchor_IsSound() =>
        Assert.Empty(BlockChecks.Violations(Of(
            new Paragraph([new Link("ดูท้าย", "#end"), new Link("เว็บ", "https://example.go.th/ก")]),
            new Heading(1, "ท้าย") { Anchor = "end" })));

    private static Table Captioned(string? anchor, string? caption) => new([new(1)], [TableRow.Of("หัว")], []) { Anchor = anchor, Caption = caption };

    private static ReportDocument Of(params Block[] blocks) => new("เอกสาร", new(2024, 5, 15), [new(blocks.ToImmutableArray())]);
}
