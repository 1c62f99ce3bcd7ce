using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Words of a flow that look alike and belong together.</summary>
/// <param name="End">Number of the flow's words up to its end.</param>
/// <param name="Style">How they look.</param>
/// <param name="Node">What they belong to.</param>
/// <param name="Link">Where they lead.</param>
internal readonly record struct Stretch(int End, TextStyle Style, Node? Node, Link? Link);

/// <summary>Text ready to be set into lines.</summary>
/// <param name="Text">Its words.</param>
/// <param name="First">Its first stretch; most texts have no other.</param>
/// <param name="More">Further stretches; none is like the one before it.</param>
internal readonly record struct TextFlow(ShapedText Text, Stretch First, ImmutableArray<Stretch> More)
{
    /// <summary>Number of stretches.</summary>
    public int Count => 1 + More.Length;

    /// <summary>A stretch, counted from 0.</summary>
    public Stretch this[int index] => index == 0 ? First : More[index - 1];

    /// <summary>Inlines as a flow.</summary>
    /// <param name="content">Inlines.</param>
    /// <param name="size">Points.</param>
    /// <param name="bold">Every run is bold.</param>
    /// <param name="node">Node that the text belongs to; gets a child per link. <see langword="null"/> for an artifact.</param>
    /// <param name="setting">Texts and page numbers.</param>
    public static TextFlow Of(ImmutableArray<Inline> content, double size, bool bold, Node? node, Setting setting)
    {
        if (content is [Run run]) return Of(run.Text, FontFace.Of(bold || run.Bold, run.Italic), size, node, setting);
        if (content.IsEmpty) return Of("", FontFace.Of(bold, false), size, node, setting);
        var pieces = new List<(string Text, FontFace Face)>(content.Length);
        var looks = new List<Stretch>(content.Length);
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
            // What surrounds the text of a page is an artifact, and artifacts lead nowhere.
            var link = node is null ? null : inline as Link;
            if (link is not null) part = null;
            var owner = !hasLinks ? node : link is not null ? node!.Add(new("Link")) : part ??= node!.Add(new(null));
            var face = FontFace.Of(isBold, italic);
            pieces.Add((says.ReplaceLineEndings("\n"), face));
            looks.Add(new(0, setting.Desk.Style(face, size, link is { Anchor: null }), owner, link));
        }
        var text = setting.Texts.Of(CollectionsMarshal.AsSpan(pieces), setting.Desk);
        return Of(text, looks, setting.Desk.Ends) ?? Of("", FontFace.Of(bold, false), size, node, setting);
    }

    /// <summary>Plain text as a flow.</summary>
    public static TextFlow Of(string text, FontFace face, double size, Node? node, Setting setting)
    {
        var shaped = text.Length == 0 ? ShapedText.Empty : setting.Texts.Of(text, face, setting.Desk);
        return new(shaped, new(shaped.Words.Length, setting.Desk.Style(face, size, isLink: false), node, null), []);
    }

    /// <summary>The same stretches over other words.</summary>
    /// <param name="text">The words.</param>
    /// <param name="ends">Number of words up to the end of each stretch.</param>
    public TextFlow Over(ShapedText text, IReadOnlyList<int> ends) =>
        new(text, First with { End = ends[0] }, [.. More.Select((s, i) => s with { End = ends[i + 1] })]);

    private static TextFlow? Of(ShapedText text, List<Stretch> looks, List<int> ends)
    {
        if (looks.Count == 0) return null;
        var stretches = new List<Stretch>(looks.Count);
        for (var i = 0; i < looks.Count; i++)
        {
            var stretch = looks[i] with { End = ends[i] };
            if (stretches.Count > 0 && stretches[^1] with { End = stretch.End } == stretch) stretches[^1] = stretch;
            else stretches.Add(stretch);
        }
        return new(text, stretches[0], [.. stretches.Skip(1)]);
    }
}
