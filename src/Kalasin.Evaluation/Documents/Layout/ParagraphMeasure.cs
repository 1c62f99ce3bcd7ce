using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Paragraphs and headings to strips.</summary>
internal static class ParagraphMeasure
{
    // Regulation on correspondence B.E. 2526: first lines stand in 2.5 cm.
    private const double FirstLine = 25 * Page.PointsPerMillimetre;

    private const double NoticePadding = 6;

    public static Measured Of(Paragraph paragraph, double width, Setting setting)
    {
        var node = new Node("P");
        var body = setting.BodyPoints;
        var (size, bold, indent, align, before) = paragraph.Style switch
        {
            ParagraphStyle.Body => (body, false, Math.Min(FirstLine, width / 3), Alignment.Distribute, body * 0.5),
            ParagraphStyle.Plain => (body, false, 0, Alignment.Start, body * 0.25),
            ParagraphStyle.Title => (setting.Points(1.45), true, 0, Alignment.Center, body * 0.25),
            ParagraphStyle.Subtitle => (setting.Points(1.15), true, 0, Alignment.Center, body * 0.1),
            ParagraphStyle.KeyFigure => (setting.Points(1.9), true, 0, Alignment.Center, body * 0.25),
            ParagraphStyle.Note => (setting.Points(0.8), false, 0, Alignment.Start, body * 0.25),
            _ => (setting.Points(1), true, 0, Alignment.Center, body * 0.6),
        };
        var stands = paragraph.Alignment ?? align;
        if (stands is Alignment.Center or Alignment.End) indent = 0;
        var text = TextFlow.Of(paragraph.Content, size, bold, node, setting);
        if (paragraph.Style == ParagraphStyle.Notice) return new([Notice(text, width, stands, size, before, setting, paragraph.KeepWithNext)], [node]);
        var lines = new Lines(width, indent, stands, size, paragraph.Style == ParagraphStyle.Title ? 1.5 : Lines.BodyHeight);
        return new(
            lines.Strips(text, setting.Desk, before, paragraph.KeepWithNext || paragraph.Style is ParagraphStyle.Title or ParagraphStyle.Subtitle or ParagraphStyle.KeyFigure),
            [node])
        {
            StaysUnder = paragraph.Style == ParagraphStyle.Note,
        };
    }

    public static Measured Of(Heading heading, int number, double width, Setting setting)
    {
        var node = new Node($"H{heading.Level}");
        var (share, before) = heading.Level switch { 1 => (1.25, 1.2), 2 => (1.12, 1.0), _ => (1.0, 0.8) };
        var size = setting.Points(share);
        var lines = new Lines(width, 0, heading.Alignment, size);
        var strips = lines.Strips(TextFlow.Of(heading.Text, FontFace.Bold, size, node, setting), setting.Desk, setting.BodyPoints * before, true).ToArray();
        for (var i = 1; i < strips.Length; i++) strips[i - 1] = strips[i - 1] with { KeepWithNext = true };
        strips[0] = strips[0] with { Heading = number, BreakBefore = heading.PageBreakBefore };
        return new([.. strips], [node]);
    }

    /// <summary>A framed notice; the frame is part of the one strip, so that no page cuts it.</summary>
    private static Strip Notice(TextFlow text, double width, Alignment stands, double size, double before, Setting setting, bool keep)
    {
        var lines = new Lines(width - 2 * NoticePadding, 0, stands, size);
        var boxes = ImmutableArray.CreateBuilder<Box>();
        var y = NoticePadding / 2;
        foreach (var line in lines.Fill(text, setting.Desk))
        {
            boxes.AddRange(line.Select(b => b.Shifted(NoticePadding, y)));
            y += lines.LineHeight;
        }
        y += NoticePadding / 2;
        boxes.Add(new RulesBox(Rule.Around(width, y), 1));
        return new(y, boxes.DrainToImmutable()) { SpaceBefore = before, SpaceAfter = before, KeepWithNext = keep };
    }
}
