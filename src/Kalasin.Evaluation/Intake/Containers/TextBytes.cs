using System.Text;
using System.Text.Unicode;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>How the bytes of a text file are to be read: as they say themselves, as UTF-8 where they are that from end to end, otherwise as Windows-874.</summary>
internal static class TextBytes
{
    /// <summary>So many bytes, and as many characters, are small enough not to be looked after apart by the collector of garbage.</summary>
    private const int BlockSize = 32 << 10;

    private const int LeastBlock = 128;

    /// <summary>The encoding of old Thai programs.</summary>
    public static Encoding Windows874 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(874)!;

    /// <summary>The characters of a file; <paramref name="encoding"/> is what they were read as.</summary>
    public static StreamReader Open(SourceBytes file, out Encoding encoding)
    {
        Span<byte> head = stackalloc byte[3];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        (encoding, var start) = Marked(head) ?? (IsUtf8(file) ? Encoding.UTF8 : Windows874, 0);
        file.Position = start;
        return new(file, encoding, detectEncodingFromByteOrderMarks: false, BlockOf(file), leaveOpen: true);
    }

    /// <summary>What a mark at the beginning says, and how long that is.</summary>
    public static (Encoding Encoding, int Length)? Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>The bytes up to the last character that is whole; of other encodings all of them.</summary>
    public static ReadOnlySpan<byte> WithoutPart(ReadOnlySpan<byte> block)
    {
        for (var back = 1; back <= Math.Min(3, block.Length); back++)
        {
            var lead = block[^back];
            if (lead < 0x80) break;
            if (lead < 0xC0) continue;
            return (lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2) > back ? block[..^back] : block;
        }
        return block;
    }

    /// <summary>Most texts that come in hundreds, as those of a message do, are small.</summary>
    private static int BlockOf(SourceBytes file) => (int)Math.Clamp(file.Length, LeastBlock, BlockSize);

    private static bool IsUtf8(SourceBytes file)
    {
        var block = new byte[BlockOf(file)];
        var held = 0;
        file.Position = 0;
        for (int count; (count = file.Read(block.AsSpan(held))) > 0;)
        {
            var bytes = block.AsSpan(0, held + count);
            var whole = WithoutPart(bytes).Length;
            if (!Utf8.IsValid(bytes[..whole])) return false;
            bytes[whole..].CopyTo(block);
            held = bytes.Length - whole;
        }
        return held == 0;
    }
}
