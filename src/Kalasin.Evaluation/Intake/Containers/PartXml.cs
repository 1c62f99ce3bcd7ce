using System.Buffers;
using System.Text;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// Forward reading of a part's XML within limits: no document type, bounded depth and text, nothing resolved. Reads bytes and keeps none of
/// them, so that what nobody asks for costs next to nothing; what it hands out as bytes is good until the next thing is read.
/// </summary>
internal sealed class PartXml : IDisposable
{
    private const int StepsPerNode = 8;

    private readonly string name;
    private readonly Budget budget;
    private readonly XmlBytes bytes;
    private readonly XmlTag tag = new();
    private readonly ArrayBufferWriter<byte> meant = new();
    private readonly StringBuilder builder = new();
    private readonly int[] nameEnds;
    private byte[] names = new byte[256];
    private Node node;
    private int length;
    private int depth;
    private int level;
    private bool rootSeen;

    public PartXml(Func<Stream> open, string name, Budget budget)
    {
        (this.name, this.budget, nameEnds) = (name, budget, new int[budget.Limits.XmlDepth + 1]);
        try
        {
            bytes = XmlBytes.Open(open);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            throw Broken();
        }
    }

    private enum Node : byte { None, Start, End, Text, Verbatim }

    /// <summary>The current element, to read the children of.</summary>
    public XmlParent Here => new(level, tag.IsEmpty);

    /// <summary>Where the current tag begins, in bytes of the part as UTF-8.</summary>
    public long At => bytes.Passed;

    /// <summary>Where the current tag ends.</summary>
    public long EndAt => bytes.Passed + length;

    /// <summary>The name of the current element, with its prefix.</summary>
    public string Name => Encoding.UTF8.GetString(bytes.Held.Slice(1, tag.NameLength));

    private ReadOnlySpan<byte> Current => bytes.Held[..length];

    /// <summary>An attribute of the current element by name without prefix, or <see langword="null"/>.</summary>
    public string? this[ReadOnlySpan<byte> attribute] => tag.Find(attribute, bytes.Held) is >= 0 and var found ? ToText(Spaced(found)) : null;

    /// <summary>The bytes of an attribute of the current element by name without prefix; white space as it stands.</summary>
    public bool TryGet(ReadOnlySpan<byte> attribute, out ReadOnlySpan<byte> value)
    {
        var found = tag.Find(attribute, bytes.Held);
        value = found < 0 ? default : Value(found);
        return found >= 0;
    }

    /// <summary>An attribute that has a prefix, by local name: <c>r:id</c>, whichever edition of the standard its namespace is from.</summary>
    public string? Qualified(ReadOnlySpan<byte> localName)
    {
        for (var i = 0; i < tag.Count; i++)
        {
            var full = tag.NameOf(i, bytes.Held);
            if (full.IndexOf((byte)':') is > 0 and var colon && full[(colon + 1)..].SequenceEqual(localName) && !full.StartsWith("xmlns:"u8))
                return ToText(Spaced(i));
        }
        return null;
    }

    /// <summary>Whether the current element is called so, in whichever namespace (transitional and strict files differ).</summary>
    public bool Is(ReadOnlySpan<byte> localName) => bytes.Held[tag.LocalAt..(tag.NameLength + 1)].SequenceEqual(localName);

    /// <summary>Moves to the root element.</summary>
    public XmlParent Root()
    {
        while (Read())
            if (node == Node.Start) return Here;
        throw Broken();
    }

    /// <summary>Moves to the next child element; <see langword="false"/> at the parent's end. What the caller left unread is passed over.</summary>
    public bool NextChild(XmlParent parent)
    {
        if (parent.IsEmpty) return false;
        while (Read())
        {
            if (node == Node.Start && level == parent.Depth + 1) return true;
            if (node == Node.End && level == parent.Depth) return false;
        }
        return false;
    }

    /// <summary>Moves to the next element inside, however deep; <see langword="false"/> at the parent's end.</summary>
    public bool NextInside(XmlParent parent)
    {
        if (parent.IsEmpty) return false;
        while (Read())
        {
            if (node == Node.Start) return true;
            if (node == Node.End && level == parent.Depth) return false;
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
        while (Read())
        {
            if (node == Node.Start) return true;
            if (node == Node.End && level == parent.Depth) return false;
            if (node == Node.End) continue;
            meant.ResetWrittenCount();
            if (!XmlCharacters.TryAppend(node == Node.Text ? Current : Current["<![CDATA[".Length..^3], meant, isVerbatim: node == Node.Verbatim)) throw Broken();
            text.Append(ToText(meant.WrittenSpan));
            if (text.Length > budget.Limits.CellCharacters) throw TooLong();
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
    public void AppendText(StringBuilder text)
    {
        text.Append(Text());
        if (text.Length > budget.Limits.CellCharacters) throw TooLong();
    }

    /// <summary>The bytes of the text of the current element, up to its end.</summary>
    public ReadOnlySpan<byte> Content()
    {
        if (tag.IsEmpty) return [];
        var text = TryPlain(out var plain) ? bytes.Held[..plain] : Pieces();
        return text.Length <= budget.Limits.CellCharacters || Encoding.UTF8.GetCharCount(text) <= budget.Limits.CellCharacters ? text : throw TooLong();
    }

    public string ToText(ReadOnlySpan<byte> text)
    {
        var result = XmlCharacters.ToText(text) ?? throw Broken();
        return result.Length <= budget.Limits.CellCharacters ? result : throw TooLong();
    }

    /// <summary>White space in an attribute is a space (XML 1.0, 3.3.3).</summary>
    private ReadOnlySpan<byte> Spaced(int index)
    {
        var written = tag.ValueOf(index, bytes.Held);
        if (!written.ContainsAny((byte)'\t', (byte)'\r', (byte)'\n')) return Value(index);
        Span<byte> spaced = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(written).ReplaceLineEndings(" "));
        spaced.Replace((byte)'\t', (byte)' ');
        meant.ResetWrittenCount();
        return XmlCharacters.TryAppend(spaced, meant) ? meant.WrittenSpan : throw Broken();
    }

    public void Dispose() => bytes.Dispose();

    /// <summary>A text that nothing parts and nothing refers from, as nearly all are, with the end of its element.</summary>
    private bool TryPlain(out int plain)
    {
        bytes.Pass(length);
        length = 0;
        plain = Find((byte)'<');
        if (XmlCharacters.IsWritten(bytes.Held[..plain])) return false;
        var size = nameEnds[depth] - nameEnds[depth - 1] + 3;
        if (!bytes.Reach(plain + size) || !IsEnd(bytes.Held[plain..])) return false;
        length = plain + size;
        Close();
        budget.Spend(StepsPerNode);
        return true;
    }

    private ReadOnlySpan<byte> Pieces()
    {
        meant.ResetWrittenCount();
        var inside = depth;
        while (Read() && depth >= inside)
        {
            if (node is not (Node.Text or Node.Verbatim)) continue;
            if (!XmlCharacters.TryAppend(node == Node.Text ? Current : Current["<![CDATA[".Length..^3], meant, isVerbatim: node == Node.Verbatim)) throw Broken();
            if (meant.WrittenCount > 4 * budget.Limits.CellCharacters) throw TooLong();
        }
        return meant.WrittenSpan;
    }

    private ReadOnlySpan<byte> Value(int index)
    {
        var value = tag.ValueOf(index, bytes.Held);
        if (!tag.HasReferences) return value;
        meant.ResetWrittenCount();
        return XmlCharacters.TryAppend(value, meant) ? meant.WrittenSpan : throw Broken();
    }

    /// <summary>Moves to the next tag or text. Comments and processing instructions are passed over.</summary>
    private bool Read()
    {
        bytes.Pass(length);
        length = 0;
        while (bytes.Reach(2) || bytes.Reach(1))
        {
            budget.Spend(StepsPerNode);
            var held = bytes.Held;
            if (held[0] != '<') return ReadText();
            switch (held.Length > 1 ? held[1] : throw Broken())
            {
                case (byte)'/':
                    ReadEnd();
                    return true;
                case (byte)'?':
                    PassTo("?>"u8, from: 2);
                    break;
                case (byte)'!':
                    if (ReadDeclared()) return true;
                    break;
                default:
                    ReadStart();
                    return true;
            }
        }
        node = Node.None;
        return depth == 0 && rootSeen ? false : throw Broken();
    }

    private bool ReadText()
    {
        length = depth > 0 ? Find((byte)'<') : PassSpace();
        if (length == 0) return Read();
        var text = Current;
        for (var at = 0; text[at..].IndexOf((byte)'&') is >= 0 and var next; at += next + 1)
            if (!XmlCharacters.TryRefer(text[(at + next)..], out _, out _)) throw Broken();
        node = Node.Text;
        return true;
    }

    private void ReadEnd()
    {
        if (IsEnd(bytes.Held))
        {
            length = nameEnds[depth] - nameEnds[depth - 1] + 3;
            Close();
            return;
        }
        var close = Find((byte)'>');
        var written = bytes.Held[2..close].TrimEnd(" \t\r\n"u8);
        if (depth == 0 || !written.SequenceEqual(names.AsSpan(nameEnds[depth - 1]..nameEnds[depth]))) throw Broken();
        length = close + 1;
        Close();
    }

    /// <summary>Whether bytes begin with the end tag of the open element, in its shortest form.</summary>
    private bool IsEnd(ReadOnlySpan<byte> held)
    {
        var (from, to) = (nameEnds[Math.Max(0, depth - 1)], nameEnds[depth]);
        var size = to - from;
        return depth > 0 && held.Length >= size + 3 && held[1] == '/' && held[size + 2] == '>' && held.Slice(2, size).SequenceEqual(names.AsSpan(from, size));
    }

    private void Close() => (node, level) = (Node.End, --depth);

    private void ReadStart()
    {
        while ((length = tag.Read(bytes.Held)) == XmlTag.Unfinished)
            if (!bytes.More()) throw Broken();
        if (length == XmlTag.Broken) throw Broken();
        budget.Spend((long)tag.Count * tag.Count);
        if (tag.Count > 1 && tag.HasTwins(bytes.Held)) throw Broken();
        if (depth >= budget.Limits.XmlDepth) throw new ContentRefusedException(TooDeep, Count(budget.Limits.XmlDepth), name);
        if (depth == 0 && rootSeen) throw Broken();
        (rootSeen, node, level) = (true, Node.Start, depth);
        if (tag.IsEmpty) return;
        var end = nameEnds[depth] + tag.NameLength;
        if (end > names.Length) Array.Resize(ref names, Math.Max(end, 2 * names.Length));
        bytes.Held.Slice(1, tag.NameLength).CopyTo(names.AsSpan(nameEnds[depth]));
        nameEnds[++depth] = end;
    }

    /// <summary>A comment, a CDATA section, or a document type, which is refused; whether it is a text.</summary>
    private bool ReadDeclared()
    {
        bytes.Reach("<![CDATA[".Length);
        if (bytes.Held.StartsWith("<!--"u8)) PassTo("-->"u8, from: 4);
        else if (depth > 0 && bytes.Held.StartsWith("<![CDATA["u8))
        {
            int end;
            while ((end = bytes.Held.IndexOf("]]>"u8)) < 0)
            {
                if (bytes.Held.Length > 4 * budget.Limits.CellCharacters) throw TooLong();
                if (!bytes.More()) throw Broken();
            }
            (node, length) = (Node.Verbatim, end + 3);
            return true;
        }
        else throw !rootSeen && bytes.Held.StartsWith("<!DOCTYPE"u8) ? new ContentRefusedException(Dtd, name) : Broken();
        return false;
    }

    /// <summary>How far it is to a byte that has to come.</summary>
    private int Find(byte wanted)
    {
        int found;
        while ((found = bytes.Held.IndexOf(wanted)) < 0)
            if (!bytes.More()) throw Broken();
        return found;
    }

    private void PassTo(ReadOnlySpan<byte> wanted, int from)
    {
        bytes.Pass(from);
        int found;
        while ((found = bytes.Held.IndexOf(wanted)) < 0)
        {
            bytes.Pass(Math.Max(0, bytes.Held.Length - wanted.Length + 1));
            if (!bytes.More()) throw Broken();
        }
        bytes.Pass(found + wanted.Length);
    }

    /// <summary>Outside the root there is only white space.</summary>
    private int PassSpace()
    {
        while (bytes.Reach(1) && XmlTag.IsSpace(bytes.Held[0])) bytes.Pass(1);
        return bytes.Held.IsEmpty || bytes.Held[0] == '<' ? 0 : throw Broken();
    }

    private ContentRefusedException Broken() => new(Damaged, name);

    private ContentRefusedException TooLong() => new(TextTooLong, Count(budget.Limits.CellCharacters), name);
}

/// <summary>An element whose children are being read.</summary>
internal readonly record struct XmlParent(int Depth, bool IsEmpty);
