using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>Bytes of PDF syntax, written one token after another. Knows how things are spelt (ISO 32000-1, 7.2 and 7.3), not what they mean.</summary>
internal sealed class PdfSyntax
{
    // Borrowed: documents of a hundred pages would otherwise leave megabytes of buffers outgrown to the collector.
    private byte[] bytes;

    /// <summary>Starts empty.</summary>
    /// <param name="room">Bytes there is room for before the buffer grows.</param>
    public PdfSyntax(int room = 4096) => bytes = ArrayPool<byte>.Shared.Rent(room);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, Length);

    /// <summary>Gives the buffer back; what was <see cref="Written"/> must not be read any more.</summary>
    public void GiveBack()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, Length) = ([], 0);
    }

    private Span<byte> Room(int count)
    {
        if (Length + count > bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + count));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
        return bytes.AsSpan(Length);
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
        value.TryFormat(Room(20), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>A number to the thousandth; never an exponent, never "-0".</summary>
    public PdfSyntax Number(double value)
    {
        var thousandths = (long)Math.Round(value * 1000);
        var room = Room(24);
        var at = 0;
        if (thousandths < 0)
        {
            room[at++] = (byte)'-';
            thousandths = -thousandths;
        }
        var (whole, rest) = Math.DivRem(thousandths, 1000);
        whole.TryFormat(room[at..], out var written, default, CultureInfo.InvariantCulture);
        at += written;
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
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            Raw("("u8);
            foreach (var c in text) Raw(c is '(' or ')' or '\\' ? $"\\{c}" : c.ToString());
            return Raw(")"u8);
        }
        Raw("<FEFF"u8);
        Span<char> units = stackalloc char[2];
        // Runes turn half a surrogate pair into U+FFFD.
        foreach (var rune in text.EnumerateRunes())
            for (int i = 0, count = rune.EncodeToUtf16(units); i < count; i++) Hex(units[i]);
        return Raw(">"u8);
    }

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
}
