using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>What may happen after a segment.</summary>
internal enum LineEnd
{
    Forbidden,
    Allowed,
    Forced,
}

/// <summary>A piece of text that no line may cut, unless it is wider than a line.</summary>
internal readonly record struct Segment(ShapedWord Word, TextStyle Style, Node? Node, Link? Link, LineEnd After)
{
    public double Width => Style.Points(Word.Advance);

    public double InkWidth => Style.Points(Word.InkAdvance);
}

/// <summary>Inlines to segments.</summary>
internal static class TextFlow
{
    private readonly record struct Span(int End, TextStyle Style, Node? Node, Link? Link);

    /// <summary>Segments of inlines.</summary>
    /// <param name="content">Inlines.</param>
    /// <param name="size">Points.</param>
    /// <param name="bold">Every run is bold.</param>
    /// <param name="node">Node that the text belongs to; gets a child per link. <see langword="null"/> for an artifact.</param>
    /// <param name="setting">Breaks and page numbers.</param>
    public static List<Segment> Of(ImmutableArray<Inline> content, double size, bool bold, Node? node, Setting setting)
    {
        var spans = new List<Span>(content.Length);
        StringBuilder? joined = null;
        var (text, length) = ("", 0);
        var hasLinks = node is not null && content.Any(c => c is Link);
        Node? part = null;
        foreach (var inline in content)
        {
            var (says, isBold, italic) = inline switch
            {
                Run r => (r.Text, bold || r.Bold, r.Italic),
                Link l => (l.Text, bold, false),
                Field f => (ThaiNumerals.Format(f.Kind == FieldKind.Page ? setting.Page : setting.Pages.Count), bold, false),
                _ => ("\n", bold, false),
            };
            if (says.Length == 0) continue;
            says = says.ReplaceLineEndings("\n");
            length += says.Length;
            if (text.Length == 0) text = says;
            else (joined ??= new(text)).Append(says);
            // What surrounds the text of a page is an artifact, and artifacts lead nowhere.
            var link = node is null ? null : inline as Link;
            if (link is not null) part = null;
            var owner = !hasLinks ? node : link is not null ? node!.Add(new("Link")) : part ??= node!.Add(new(null));
            spans.Add(new(length, new(FontFace.Of(isBold, italic), size, link is not null), owner, link));
        }
        return Cut(joined?.ToString() ?? text, spans, setting.Breaks);
    }

    private static List<Segment> Cut(string text, List<Span> spans, BreakFinder breaks)
    {
        if (text.Length == 0) return [];
        var allowed = breaks(text);
        var segments = new List<Segment>(allowed.Count + spans.Count);
        var hasLines = text.Contains('\n');
        var (start, next) = (0, 0);
        foreach (var span in spans)
        {
            while (start < span.End)
            {
                while (next < allowed.Count && allowed[next] <= start) next++;
                var end = next < allowed.Count && allowed[next] <= span.End ? allowed[next] : span.End;
                var line = hasLines ? text.IndexOf('\n', start, end - start) : -1;
                if (line >= 0) end = line + 1;
                var after = line >= 0 ? LineEnd.Forced : next < allowed.Count && allowed[next] == end ? LineEnd.Allowed : LineEnd.Forbidden;
                var word = text.AsSpan(start, (line >= 0 ? line : end) - start);
                // Who copies or listens must not find the words of two lines run together.
                if (line >= 0 && !word.EndsWith(' ')) word = $"{word} ";
                segments.Add(new(span.Style.Face.Shaper[word], span.Style, span.Node, span.Link, after));
                start = end;
            }
        }
        return segments;
    }
}
