using System.Buffers;
using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>The logical structure and what on the pages belongs to it (ISO 32000-1, 14.7 and 14.8).</summary>
internal sealed class StructureTree
{
    private readonly LaidOut layout;
    private readonly PdfFile file;
    private readonly Action<string?> checkLength;
    // By number of the node. Borrowed: there is one for every cell of a report.
    private readonly Element[] elements;
    private readonly Dictionary<int, List<(int Page, int Content)>> more = [];
    private readonly Dictionary<int, List<int>> annotations = [];
    private readonly Dictionary<int, (double Left, double Bottom, double Right, double Top)> bounds = [];
    private readonly List<IReadOnlyList<int>> pages = [];
    private readonly List<int> links = [];

    /// <summary>What a node became.</summary>
    /// <param name="Id">Number of its element.</param>
    /// <param name="Page">Page of its first marked content; -1 for none. Nearly every element has one content; the others' are in <see cref="more"/>.</param>
    /// <param name="Content">That content.</param>
    private readonly record struct Element(int Id, int Page, int Content);

    /// <param name="layout">What is tagged.</param>
    /// <param name="file">Where to.</param>
    /// <param name="checkLength">Told every text string of the structure.</param>
    public StructureTree(LaidOut layout, PdfFile file, Action<string?> checkLength)
    {
        (this.layout, this.file, this.checkLength) = (layout, file, checkLength);
        elements = ArrayPool<Element>.Shared.Rent(layout.Nodes);
        Id = file.Reserve();
        Number(layout.Root, Id);
    }

    /// <summary>Number of the StructTreeRoot.</summary>
    public int Id { get; }

    // Stretches of a node's own text share the node's element.
    private void Number(Node node, int parent)
    {
        var id = node.Role is null ? parent : file.Reserve();
        elements[node.Number] = new(id, -1, -1);
        for (var child = node.FirstChild; child is not null; child = child.Next) Number(child, id);
    }

    /// <summary>Adds the next page.</summary>
    /// <param name="marks">Number of the node that each of its marked-content sequences belongs to, by its identifier.</param>
    public void AddPage(IReadOnlyList<int> marks)
    {
        for (var i = 0; i < marks.Count; i++)
        {
            ref var element = ref elements[marks[i]];
            if (element.Page < 0) element = element with { Page = pages.Count, Content = i };
            else
            {
                if (!more.TryGetValue(marks[i], out var further)) more[marks[i]] = further = [];
                further.Add((pages.Count, i));
            }
        }
        pages.Add(marks);
    }

    /// <summary>Adds an annotation to a node; returns its key in the parent tree, counted after the pages'.</summary>
    public int Annotate(Node node, int annotation)
    {
        if (!annotations.TryGetValue(node.Number, out var known)) annotations[node.Number] = known = [];
        known.Add(annotation);
        links.Add(elements[node.Number].Id);
        return links.Count - 1;
    }

    /// <summary>Where a figure stands, in page coordinates.</summary>
    public void Bound(Node node, double left, double bottom, double right, double top) => bounds[node.Number] = (left, bottom, right, top);

    /// <summary>Writes root, elements and parent tree; nothing can be marked afterwards.</summary>
    public void Write(IReadOnlyList<int> pageIds)
    {
        var parents = file.Reserve();
        file.Open(Id).Raw("<</Type/StructTreeRoot/K "u8).Reference(elements[0].Id)
            .Raw("/ParentTree "u8).Reference(parents).Raw("/ParentTreeNextKey "u8).Number(pages.Count + links.Count).Raw(">>"u8);
        file.Close();
        Write(layout.Root, Id, pageIds);
        var tree = file.Open(parents).Raw("<</Nums["u8);
        for (var i = 0; i < pages.Count; i++)
        {
            tree.Number(i).Raw("["u8);
            foreach (var node in pages[i]) tree.Reference(elements[node].Id).Raw(" "u8);
            tree.Raw("]\n"u8);
        }
        for (var i = 0; i < links.Count; i++) tree.Number(pages.Count + i).Raw(" "u8).Reference(links[i]).Raw("\n"u8);
        tree.Raw("]>>"u8);
        file.Close();
        ArrayPool<Element>.Shared.Return(elements);
    }

    private void Write(Node node, int parent, IReadOnlyList<int> pageIds)
    {
        var id = elements[node.Number].Id;
        var page = FirstPage(node);
        var element = file.Open(id).Raw("<</Type/StructElem/S/"u8).Raw(node.Role!).Raw("/P "u8).Reference(parent);
        if (page >= 0) element.Raw("/Pg "u8).Reference(pageIds[page]);
        Attributes(node, element);
        if (page >= 0 || node.FirstChild is not null)
        {
            element.Raw("/K["u8);
            Kids(node, page, pageIds, element);
            element.Raw("]"u8);
        }
        element.Raw(">>"u8);
        file.Close();
        for (var child = node.FirstChild; child is not null; child = child.Next)
            if (child.Role is not null) Write(child, id, pageIds);
    }

    private int FirstPage(Node node)
    {
        if (elements[node.Number].Page is >= 0 and var own) return own;
        for (var child = node.FirstChild; child is not null; child = child.Next)
            if (child.Role is null && elements[child.Number].Page is >= 0 and var first) return first;
        return -1;
    }

    private void Kids(Node node, int page, IReadOnlyList<int> pageIds, PdfSyntax syntax)
    {
        var (_, first, content) = elements[node.Number];
        if (first >= 0) Content(first, content, page, pageIds, syntax);
        if (more.TryGetValue(node.Number, out var further))
            foreach (var (on, next) in further) Content(on, next, page, pageIds, syntax);
        if (annotations.TryGetValue(node.Number, out var annotated))
            foreach (var annotation in annotated) syntax.Raw("<</Type/OBJR/Obj "u8).Reference(annotation).Raw(">>"u8);
        for (var child = node.FirstChild; child is not null; child = child.Next)
        {
            if (child.Role is null) Kids(child, page, pageIds, syntax);
            else syntax.Reference(elements[child.Number].Id).Raw(" "u8);
        }
    }

    private static void Content(int on, int content, int page, IReadOnlyList<int> pageIds, PdfSyntax syntax)
    {
        if (on == page) syntax.Number(content).Raw(" "u8);
        else syntax.Raw("<</Type/MCR/Pg "u8).Reference(pageIds[on]).Raw("/MCID "u8).Number(content).Raw(">>"u8);
    }

    private void Attributes(Node node, PdfSyntax element)
    {
        if (bounds.TryGetValue(node.Number, out var box))
            element.Raw("/A<</O/Layout/Placement/Block/BBox["u8).Numbers(box.Left, box.Bottom, box.Right, box.Top).Raw("]>>"u8);
        var traits = node.Traits;
        checkLength(traits.Alternate);
        checkLength(traits.Summary);
        if (traits.Alternate is { } alternate) element.Raw("/Alt"u8).Text(alternate);
        if (traits.Numbering is { } numbering) element.Raw("/A<</O/List/ListNumbering/"u8).Raw(numbering).Raw(">>"u8);
        if (traits.Scope is null && traits.ColumnSpan == 1 && traits.RowSpan == 1 && traits.Summary is null) return;
        element.Raw("/A<</O/Table"u8);
        if (traits.Scope is { } scope) element.Raw("/Scope/"u8).Raw(scope);
        if (traits.ColumnSpan > 1) element.Raw("/ColSpan "u8).Number(traits.ColumnSpan);
        if (traits.RowSpan > 1) element.Raw("/RowSpan "u8).Number(traits.RowSpan);
        if (traits.Summary is { } summary) element.Raw("/Summary"u8).Text(summary);
        element.Raw(">>"u8);
    }
}
