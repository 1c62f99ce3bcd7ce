using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Tables of contents. The number column has a fixed width, so page numbers never move what they count.</summary>
internal static class ContentsMeasure
{
    /// <summary>Most that lines are drawn together, as a share of their height.</summary>
    private const double MostTight = 0.06;

    /// <summary>A list that would leave a line or two to a second page has its lines a little closer.</summary>
    public static Measured Of(TableOfContents contents, double width, Setting setting)
    {
        var measured = Of(contents, width, setting, Lines.CellHeight);
        if (measured.Strips.Length == 1) return measured;
        var (lines, others) = (measured.Strips.Skip(1).Sum(s => s.Height), measured.Strips[0].Height + measured.Strips.Skip(1).Sum(s => s.SpaceBefore));
        var fitting = (setting.BodyHeight - others) / lines;
        return fitting is < 1 and > 1 - MostTight ? Of(contents, width, setting, Lines.CellHeight * fitting) : measured;
    }

    private static Measured Of(TableOfContents contents, double width, Setting setting, double lineHeight)
    {
        var size = setting.BodyPoints;
        var title = new Node("P");
        var root = new Node("TOC");
        var strips = ImmutableArray.CreateBuilder<Strip>();
        strips.AddRange(new Lines(width, 0, Alignment.Center, setting.Points(1.25)).Strips(
            TextFlow.Of(contents.Title, FontFace.Bold, setting.Points(1.25), title, setting), setting.Desk, size * 1.5, true));
        var (numberWidth, first, lines) = (size * 2.4, strips.Count, setting.Desk.Lines);
        foreach (var listed in Entries(contents, setting))
        {
            var link = root.Add(new("TOCI")).Add(new("Reference")).Add(new("Link"));
            var (indent, right, number) = (listed.Depth * size * 1.5, width - numberWidth, ThaiNumerals.Format(listed.Page));
            var text = new Lines(width - indent - numberWidth, 0, Alignment.Start, size, lineHeight) { Left = indent };
            lines.Clear();
            var count = text.FillInto(lines, TextFlow.Of(listed.Text + " ", FontFace.Of(listed.Bold, italic: false), size, link, setting), setting.Desk);
            new Lines(numberWidth, 0, Alignment.End, size, lineHeight) { Left = right }
                .FillInto(lines, TextFlow.Of(number, FontFace.Regular, size, link, setting), setting.Desk);
            for (var i = 0; i < count; i++)
                strips.Add(new(text.LineHeight, Boxes(i))
                {
                    SpaceBefore = i == 0 && listed.Bold ? size * 0.3 : 0, KeepWithNext = i < count - 1 && Lines.StaysWithNext(i, count),
                });

            ImmutableArray<Box> Boxes(int line)
            {
                if (!setting.Drawn) return [];
                var leads = new LinkBox(link, indent, 0, width - indent, text.LineHeight, listed.Target, $"{listed.Text} หน้า {number}");
                return line < count - 1 ? [.. lines[line], leads] : [.. lines[line], .. Leader(lines[line], lines[count]), .. lines[count], leads];
            }
        }
        // A title has three entries with it, or all there are.
        for (var i = first; i < Math.Min(first + 2, strips.Count - 1); i++) strips[i] = strips[i] with { KeepWithNext = true };
        return new(strips.DrainToImmutable(), [title, root]);
    }

    /// <summary>What is listed: a heading leads to itself, a caption to the page it stands on.</summary>
    private static IEnumerable<(string Text, int Depth, bool Bold, int Page, string Target)> Entries(TableOfContents contents, Setting setting)
    {
        for (var i = 0; contents.Of == ContentsKind.Headings && i < setting.Headings.Length; i++)
            if (setting.Headings[i] is { } heading && heading.Level <= contents.Levels)
                yield return (
                    heading.Text, heading.Level - 1, heading.Level == 1,
                    i < setting.Pages.OfHeading.Length ? setting.Pages.OfHeading[i] : 1, $"#:{i}");
        foreach (var (block, number) in setting.Named)
        {
            if (contents.CaptionOf(block) is not { } caption) continue;
            var page = number < setting.Pages.OfBlock.Length ? setting.Pages.OfBlock[number] : 1;
            yield return (caption, 0, false, page, FormattableString.Invariant($"#page:{page}"));
        }
    }

    private static ReadOnlySpan<Box> Leader(ReadOnlySpan<Box> text, ReadOnlySpan<Box> number)
    {
        if (text is not [.., TextBox last] || number is not [TextBox first, ..]) return [];
        var (from, to) = (last.X + last.Width + 4, first.X - 4);
        return to > from + 6 ? new Box[] { new RulesBox([new(from, last.Baseline, to, last.Baseline)], 0.8, Dotted: true) } : [];
    }
}
