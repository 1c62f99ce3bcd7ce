using System.Globalization;
using System.IO.Compression;
using Kalasin.Functions.Tests.SignedCopies;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>What comes of a paper that is printed, signed and put through a scanner: a PDF that is one picture.</summary>
internal static class Scanner
{
    public static async Task<byte[]> ScanAsync(TemporaryFolder folder, byte[] paper)
    {
        await File.WriteAllBytesAsync(folder.File("paper.pdf"), paper, TestContext.Current.CancellationToken);
        await ExternalTool.Require("pdftoppm").RunAsync("-r", "150", "-gray", "-f", "1", "-singlefile", folder.File("paper.pdf"), folder.File("printed"));
        var (width, height, dots) = Read(await File.ReadAllBytesAsync(folder.File("printed.pgm"), TestContext.Current.CancellationToken));
        using var packed = new MemoryStream();
        await using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) await zlib.WriteAsync(dots, TestContext.Current.CancellationToken);
        return new SmallPdf("scan", (packed.ToArray(), $"/Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode")).Bytes;
    }

    /// <summary>A picture as poppler writes it: <c>P5</c>, width, height, <c>255</c>, then a byte for each dot.</summary>
    private static (int Width, int Height, ReadOnlyMemory<byte> Dots) Read(byte[] picture)
    {
        var at = 0;
        Assert.Equal("P5", Word());
        var (width, height) = (int.Parse(Word(), CultureInfo.InvariantCulture), int.Parse(Word(), CultureInfo.InvariantCulture));
        Assert.Equal("255", Word());
        Assert.Equal(width * height, picture.Length - at);
        return (width, height, picture.AsMemory(at));

        string Word()
        {
            var from = at;
            while (!char.IsWhiteSpace((char)picture[at])) at++;
            return System.Text.Encoding.ASCII.GetString(picture, from, at++ - from);
        }
    }
}
