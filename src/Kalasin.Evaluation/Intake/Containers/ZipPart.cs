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

    /// <summary>Its bytes, inflated. How many there are is found out by reading: the size in the directory is a claim.</summary>
    public Stream Open(SourceBytes zip)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        if (!zip.TryReadAt(HeaderAt, header) || !header.StartsWith("PK\u0003\u0004"u8)) throw Broken();
        var at = HeaderAt + HeaderSize + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var stored = zip.Stretch(at, StoredBytes) ?? throw Broken();
        return Method switch
        {
            0 => stored,
            8 => new DeflateStream(stored, CompressionMode.Decompress),
            _ => throw Broken(),
        };
    }

    private ContentRefusedException Broken() => new(Damaged, Name);
}
