using System.Buffers.Binary;
using System.IO.Compression;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>A part of a zip file as its directory lists it.</summary>
/// <param name="Name">As written; nothing is checked yet.</param>
/// <param name="Method">How it is compressed: 0 not at all, 8 deflated.</param>
/// <param name="IsEncrypted">Behind a password.</param>
/// <param name="StoredBytes">Compressed size.</param>
/// <param name="HeaderAt">Where its own header begins.</param>
internal sealed record ZipPart(string Name, int Method, bool IsEncrypted, long StoredBytes, long HeaderAt)
{
    private const int HeaderSize = 30;

    /// <summary>What the directory says of its bytes: checksum, and how many there are inflated.</summary>
    public (uint Crc32, long Length) Claimed { get; init; }

    /// <summary>Its bytes, inflated. How many there are is found out by reading: the size in the directory is a claim.</summary>
    public Stream Open(SourceBytes zip)
    {
        var stored = OpenStored(zip);
        return Method switch
        {
            0 => stored,
            8 => new DeflateStream(stored, CompressionMode.Decompress),
            _ => throw Broken(),
        };
    }

    /// <summary>Its bytes as they are stored.</summary>
    public SourceBytes OpenStored(SourceBytes zip)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        if (!zip.TryReadAt(HeaderAt, header) || !header.StartsWith("PK\u0003\u0004"u8)) throw Broken();
        var at = HeaderAt + HeaderSize + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        return zip.Stretch(at, StoredBytes) ?? throw Broken();
    }

    private ContentRefusedException Broken() => new(Damaged, Name);
}
