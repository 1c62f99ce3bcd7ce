using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Characters of XML as they are written: references, ends of lines, and what may not stand there (XML 1.0, 2.2, 2.11, 4.1).</summary>
internal static class XmlCharacters
{
    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF']);

    /// <summary>Whether a text means something else than the very bytes.</summary>
    public static bool IsWritten(ReadOnlySpan<byte> text) => text.ContainsAny((byte)'&', (byte)'\r');

    /// <summary>Appends what a text means; <see langword="false"/> where it refers to what there is not.</summary>
    /// <param name="text">As written.</param>
    /// <param name="meant">Where it goes.</param>
    /// <param name="isVerbatim">A CDATA section, in which nothing is a reference.</param>
    public static bool TryAppend(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> meant, bool isVerbatim = false)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny((byte)'&', (byte)'\r');
            if (plain != 0) meant.Write(plain < 0 ? text : text[..plain]);
            if (plain < 0) return true;
            text = text[plain..];
            switch (text[0])
            {
                case (byte)'&' when isVerbatim:
                    meant.Write("&"u8);
                    text = text[1..];
                    break;
                case (byte)'&':
                    if (!TryRefer(text, out var rune, out var length)) return false;
                    meant.Advance(rune.EncodeToUtf8(meant.GetSpan(4)));
                    text = text[length..];
                    break;
                default:
                    meant.Write("\n"u8);
                    text = text[(text.Length > 1 && text[1] == '\n' ? 2 : 1)..];
                    break;
            }
        }
        return true;
    }

    /// <summary>Reads the reference that begins a text: one of the five names, or a number.</summary>
    public static bool TryRefer(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        (rune, length) = (default, text[..Math.Min(text.Length, 16)].IndexOf((byte)';') + 1);
        if (length < 3) return false;
        var name = text[1..(length - 1)];
        if (name[0] == '#') return TryNumber(name[1..], out rune);
        rune = new(name switch
        {
            _ when name.SequenceEqual("amp"u8) => '&',
            _ when name.SequenceEqual("lt"u8) => '<',
            _ when name.SequenceEqual("gt"u8) => '>',
            _ when name.SequenceEqual("quot"u8) => '"',
            _ when name.SequenceEqual("apos"u8) => '\'',
            _ => '\0',
        });
        return rune.Value > 0;
    }

    /// <summary>The characters of bytes; <see langword="null"/> where they are no UTF-8, or have characters that XML has not.</summary>
    [SkipLocalsInit]
    public static string? ToText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return "";
        char[]? rented = null;
        Span<char> characters = bytes.Length <= 512 ? stackalloc char[512] : (rented = ArrayPool<char>.Shared.Rent(bytes.Length));
        var status = Utf8.ToUtf16(bytes, characters, out _, out var count, replaceInvalidSequences: false);
        var text = status == OperationStatus.Done && !characters[..count].ContainsAny(Forbidden) ? characters[..count].ToString() : null;
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        return text;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out Rune rune)
    {
        var isHex = digits is [(byte)'x', ..];
        var value = 0;
        foreach (var digit in isHex ? digits[1..] : digits)
        {
            var (isDigit, worth) = isHex ? (char.IsAsciiHexDigit((char)digit), HexWorth(digit)) : (char.IsAsciiDigit((char)digit), digit - '0');
            value = value * (isHex ? 16 : 10) + worth;
            if (!isDigit || value > 0x10FFFF)
            {
                rune = default;
                return false;
            }
        }
        return Rune.TryCreate(value, out rune) && value > 0;
    }

    private static int HexWorth(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
