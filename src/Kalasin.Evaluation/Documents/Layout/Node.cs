namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>
/// A node of the document's logical structure in reading order. A node without a role is a stretch of its parent's own text
/// between children. Built while blocks are measured and only read afterwards; boxes point to the node they show. Siblings
/// are chained, because a report has a node per cell and a list for each would cost more than the nodes.
/// </summary>
/// <param name="role">Standard structure type of PDF 1.7, such as P or TD; <see langword="null"/> for a stretch of the parent's text.</param>
/// <param name="traits">What else is known of it. Default: nothing.</param>
internal sealed class Node(string? role, Traits? traits = null)
{
    private Node? last;

    public string? Role => role;

    public Traits Traits => traits ?? Traits.None;

    public Node? FirstChild { get; private set; }

    public Node? Next { get; private set; }

    /// <summary>Place in reading order, the root's is 0; known once the document is laid out.</summary>
    public int Number { get; private set; }

    public Node Add(Node child)
    {
        if (last is null) FirstChild = child;
        else last.Next = child;
        return last = child;
    }

    /// <summary>Numbers this node and all under it; returns the number after the last.</summary>
    public int NumberFrom(int number)
    {
        Number = number++;
        for (var child = FirstChild; child is not null; child = child.Next) number = child.NumberFrom(number);
        return number;
    }
}

/// <summary>What a node is beyond its role; shared by nodes alike.</summary>
internal sealed record Traits
{
    public static Traits None { get; } = new();

    /// <summary>Of a TH that names its column, and of one that names its row.</summary>
    public static Traits NamesColumn { get; } = new() { Scope = "Column" };

    /// <inheritdoc cref="NamesColumn"/>
    public static Traits NamesRow { get; } = new() { Scope = "Row" };

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
}
