using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Charts;

namespace Kalasin.Evaluation.Documents;

/// <summary>
/// A part of a document, one below another. Closed family: <see cref="Heading"/>, <see cref="Paragraph"/>,
/// <see cref="ListBlock"/>, <see cref="Table"/>, <see cref="Figure"/>, <see cref="FigureRow"/>, <see cref="Chart"/>, <see cref="QrFigure"/>, <see cref="LabelSheet"/>, <see cref="SignatureBox"/>,
/// <see cref="Letterhead"/>, <see cref="OutgoingHead"/>, <see cref="TableOfContents"/>, <see cref="PageBreak"/>. A block knows nothing of awards or scores, and no writer or layout.
/// </summary>
internal abstract record Block
{
    private protected Block() { }

    /// <summary>Name that links to the block lead to; <see langword="null"/> when it has none.</summary>
    internal string? Target => this switch { Heading h => h.Anchor, Table t => t.Anchor, Figure f => f.Anchor, Chart c => c.Anchor, _ => null };

    /// <summary>What captions and anchors are of: the figures of a row, otherwise the block itself.</summary>
    internal IEnumerable<Block> Named => this is FigureRow row ? row.Figures : [this];
}

/// <summary>A heading; part of the outline, the contents and the tag tree.</summary>
/// <param name="Level">1 to 6; the first heading of a document is 1 and no level is skipped on the way down.</param>
/// <param name="Text">The whole heading, number included.</param>
internal sealed record Heading(int Level, string Text) : Block
{
    /// <summary>Name that links and the contents lead to; unique in the document. Default: none.</summary>
    public string? Anchor { get; init; }

    /// <summary>Where the line stands. Default <see cref="Alignment.Start"/>.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Starts a new page. Default <see langword="false"/>.</summary>
    public bool PageBreakBefore { get; init; }
}

/// <summary>Running text.</summary>
/// <param name="Content">Pieces in order.</param>
internal sealed record Paragraph(ImmutableArray<Inline> Content) : Block
{
    /// <summary>A paragraph of one plain run.</summary>
    public Paragraph(string text) : this([new Run(text)]) { }

    /// <summary>What the paragraph is; decides face, indent and spacing. Default <see cref="ParagraphStyle.Body"/>.</summary>
    public ParagraphStyle Style { get; init; }

    /// <summary>Where lines stand; <see langword="null"/> (default) is the style's own.</summary>
    public Alignment? Alignment { get; init; }

    /// <summary>Stays on one page with the block after it. Default <see langword="false"/>.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>The text without faces, fields as nothing, line breaks as spaces.</summary>
    public string PlainText => string.Concat(Content.Select(c => c switch { Run r => r.Text, Link l => l.Text, LineBreak => " ", _ => "" }));
}

/// <summary>What a paragraph is.</summary>
internal enum ParagraphStyle
{
    /// <summary>Body text: first line indented 2.5 cm, spread over the line (thaiDistribute).</summary>
    Body,

    /// <summary>Body text without indent, at the start edge.</summary>
    Plain,

    /// <summary>Title of the document: larger, bold, centred.</summary>
    Title,

    /// <summary>Line under a title: bold, centred.</summary>
    Subtitle,

    /// <summary>The figure that a chapter is about, such as ร้อยละ ๗๕.๐๐: large, bold, centred, with what is said of it below.</summary>
    KeyFigure,

    /// <summary>Small print: notes, sources, fingerprints.</summary>
    Note,

    /// <summary>A notice that must not be overlooked, such as ข้อมูลตัวอย่าง or เกณฑ์สมมติ: bold in a frame.</summary>
    Notice,
}

/// <summary>Where lines stand.</summary>
internal enum Alignment
{
    /// <summary>At the start (left) edge.</summary>
    Start,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the end (right) edge.</summary>
    End,

    /// <summary>Spread over the width, words and clusters; the last line stays at the start.</summary>
    Distribute,
}

/// <summary>A list; items may hold any blocks but headings.</summary>
/// <param name="Items">Items in order; each has at least one block.</param>
internal sealed record ListBlock(ImmutableArray<ImmutableArray<Block>> Items) : Block
{
    /// <summary>How items are marked. Default <see cref="ListMarker.Bullet"/>.</summary>
    public ListMarker Marker { get; init; }

    /// <summary>A list of one plain paragraph per item.</summary>
    public static ListBlock Of(IEnumerable<string> items, ListMarker marker = ListMarker.Bullet) =>
        new([.. items.Select(i => ImmutableArray.Create<Block>(new Paragraph(i) { Style = ParagraphStyle.Plain }))]) { Marker = marker };
}

/// <summary>How list items are marked.</summary>
internal enum ListMarker
{
    /// <summary>A bullet.</summary>
    Bullet,

    /// <summary>Thai digits with a full stop: ๑. ๒. ๓.</summary>
    ThaiNumber,
}

/// <summary>A picture with what it shows in words.</summary>
/// <param name="Picture">PNG or JPEG bytes, sRGB.</param>
/// <param name="AlternateText">What the picture shows, for readers who can't see it; never empty.</param>
internal sealed record Figure(ImmutableArray<byte> Picture, string AlternateText) : Block
{
    /// <summary>Printed width in millimetres; scaled down to the text width when larger. Default 120.</summary>
    public double WidthMillimetres { get; init; } = 120;

    /// <summary>Caption below the picture, number included. Default: none.</summary>
    public string? Caption { get; init; }

    /// <summary>Name that links lead to; only with a caption. Default: none.</summary>
    internal string? Anchor { get; init; }

    /// <summary>Where the picture stands. Default <see cref="Alignment.Center"/>.</summary>
    public Alignment Alignment { get; init; } = Alignment.Center;
}

/// <summary>Figures side by side, each in an equal share of the width with its caption below; kept on one page.</summary>
/// <param name="Figures">From the start edge, two to four. They stand in the middle of their shares, on one line at their feet.</param>
internal sealed record FigureRow(ImmutableArray<Figure> Figures) : Block
{
    /// <summary>Most figures of a row.</summary>
    public const int Most = 4;

    /// <summary>Free between two figures, in millimetres.</summary>
    public const double Gap = 4;
}

/// <summary>A QR code at the end edge, with what it says in words, and lines beside it at the start edge; kept on one page.</summary>
/// <param name="Code">Its squares.</param>
/// <param name="AlternateText">What it holds, for readers who can't see it; never empty.</param>
internal sealed record QrFigure(QrSquares Code, string AlternateText) : Block
{
    /// <summary>Printed width of the code, its light edge included, in millimetres. Default 22.</summary>
    public double WidthMillimetres { get; init; } = 22;

    /// <summary>Lines beside it, top down. Default: none.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];
}

/// <summary>Space to sign over a name and a position; kept on one page.</summary>
/// <param name="Signers">Side by side, one to three.</param>
internal sealed record SignatureBox(ImmutableArray<Signer> Signers) : Block
{
    /// <summary>
    /// Words that close a letter, such as ขอแสดงความนับถือ: they stand over the room for the hand, which has no dotted line then.
    /// Default: none.
    /// </summary>
    public string? Closing { get; init; }

    /// <summary>Each signer fills in a date. Default <see langword="false"/>.</summary>
    public bool IsDated { get; init; }

    /// <summary>Stays on one page with the block after it. Default <see langword="false"/>.</summary>
    public bool KeepWithNext { get; init; }
}

/// <summary>Who signs.</summary>
/// <param name="Role">Why they sign, such as ผู้รวบรวม; printed after the dotted line.</param>
/// <param name="Name">Name in brackets; <see langword="null"/> leaves dots to fill.</param>
/// <param name="Position">Position under the name.</param>
/// <param name="Rank">Rank such as พ.จ.ต., on a line of its own above the name. Default: none.</param>
internal sealed record Signer(string Role, string? Name, string Position, string? Rank = null)
{
    /// <summary>Position of whom they sign for. Default: nobody.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>In which capacity they sign for somebody. Default: ปฏิบัติราชการแทน.</summary>
    public string Capacity { get; init; } = "ปฏิบัติราชการแทน";
}

/// <summary>
/// The head of a memo (บันทึกข้อความ) after the regulation on correspondence B.E. 2526, annex: emblem space 1.5 cm at the
/// left, title 29 pt bold centred on a line of exactly 35 pt, labels 20 pt bold with dotted leaders.
/// </summary>
/// <param name="Agency">ส่วนราชการ.</param>
/// <param name="Number">ที่; dots when <see langword="null"/>.</param>
/// <param name="Date">วันที่, as printed.</param>
/// <param name="Subject">เรื่อง.</param>
/// <param name="Addressee">เรียน.</param>
internal sealed record Letterhead(string Agency, string? Number, string Date, string Subject, string Addressee) : Block;

/// <summary>
/// The head of an outgoing letter (หนังสือภายนอก) after the regulation on correspondence B.E. 2526, annex: emblem space 3 cm high at the
/// top, at its foot the number at the left and the sender at the right, the date from the middle on, then labelled lines.
/// </summary>
/// <param name="Number">ที่; dots when <see langword="null"/>.</param>
/// <param name="Sender">Name and address of the sender, a line each.</param>
/// <param name="Date">The date without the word วันที่; dots when <see langword="null"/>.</param>
/// <param name="Lines">เรื่อง, เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย.</param>
internal sealed record OutgoingHead(string? Number, ImmutableArray<string> Sender, string? Date, ImmutableArray<LabelledValue> Lines) : Block;

/// <summary>A list of what the document holds and where, with page numbers in Thai digits.</summary>
/// <param name="Title">Printed over it.</param>
/// <param name="Levels">Deepest heading level listed; only headings have levels. Default 2.</param>
internal sealed record TableOfContents(string Title, int Levels = 2) : Block
{
    /// <summary>What is listed. Default <see cref="ContentsKind.Headings"/>.</summary>
    public ContentsKind Of { get; init; }

    /// <summary>Caption of a block that this lists; <see langword="null"/> when it doesn't list the block. Blocks inside of lists are never listed.</summary>
    internal string? CaptionOf(Block block) => (Of, block) switch
    {
        (ContentsKind.Tables, Table { Caption: { Length: > 0 } caption }) => caption,
        (ContentsKind.Figures, Figure { Caption: { Length: > 0 } caption }) => caption,
        (ContentsKind.Figures, Chart chart) => chart.Caption,
        _ => null,
    };
}

/// <summary>What a table of contents lists.</summary>
internal enum ContentsKind
{
    /// <summary>Headings (สารบัญ).</summary>
    Headings,

    /// <summary>Tables by their captions (สารบัญตาราง).</summary>
    Tables,

    /// <summary>Figures and charts by their captions (สารบัญภาพ).</summary>
    Figures,
}

/// <summary>The next block starts a new page.</summary>
internal sealed record PageBreak : Block;
