using System.Globalization;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;

namespace Kalasin.Evaluation.Tests.Documents.Layout;

/// <summary>Documents laid out, and what stands where.</summary>
internal static class Laid
{
    /// <summary>Lays out one section of blocks.</summary>
    public static LaidOut Out(params Block[] blocks) => PdfWriter.Layout(Document(blocks));

    public static ReportDocument Document(params Block[] blocks) => new("ทดสอบ", new(2024, 5, 15), [new([.. blocks])]);

    /// <summary>Body text of about <paramref name="lines"/> lines.</summary>
    public static Paragraph Long(int lines) =>
        new(string.Join(' ', Enumerable.Repeat("การประเมินผลการดำเนินงานของหน่วยงาน", lines * 2 + lines / 2))) { Style = ParagraphStyle.Plain };

    /// <summary>Every box of a page with the place of what holds it, lines apart.</summary>
    public static IEnumerable<(Box Box, double X, double Y)> Boxes(this Page page) =>
        page.Content.SelectMany(p => p.Boxes.SelectMany(b => b.Alone()).Select(b => (b, p.X, p.Y)));

    /// <summary>Lines of text of a page from the top, boxes on one baseline joined; without what surrounds the text.</summary>
    public static IEnumerable<string> Texts(this Page page) => page.Boxes().Where(b => b.Box is TextBox { Node: not null })
        .GroupBy(b => Math.Round(b.Y + ((TextBox)b.Box).Baseline, 1)).OrderBy(g => g.Key)
        .Select(g => string.Concat(g.OrderBy(b => b.X + ((TextBox)b.Box).X).Select(b => ((TextBox)b.Box).Text)).TrimEnd());

    /// <summary>Every box of a page in words, rounded to points.</summary>
    public static string Describe(this Page page) => string.Join('\n', page.Boxes().Select(b => b.Box switch
    {
        TextBox t => Invariant($"text {b.X + t.X:0},{b.Y + t.Baseline:0} {t.Width:0} wide {t.Style.Face.Name} {t.Style.Size}: {t.Text}"),
        RulesBox l => string.Join('\n', l.Rules.Select(r => Invariant($"rule {b.X + r.X1:0},{b.Y + r.Y1:0} to {b.X + r.X2:0},{b.Y + r.Y2:0}"))),
        FillBox f => Invariant($"fill {b.X + f.X:0},{b.Y + f.Y:0} {f.Width:0} × {f.Height:0}"),
        PictureBox p => Invariant($"picture {b.X + p.X:0},{b.Y + p.Y:0} {p.Width:0} × {p.Height:0}"),
        SquaresBox s => Invariant($"squares {b.X + s.X:0},{b.Y + s.Y:0} {s.Side:0} a side"),
        DrawingBox d => Invariant($"drawing {b.X + d.X:0},{b.Y + d.Y:0} {d.Width:0} × {d.Height:0}"),
        LinkBox l => Invariant($"link {b.X + l.X:0},{b.Y + l.Y:0} {l.Width:0} × {l.Height:0} to {l.Target}"),
        _ => "?",
    }));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
