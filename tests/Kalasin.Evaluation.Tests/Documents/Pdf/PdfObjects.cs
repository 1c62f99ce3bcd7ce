using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

/// <summary>A stream: its dictionary and its bytes as they stand in the file.</summary>
internal sealed record PdfStream(Dictionary<string, object> Entries, byte[] Raw)
{
    /// <summary>Its bytes, decoded.</summary>
    public byte[] Bytes()
    {
        if (!Entries.TryGetValue("Filter", out var filter) || filter is not PdfName { Value: "FlateDecode" }) return Raw;
        using var plain = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(Raw), CompressionMode.Decompress);
        zlib.CopyTo(plain);
        return plain.ToArray();
    }
}

/// <summary>
/// The objects of a file by its cross-references: a table or a stream, one section, no updates. What is not where they say it is, is told
/// as a violation of ISO 19005-2, 6.1.
/// </summary>
internal sealed class PdfObjects
{
    private readonly byte[] file;

    public PdfObjects(byte[] file)
    {
        this.file = file;
        var text = Encoding.Latin1.GetString(file);
        if (!text.StartsWith("%PDF-1.7\n%", StringComparison.Ordinal) || file.Length < 14 || file.AsSpan(10, 4).ContainsAnyInRange((byte)0, (byte)127))
            Violations.Add("6.1.2 no header with a version and a binary comment");
        var tail = text.LastIndexOf("startxref\n", StringComparison.Ordinal);
        if (tail < 0 || !text.EndsWith("\n%%EOF\n", StringComparison.Ordinal)) Violations.Add("6.1.3 no end of file");
        var at = Number(text[(tail + 10)..].Split('\n')[0]);
        if (text[at..].StartsWith("xref\n", StringComparison.Ordinal)) ReadTable(text, at);
        else ReadStream(at);
    }

    public List<string> Violations { get; } = [];

    public Dictionary<string, object> Trailer { get; private set; } = [];

    /// <summary>All objects by their numbers.</summary>
    public SortedDictionary<int, object> All { get; } = [];

    public object? Resolve(object? token) => token is PdfReference reference ? All.GetValueOrDefault(reference.Id) : token;

    /// <summary>Follows keys and indexes, references resolved.</summary>
    public object? At(object? token, params ReadOnlySpan<object> path)
    {
        token = Resolve(token);
        foreach (var step in path)
            token = Resolve((token, step) switch
            {
                (Dictionary<string, object> d, string key) => d.GetValueOrDefault(key),
                (PdfStream s, string key) => s.Entries.GetValueOrDefault(key),
                (List<object> a, int index) => index < a.Count ? a[index] : null,
                _ => null,
            });
        return token;
    }

    private void ReadTable(string text, int at)
    {
        var lines = text[at..].Split('\n');
        var count = Number(lines[1].Split(' ')[1]);
        for (var id = 1; id < count; id++) ReadAt(id, Number(lines[2 + id][..10]));
        Trailer = (Dictionary<string, object>)new PdfLexer(file, text.IndexOf("trailer", at, StringComparison.Ordinal) + 7).Next()!;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private void ReadStream(int at)
    {
        var id = (int)(double)new PdfLexer(file, at).Next()!;
        ReadAt(id, at);
        var stream = (PdfStream)All[id];
        Trailer = stream.Entries;
        var rows = stream.Bytes();
        var inside = new List<(int Id, int Stream, int Index)>();
        for (var i = 1; i < rows.Length / 7; i++)
        {
            var where = BinaryPrimitives.ReadInt32BigEndian(rows.AsSpan(7 * i + 1));
            if (rows[7 * i] == 1) ReadAt(i, where);
            else if (rows[7 * i] == 2) inside.Add((i, where, BinaryPrimitives.ReadUInt16BigEndian(rows.AsSpan(7 * i + 5))));
        }
        foreach (var group in inside.GroupBy(o => o.Stream))
        {
            var (packed, entries) = (((PdfStream)All[group.Key]).Bytes(), ((PdfStream)All[group.Key]).Entries);
            var (head, first) = (new PdfLexer(packed), (int)(double)entries["First"]);
            var places = Enumerable.Range(0, (int)(double)entries["N"]).Select(_ => (Id: (int)(double)head.Next()!, Offset: (int)(double)head.Next()!)).ToList();
            foreach (var (own, _, index) in group)
            {
                if (places[index].Id != own) Violations.Add($"6.1.4 object {own} is not where the cross-references say");
                All[own] = new PdfLexer(packed, first + places[index].Offset).Next()!;
            }
        }
    }

    private void ReadAt(int id, int offset)
    {
        var lexer = new PdfLexer(file, offset);
        if (lexer.Next() is not double number || (int)number != id || lexer.Next() is not 0.0 || lexer.Next() is not PdfWord { Value: "obj" })
        {
            Violations.Add($"6.1.4 object {id} is not where the cross-references say");
            return;
        }
        var value = lexer.Next()!;
        var after = lexer.Next();
        if (after is PdfWord { Value: "stream" })
        {
            var (entries, start) = ((Dictionary<string, object>)value, lexer.At + 1);
            var length = (int)(double)entries["Length"];
            if (start + length > file.Length || !file.AsSpan(start + length).StartsWith("\nendstream\nendobj\n"u8)) Violations.Add($"6.1.7 the length of stream {id} is wrong");
            All[id] = new PdfStream(entries, file.AsSpan(start, Math.Min(length, file.Length - start)).ToArray());
        }
        else
        {
            All[id] = value;
            if (after is not PdfWord { Value: "endobj" }) Violations.Add($"6.1.9 object {id} has no end");
        }
    }
}
