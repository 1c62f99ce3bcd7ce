using System.Buffers;

namespace Kalasin.Evaluation.Thai;

/// <summary>Finds the parts of prose whose digits stay as they are: e-mail addresses, links, file names, cell addresses.</summary>
internal static class Verbatim
{
    /// <summary>Characters that end a token: a file name with spaces is protected as far as its last space-free part.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n\u00A0\u200B\"“”‘’<>«»");

    private static readonly string[] Extensions =
        [".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".pdf", ".csv", ".json", ".txt", ".eml",
            ".zip", ".jpg", ".jpeg", ".png", ".gif", ".heic", ".mp4", ".html", ".htm"];

    /// <summary>Marks every character of the text that belongs to such a part.</summary>
    public static void Mark(string text, Span<bool> marks)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(Separators);
            var end = length < 0 ? text.Length : start + length;
            MarkToken(text.AsSpan(start, end - start), marks[start..end]);
            start = end + 1;
        }
    }

    private static void MarkToken(ReadOnlySpan<char> token, Span<bool> marks)
    {
        marks[..EndOfFileName(token)].Fill(true);
        for (var start = 0; start < token.Length;)
        {
            var end = start;
            while (end < token.Length && token[end] is > ' ' and <= '~' or >= '๐' and <= '๙') end++;
            if (end == start) { start++; continue; }
            MarkRun(token[start..end], marks[start..end]);
            start = end;
        }
    }

    private static int EndOfFileName(ReadOnlySpan<char> token)
    {
        var last = 0;
        if (!token.Contains('.')) return last;
        foreach (var extension in Extensions)
        {
            var at = token.LastIndexOf(extension, StringComparison.OrdinalIgnoreCase);
            var end = at + extension.Length;
            if (at > 0 && end > last && (end == token.Length || !char.IsAsciiLetterOrDigit(token[end]))) last = end;
        }
        return last;
    }

    private static void MarkRun(ReadOnlySpan<char> run, Span<bool> marks)
    {
        var at = run.IndexOf('@');
        var isAddress = at > 0 && at < run.Length - 1;
        if (isAddress || run.Contains("://", StringComparison.Ordinal) || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            marks.Fill(true);
            return;
        }
        for (var i = 0; i < run.Length;)
        {
            var length = i == 0 || !IsWordCharacter(run[i - 1]) ? CellAddressLength(run[i..]) : 0;
            marks.Slice(i, length).Fill(true);
            i += Math.Max(1, length);
        }
    }

    /// <summary>Length of the cell address ($D$7, AB12) at the start, or 0. Columns reach XFD and rows 1,048,576.</summary>
    private static int CellAddressLength(ReadOnlySpan<char> text)
    {
        var i = 0;
        if (i < text.Length && text[i] == '$') i++;
        var column = i;
        while (i < text.Length && char.IsAsciiLetterUpper(text[i])) i++;
        var letters = text[column..i];
        if (letters.Length is 0 or > 3 || (letters.Length == 3 && letters.SequenceCompareTo("XFD") > 0)) return 0;
        if (i < text.Length && text[i] == '$') i++;
        var row = i;
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        var digits = text[row..i];
        if (digits.Length is 0 or > 7 || digits[0] == '0') return 0;
        if (i < text.Length && IsWordCharacter(text[i])) return 0;
        var isDecimal = i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]);
        return isDecimal ? 0 : i;
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
