using System.Collections.Concurrent;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>
/// A node of the document's logical structure in reading order. A node without a role is a stretch of its parent's own text
/// between children. Built while blocks are measured and only read afterwards; boxes point to the node they show. Siblings
/// are chained, because a report has a node per cell and a list for each would cost more than the nodes.
/// </summary>
/// <param name="traits">What it is; <see langword="null"/> for a stretch of the parent's text.</param>
internal sealed class Node(Traits? traits)
{
    /// <summary>See <see cref="Traits"/>; <see langword="null"/> for a stretch of the parent's text.</summary>
    public string? Role => traits?.Role;

    public Traits Traits => traits ?? Traits.None;

    /// <summary>Until the document is laid out children are chained from the last: no node needs to know both ends.</summary>
    public Node? FirstChild { get; private set; }

    public Node? Next { get; private set; }

    /// <summary>Place in reading order, the root's is 0; known once the document is laid out.</summary>
    public int Number { get; private set; }

    public Node Add(Node child)
    {
        child.Next = FirstChild;
        return FirstChild = child;
    }

    /// <summary>Numbers this node and all under it, once all are there; returns the number after the last.</summary>
    public int NumberFrom(int number)
    {
        Number = number++;
        Node? first = null;
        for (Node? child = FirstChild, before; child is not null; child = before) (before, child.Next, first) = (child.Next, first, child);
        FirstChild = first;
        for (var child = first; child is not null; child = child.Next) number = child.NumberFrom(number);
        return number;
    }
}

/// <summary>What a node is; shared by nodes alike.</summary>
/// <param name="Role">Standard structure type of PDF 1.7, such as P or TD.</param>
internal sealed record Traits(string? Role)
{
    private static readonly ConcurrentDictionary<string, Traits> OfRole = new(StringComparer.Ordinal);

    public static Traits None { get; } = new((string?)null);

    public static Traits Row { get; } = new("TR");

    public static Traits Cell { get; } = new("TD");

    /// <summary>A cell that names its column, and one that names its row.</summary>
    public static Traits NamesColumn { get; } = new("TH") { Scope = "Column" };

    /// <inheritdoc cref="NamesColumn"/>
    public static Traits NamesRow { get; } = new("TH") { Scope = "Row" };

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

    /// <summary>A role and nothing more.</summary>
    public static implicit operator Traits(string role) => OfRole.GetOrAdd(role, static r => new(r));
}
