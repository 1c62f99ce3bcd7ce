using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>Headings as bookmarks (ISO 32000-1, 12.3.3).</summary>
internal static class Outline
{
    private sealed record Item(int Id, PlacedHeading Heading, List<Item> Children);

    /// <summary>Writes the outline; its number, or 0 when there are no headings.</summary>
    public static int Write(PdfFile file, LaidOut layout, IReadOnlyList<int> pageIds)
    {
        if (layout.Headings.IsEmpty) return 0;
        var root = new Item(file.Reserve(), layout.Headings[0], []);
        var path = new List<Item> { root };
        foreach (var heading in layout.Headings)
        {
            while (path.Count > heading.Heading.Level) path.RemoveAt(path.Count - 1);
            var item = new Item(file.Reserve(), heading, []);
            path[^1].Children.Add(item);
            path.Add(item);
        }
        file.Open(root.Id).Raw("<</Type/Outlines/First "u8).Reference(root.Children[0].Id)
            .Raw("/Last "u8).Reference(root.Children[^1].Id).Raw("/Count "u8).Number(root.Children.Count).Raw(">>"u8);
        file.Close();
        Write(file, root, layout, pageIds);
        return root.Id;
    }

    private static void Write(PdfFile file, Item parent, LaidOut layout, IReadOnlyList<int> pageIds)
    {
        for (var i = 0; i < parent.Children.Count; i++)
        {
            var item = parent.Children[i];
            var entry = file.Open(item.Id).Raw("<</Title"u8).Text(item.Heading.Heading.Text).Raw("/Parent "u8).Reference(parent.Id);
            if (i > 0) entry.Raw("/Prev "u8).Reference(parent.Children[i - 1].Id);
            if (i < parent.Children.Count - 1) entry.Raw("/Next "u8).Reference(parent.Children[i + 1].Id);
            // A negative count: closed until the reader opens it.
            if (item.Children.Count > 0)
                entry.Raw("/First "u8).Reference(item.Children[0].Id).Raw("/Last "u8)
                    .Reference(item.Children[^1].Id).Raw("/Count "u8).Number(-item.Children.Count);
            Destination(entry.Raw("/Dest"u8), item.Heading, layout, pageIds).Raw(">>"u8);
            file.Close();
            Write(file, item, layout, pageIds);
        }
    }

    /// <summary>The place of a heading, a little above it.</summary>
    public static PdfSyntax Destination(PdfSyntax syntax, PlacedHeading heading, LaidOut layout, IReadOnlyList<int> pageIds) =>
        Destination(syntax, (heading.Page, heading.Y), layout, pageIds);

    /// <summary>A place, a little above it.</summary>
    public static PdfSyntax Destination(PdfSyntax syntax, (int Page, double Y) place, LaidOut layout, IReadOnlyList<int> pageIds) =>
        Destination(syntax, place.Page, Math.Max(0, place.Y - 6), layout, pageIds);

    /// <summary>A page, from a height down.</summary>
    public static PdfSyntax Destination(PdfSyntax syntax, int page, double y, LaidOut layout, IReadOnlyList<int> pageIds) =>
        syntax.Raw("["u8).Reference(pageIds[page - 1]).Raw("/XYZ 0 "u8).Number(layout.Pages[page - 1].Height - y).Raw(" null]"u8);
}
