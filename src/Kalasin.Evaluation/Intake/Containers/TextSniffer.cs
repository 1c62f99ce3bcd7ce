using System.Text;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// Tells text formats apart by the beginning of a file. Windows-874 can't be told from other single-byte text, but its Thai letters
/// can: 0xA1–0xFB.
/// </summary>
internal static class TextSniffer
{
    private static readonly string[] MailHeaders =
        ["From:", "From ", "To:", "Received:", "Return-Path:", "Delivered-To:", "MIME-Version:", "Message-ID:", "Subject:", "Date:", "X-",
        "DKIM-Signature:", "ARC-Seal:", "Authentication-Results:", "Content-Type:", "Reply-To:", "Sender:", "Cc:", "Thread-Topic:", "Thread-Index:"];

    public static FileKind KindOf(ReadOnlySpan<byte> head)
    {
        if (TextBytes.Marked(head) is { } marked)
        {
            head = head[marked.Length..];
            // Of a character in two units the half is left out.
            if (!marked.Encoding.Equals(Encoding.UTF8)) head = Encoding.UTF8.GetBytes(marked.Encoding.GetString(head[..(head.Length / 2 * 2)]).TrimEnd('\uFFFD'));
        }
        if (!LooksLikeText(head)) return FileKind.Unknown;
        var start = head.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty) return FileKind.Unknown;
        if (start[0] is (byte)'{' or (byte)'[') return FileKind.Json;
        if (start[0] == (byte)'<') return FileKind.Unknown;
        var end = start.IndexOfAny((byte)'\r', (byte)'\n');
        var line = Encoding.Latin1.GetString(end < 0 ? start : start[..end]);
        if (MailHeaders.Any(h => line.StartsWith(h, StringComparison.OrdinalIgnoreCase))) return FileKind.Mail;
        return line.AsSpan().ContainsAny(",;\t") || Delimiters.Part(Encoding.Latin1.GetString(start)) ? FileKind.Csv : FileKind.Unknown;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        foreach (var b in head)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n')) return false;
        return IsUtf8(head) || IsWindows874(head);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        while (!head.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(head, out _, out var consumed);
            if (status == System.Buffers.OperationStatus.InvalidData) return false;
            if (status == System.Buffers.OperationStatus.NeedMoreData) return true;
            head = head[consumed..];
        }
        return true;
    }

    private static bool IsWindows874(ReadOnlySpan<byte> head)
    {
        foreach (var b in head)
            if (b >= 0x80 && b is not (0x80 or 0x85 or (>= 0x91 and <= 0x97) or (>= 0xA0 and <= 0xDA) or (>= 0xDF and <= 0xFB))) return false;
        return true;
    }
}
