using System.Globalization;
using System.Text;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

/// <summary>A name of PDF syntax.</summary>
internal readonly record struct PdfName(string Value);

/// <summary>A string of PDF syntax.</summary>
internal sealed record PdfString(byte[] Bytes)
{
    /// <summary>As text: UTF-16 where it says so, else one character a byte.</summary>
    public string Text => Bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2) : Encoding.Latin1.GetString(Bytes);
}

/// <summary>A reference to an object.</summary>
internal readonly record struct PdfReference(int Id);

/// <summary>An operator of a content stream, or a keyword.</summary>
internal readonly record struct PdfWord(string Value);

/// <summary>Tokens of PDF syntax (ISO 32000-1, 7.2 and 7.3), read by nothing of the writer and nothing of a library.</summary>
internal sealed class PdfLexer(byte[] bytes, int at = 0)
{
    private const string White = "\0\t\n\f\r ", Delimiters = "()<>[]{}/%";

    /// <summary>Where the next token is looked for.</summary>
    public int At { get; private set; } = at;

    /// <summary>The next object; a <see cref="PdfWord"/> for what is none; <see langword="null"/> at the end.</summary>
    public object? Next()
    {
        SkipWhite();
        if (At >= bytes.Length) return null;
        switch ((char)bytes[At])
        {
            case '/': return new PdfName(Name());
            case '(': return Literal();
            case '[': At++; return Until("]");
            case '<' when At + 1 < bytes.Length && bytes[At + 1] == '<': At += 2; return Dictionary();
            case '<': return Hexadecimal();
            case ']': At++; return new PdfWord("]");
            case '>': At += 2; return new PdfWord(">>");
        }
        var word = Word();
        if (!double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return word switch { "true" => true, "false" => false, _ => new PdfWord(word) };
        return Reference(number) ?? (object)number;
    }

    private PdfReference? Reference(double number)
    {
        var back = At;
        SkipWhite();
        if (number >= 1 && number == Math.Floor(number) && At < bytes.Length && bytes[At] == '0')
        {
            var generation = Word();
            SkipWhite();
            if (generation == "0" && At < bytes.Length && bytes[At] == 'R' && (At + 1 == bytes.Length || IsEnd(bytes[At + 1])))
            {
                At++;
                return new((int)number);
            }
        }
        At = back;
        return null;
    }

    private List<object> Until(string end)
    {
        var items = new List<object>();
        while (Next() is { } item)
        {
            if (item is PdfWord word && word.Value == end) return items;
            items.Add(item);
        }
        throw new FormatException($"'{end}' is missing");
    }

    private Dictionary<string, object> Dictionary()
    {
        var items = Until(">>");
        var dictionary = new Dictionary<string, object>(StringComparer.Ordinal);
        if (items.Count % 2 != 0) throw new FormatException($"a dictionary before {At} has a key without a value");
        for (var i = 0; i < items.Count; i += 2)
            if (!dictionary.TryAdd(((PdfName)items[i]).Value, items[i + 1])) throw new FormatException($"a dictionary before {At} has /{((PdfName)items[i]).Value} twice");
        return dictionary;
    }

    private string Name()
    {
        At++;
        return Word();
    }

    private string Word()
    {
        var start = At;
        while (At < bytes.Length && !IsEnd(bytes[At])) At++;
        if (At == start) At++;
        return Encoding.Latin1.GetString(bytes, start, At - start);
    }

    private PdfString Literal()
    {
        var text = new List<byte>();
        var depth = 0;
        for (; At < bytes.Length; At++)
        {
            var b = bytes[At];
            if (b == '\\')
            {
                b = bytes[++At];
                text.Add(b switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => b });
                continue;
            }
            if (b == '(' && depth++ == 0) continue;
            if (b == ')' && --depth == 0)
            {
                At++;
                return new([.. text]);
            }
            text.Add(b);
        }
        throw new FormatException("a string has no end");
    }

    private PdfString Hexadecimal()
    {
        var end = Array.IndexOf(bytes, (byte)'>', At);
        var digits = Encoding.ASCII.GetString(bytes, At + 1, end - At - 1);
        At = end + 1;
        return new(Convert.FromHexString(digits));
    }

    private void SkipWhite()
    {
        while (At < bytes.Length && White.Contains((char)bytes[At], StringComparison.Ordinal)) At++;
    }

    private static bool IsEnd(byte b) => White.Contains((char)b, StringComparison.Ordinal) || Delimiters.Contains((char)b, StringComparison.Ordinal);
}
