using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Kalasin.Evaluation.Documents.Opc;

/// <summary>Bytes of a package part, compressed once; a part that is the same in every document is packed once per process.</summary>
/// <param name="Deflated">Raw deflate stream (RFC 1951).</param>
/// <param name="Crc32">Checksum of the plain bytes.</param>
/// <param name="Length">Number of plain bytes.</param>
internal sealed record PackedBytes(ReadOnlyMemory<byte> Deflated, uint Crc32, uint Length)
{
    // A gzip member (RFC 1952) is ten bytes of head, the deflate stream, the checksum and the length: all that a zip entry asks for.
    private const int GzipHead = 10;
    private const int GzipTail = 8;

    // Of a part of one file: what it is written into is borrowed.
    private RentedStream? borrowed;

    private static readonly XmlWriterSettings XmlSettings = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };

    /// <summary>Packs what <paramref name="write"/> writes.</summary>
    public static PackedBytes Of(Action<Stream> write, CompressionLevel level = CompressionLevel.Optimal) => Once(write, level).Kept();

    /// <summary>Packs what is written to one file only; to be given back then.</summary>
    public static PackedBytes Once(Action<Stream> write, CompressionLevel level)
    {
        var packed = new RentedStream(1 << 12);
        using (var gzip = new GZipStream(packed, level, leaveOpen: true)) write(gzip);
        var bytes = packed.WrittenMemory;
        // Nothing written leaves no gzip member; a deflate stream of one empty final block stands for it.
        if (bytes.IsEmpty) return new((byte[])[0x03, 0x00], 0, 0) { borrowed = packed };
        var tail = bytes.Span[^GzipTail..];
        return new(bytes[GzipHead..^GzipTail], BinaryPrimitives.ReadUInt32LittleEndian(tail), BinaryPrimitives.ReadUInt32LittleEndian(tail[4..])) { borrowed = packed };
    }

    private PackedBytes Kept()
    {
        PackedBytes kept = new(Deflated.ToArray(), Crc32, Length);
        GiveBack();
        return kept;
    }

    /// <summary>Its file has it: what was borrowed for it goes back. Parts that are kept have borrowed nothing.</summary>
    public void GiveBack() => borrowed?.Dispose();

    /// <summary>Packs bytes.</summary>
    public static PackedBytes Of(ReadOnlyMemory<byte> bytes, CompressionLevel level = CompressionLevel.Optimal) =>
        Of(stream => stream.Write(bytes.Span), level);

    /// <summary>Packs for one file what was written; to be given back then.</summary>
    public static PackedBytes Once(RentedStream bytes, CompressionLevel level) => Once(stream => stream.Write(bytes.Written), level);

    /// <summary>Packs for one file an XML document that is spelt by hand.</summary>
    public static PackedBytes OnceSpelt(Action<RentedStream> write, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var xml = new RentedStream(1 << 12);
        xml.Write("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>"u8);
        write(xml);
        return Once(xml, level);
    }

    /// <summary>Packs an XML document.</summary>
    public static PackedBytes OfXml(Action<XmlWriter> write, CompressionLevel level = CompressionLevel.Optimal) => OnceXml(write, level).Kept();

    /// <summary>Packs an XML document for one file; to be given back then.</summary>
    public static PackedBytes OnceXml(Action<XmlWriter> write, CompressionLevel level = CompressionLevel.Optimal) => OnceXml((xml, _) => write(xml), level);

    /// <summary>The same of one whose larger half is spelt by the caller.</summary>
    /// <param name="write">Writes elements to the one, and once that is flushed, what stands between them to the other.</param>
    /// <param name="level">How hard it is packed.</param>
    public static PackedBytes OnceXml(Action<XmlWriter, RentedStream> write, CompressionLevel level)
    {
        using var bytes = new RentedStream(1 << 14);
        using (var xml = XmlWriter.Create(bytes, XmlSettings))
        {
            xml.WriteStartDocument(standalone: true);
            write(xml, bytes);
            xml.WriteEndDocument();
        }
        return Once(bytes, level);
    }
}
