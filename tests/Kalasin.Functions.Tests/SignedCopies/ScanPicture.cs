using System.Buffers;
using System.IO.Compression;
using JpegLibrary;
using QRCoder;

namespace Kalasin.Functions.Tests.SignedCopies;

/// <summary>What a scanner makes of a page with a QR code: as a picture in the forms that scanners use.</summary>
internal static class ScanPicture
{
    private const int Side = 800;

    /// <param name="code">Empty for a page without one.</param>
    /// <param name="dotsPerSquare">Width of a square of the code.</param>
    public static byte[] Grey(string code, int dotsPerSquare = 8)
    {
        if (code.Length == 0) return [.. Enumerable.Repeat((byte)235, Side * Side)];
        using var generator = new QRCodeGenerator();
        using var made = generator.CreateQrCode(code, QRCodeGenerator.ECCLevel.M);
        var (dots, rows) = (new byte[Side * Side], made.ModuleMatrix);
        Array.Fill(dots, (byte)235);
        for (var y = 0; y < rows.Count * dotsPerSquare; y++)
            for (var x = 0; x < rows.Count * dotsPerSquare; x++)
                if (rows[y / dotsPerSquare][x / dotsPerSquare]) dots[((y + 100) * Side) + x + 100] = 30;
        return dots;
    }

    public static (byte[] Bytes, string Entries) Jpeg(string code)
    {
        var output = new ArrayBufferWriter<byte>();
        var encoder = new JpegEncoder();
        encoder.SetQuantizationTable(JpegStandardQuantizationTable.ScaleByQuality(JpegStandardQuantizationTable.GetLuminanceTable(JpegElementPrecision.Precision8Bit, 0), 40));
        encoder.SetHuffmanTable(true, 0, JpegStandardHuffmanEncodingTable.GetLuminanceDCTable());
        encoder.SetHuffmanTable(false, 0, JpegStandardHuffmanEncodingTable.GetLuminanceACTable());
        encoder.AddComponent(1, 0, 0, 0, 1, 1);
        encoder.SetInputReader(new Dots(Grey(code)));
        encoder.SetOutput(output);
        encoder.Encode();
        return (output.WrittenSpan.ToArray(), $"/Width {Side} /Height {Side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode");
    }

    public static (byte[] Bytes, string Entries) Flate(string code) =>
        (Packed(Grey(code)), $"/Width {Side} /Height {Side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode");

    public static (byte[] Bytes, string Entries) Colour(string code) =>
        (Packed([.. Grey(code).SelectMany(d => new[] { d, d, d })]), $"/Width {Side} /Height {Side} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode");

    public static (byte[] Bytes, string Entries) BlackAndWhite(string code)
    {
        var bits = new byte[Side * Side / 8];
        foreach (var (i, dot) in Grey(code).Index())
            if (dot > 127) bits[i / 8] |= (byte)(0x80 >> (i % 8));
        return (Packed(bits), $"/Width {Side} /Height {Side} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode");
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(bytes);
        return packed.ToArray();
    }

    private sealed class Dots(byte[] dots) : JpegBlockInputReader
    {
        public override int Width => Side;
        public override int Height => Side;

        public override void ReadBlock(ref short blockRef, int componentIndex, int x, int y)
        {
            var block = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref blockRef, 64);
            for (var i = 0; i < block.Length; i++) block[i] = dots[(Math.Min(y + (i / 8), Side - 1) * Side) + Math.Min(x + (i % 8), Side - 1)];
        }
    }
}
