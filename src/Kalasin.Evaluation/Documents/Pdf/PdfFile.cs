using System.Buffers;
using System.Buffers.Binary;
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

    // A page alone is too little work to hand over to another core.
    private const int StreamsPerRun = 8;

    // A row of the cross-references: kind, offset or object stream, index in it.
    private const int Row = 7, InFile = 1, InStream = 2;

    private readonly PdfSyntax objects = new();
    private readonly List<(int Id, int Start, int End)> places = [];
    private readonly List<(int Stream, int[] Ids)> packed = [];
    // Compressed beside the writing of the next ones; their order in the file is that of adding, whoever is done first.
    private readonly List<StreamRun> runs = [];
    private StreamRun run = new(plain);
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
        if (!plain && places.Count == ObjectsPerStream) Pack();
    }

    /// <summary>Adds a stream.</summary>
    /// <param name="id">Reserved number.</param>
    /// <param name="entries">Dictionary entries besides Length and Filter.</param>
    /// <param name="data">Its bytes.</param>
    /// <param name="compress">Flate, unless the file is plain.</param>
    public void Stream(int id, string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        // Apart from the run: a page may be open in it.
        var alone = new StreamRun(plain, data.Length);
        alone.Data.Raw(data);
        alone.End(id, entries, compress);
        Start(alone);
    }

    /// <summary>Adds streams that know nothing of each other, written and compressed on all cores; returns their numbers.</summary>
    /// <param name="count">How many.</param>
    /// <param name="settle">Settles what one, counted from 0, shares with the others; called in their order, while those before are written.</param>
    /// <param name="write">Writes one that is settled.</param>
    /// <param name="cancellationToken">Stops the work between streams.</param>
    public int[] Streams(int count, Action<int> settle, Action<int, PdfSyntax> write, CancellationToken cancellationToken)
    {
        var ids = new int[count];
        for (var i = 0; i < count; i++) ids[i] = Reserve();
        for (int start = 0, end; start < count; start = end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            end = Math.Min(count, start + StreamsPerRun);
            for (var i = start; i < end; i++) settle(i);
            var (from, to, streams) = (start, end, new StreamRun(plain));
            streams.Start(() =>
            {
                for (var i = from; i < to; i++)
                {
                    write(i, streams.Data);
                    streams.End(ids[i], "", compress: true);
                }
            });
            runs.Add(streams);
        }
        // Who waits takes up what nobody has begun.
        for (var r = runs.Count - 1; r >= 0; r--) runs[r].Wait();
        return ids;
    }

    /// <summary>Starts a stream; its syntax follows, then <see cref="CloseStream"/>.</summary>
    public PdfSyntax OpenStream() => run.Data;

    /// <summary>Ends the stream, compressed unless the file is plain.</summary>
    /// <param name="id">Reserved number.</param>
    /// <param name="entries">Dictionary entries besides Length and Filter.</param>
    public void CloseStream(int id, string entries)
    {
        run.End(id, entries, compress: true);
        if (run.IsFull) StartRun();
    }

    private void StartRun()
    {
        Start(run);
        run = new(plain);
    }

    private void Start(StreamRun full)
    {
        full.Start();
        runs.Add(full);
    }

    /// <summary>The file; the buffer is the caller's to give back.</summary>
    /// <param name="catalog">Number of the catalog.</param>
    /// <param name="info">Number of the information dictionary.</param>
    public PdfSyntax Finish(int catalog, int info)
    {
        if (!plain) Pack();
        StartRun();
        var rows = ArrayPool<byte>.Shared.Rent(Row * (Count + 2));
        rows.AsSpan(0, Row * (Count + 2)).Clear();
        BinaryPrimitives.WriteUInt16BigEndian(rows.AsSpan(5), 65535);
        var file = new PdfSyntax(runs.Sum(r => r.Wait()) + 16 * Count + (plain ? objects.Length : 0));
        file.Raw("%PDF-1.7\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3]).Raw("\n"u8);
        if (plain)
        {
            foreach (var (id, start, end) in places)
            {
                Refer(rows, id, InFile, file.Length);
                file.Number(id).Raw(" 0 obj\n"u8).Raw(objects.Written[start..end]).Raw("endobj\n"u8);
            }
        }
        foreach (var full in runs)
        {
            for (var i = 0; i < full.Count; i++)
            {
                var (id, entries, compressed) = full[i];
                Refer(rows, id, InFile, file.Length);
                Write(file, id, entries, compressed, full.Bytes(i));
            }
            full.GiveBack();
        }
        foreach (var (stream, ids) in packed)
            for (var i = 0; i < ids.Length; i++) Refer(rows, ids[i], InStream, stream, i);
        // The identifier comes from the content, so the same document has the same one.
        var hash = SHA256.HashData(file.Written)[..16];
        var trailer = new PdfSyntax(128).Raw("/Root "u8).Reference(catalog).Raw("/Info "u8)
            .Reference(info).Raw("/ID["u8).Hexadecimal(hash).Hexadecimal(hash).Raw("]"u8);
        var at = file.Length;
        if (plain) Table(file, rows, trailer);
        else CrossReferences(file, rows, trailer);
        file.Raw("startxref\n"u8).Number(at).Raw("\n%%EOF\n"u8);
        ArrayPool<byte>.Shared.Return(rows);
        trailer.GiveBack();
        objects.GiveBack();
        return file;
    }

    /// <summary>Makes an object stream of the objects closed since the last one.</summary>
    private void Pack()
    {
        if (places.Count == 0) return;
        var content = OpenStream();
        var start = content.Length;
        var ids = new int[places.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = places[i].Id;
            content.Number(ids[i]).Raw(" "u8).Number(places[i].Start).Raw(" "u8);
        }
        var (stream, first) = (Reserve(), content.Length - start);
        packed.Add((stream, ids));
        content.Raw(objects.Written);
        CloseStream(stream, $"/Type/ObjStm/N {ids.Length}/First {first}");
        objects.Clear();
        places.Clear();
    }

    private static void Refer(byte[] rows, int id, int kind, int where, int index = 0)
    {
        var row = rows.AsSpan(Row * id, Row);
        row[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(row[1..], where);
        BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)index);
    }

    private static void Write(PdfSyntax file, int id, string entries, bool compressed, ReadOnlySpan<byte> data) =>
        file.Number(id).Raw(" 0 obj\n<<"u8).Raw(entries).Raw(compressed ? "/Filter/FlateDecode/Length "u8 : "/Length "u8)
            .Number(data.Length).Raw(">>stream\n"u8).Raw(data).Raw("\nendstream\nendobj\n"u8);

    private void Table(PdfSyntax file, byte[] rows, PdfSyntax trailer)
    {
        file.Raw("xref\n0 "u8).Number(Count + 1).Raw("\n0000000000 65535 f \n"u8);
        for (var id = 1; id <= Count; id++) file.Raw($"{BinaryPrimitives.ReadInt32BigEndian(rows.AsSpan(Row * id + 1)):D10} 00000 n \n");
        file.Raw("trailer\n<</Size "u8).Number(Count + 1).Raw(trailer.Written).Raw(">>\n"u8);
    }

    private void CrossReferences(PdfSyntax file, byte[] rows, PdfSyntax trailer)
    {
        var self = Reserve();
        Refer(rows, self, InFile, file.Length);
        using var bytes = new RentedStream(Count);
        StreamRun.Deflate(rows.AsSpan(0, Row * (Count + 1)), bytes);
        Write(file, self, $"/Type/XRef/W[1 4 2]/Size {Count + 1}{System.Text.Encoding.ASCII.GetString(trailer.Written)}", compressed: true, bytes.Written);
    }
}
