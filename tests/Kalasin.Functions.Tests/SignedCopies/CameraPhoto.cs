using System.Buffers;
using System.Runtime.InteropServices;
using JpegLibrary;

namespace Kalasin.Functions.Tests.SignedCopies;

/// <summary>A photo as a camera makes it: its first corner dark, grain over all, and how the camera was held in its Exif.</summary>
internal static class CameraPhoto
{
    /// <param name="width">Dots as it is packed.</param>
    /// <param name="height">Dots as it is packed.</param>
    /// <param name="turn">Exif's Orientation.</param>
    /// <param name="quality">1 to 100.</param>
    public static byte[] Of(int width, int height, int turn = 1, int quality = 90)
    {
        var output = new ArrayBufferWriter<byte>();
        var encoder = new JpegEncoder();
        encoder.SetQuantizationTable(JpegStandardQuantizationTable.ScaleByQuality(JpegStandardQuantizationTable.GetLuminanceTable(JpegElementPrecision.Precision8Bit, 0), quality));
        encoder.SetHuffmanTable(true, 0, JpegStandardHuffmanEncodingTable.GetLuminanceDCTable());
        encoder.SetHuffmanTable(false, 0, JpegStandardHuffmanEncodingTable.GetLuminanceACTable());
        encoder.AddComponent(1, 0, 0, 0, 2, 2);
        encoder.AddComponent(2, 0, 0, 0, 1, 1);
        encoder.AddComponent(3, 0, 0, 0, 1, 1);
        encoder.SetInputReader(new Scene(width, height));
        encoder.SetOutput(output);
        encoder.Encode();
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0];
        return [.. output.WrittenSpan[..2], .. exif, .. output.WrittenSpan[2..]];
    }

    private sealed class Scene(int width, int height) : JpegBlockInputReader
    {
        public override int Width => width;

        public override int Height => height;

        public override void ReadBlock(ref short blockRef, int componentIndex, int x, int y)
        {
            var block = MemoryMarshal.CreateSpan(ref blockRef, 64);
            for (var i = 0; i < block.Length; i++)
            {
                var (column, row) = (x + (i % 8), y + (i / 8));
                var grain = (short)(((column * 7919) ^ (row * 104729)) % 24);
                block[i] = componentIndex > 0 ? (short)(128 + (row * 60 / height)) : (short)((column < width / 2 && row < height / 2 ? 30 : 170) + (column * 50 / width) + grain);
            }
        }
    }
}
