using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>The logical structure and what on the pages belongs to it (ISO 32000-1, 14.7 and 14.8).</summary>
internal sealed class StructureTree
{
    private readonly Node root;
    private readonly PdfFile file;
    private readonly Dictionary<Node, int> ids = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, List<(int Page, int Content)>> contents = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, List<int>> annotations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, (double Left, double Bottom, double Right, double Top)> bounds = new(ReferenceEqualityComparer.Instance);
    private readonly List<List<int>> pages = [];
    private readonly List<int> links = [];

    public StructureTree(Node root, PdfFile file)
    {
        (this.root, this.file) = (root, file);
        Id = file.Reserve();
        Number(root, Id);
    }

    /// <summary>Number of the StructTreeRoot.</summary>
    public int Id { get; }

    // Stretches of a node's own text share the node's element.
    private void Number(Node node, int parent)
    {
        ids[node] = node.Role is null ? parent : file.Reserve();
        foreach (var child in node.Children) Number(child, ids[node]);
    }

    /// <summary>Starts the next page.</summary>
    public void BeginPage() => pages.Add([]);

    /// <summary>Identifier of a new marked-content sequence of the page, which belongs to a node.</summary>
    public int Mark(Node node)
    {
        var page = pages[^1];
        page.Add(ids[node]);
        if (!contents.TryGetValue(node, out var marks)) contents[node] = marks = [];
        marks.Add((pages.Count - 1, page.Count - 1));
        return page.Count - 1;
    }

    /// <summary>Adds an annotation to a node; returns its key in the parent tree, counted after the pages'.</summary>
    public int Annotate(Node node, int annotation)
    {
        if (!annotations.TryGetValue(node, out var known)) annotations[node] = known = [];
        known.Add(annotation);
        links.Add(ids[node]);
        return links.Count - 1;
    }

    /// <summary>Where a figure stands, in page coordinates.</summary>
    public void Bound(Node node, double left, double bottom, double right, double top) => bounds[node] = (left, bottom, right, top);

    /// <summary>Writes root, elements and parent tree.</summary>
    public void Write(IReadOnlyList<int> pageIds)
    {
        var parents = file.Reserve();
        file.Open(Id).Raw("<</Type/StructTreeRoot/K "u8).Reference(ids[root]).Raw("/ParentTree "u8).Reference(parents).Raw("/ParentTreeNextKey "u8).Number(pages.Count + links.Count).Raw(">>"u8);
        file.Close();
        Write(root, Id, pageIds);
        var tree = file.Open(parents).Raw("<</Nums["u8);
        for (var i = 0; i < pages.Count; i++)
        {
            tree.Number(i).Raw("["u8);
            foreach (var id in pages[i]) tree.Reference(id).Raw(" "u8);
            tree.Raw("]\n"u8);
        }
        for (var i = 0; i < links.Count; i++) tree.Number(pages.Count + i).Raw(" "u8).Reference(links[i]).Raw("\n"u8);
        tree.Raw("]>>"u8);
        file.Close();
    }

    private void Write(Node node, int parent, IReadOnlyList<int> pageIds)
    {
        var page = FirstPage(node);
        var element = file.Open(ids[node]).Raw("<</Type/StructElem/S/"u8).Raw(node.Role!).Raw("/P "u8).Reference(parent);
        if (page >= 0) element.Raw("/Pg "u8).Reference(pageIds[page]);
        if (node.Alternate is { } alternate) element.Raw("/Alt"u8).Text(alternate);
        Attributes(node, element);
        if (page >= 0 || node.Children.Count > 0)
        {
            element.Raw("/K["u8);
            Kids(node, page, pageIds, element);
            element.Raw("]"u8);
        }
        element.Raw(">>"u8);
        file.Close();
        foreach (var child in node.Children.Where(c => c.Role is not null)) Write(child, ids[node], pageIds);
    }

    private int FirstPage(Node node)
    {
        if (contents.TryGetValue(node, out var own)) return own[0].Page;
        foreach (var child in node.Children)
            if (child.Role is null && contents.TryGetValue(child, out var marks)) return marks[0].Page;
        return -1;
    }

    private void Kids(Node node, int page, IReadOnlyList<int> pageIds, PdfSyntax element)
    {
        foreach (var (on, content) in contents.GetValueOrDefault(node) ?? [])
        {
            if (on == page) element.Number(content).Raw(" "u8);
            else element.Raw("<</Type/MCR/Pg "u8).Reference(pageIds[on]).Raw("/MCID "u8).Number(content).Raw(">>"u8);
        }
        foreach (var annotation in annotations.GetValueOrDefault(node) ?? []) element.Raw("<</Type/OBJR/Obj "u8).Reference(annotation).Raw(">>"u8);
        foreach (var child in node.Children)
        {
            if (child.Role is null) Kids(child, page, pageIds, element);
            else element.Reference(ids[child]).Raw(" "u8);
        }
    }

    private void Attributes(Node node, PdfSyntax element)
    {
        if (bounds.TryGetValue(node, out var box)) element.Raw("/A<</O/Layout/Placement/Block/BBox["u8).Numbers(box.Left, box.Bottom, box.Right, box.Top).Raw("]>>"u8);
        if (node.Numbering is { } numbering) element.Raw("/A<</O/List/ListNumbering/"u8).Raw(numbering).Raw(">>"u8);
        if (node.Scope is null && node.ColumnSpan == 1 && node.RowSpan == 1 && node.Summary is null) return;
        element.Raw("/A<</O/Table"u8);
        if (node.Scope is { } scope) element.Raw("/Scope/"u8).Raw(scope);
        if (node.ColumnSpan > 1) element.Raw("/ColSpan "u8).Number(node.ColumnSpan);
        if (node.RowSpan > 1) element.Raw("/RowSpan "u8).Number(node.RowSpan);
        if (node.Summary is { } summary) element.Raw("/Summary"u8).Text(summary);
        element.Raw(">>"u8);
    }
}
