using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>The logical structure and what on the pages belongs to it (ISO 32000-1, 14.7 and 14.8).</summary>
internal sealed class StructureTree
{
    private readonly Node root;
    private readonly PdfFile file;
    private readonly Dictionary<Node, Element> elements = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, List<int>> annotations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, (double Left, double Bottom, double Right, double Top)> bounds = new(ReferenceEqualityComparer.Instance);
    private readonly List<List<int>> pages = [];
    private readonly List<int> links = [];

    /// <summary>What a node became: the number of its element and the marked content that is its own.</summary>
    private sealed class Element(int id)
    {
        private (int Page, int Content) first = (-1, -1);
        private List<(int Page, int Content)>? more;

        public int Id => id;

        /// <summary>Page of its first content; -1 for none.</summary>
        public int FirstPage => first.Page;

        /// <summary>Number of contents.</summary>
        public int Count => first.Page < 0 ? 0 : 1 + (more?.Count ?? 0);

        public (int Page, int Content) this[int index] => index == 0 ? first : more![index - 1];

        // Nearly every element has one content.
        public void Add(int page, int content)
        {
            if (first.Page < 0) first = (page, content);
            else (more ??= []).Add((page, content));
        }
    }

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
        var id = node.Role is null ? parent : file.Reserve();
        elements.Add(node, new(id));
        foreach (var child in node.Children) Number(child, id);
    }

    /// <summary>Starts the next page.</summary>
    public void BeginPage() => pages.Add([]);

    /// <summary>Identifier of a new marked-content sequence of the page, which belongs to a node.</summary>
    public int Mark(Node node)
    {
        var page = pages[^1];
        var element = elements[node];
        page.Add(element.Id);
        element.Add(pages.Count - 1, page.Count - 1);
        return page.Count - 1;
    }

    /// <summary>Adds an annotation to a node; returns its key in the parent tree, counted after the pages'.</summary>
    public int Annotate(Node node, int annotation)
    {
        if (!annotations.TryGetValue(node, out var known)) annotations[node] = known = [];
        known.Add(annotation);
        links.Add(elements[node].Id);
        return links.Count - 1;
    }

    /// <summary>Where a figure stands, in page coordinates.</summary>
    public void Bound(Node node, double left, double bottom, double right, double top) => bounds[node] = (left, bottom, right, top);

    /// <summary>Writes root, elements and parent tree.</summary>
    public void Write(IReadOnlyList<int> pageIds)
    {
        var parents = file.Reserve();
        file.Open(Id).Raw("<</Type/StructTreeRoot/K "u8).Reference(elements[root].Id).Raw("/ParentTree "u8).Reference(parents).Raw("/ParentTreeNextKey "u8).Number(pages.Count + links.Count).Raw(">>"u8);
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
        var own = elements[node];
        var page = FirstPage(node, own);
        var element = file.Open(own.Id).Raw("<</Type/StructElem/S/"u8).Raw(node.Role!).Raw("/P "u8).Reference(parent);
        if (page >= 0) element.Raw("/Pg "u8).Reference(pageIds[page]);
        if (node.Alternate is { } alternate) element.Raw("/Alt"u8).Text(alternate);
        Attributes(node, element);
        if (page >= 0 || node.Children.Count > 0)
        {
            element.Raw("/K["u8);
            Kids(node, own, page, pageIds, element);
            element.Raw("]"u8);
        }
        element.Raw(">>"u8);
        file.Close();
        foreach (var child in node.Children)
            if (child.Role is not null) Write(child, own.Id, pageIds);
    }

    private int FirstPage(Node node, Element own)
    {
        if (own.Count > 0) return own.FirstPage;
        foreach (var child in node.Children)
            if (child.Role is null && elements[child] is { Count: > 0 } stretch) return stretch.FirstPage;
        return -1;
    }

    private void Kids(Node node, Element own, int page, IReadOnlyList<int> pageIds, PdfSyntax syntax)
    {
        for (var i = 0; i < own.Count; i++)
        {
            var (on, content) = own[i];
            if (on == page) syntax.Number(content).Raw(" "u8);
            else syntax.Raw("<</Type/MCR/Pg "u8).Reference(pageIds[on]).Raw("/MCID "u8).Number(content).Raw(">>"u8);
        }
        if (annotations.TryGetValue(node, out var annotated))
            foreach (var annotation in annotated) syntax.Raw("<</Type/OBJR/Obj "u8).Reference(annotation).Raw(">>"u8);
        foreach (var child in node.Children)
        {
            var element = elements[child];
            if (child.Role is null) Kids(child, element, page, pageIds, syntax);
            else syntax.Reference(element.Id).Raw(" "u8);
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
