using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>
/// Objects of one file and how they are laid into it (ISO 32000-1, 7.5). Compact: Flate, object streams, a cross-reference
/// stream. Plain: nothing compressed, a cross-reference table; for reading with the eye.
/// </summary>
internal sealed class PdfFile(bool plain)
{
    // Objects of one object stream are read together; viewers fetch a page's structure in a few of them.
    private const int ObjectsPerStream = 200;

    private readonly PdfSyntax objects = new();
    private readonly List<(int Id, int Start, int End)> places = [];
    // Compressed beside the writing of the next ones; their order in the file is that of adding, whoever is done first.
    private readonly List<(int Id, string Entries, Task<ReadOnlyMemory<byte>> Data, bool Compressed)> streams = [];
    private int open;

    public int Count { get; private set; }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve() => ++Count;

    /// <summary>Starts an object; its syntax follows, then <see cref="Close"/>.</summary>
    public PdfSyntax Open(int id)
    {
        places.Add((id, objects.Length, 0));
        open = id;
        return objects;
    }

    public void Close()
    {
        var (id, start, _) = places[^1];
        if (id != open) throw new InvalidOperationException("no object is open");
        objects.Raw("\n"u8);
        places[^1] = (id, start, objects.Length);
        open = 0;
    }

    /// <summary>Adds a stream.</summary>
    /// <param name="id">Reserved number.</param>
    /// <param name="entries">Dictionary entries besides Length and Filter.</param>
    /// <param name="data">Its bytes.</param>
    /// <param name="compress">Flate, unless the file is plain.</param>
    public void Stream(int id, string entries, ReadOnlyMemory<byte> data, bool compress = true) =>
        streams.Add(compress && !plain ? (id, entries, Task.Run(() => Deflate(data.Span)), true) : (id, entries, Task.FromResult(data), false));

    /// <summary>Adds a stream of syntax, compressed unless the file is plain; the syntax is the file's from then on.</summary>
    public void Stream(int id, string entries, PdfSyntax data) => streams.Add(plain
        ? (id, entries, Task.FromResult(data.Memory), false)
        : (id, entries, Task.Run(() => Deflate(data)), true));

    private static ReadOnlyMemory<byte> Deflate(PdfSyntax data)
    {
        var deflated = Deflate(data.Written);
        data.GiveBack();
        return deflated;
    }

    private static ReadOnlyMemory<byte> Deflate(ReadOnlySpan<byte> data)
    {
        var memory = new MemoryStream(data.Length / 3 + 64);
        using (var zlib = new ZLibStream(memory, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(data);
        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }

    /// <summary>The file.</summary>
    /// <param name="catalog">Number of the catalog.</param>
    /// <param name="info">Number of the information dictionary.</param>
    public ReadOnlyMemory<byte> Finish(int catalog, int info)
    {
        if (!plain) Pack();
        foreach (var stream in streams) stream.Data.Wait(CancellationToken.None);
        var file = new PdfSyntax(streams.Sum(s => s.Data.Result.Length + 256) + 16 * Count + (plain ? objects.Length : 0));
        file.Raw("%PDF-1.7\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3]).Raw("\n"u8);
        var entries = new (int Type, int Field2, int Field3)[Count + 2];
        if (plain)
        {
            foreach (var (id, start, end) in places)
            {
                entries[id] = (1, file.Length, 0);
                file.Number(id).Raw(" 0 obj\n"u8).Raw(objects.Written[start..end]).Raw("endobj\n"u8);
            }
        }
        foreach (var stream in streams)
        {
            entries[stream.Id] = (1, file.Length, 0);
            Write(file, stream.Id, stream.Entries + (stream.Compressed ? "/Filter/FlateDecode" : ""), stream.Data.Result.Span);
        }
        for (var i = 0; i < packed.Count; i++)
            for (var k = 0; k < packed[i].Ids.Length; k++) entries[packed[i].Ids[k]] = (2, packed[i].Stream, k);
        // The identifier comes from the content, so the same document has the same one.
        var hash = SHA256.HashData(file.Written)[..16];
        var trailer = new PdfSyntax().Raw("/Root "u8).Reference(catalog).Raw("/Info "u8).Reference(info).Raw("/ID["u8).Hexadecimal(hash).Hexadecimal(hash).Raw("]"u8);
        var at = file.Length;
        if (plain) Table(file, entries, trailer);
        else CrossReferences(file, entries, trailer);
        file.Raw("startxref\n"u8).Number(at).Raw("\n%%EOF\n"u8);
        objects.GiveBack();
        return file.Memory;
    }

    private readonly List<(int Stream, int[] Ids)> packed = [];

    private void Pack()
    {
        foreach (var group in places.Chunk(ObjectsPerStream))
        {
            var content = new PdfSyntax(1 << 16);
            var offset = 0;
            foreach (var (id, start, end) in group)
            {
                content.Number(id).Raw(" "u8).Number(offset).Raw(" "u8);
                offset += end - start;
            }
            var first = content.Length;
            foreach (var (_, start, end) in group) content.Raw(objects.Written[start..end]);
            var stream = Reserve();
            Stream(stream, $"/Type/ObjStm/N {group.Length}/First {first}", content);
            packed.Add((stream, [.. group.Select(g => g.Id)]));
        }
    }

    private static void Write(PdfSyntax file, int id, string entries, ReadOnlySpan<byte> data) =>
        file.Number(id).Raw(" 0 obj\n<<"u8).Raw(entries).Raw("/Length "u8).Number(data.Length).Raw(">>stream\n"u8).Raw(data).Raw("\nendstream\nendobj\n"u8);

    private void Table(PdfSyntax file, (int Type, int Field2, int Field3)[] entries, PdfSyntax trailer)
    {
        file.Raw("xref\n0 "u8).Number(Count + 1).Raw("\n0000000000 65535 f \n"u8);
        for (var id = 1; id <= Count; id++) file.Raw($"{entries[id].Field2:D10} 00000 n \n");
        file.Raw("trailer\n<</Size "u8).Number(Count + 1).Raw(trailer.Written).Raw(">>\n"u8);
    }

    private void CrossReferences(PdfSyntax file, (int Type, int Field2, int Field3)[] entries, PdfSyntax trailer)
    {
        var self = Reserve();
        Array.Resize(ref entries, Count + 1);
        entries[self] = (1, file.Length, 0);
        var data = new byte[7 * (Count + 1)];
        for (var id = 1; id <= Count; id++)
        {
            var row = data.AsSpan(7 * id);
            row[0] = (byte)entries[id].Type;
            BinaryPrimitives.WriteInt32BigEndian(row[1..], entries[id].Field2);
            BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)entries[id].Field3);
        }
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(5), 65535);
        Write(file, self, $"/Type/XRef/W[1 4 2]/Size {Count + 1}{System.Text.Encoding.ASCII.GetString(trailer.Written)}/Filter/FlateDecode", Deflate(data).Span);
    }
}
