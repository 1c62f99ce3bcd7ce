namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>The start tag of an element: its name and where its attributes stand in the bytes that it was read from.</summary>
internal sealed class XmlTag
{
    /// <summary>The bytes end before the tag does.</summary>
    public const int Unfinished = -1;

    /// <summary>It is no tag.</summary>
    public const int Broken = -2;

    private Attribute[] attributes = new Attribute[16];

    /// <summary>How many attributes there are.</summary>
    public int Count { get; private set; }

    /// <summary>Length of the name, prefix included; the name begins after the bracket.</summary>
    public int NameLength { get; private set; }

    /// <summary>Where the name begins behind its prefix, if it has one.</summary>
    public int LocalAt { get; private set; }

    /// <summary>Whether a value of an attribute has a reference in it.</summary>
    public bool HasReferences { get; private set; }

    /// <summary>Whether it ends itself.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Reads a tag that begins the bytes.</summary>
    /// <returns>Its length, <see cref="Unfinished"/> or <see cref="Broken"/>.</returns>
    public int Read(ReadOnlySpan<byte> bytes)
    {
        (Count, HasReferences) = (0, false);
        var i = NameEnd(bytes, 1, out var colon);
        (NameLength, LocalAt) = (i - 1, colon + 1);
        if (NameLength == 0) return i == bytes.Length ? Unfinished : Broken;
        while (i < bytes.Length)
        {
            var before = i;
            i = Spaces(bytes, i);
            if (i == bytes.Length) break;
            if (bytes[i] == '>')
            {
                IsEmpty = false;
                return i + 1;
            }
            if (bytes[i] == '/')
            {
                IsEmpty = true;
                return i + 1 == bytes.Length ? Unfinished : bytes[i + 1] == '>' ? i + 2 : Broken;
            }
            if (i == before) return Broken;
            i = ReadAttribute(bytes, i);
            if (i < 0) return i;
        }
        return Unfinished;
    }

    private int ReadAttribute(ReadOnlySpan<byte> bytes, int name)
    {
        var nameEnd = NameEnd(bytes, name, out _);
        var i = Spaces(bytes, nameEnd);
        if (i == bytes.Length) return Unfinished;
        if (nameEnd == name || bytes[i] != '=') return Broken;
        i = Spaces(bytes, i + 1);
        if (i == bytes.Length) return Unfinished;
        var quote = bytes[i++];
        if (quote is not ((byte)'"' or (byte)'\'')) return Broken;
        var length = bytes[i..].IndexOfAny(quote, (byte)'<', (byte)'&');
        if (length >= 0 && bytes[i + length] == '&')
        {
            HasReferences = true;
            length = bytes[i..].IndexOfAny(quote, (byte)'<');
        }
        if (length < 0) return Unfinished;
        if (bytes[i + length] == '<') return Broken;
        if (Count == attributes.Length) Array.Resize(ref attributes, 2 * Count);
        attributes[Count++] = new(name, nameEnd - name, i, length);
        return i + length + 1;
    }

    /// <summary>The name of an attribute among the bytes that were read.</summary>
    public ReadOnlySpan<byte> NameOf(int index, ReadOnlySpan<byte> bytes) => bytes.Slice(attributes[index].Name, attributes[index].NameLength);

    /// <summary>The value of an attribute among the bytes that were read, as written.</summary>
    public ReadOnlySpan<byte> ValueOf(int index, ReadOnlySpan<byte> bytes) => bytes.Slice(attributes[index].Value, attributes[index].ValueLength);

    /// <summary>The attribute of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name, ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < Count; i++)
            if (attributes[i].NameLength == name.Length && bytes[attributes[i].Name] == name[0] && NameOf(i, bytes).SequenceEqual(name)) return i;
        return -1;
    }

    /// <summary>Whether two attributes have the same name. Looks at all pairs.</summary>
    public bool HasTwins(ReadOnlySpan<byte> bytes)
    {
        for (var i = 1; i < Count; i++)
            for (var j = 0; j < i; j++)
                if (bytes[attributes[i].Name] == bytes[attributes[j].Name] && NameOf(i, bytes).SequenceEqual(NameOf(j, bytes))) return true;
        return false;
    }

    public static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private static int Spaces(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && IsSpace(bytes[at])) at++;
        return at;
    }

    private static int NameEnd(ReadOnlySpan<byte> bytes, int at, out int colon)
    {
        colon = at - 1;
        if (at < bytes.Length && bytes[at] is (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9')) return at;
        for (; at < bytes.Length; at++)
        {
            var c = bytes[at];
            if ((c | 0x20) is >= 'a' and <= 'z' or >= 0x80) continue;
            if (c == ':') colon = at;
            else if (c <= ' ' || c is (byte)'=' or (byte)'>' or (byte)'/' or (byte)'<' or (byte)'"' or (byte)'\'' or (byte)'&') break;
        }
        return at;
    }

    private readonly record struct Attribute(int Name, int NameLength, int Value, int ValueLength);
}
