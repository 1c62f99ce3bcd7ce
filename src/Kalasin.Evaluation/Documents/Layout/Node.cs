namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>
/// A node of the document's logical structure in reading order. A node without a role is a stretch of its parent's own text
/// between children. Built while blocks are measured and only read afterwards; boxes point to the node they show.
/// </summary>
internal sealed class Node(string? role)
{
    /// <summary>Standard structure type of PDF 1.7, such as P or TD; <see langword="null"/> for a stretch of the parent's text.</summary>
    public string? Role { get; } = role;

    public List<Node> Children { get; init; } = [];

    /// <summary>Words for what can't be seen.</summary>
    public string? Alternate { get; init; }

    /// <summary>Row or Column: what a TH names.</summary>
    public string? Scope { get; init; }

    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;

    /// <summary>What a table shows.</summary>
    public string? Summary { get; init; }

    /// <summary>How the labels of a list count.</summary>
    public string? Numbering { get; init; }

    public Node Add(Node child)
    {
        Children.Add(child);
        return child;
    }
}
