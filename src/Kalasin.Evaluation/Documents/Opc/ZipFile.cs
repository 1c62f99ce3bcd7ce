using System.Buffers.Binary;
using System.Text;

namespace Kalasin.Evaluation.Documents.Opc;

/// <summary>
/// Writes a zip file from entries that are compressed already. The framework's <c>ZipArchive</c> compresses anew for each
/// file; here the fonts, half of a document's bytes, are compressed once per process. Sizes are below 4 GB.
/// </summary>
internal sealed class ZipFile(Stream stream)
{
    private const int LocalHead = 30;
    private const int CentralHead = 46;
    private const int EndLength = 22;
    private const ushort Version = 20;
    private const ushort Deflate = 8;
    private const ushort NameIsUtf8 = 1 << 11;

    // 1 January 1980, the first day that the format can hold: a file must not tell when it was made.
    private const uint FixedTime = (1 << 5 | 1) << 16;

    private readonly List<(byte[] Name, ZipEntry Entry, uint Offset)> entries = [];
    private uint position;

    /// <summary>Writes one entry.</summary>
    public async Task AddAsync(string name, PackedBytes bytes, CancellationToken cancellationToken)
    {
        await BeginAsync(name, new(Deflate, bytes.Crc32, (uint)bytes.Deflated.Length, bytes.Length), cancellationToken);
        await stream.WriteAsync(bytes.Deflated, cancellationToken);
    }

    /// <summary>Writes an entry as it is stored elsewhere.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="entry">How it is stored.</param>
    /// <param name="stored">As many bytes as the entry says.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task CopyAsync(string name, ZipEntry entry, Stream stored, CancellationToken cancellationToken)
    {
        await BeginAsync(name, entry, cancellationToken);
        await stored.CopyToAsync(stream, cancellationToken);
    }

    /// <summary>Writes the directory; nothing can be added afterwards.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var directory = new byte[entries.Sum(e => CentralHead + e.Name.Length) + EndLength];
        var at = 0;
        foreach (var (name, entry, offset) in entries)
        {
            var head = directory.AsSpan(at);
            BinaryPrimitives.WriteUInt32LittleEndian(head, 0x02014B50);
            BinaryPrimitives.WriteUInt16LittleEndian(head[4..], Version);
            Common(head[6..], name, entry);
            BinaryPrimitives.WriteUInt32LittleEndian(head[42..], offset);
            name.CopyTo(head[CentralHead..]);
            at += CentralHead + name.Length;
        }
        var end = directory.AsSpan(at);
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], checked((ushort)entries.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], checked((ushort)entries.Count));
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)at);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], position);
        await stream.WriteAsync(directory, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    private async Task BeginAsync(string name, ZipEntry entry, CancellationToken cancellationToken)
    {
        var written = Encoding.UTF8.GetBytes(name);
        entries.Add((written, entry, position));
        var head = new byte[LocalHead + written.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(head, 0x04034B50);
        Common(head.AsSpan(4), written, entry);
        written.CopyTo(head, LocalHead);
        await stream.WriteAsync(head, cancellationToken);
        position = checked(position + (uint)head.Length + entry.StoredLength);
    }

    // The 26 bytes that a local head and a directory entry have in common, from "version needed" on.
    private static void Common(Span<byte> head, byte[] name, ZipEntry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(head, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(head[2..], Ascii.IsValid(name) ? (ushort)0 : NameIsUtf8);
        BinaryPrimitives.WriteUInt16LittleEndian(head[4..], entry.Method);
        BinaryPrimitives.WriteUInt32LittleEndian(head[6..], FixedTime);
        BinaryPrimitives.WriteUInt32LittleEndian(head[10..], entry.Crc32);
        BinaryPrimitives.WriteUInt32LittleEndian(head[14..], entry.StoredLength);
        BinaryPrimitives.WriteUInt32LittleEndian(head[18..], entry.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(head[22..], (ushort)name.Length);
    }
}

/// <summary>How an entry of a zip file is stored.</summary>
/// <param name="Method">How it is compressed: 0 not at all, 8 deflated.</param>
/// <param name="Crc32">Checksum of the plain bytes.</param>
/// <param name="StoredLength">Number of bytes as they are stored.</param>
/// <param name="Length">Number of plain bytes.</param>
internal readonly record struct ZipEntry(ushort Method, uint Crc32, uint StoredLength, uint Length);
