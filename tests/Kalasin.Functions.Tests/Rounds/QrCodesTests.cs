using System.IO.Compression;
using System.Buffers.Binary;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Functions.Rounds;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>What a paper's code says is read by a reader of another house, from the picture that Word prints.</summary>
public sealed class QrCodesTests
{
    [Fact]
    public async Task CodeOfAPaper_IsReadFromItsWordFile()
    {
        var mark = new PaperMark(RoundId.Parse("46-dla-2567"), Paper.Letter, 123, ContentHash.Of("head"u8));
        var document = new ReportDocument("ทดสอบ", new(2024, 5, 15), [new([new MarkedCode(mark, QrCodes.Of(mark.ToString())).Beside("ฝ่ายบริหารทั่วไป")])]);
        using var stream = new MemoryStream();
        await document.WriteAsync(stream, ReportFormat.Word, TestContext.Current.CancellationToken);
        using var package = new ZipArchive(stream);
        using var picture = new MemoryStream();
        await using (var entry = await package.GetEntry("word/media/image1.png")!.OpenAsync(TestContext.Current.CancellationToken))
            await entry.CopyToAsync(picture, TestContext.Current.CancellationToken);
        Assert.Equal(mark.ToString(), Read(picture.ToArray()));
    }

    private static string? Read(byte[] png)
    {
        var side = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        var row = 1 + (side + 7) / 8;
        var bits = new byte[row * side];
        using (var packed = new ZLibStream(new MemoryStream(png[(png.AsSpan().IndexOf("IDAT"u8) + 4)..]), CompressionMode.Decompress)) packed.ReadExactly(bits);
        var grey = new byte[side * side];
        for (var i = 0; i < grey.Length; i++) grey[i] = (bits[i / side * row + 1 + i % side / 8] & (0x80 >> i % side % 8)) == 0 ? byte.MinValue : byte.MaxValue;
        var source = new RGBLuminanceSource(grey, side, side, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), new Dictionary<DecodeHintType, object> { [DecodeHintType.PURE_BARCODE] = true })?.Text;
    }
}
