using System.Buffers.Binary;

namespace Kalasin.Evaluation.Documents;

/// <summary>Format and size of a picture, from its first bytes.</summary>
/// <param name="IsPng">PNG; otherwise JPEG.</param>
/// <param name="Width">Width in pixels, at least 1.</param>
/// <param name="Height">Height in pixels, at least 1.</param>
internal readonly record struct PictureSize(bool IsPng, int Width, int Height)
{
    /// <summary>Reads the head of a PNG or JPEG; <see langword="null"/> for anything else.</summary>
    public static PictureSize? Read(ReadOnlySpan<byte> picture)
    {
        if (picture.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return picture.Length < 24
                ? null
                : Of(isPng: true, BinaryPrimitives.ReadInt32BigEndian(picture[16..]), BinaryPrimitives.ReadInt32BigEndian(picture[20..]));
        return picture.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? ReadJpeg(picture[2..]) : null;
    }

    private static PictureSize? ReadJpeg(ReadOnlySpan<byte> segments)
    {
        while (segments.Length >= 9 && segments[0] == 0xFF)
        {
            var marker = segments[1];
            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
                return Of(isPng: false, BinaryPrimitives.ReadUInt16BigEndian(segments[7..]), BinaryPrimitives.ReadUInt16BigEndian(segments[5..]));
            var next = marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(segments[2..]);
            if (next >= segments.Length) return null;
            segments = segments[next..];
        }
        return null;
    }

    private static PictureSize? Of(bool isPng, int width, int height) => width > 0 && height > 0 ? new(isPng, width, height) : null;
}
