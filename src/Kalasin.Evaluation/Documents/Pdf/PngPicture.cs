using System.Buffers.Binary;
using System.IO.Compression;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>PNG (ISO/IEC 15948) of 8 bits a sample, not interlaced: grey, colour, palette, with or without alpha. Alpha is laid on white, the paper.</summary>
internal static class PngPicture
{
    // Limits the memory that a small file can ask for.
    private const int MostPixels = 50_000_000;

    private const int Palette = 3, GreyAlpha = 4, ColourAlpha = 6;

    public static PictureData? Read(ReadOnlySpan<byte> file, PictureSize header, out string why)
    {
        why = "a PNG ends before its picture does";
        if (file.Length < 33) return null;
        var (depth, type, interlaced) = (file[24], file[25], file[28] != 0);
        why = $"a PNG of {header.Width} × {header.Height} pixels is larger than {MostPixels} pixels";
        if ((long)header.Width * header.Height > MostPixels) return null;
        why = $"a PNG has {depth} bits a sample and colour type {type}{(interlaced ? ", interlaced" : "")}; 8 bits without interlace are taken";
        var samples = type switch { 0 => 1, 2 => 3, Palette => 1, GreyAlpha => 2, ColourAlpha => 4, _ => 0 };
        if (depth != 8 || interlaced || samples == 0) return null;
        why = "a PNG ends before its picture does";
        if (!Chunks(file, out var data, out var palette, out var alpha) || (type == Palette && palette.IsEmpty)) return null;
        var stride = header.Width * samples;
        var rows = new byte[checked((stride + 1) * header.Height)];
        if (!Inflate(data, rows)) return null;
        if (!Unfilter(rows, stride, header.Height, samples)) return null;
        return type switch
        {
            0 => new(header.Width, header.Height, "/DeviceGray", "", Packed(rows, stride, header.Height)),
            2 => new(header.Width, header.Height, "/DeviceRGB", "", Packed(rows, stride, header.Height)),
            Palette => new(header.Width, header.Height, "/DeviceRGB", "", Coloured(rows, stride, header.Height, palette, alpha)),
            _ => new(header.Width, header.Height, type == GreyAlpha ? "/DeviceGray" : "/DeviceRGB", "", OnWhite(rows, stride, header.Height, samples)),
        };
    }

    private static bool Chunks(ReadOnlySpan<byte> file, out byte[] data, out ReadOnlySpan<byte> palette, out ReadOnlySpan<byte> alpha)
    {
        var idat = new MemoryStream();
        palette = alpha = default;
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0 || length > file.Length - at - 12) break;
            var name = file.Slice(at + 4, 4);
            var body = file.Slice(at + 8, length);
            if (name.SequenceEqual("IDAT"u8)) idat.Write(body);
            else if (name.SequenceEqual("PLTE"u8)) palette = body;
            else if (name.SequenceEqual("tRNS"u8)) alpha = body;
            else if (name.SequenceEqual("IEND"u8)) break;
            at += length + 12;
        }
        data = idat.ToArray();
        return data.Length > 0;
    }

    private static bool Inflate(byte[] data, byte[] rows)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
            return zlib.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) == rows.Length;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool Unfilter(byte[] rows, int stride, int height, int samples)
    {
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * (stride + 1) + 1, stride);
            var above = y == 0 ? [] : rows.AsSpan((y - 1) * (stride + 1) + 1, stride);
            var filter = rows[y * (stride + 1)];
            if (filter > 4) return false;
            for (var x = 0; filter > 0 && x < stride; x++)
            {
                int a = x >= samples ? row[x - samples] : 0, b = y > 0 ? above[x] : 0, c = x >= samples && y > 0 ? above[x - samples] : 0;
                row[x] += (byte)(filter switch { 1 => a, 2 => b, 3 => (a + b) / 2, _ => Paeth(a, b, c) });
            }
        }
        return true;
    }

    private static int Paeth(int a, int b, int c)
    {
        var (pa, pb, pc) = (Math.Abs(b - c), Math.Abs(a - c), Math.Abs(a + b - 2 * c));
        return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    }

    private static byte[] Packed(byte[] rows, int stride, int height)
    {
        var packed = new byte[stride * height];
        for (var y = 0; y < height; y++) rows.AsSpan(y * (stride + 1) + 1, stride).CopyTo(packed.AsSpan(y * stride));
        return packed;
    }

    private static byte[] Coloured(byte[] rows, int stride, int height, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> alpha)
    {
        var packed = new byte[stride * height * 3];
        var at = 0;
        for (var y = 0; y < height; y++)
            foreach (var index in rows.AsSpan(y * (stride + 1) + 1, stride))
                for (var i = 0; i < 3; i++)
                    packed[at++] = 3 * index + i < palette.Length ? White(palette[3 * index + i], index < alpha.Length ? alpha[index] : (byte)255) : (byte)0;
        return packed;
    }

    private static byte[] OnWhite(byte[] rows, int stride, int height, int samples)
    {
        var packed = new byte[stride / samples * (samples - 1) * height];
        var at = 0;
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * (stride + 1) + 1, stride);
            for (var x = 0; x < stride; x += samples)
                for (var i = 0; i < samples - 1; i++) packed[at++] = White(row[x + i], row[x + samples - 1]);
        }
        return packed;
    }

    private static byte White(byte value, byte alpha) => (byte)((value * alpha + 255 * (255 - alpha) + 127) / 255);
}
