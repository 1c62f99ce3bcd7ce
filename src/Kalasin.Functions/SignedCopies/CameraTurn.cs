using System.Buffers.Binary;

namespace Kalasin.Functions.SignedCopies;

/// <summary>How a camera was held when it took a photo, as the photo says (Exif 2.3, Orientation).</summary>
internal static class CameraTurn
{
    /// <summary>The first row is at the top and the first column at the left.</summary>
    public const int Upright = 1;

    private const int Tag = 0x0112, Last = 8;

    /// <summary>1 to 8, as Exif numbers them; 1 where the photo says nothing that can be read. Looks at its first bytes alone.</summary>
    public static int Of(ReadOnlySpan<byte> jpeg)
    {
        var at = jpeg[..Math.Min(jpeg.Length, 1024)].IndexOf("Exif\0\0"u8);
        if (at < 0 || jpeg.Length < at + 14) return Upright;
        var tiff = jpeg[(at + 6)..];
        var little = tiff[0] == 'I';
        var start = (int)Math.Min(Number(tiff, 4, 4), int.MaxValue);
        if (start < 8 || start > Math.Min(tiff.Length, 4096) - 2) return Upright;
        for (int i = 0, entries = (int)Number(tiff, start, 2); i < entries && start + 14 + (12 * i) <= tiff.Length; i++)
            if (Number(tiff, start + 2 + (12 * i), 2) == Tag)
                return Number(tiff, start + 10 + (12 * i), 2) is >= Upright and <= Last and var turn ? (int)turn : Upright;
        return Upright;

        uint Number(ReadOnlySpan<byte> bytes, int from, int size) => size == 2
            ? little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[from..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[from..])
            : little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[from..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[from..]);
    }
}
