using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>Bytes of PDF syntax, written one token after another. Knows how things are spelt (ISO 32000-1, 7.2 and 7.3), not what they mean.</summary>
internal sealed class PdfSyntax
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create("()\\\r"u8);

    // Borrowed: documents of a hundred pages would otherwise leave megabytes of buffers outgrown to the collector.
    private byte[] bytes;

    /// <summary>Starts empty.</summary>
    /// <param name="room">Bytes there is room for before the buffer grows.</param>
    public PdfSyntax(int room = 4096) => bytes = ArrayPool<byte>.Shared.Rent(room);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, Length);

    /// <summary>Starts anew.</summary>
    public void Clear() => Length = 0;

    /// <summary>Gives the buffer back; what was <see cref="Written"/> must not be read any more.</summary>
    public void GiveBack()
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        (bytes, Length) = ([], 0);
    }

    private Span<byte> Room(int count)
    {
        if (Length + count > bytes.Length) Grow(count);
        return bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + count));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }

    /// <summary>Operators and delimiters as they stand; ASCII.</summary>
    public PdfSyntax Raw(string ascii)
    {
        Length += Encoding.ASCII.GetBytes(ascii, Room(ascii.Length));
        return this;
    }

    public PdfSyntax Raw(ReadOnlySpan<byte> data)
    {
        data.CopyTo(Room(data.Length));
        Length += data.Length;
        return this;
    }

    /// <summary>A whole number.</summary>
    public PdfSyntax Number(long value)
    {
        var room = Room(20);
        var at = 0;
        if (value < 0) room[at++] = (byte)'-';
        Length += at + Digits(room[at..], (ulong)Math.Abs(value));
        return this;
    }

    /// <summary>A number to the thousandth; never an exponent, never "-0".</summary>
    public PdfSyntax Number(double value)
    {
        var thousandths = (long)Math.Round(value * 1000);
        var room = Room(24);
        var at = 0;
        if (thousandths < 0) room[at++] = (byte)'-';
        var (whole, rest) = Math.DivRem((ulong)Math.Abs(thousandths), 1000);
        at += Digits(room[at..], whole);
        if (rest > 0)
        {
            room[at++] = (byte)'.';
            room[at++] = (byte)('0' + rest / 100);
            if (rest % 100 > 0) room[at++] = (byte)('0' + rest / 10 % 10);
            if (rest % 10 > 0) room[at++] = (byte)('0' + rest % 10);
        }
        Length += at;
        return this;
    }

    /// <summary>Numbers with spaces between.</summary>
    public PdfSyntax Numbers(params ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0) Raw(" "u8);
            Number(values[i]);
        }
        return this;
    }

    /// <summary>A reference to an object of generation 0.</summary>
    public PdfSyntax Reference(int id) => Number(id).Raw(" 0 R"u8);

    /// <summary>A text string: ASCII as a literal, anything else as UTF-16 in hexadecimal.</summary>
    public PdfSyntax Text(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return Raw("("u8).Literal(Encoding.ASCII.GetBytes(text)).Raw(")"u8);
        Raw("<FEFF"u8);
        Span<char> units = stackalloc char[2];
        // Runes turn half a surrogate pair into U+FFFD.
        foreach (var rune in text.EnumerateRunes())
            for (int i = 0, count = rune.EncodeToUtf16(units); i < count; i++) Hex(units[i]);
        return Raw(">"u8);
    }

    /// <summary>Bytes within a literal string: half as long as in hexadecimal, which counts where a page is nearly all strings.</summary>
    public PdfSyntax Literal(ReadOnlySpan<byte> data)
    {
        // Parentheses and the backslash mean something there, and a bare CR would be read as LF.
        for (int at; (at = data.IndexOfAny(Escaped)) >= 0; data = data[(at + 1)..]) Raw(data[..at]).Raw("\\"u8).Raw([data[at] == '\r' ? (byte)'r' : data[at]]);
        return Raw(data);
    }

    /// <summary>A number from 0 to 65,535 as two bytes within a literal string.</summary>
    public PdfSyntax Pair(int unit) => Literal([(byte)(unit >> 8), (byte)unit]);

    /// <summary>Numbers, each as a <see cref="Pair"/>.</summary>
    public PdfSyntax Pairs(ReadOnlySpan<ushort> units)
    {
        // Spelt behind where they go, so that there is room for as many escapes.
        var pairs = Room(4 * units.Length).Slice(2 * units.Length, 2 * units.Length);
        if (BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(units, MemoryMarshal.Cast<byte, ushort>(pairs));
        else MemoryMarshal.AsBytes(units).CopyTo(pairs);
        return Literal(pairs);
    }

    /// <summary>A text in UTF-16, within a literal string.</summary>
    public PdfSyntax Utf16(string text) => Pairs(MemoryMarshal.Cast<char, ushort>(text));

    /// <summary>A byte string in hexadecimal.</summary>
    public PdfSyntax Hexadecimal(ReadOnlySpan<byte> data) => Raw("<"u8).Raw(Convert.ToHexString(data)).Raw(">"u8);

    /// <summary>Four hexadecimal digits.</summary>
    public PdfSyntax Hex(int unit)
    {
        var digits = "0123456789ABCDEF"u8;
        var room = Room(4);
        (room[0], room[1], room[2], room[3]) = (digits[(unit >> 12) & 15], digits[(unit >> 8) & 15], digits[(unit >> 4) & 15], digits[unit & 15]);
        Length += 4;
        return this;
    }

    private static int Digits(Span<byte> room, ulong value)
    {
        var count = 1;
        for (var rest = value; rest >= 10; rest /= 10) count++;
        for (var i = count - 1; i >= 0; i--, value /= 10) room[i] = (byte)('0' + value % 10);
        return count;
    }
}
