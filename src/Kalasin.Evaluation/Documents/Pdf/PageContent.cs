using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>The content stream of one page. What it shares with others is settled when it is made; it can then be written beside them.</summary>
internal sealed class PageContent
{
    private readonly Page page;
    private readonly DocumentPictures pictures;
    private readonly SpeltText[] texts;
    private readonly ushort[][] words;
    private PdfSyntax syntax = null!;
    private TextOperators text = null!;
    private Node? marked;
    private bool isMarked;
    private int written;

    public PageContent(Page page, SpeltTexts spelling, DocumentPictures pictures)
    {
        (this.page, this.pictures, written) = (page, pictures, spelling.Count);
        foreach (var (boxes, _, _) in page.Content)
            foreach (var box in boxes) Settle(box, spelling);
        (texts, words) = (spelling.Texts, spelling.Words);
        Marks = new(spelling.Count - written);
    }

    /// <summary>Places of links met on the way, in page coordinates.</summary>
    public List<(LinkBox Link, double Left, double Bottom, double Right, double Top)> Links { get; } = [];

    /// <summary>Number of the node that each marked-content sequence belongs to, by its identifier.</summary>
    public List<int> Marks { get; }

    /// <summary>Figures met on the way, in page coordinates.</summary>
    public List<(Node Node, double Left, double Bottom, double Right, double Top)> Figures { get; } = [];

    /// <summary>Writes the page, once.</summary>
    public void Write(PdfSyntax into)
    {
        (syntax, text) = (into, new(into));
        foreach (var (boxes, x, y) in page.Content)
            foreach (var box in boxes) Write(box, x, page.Height - y);
        if (isMarked) syntax.Raw("EMC\n"u8);
    }

    private void Settle(Box box, SpeltTexts spelling)
    {
        if (box is TextBox { IsEmpty: false } text) spelling.Add(text);
        else if (box is PictureBox picture) pictures.Add(picture.Picture);
        else if (box is DrawingBox drawing)
            foreach (var part in drawing.Parts) Settle(part, spelling);
        else if (box is RowBox row)
            foreach (var cell in row.Cells)
                foreach (var part in cell.Text.Boxes) Settle(part, spelling);
    }

    private void Write(Box box, double x, double y)
    {
        if (box is LinkBox link) Links.Add((link, x + link.X, y - link.Y - link.Height, x + link.X + link.Width, y - link.Y));
        else if (box is RowBox row)
            foreach (var cell in row.Cells) Write(cell, x, y);
        else if (box is not TextBox { IsEmpty: true })
        {
            Mark(box.Node);
            Draw(box, x, y);
        }
    }

    private void Write(in CellText cell, double x, double y)
    {
        foreach (var box in cell.Text.Boxes)
        {
            if (cell.Node is null) Write(box, x, y);
            else if (box is TextBox { IsEmpty: false } line)
            {
                Mark(cell.Node);
                Draw(line, tagged: true, x + (line.X + cell.X), y - line.Baseline);
            }
        }
    }

    /// <summary>Everything on a page is either part of the structure or an artifact.</summary>
    private void Mark(Node? node)
    {
        if (isMarked && ReferenceEquals(node, marked)) return;
        if (isMarked) syntax.Raw("EMC\n"u8);
        (marked, isMarked) = (node, true);
        if (node is null)
        {
            syntax.Raw("/Artifact BMC\n"u8);
            return;
        }
        syntax.Raw("/"u8).Raw(node.Role ?? "P").Raw("<</MCID "u8).Number(Marks.Count).Raw(">>BDC\n"u8);
        Marks.Add(node.Number);
    }

    private void Draw(TextBox line, bool tagged, double x, double y)
    {
        var (font, first) = texts[written++];
        text.Write(line, font, words.AsSpan(first + line.Start, line.Count), tagged, x, y);
    }

    private void Draw(Box box, double x, double y)
    {
        switch (box)
        {
            case TextBox { IsEmpty: false } b:
                Draw(b, tagged: b.Node is not null, x + b.X, y - b.Baseline);
                break;
            case RulesBox b:
                syntax.Number(b.Thickness).Raw(b.Dotted ? " w 1 J[0 2.4]0 d\n"u8 : " w\n"u8);
                foreach (var rule in b.Rules) syntax.Numbers(x + rule.X1, y - rule.Y1).Raw(" m "u8).Numbers(x + rule.X2, y - rule.Y2).Raw(" l\n"u8);
                syntax.Raw(b.Dotted ? "S 0 J[]0 d\n"u8 : "S\n"u8);
                break;
            case FillBox b:
                syntax.Number(b.Grey).Raw(" g "u8).Numbers(x + b.X, y - b.Y - b.Height, b.Width, b.Height).Raw(" re f 0 g\n"u8);
                break;
            case PictureBox b:
                Figures.Add((b.Node!, x + b.X, y - b.Y - b.Height, x + b.X + b.Width, y - b.Y));
                syntax.Raw("q "u8).Number(b.Width).Raw(" 0 0 "u8).Number(b.Height)
                    .Raw(" "u8).Numbers(x + b.X, y - b.Y - b.Height).Raw(" cm/"u8).Raw(pictures[b.Picture]).Raw(" Do Q\n"u8);
                break;
            case DrawingBox b:
                Figures.Add((b.Node!, x + b.X, y - b.Y - b.Height, x + b.X + b.Width, y - b.Y));
                foreach (var part in b.Parts) Draw(part, x + b.X, y - b.Y);
                break;
            case SquaresBox b:
                Figures.Add((b.Node!, x + b.X, y - b.Y - b.Side, x + b.X + b.Side, y - b.Y));
                // One square is one unit, all in one path: no viewer leaves hairlines between squares that touch.
                syntax.Raw("q "u8).Number(b.Side / b.Code.Size).Raw(" 0 0 "u8).Number(b.Side / b.Code.Size)
                    .Raw(" "u8).Numbers(x + b.X, y - b.Y - b.Side).Raw(" cm\n"u8);
                foreach (var (row, column, length) in b.Code.Runs) syntax.Numbers(column, b.Code.Size - 1 - row, length, 1).Raw(" re\n"u8);
                syntax.Raw("f Q\n"u8);
                break;
        }
    }
}
