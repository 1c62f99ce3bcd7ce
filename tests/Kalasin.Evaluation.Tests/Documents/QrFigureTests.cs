using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Documents.Word;
using Kalasin.Evaluation.Tests.Documents.Layout;

namespace Kalasin.Evaluation.Tests.Documents;

/// <summary>A QR code is the same squares in PDF and Word.</summary>
public sealed partial class QrFigureTests
{
    private static readonly QrSquares Code = EveryBlock.Squares(41);

    [Fact]
    public void Pdf_DrawsEverySquareAsPartOfOnePath()
    {
        var text = Encoding.Latin1.GetString(PdfWriter.Bytes(Laid.Document(new QrFigure(Code, "คิวอาร์โค้ด")), plain: true, TestContext.Current.CancellationToken));
        var drawn = new bool[Code.Size, Code.Size];
        foreach (Match run in Run().Matches(text))
        {
            var (column, bottom, length) = (Number(run, "column"), Number(run, "bottom"), Number(run, "length"));
            for (var i = 0; i < length; i++) drawn[Code.Size - 1 - bottom, column + i] = true;
        }
        AssertSame((row, column) => drawn[row, column]);
        Assert.Contains("/Figure", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_HoldsAPictureWithEverySquareSharp()
    {
        using var stream = new MemoryStream();
        await new WordWriter().WriteAsync(Laid.Document(new QrFigure(Code, "คิวอาร์โค้ด")), stream, TestContext.Current.CancellationToken);
        using var package = new ZipArchive(stream);
        using var file = new MemoryStream();
        await using (var entry = await package.GetEntry("word/media/image1.png")!.OpenAsync(TestContext.Current.CancellationToken))
            await entry.CopyToAsync(file, TestContext.Current.CancellationToken);
        var png = file.ToArray();
        var size = PictureSize.Read(png)!.Value;
        var square = size.Width / Code.Size;
        Assert.Equal((Code.Size * square, size.Width), (size.Width, size.Height));
        using var packed = new ZLibStream(new MemoryStream(png[(png.AsSpan().IndexOf("IDAT"u8) + 4)..]), CompressionMode.Decompress);
        var pixels = new byte[(1 + (size.Width + 7) / 8) * size.Height];
        packed.ReadExactly(pixels);
        AssertSame((row, column) =>
        {
            var (x, y) = (column * square + square / 2, row * square + square / 2);
            return (pixels[y * (1 + (size.Width + 7) / 8) + 1 + x / 8] & (0x80 >> x % 8)) == 0;
        });
    }

    [Fact]
    public void Squares_OfNoCode_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new QrSquares(20, [.. new bool[400]]));
        Assert.Throws<ArgumentException>(() => new QrSquares(21, [.. new bool[440]]));
    }

    private static void AssertSame(Func<int, int, bool> isDark)
    {
        for (var row = 0; row < Code.Size; row++)
            for (var column = 0; column < Code.Size; column++) Assert.Equal(Code[row, column], isDark(row, column));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<column>\d+) (?<bottom>\d+) (?<length>\d+) 1 re$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Run();
}
