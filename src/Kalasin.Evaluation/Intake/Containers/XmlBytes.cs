using System.Buffers;
using System.Text;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>The bytes of a part as UTF-8, as many of them at a time as the tag or text that is being read. Whatever encoding the part has.</summary>
internal sealed class XmlBytes : IDisposable
{
    private const int FirstSize = 32 << 10;

    private readonly Stream stream;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int start;
    private int end;

    private XmlBytes(Stream stream, bool isTranscoded = false) => (this.stream, IsTranscoded) = (stream, isTranscoded);

    /// <summary>Whether the part is in another encoding than UTF-8.</summary>
    public bool IsTranscoded { get; }

    /// <summary>How many bytes were passed over.</summary>
    public long Passed { get; private set; }

    /// <summary>What is held and not yet passed over.</summary>
    public ReadOnlySpan<byte> Held => buffer.AsSpan(start, end - start);

    /// <summary>Opens a part; the signs at its beginning tell its encoding, before what it declares.</summary>
    /// <exception cref="ArgumentException">An encoding is declared that there is not.</exception>
    public static XmlBytes Open(Func<Stream> open)
    {
        var bytes = new XmlBytes(open());
        try
        {
            if (!bytes.Reach(4)) return bytes;
            if (bytes.Held.StartsWith("\uFEFF"u8)) bytes.Pass(3);
            else if (Encoded(bytes) is { } encoding)
            {
                bytes.Dispose();
                bytes = new(Encoding.CreateTranscodingStream(open(), encoding, Encoding.UTF8), isTranscoded: true);
                if (bytes.Reach(3) && bytes.Held.StartsWith("\uFEFF"u8)) bytes.Pass(3);
            }
            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>Passes over bytes that are held.</summary>
    public void Pass(int count) => (start, Passed) = (start + count, Passed + count);

    /// <summary>Brings more bytes and keeps those that are held; <see langword="false"/> when there are no more.</summary>
    public bool More()
    {
        Held.CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length) Grow();
        var count = stream.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
        end += count;
        return count > 0;
    }

    /// <summary>Brings bytes until so many are held; <see langword="false"/> when there aren't.</summary>
    public bool Reach(int count) => end - start >= count || Bring(count);

    public void Dispose()
    {
        stream.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
        (buffer, start, end) = ([], 0, 0);
    }

    private bool Bring(int count)
    {
        while (end - start < count)
            if (!More()) return false;
        return true;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
        Held.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    /// <summary>The encoding of a part that isn't in UTF-8 (XML 1.0, appendix F).</summary>
    private static Encoding? Encoded(XmlBytes bytes)
    {
        if (bytes.Held.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.Held.StartsWith("<\0"u8)) return Encoding.Unicode;
        if (bytes.Held.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.Held.StartsWith("\0<"u8)) return Encoding.BigEndianUnicode;
        if (!bytes.Reach(6) || !bytes.Held.StartsWith("<?xml "u8)) return null;
        bytes.Reach(200);
        var declaration = bytes.Held[..Math.Min(200, bytes.Held.Length)];
        declaration = declaration[..Math.Max(0, declaration.IndexOf("?>"u8))];
        if (declaration.IndexOf("encoding"u8) is not (> 0 and var at)) return null;
        var value = declaration[(at + "encoding".Length)..].TrimStart(" \t\r\n="u8);
        if (value.IsEmpty || value[0] is not ((byte)'"' or (byte)'\'') || value[1..].IndexOf(value[0]) is not (> 0 and var length)) return null;
        var name = Encoding.ASCII.GetString(value.Slice(1, length));
        return name.ToUpperInvariant() is "UTF-8" or "UTF8" or "US-ASCII" or "ASCII" ? null : Encoding.GetEncoding(name);
    }
}
