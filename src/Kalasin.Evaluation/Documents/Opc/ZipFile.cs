using System.Buffers.Binary;
using System.Text;

namespace Kalasin.Evaluation.Documents.Opc;

/// <summary>
/// Writes a zip file from entries that are compressed already. The framework's <c>ZipArchive</c> compresses anew for each
/// file; here the fonts, half of a document's bytes, are compressed once per process. Names are ASCII, sizes below 4 GB.
/// </summary>
internal sealed class ZipFile(Stream stream)
{
    private const int LocalHead = 30;
    private const int CentralHead = 46;
    private const int EndLength = 22;
    private const ushort Version = 20;
    private const ushort Deflate = 8;

    // 1 January 1980, the first day that the format can hold: a file must not tell when it was made.
    private const uint FixedTime = (1 << 5 | 1) << 16;

    private readonly List<(byte[] Name, PackedBytes Bytes, uint Offset)> entries = [];
    private uint position;

    /// <summary>Writes one entry.</summary>
    public async Task AddAsync(string name, PackedBytes bytes, CancellationToken cancellationToken)
    {
        var entry = (Name: Encoding.ASCII.GetBytes(name), bytes, position);
        entries.Add(entry);
        var head = new byte[LocalHead + entry.Name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(head, 0x04034B50);
        Common(head.AsSpan(4), entry.Name, bytes);
        entry.Name.CopyTo(head, LocalHead);
        await stream.WriteAsync(head, cancellationToken);
        await stream.WriteAsync(bytes.Deflated, cancellationToken);
        position = checked(position + (uint)head.Length + (uint)bytes.Deflated.Length);
    }

    /// <summary>Writes the directory; nothing can be added afterwards.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var directory = new byte[entries.Sum(e => CentralHead + e.Name.Length) + EndLength];
        var at = 0;
        foreach (var (name, bytes, offset) in entries)
        {
            var head = directory.AsSpan(at);
            BinaryPrimitives.WriteUInt32LittleEndian(head, 0x02014B50);
            BinaryPrimitives.WriteUInt16LittleEndian(head[4..], Version);
            Common(head[6..], name, bytes);
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

    // The 26 bytes that a local head and a directory entry have in common, from "version needed" on.
    private static void Common(Span<byte> head, byte[] name, PackedBytes bytes)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(head, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(head[4..], Deflate);
        BinaryPrimitives.WriteUInt32LittleEndian(head[6..], FixedTime);
        BinaryPrimitives.WriteUInt32LittleEndian(head[10..], bytes.Crc32);
        BinaryPrimitives.WriteUInt32LittleEndian(head[14..], (uint)bytes.Deflated.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[18..], bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(head[22..], (ushort)name.Length);
    }
}
