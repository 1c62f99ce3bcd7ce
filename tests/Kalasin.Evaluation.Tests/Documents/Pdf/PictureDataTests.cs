using System.Buffers.Binary;
using System.IO.Compression;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Layout;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

public sealed class PictureDataTests
{
    [Theory]
    [InlineData(0, new byte[] { 0, 10, 200 }, "/DeviceGray", new byte[] { 10, 200 })]
    [InlineData(2, new byte[] { 0, 1, 2, 3, 4, 5, 6 }, "/DeviceRGB", new byte[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(2, new byte[] { 1, 1, 2, 3, 4, 5, 6 }, "/DeviceRGB", new byte[] { 1, 2, 3, 5, 7, 9 })]
    [InlineData(3, new byte[] { 0, 1, 0 }, "/DeviceRGB", new byte[] { 40, 50, 60, 132, 137, 142 })]
    [InlineData(4, new byte[] { 0, 0, 0, 100, 255 }, "/DeviceGray", new byte[] { 255, 100 })]
    [InlineData(6, new byte[] { 0, 0, 0, 0, 0, 10, 20, 30, 255 }, "/DeviceRGB", new byte[] { 255, 255, 255, 10, 20, 30 })]
    public void Read_Png_GivesItsSamplesOnWhite(byte type, byte[] rows, string space, byte[] expected)
    {
        var picture = PictureData.Read(Png(2, 1, type, rows), out _);
        Assert.Equal(space, picture?.ColourSpace);
        Assert.Equal(expected, picture!.Bytes.ToArray());
    }

    [Theory]
    [InlineData(2, new byte[] { 0, 0, 1, 1 }, new byte[] { 10, 20, 11, 21 })] // up
    [InlineData(4, new byte[] { 0, 0, 1, 1 }, new byte[] { 10, 20, 11, 21 })] // Paeth
    [InlineData(3, new byte[] { 0, 0, 1, 1 }, new byte[] { 10, 20, 6, 14 })] // average
    public void Read_FilteredRows_AreRestored(byte filter, byte[] second, byte[] expected) =>
        Assert.Equal(expected, PictureData.Read(Png(2, 2, 0, [0, 10, 20, filter, second[2], second[3]]), out _)!.Bytes.ToArray());

    [Theory]
    [InlineData("interlaced", "interlaced")]
    [InlineData("deep", "16 bits")]
    [InlineData("short", "ends before")]
    [InlineData("cmyk", "4 colour components")]
    public void Read_WhatPdfACannotKeep_SaysWhy(string what, string why)
    {
        byte[] file = what switch
        {
            "interlaced" => Png(2, 1, 0, [0, 1, 2], interlace: 1),
            "deep" => Png(2, 1, 0, [0, 1, 2, 3, 4], depth: 16),
            "short" => Png(200, 100, 0, [0, 1, 2]),
            _ => [0xFF, 0xD8, 0xFF, 0xC0, 0, 20, 8, 0, 1, 0, 2, 4, 0, 0, 0, 0, 0, 0, 0, 0],
        };
        Assert.Null(PictureData.Read(file, out var reason));
        Assert.Contains(why, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyDamage_NeverThrows()
    {
        var png = Png(2, 2, 6, [0, .. new byte[8], 4, .. new byte[8]]);
        for (var i = 0; i < png.Length; i++)
        {
            var damaged = png.ToArray();
            damaged[i] ^= 0x55;
            PictureData.Read(damaged, out _);
            PictureData.Read(png.AsSpan(0, i), out _);
        }
    }

    [Fact]
    public void Read_Jpeg_IsEmbeddedAsItIs()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 2, 1, 1, 0x11, 0, 0xFF, 0xD9];
        var picture = PictureData.Read(jpeg, out _)!;
        Assert.Equal(("/DeviceGray", "/Filter/DCTDecode", 2, 1), (picture.ColourSpace, picture.Filter, picture.Width, picture.Height));
        Assert.Equal(jpeg, picture.Bytes.ToArray());
    }

    [Fact]
    public void Write_PicturesThatCannotBeKept_AreNamedTogether()
    {
        var document = Laid.Document(new Figure([.. Png(2, 1, 0, [0, 1, 2], interlace: 1)], "ก"), new Figure([.. Png(200, 100, 0, [0, 1, 2])], "ข"));
        var thrown = Assert.Throws<ArgumentException>(() => PdfWriter.Bytes(document, false, TestContext.Current.CancellationToken));
        Assert.Contains("2 violation(s)", thrown.Message, StringComparison.Ordinal);
    }

    private static byte[] Png(int width, int height, byte type, byte[] rows, byte depth = 8, byte interlace = 0)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = (depth, type, interlace);
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(rows);
        byte[] palette = type == 3 ? [10, 20, 30, 40, 50, 60] : [], alpha = type == 3 ? [128] : [];
        return [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, .. Chunk("IHDR", head), .. Chunk("PLTE", palette),
            .. Chunk("tRNS", alpha), .. Chunk("IDAT", data.ToArray()), .. Chunk("IEND", [])];
    }

    private static IEnumerable<byte> Chunk(string name, byte[] body)
    {
        if (body.Length == 0 && name != "IEND") return [];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        return [.. length, .. System.Text.Encoding.ASCII.GetBytes(name), .. body, 0, 0, 0, 0];
    }
}
