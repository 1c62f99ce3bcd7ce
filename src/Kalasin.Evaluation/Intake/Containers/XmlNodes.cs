using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>What a <see cref="XmlNodes"/> stands at.</summary>
internal enum XmlNode : byte { None, Start, End, Text, Verbatim }

/// <summary>
/// The tags and texts of a part one after the other, within limits: no document type, bounded depth and text, nothing resolved. Reads bytes and
/// keeps none of them but the names of open elements; what it shows is good until the next node is read.
/// </summary>
internal sealed class XmlNodes : IDisposable
{
    private const int StepsPerNode = 8;

    private readonly string name;
    private readonly Budget budget;
    private readonly XmlBytes bytes;
    private readonly XmlTag tag = new();
    private readonly int[] nameEnds;
    private byte[] names = new byte[256];
    private XmlNode node;
    private int length;
    private int depth;
    private int level;
    private bool rootSeen;

    public XmlNodes(Func<Stream> open, string name, Budget budget)
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

    /// <summary>What the reader stands at.</summary>
    public XmlNode Node => node;

    /// <summary>How many elements the current tag is inside of.</summary>
    public int Level => level;

    /// <summary>How many elements are open.</summary>
    public int Depth => depth;

    /// <summary>The current start tag, over <see cref="Held"/>.</summary>
    public XmlTag Tag => tag;

    /// <summary>The current node and what follows it, as far as it is held.</summary>
    public ReadOnlySpan<byte> Held => bytes.Held;

    /// <summary>The bytes of the current node.</summary>
    public ReadOnlySpan<byte> Current => bytes.Held[..length];

    /// <summary>Where the current node begins, in bytes of the part as UTF-8.</summary>
    public long At => bytes.Passed;

    /// <summary>Where the current node ends.</summary>
    public long EndAt => bytes.Passed + length;

    public void Dispose() => bytes.Dispose();

    public ContentRefusedException Broken() => new(Damaged, name);

    public ContentRefusedException TooLong() => new(TextTooLong, Count(budget.Limits.CellCharacters), name);

    /// <summary>Moves to the next tag or text. Comments and processing instructions are passed over.</summary>
    public bool Read()
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
        node = XmlNode.None;
        return depth == 0 && rootSeen ? false : throw Broken();
    }

    private bool ReadText()
    {
        length = depth > 0 ? Find((byte)'<') : PassSpace();
        if (length == 0) return Read();
        var text = Current;
        for (var at = 0; text[at..].IndexOf((byte)'&') is >= 0 and var next; at += next + 1)
            if (!XmlCharacters.TryRefer(text[(at + next)..], out _, out _)) throw Broken();
        node = XmlNode.Text;
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

    private void Close() => (node, level) = (XmlNode.End, --depth);

    private void ReadStart()
    {
        while ((length = tag.Read(bytes.Held)) == XmlTag.Unfinished)
            if (!bytes.More()) throw Broken();
        if (length == XmlTag.Broken) throw Broken();
        budget.Spend((long)tag.Count * tag.Count);
        if (tag.Count > 1 && tag.HasTwins(bytes.Held)) throw Broken();
        if (depth >= budget.Limits.XmlDepth) throw new ContentRefusedException(TooDeep, Count(budget.Limits.XmlDepth), name);
        if (depth == 0 && rootSeen) throw Broken();
        (rootSeen, node, level) = (true, XmlNode.Start, depth);
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
            (node, length) = (XmlNode.Verbatim, end + 3);
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

    /// <summary>A text that nothing parts and nothing refers from, as nearly all are, with the end of its element.</summary>
    public bool TryPlain(out int plain)
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
}
