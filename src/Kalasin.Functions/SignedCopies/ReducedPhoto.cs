using System.Buffers;
using JpegLibrary;

namespace Kalasin.Functions.SignedCopies;

/// <summary>A photo as it is printed: upright, and with no more dots than its place on paper shows.</summary>
internal static class ReducedPhoto
{
    /// <summary>Most dots of one that is printed: 120 × 85 mm, the largest place, at ten dots a millimetre.</summary>
    public const int MostWide = 1200, MostHigh = 850;

    private const int Quality = 82;

    /// <summary>A header that says no more than that it is one (JFIF 1.01): nothing of the camera's own, such as where it stood, is carried on.</summary>
    private static ReadOnlySpan<byte> Head => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    /// <summary>How a photo whose colours are those of screens as they are says so; pictures of cameras part brightness from colour.</summary>
    private static ReadOnlySpan<byte> OfAdobe => [0xFF, 0xEE, 0, 14, (byte)'A', (byte)'d', (byte)'o', (byte)'b', (byte)'e'];

    /// <returns>Null where it is none that can be read: of other colours than a camera's, damaged, or with more dots than are read.</returns>
    public static byte[]? Of(byte[] jpeg)
    {
        var decoder = new JpegDecoder();
        decoder.SetInput(jpeg);
        decoder.Identify();
        if (!GreyPicture.IsReadable(decoder.Width, decoder.Height) || decoder.Precision != 8 || decoder.NumberOfComponents is not (1 or 3)) return null;
        if (decoder.NumberOfComponents == 3 && jpeg.AsSpan().IndexOf(OfAdobe) is >= 0 and var at && at + 15 < jpeg.Length && jpeg[at + 15] == 0) return null;
        var dots = new ReducedDots(decoder.Width, decoder.Height, decoder.NumberOfComponents, CameraTurn.Of(jpeg));
        decoder.SetOutputWriter(dots);
        decoder.Decode();
        return dots.IsWhole ? Written(dots) : null;
    }

    private static byte[] Written(ReducedDots dots)
    {
        var output = new ArrayBufferWriter<byte>();
        var encoder = new JpegEncoder();
        encoder.SetQuantizationTable(Scaled(JpegStandardQuantizationTable.GetLuminanceTable(JpegElementPrecision.Precision8Bit, 0)));
        encoder.SetHuffmanTable(true, 0, JpegStandardHuffmanEncodingTable.GetLuminanceDCTable());
        encoder.SetHuffmanTable(false, 0, JpegStandardHuffmanEncodingTable.GetLuminanceACTable());
        encoder.AddComponent(1, 0, 0, 0, dots.Sampling, dots.Sampling);
        if (dots.Components > 1)
        {
            encoder.SetQuantizationTable(Scaled(JpegStandardQuantizationTable.GetChrominanceTable(JpegElementPrecision.Precision8Bit, 1)));
            encoder.SetHuffmanTable(true, 1, JpegStandardHuffmanEncodingTable.GetChrominanceDCTable());
            encoder.SetHuffmanTable(false, 1, JpegStandardHuffmanEncodingTable.GetChrominanceACTable());
            encoder.AddComponent(2, 1, 1, 1, 1, 1);
            encoder.AddComponent(3, 1, 1, 1, 1, 1);
        }
        encoder.SetInputReader(dots.Averages());
        encoder.SetOutput(output);
        encoder.Encode();
        return [.. Head, .. output.WrittenSpan[2..]];
    }

    private static JpegQuantizationTable Scaled(JpegQuantizationTable standard) => JpegStandardQuantizationTable.ScaleByQuality(standard, Quality);
}
