using System.Collections.Immutable;
using System.IO.Compression;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Tests.Documents;

/// <summary>A made-up emblem: rings in grey. The Garuda is protected and drawn nowhere here.</summary>
internal static class MadeEmblem
{
    public static Emblem Read { get; } = Emblem.Read(Png(270, 300), out _)!;

    /// <summary>A grey PNG of rings.</summary>
    public static ImmutableArray<byte> Png(int width, int height)
    {
        var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Optimal, leaveOpen: true))
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    var (dx, dy) = ((x - width / 2.0) / width, (y - height / 2.0) / height);
                    var from = Math.Sqrt(dx * dx + dy * dy);
                    zlib.WriteByte((byte)(from > 0.49 ? 255 : (int)(from * 20) % 2 == 0 ? 40 : 230));
                }
            }
        var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR"u8, [.. BigEndian(width), .. BigEndian(height), 8, 0, 0, 0, 0]);
        Chunk(png, "IDAT"u8, rows.ToArray());
        Chunk(png, "IEND"u8, []);
        return [.. png.ToArray()];
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> name, byte[] body)
    {
        byte[] named = [.. name, .. body];
        png.Write(BigEndian(body.Length));
        png.Write(named);
        png.Write(BigEndian((int)Crc(named)));
    }

    private static byte[] BigEndian(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
