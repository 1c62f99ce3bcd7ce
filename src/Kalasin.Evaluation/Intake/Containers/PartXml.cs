using System.Buffers;
using System.Text;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// Forward reading of a part's XML within limits: no document type, bounded depth and text, nothing resolved. Reads bytes and keeps none of
/// them, so that what nobody asks for costs next to nothing; what it hands out as bytes is good until the next thing is read.
/// </summary>
internal sealed class PartXml(Func<Stream> open, string name, Budget budget) : IDisposable
{
    private readonly XmlNodes nodes = new(open, name, budget);
    private readonly ArrayBufferWriter<byte> meant = new();
    private readonly StringBuilder builder = new();

    /// <summary>The current element, to read the children of.</summary>
    public XmlParent Here => new(nodes.Level, nodes.Tag.IsEmpty);

    /// <summary>Where the current tag begins, in bytes of the part as UTF-8.</summary>
    public long At => nodes.At;

    /// <summary>Where the current tag ends.</summary>
    public long EndAt => nodes.EndAt;

    /// <summary>The name of the current element, with its prefix.</summary>
    public string Name => Encoding.UTF8.GetString(nodes.Held.Slice(1, nodes.Tag.NameLength));

    /// <summary>An attribute of the current element by name without prefix, or <see langword="null"/>.</summary>
    public string? this[ReadOnlySpan<byte> attribute] => nodes.Tag.Find(attribute, nodes.Held) is >= 0 and var found ? ToText(Spaced(found)) : null;

    /// <summary>The bytes of an attribute of the current element by name without prefix; white space as it stands.</summary>
    public bool TryGet(ReadOnlySpan<byte> attribute, out ReadOnlySpan<byte> value)
    {
        var found = nodes.Tag.Find(attribute, nodes.Held);
        value = found < 0 ? default : Value(found);
        return found >= 0;
    }

    /// <summary>An attribute that has a prefix, by local name: <c>r:id</c>, whichever edition of the standard its namespace is from.</summary>
    public string? Qualified(ReadOnlySpan<byte> localName)
    {
        for (var i = 0; i < nodes.Tag.Count; i++)
        {
            var full = nodes.Tag.NameOf(i, nodes.Held);
            if (full.IndexOf((byte)':') is > 0 and var colon && full[(colon + 1)..].SequenceEqual(localName) && !full.StartsWith("xmlns:"u8))
                return ToText(Spaced(i));
        }
        return null;
    }

    /// <summary>Whether the current element is called so, in whichever namespace (transitional and strict files differ).</summary>
    public bool Is(ReadOnlySpan<byte> localName) => nodes.Held[nodes.Tag.LocalAt..(nodes.Tag.NameLength + 1)].SequenceEqual(localName);

    /// <summary>Moves to the root element.</summary>
    public XmlParent Root()
    {
        while (nodes.Read())
            if (nodes.Node == XmlNode.Start) return Here;
        throw nodes.Broken();
    }

    /// <summary>Moves to the next child element; <see langword="false"/> at the parent's end. What the caller left unread is passed over.</summary>
    public bool NextChild(XmlParent parent)
    {
        if (parent.IsEmpty) return false;
        while (nodes.Read())
        {
            if (nodes.Node == XmlNode.Start && nodes.Level == parent.Depth + 1) return true;
            if (nodes.Node == XmlNode.End && nodes.Level == parent.Depth) return false;
        }
        return false;
    }

    /// <summary>Moves to the next element inside, however deep; <see langword="false"/> at the parent's end.</summary>
    public bool NextInside(XmlParent parent)
    {
        if (parent.IsEmpty) return false;
        while (nodes.Read())
        {
            if (nodes.Node == XmlNode.Start) return true;
            if (nodes.Node == XmlNode.End && nodes.Level == parent.Depth) return false;
        }
        return false;
    }

    /// <summary>
    /// Moves to the next element inside, however deep, and appends the text on the way; <see langword="false"/> at the parent's end. The text
    /// of elements inside comes too, unless they are passed over.
    /// </summary>
    public bool NextPiece(XmlParent parent, StringBuilder text)
    {
        if (parent.IsEmpty) return false;
        while (nodes.Read())
        {
            if (nodes.Node == XmlNode.Start) return true;
            if (nodes.Node == XmlNode.End && nodes.Level == parent.Depth) return false;
            if (nodes.Node == XmlNode.End) continue;
            meant.ResetWrittenCount();
            if (!XmlCharacters.TryAppend(nodes.Node == XmlNode.Text ? nodes.Current : nodes.Current["<![CDATA[".Length..^3], meant, isVerbatim: nodes.Node == XmlNode.Verbatim)) throw nodes.Broken();
            text.Append(ToText(meant.WrittenSpan));
            if (text.Length > budget.Limits.CellCharacters) throw nodes.TooLong();
        }
        return false;
    }

    /// <summary>Passes over the current element.</summary>
    public void Pass()
    {
        for (var element = Here; NextInside(element);) { }
    }

    /// <summary>The text of the current element, up to its end.</summary>
    public string Text() => ToText(Content());

    /// <summary>The one place where texts of the part are put together, empty; what was put together there before is gone.</summary>
    public StringBuilder Empty() => builder.Clear();

    /// <summary>Appends the text of the current element, up to its end.</summary>
    public void AppendText(StringBuilder text) => Append(text, Text());

    /// <summary>Appends what was read before.</summary>
    public void Append(StringBuilder text, string more)
    {
        text.Append(more);
        if (text.Length > budget.Limits.CellCharacters) throw nodes.TooLong();
    }

    /// <summary>The bytes of the text of the current element, up to its end.</summary>
    public ReadOnlySpan<byte> Content()
    {
        if (nodes.Tag.IsEmpty) return [];
        var text = nodes.TryPlain(out var plain) ? nodes.Held[..plain] : Pieces();
        return text.Length <= budget.Limits.CellCharacters || Encoding.UTF8.GetCharCount(text) <= budget.Limits.CellCharacters ? text : throw nodes.TooLong();
    }

    public string ToText(ReadOnlySpan<byte> text)
    {
        var result = XmlCharacters.ToText(text) ?? throw nodes.Broken();
        return result.Length <= budget.Limits.CellCharacters ? result : throw nodes.TooLong();
    }

    /// <summary>White space in an attribute is a space (XML 1.0, 3.3.3).</summary>
    private ReadOnlySpan<byte> Spaced(int index)
    {
        var written = nodes.Tag.ValueOf(index, nodes.Held);
        if (!written.ContainsAny((byte)'\t', (byte)'\r', (byte)'\n')) return Value(index);
        Span<byte> spaced = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(written).ReplaceLineEndings(" "));
        spaced.Replace((byte)'\t', (byte)' ');
        meant.ResetWrittenCount();
        return XmlCharacters.TryAppend(spaced, meant) ? meant.WrittenSpan : throw nodes.Broken();
    }

    public void Dispose() => nodes.Dispose();

    private ReadOnlySpan<byte> Pieces()
    {
        meant.ResetWrittenCount();
        var inside = nodes.Depth;
        while (nodes.Read() && nodes.Depth >= inside)
        {
            if (nodes.Node is not (XmlNode.Text or XmlNode.Verbatim)) continue;
            if (!XmlCharacters.TryAppend(nodes.Node == XmlNode.Text ? nodes.Current : nodes.Current["<![CDATA[".Length..^3], meant, isVerbatim: nodes.Node == XmlNode.Verbatim)) throw nodes.Broken();
            if (meant.WrittenCount > 4 * budget.Limits.CellCharacters) throw nodes.TooLong();
        }
        return meant.WrittenSpan;
    }

    private ReadOnlySpan<byte> Value(int index)
    {
        var value = nodes.Tag.ValueOf(index, nodes.Held);
        if (!nodes.Tag.HasReferences) return value;
        meant.ResetWrittenCount();
        return XmlCharacters.TryAppend(value, meant) ? meant.WrittenSpan : throw nodes.Broken();
    }
}

/// <summary>An element whose children are being read.</summary>
internal readonly record struct XmlParent(int Depth, bool IsEmpty);
