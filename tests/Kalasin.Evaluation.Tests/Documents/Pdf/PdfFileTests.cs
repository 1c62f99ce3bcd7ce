using System.Globalization;
using System.Text;
using Kalasin.Evaluation.Documents.Pdf;
using UglyToad.PdfPig;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

public sealed class PdfFileTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0001, "0")]
    [InlineData(1.5, "1.5")]
    [InlineData(-12.3456, "-12.346")]
    [InlineData(0.05, "0.05")]
    [InlineData(841.8898, "841.89")]
    [InlineData(1e7, "10000000")]
    public void Number_IsShortAndNeverAnExponent(double value, string expected) => Assert.Equal(expected, Ascii(new PdfSyntax().Number(value)));

    [Theory]
    [InlineData("plain", "(plain)")]
    [InlineData("a(b)\\", "(a\\(b\\)\\\\)")]
    [InlineData("ก", "<FEFF0E01>")]
    [InlineData("😀", "<FEFFD83DDE00>")]
    [InlineData("", "()")]
    public void Text_IsALiteralOrUtf16(string text, string expected) => Assert.Equal(expected, Ascii(new PdfSyntax().Text(text)));

    [Fact]
    public void Finish_Plain_EveryReferenceLeadsToItsObject()
    {
        var bytes = PdfWriter.Bytes(EveryBlock.Document, plain: true, TestContext.Current.CancellationToken).ToArray();
        var text = Encoding.Latin1.GetString(bytes);
        var table = int.Parse(
            text.AsSpan(text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10).ToString().Split('\n')[0],
            CultureInfo.InvariantCulture);
        var lines = text[table..].Split('\n');
        Assert.Equal("xref", lines[0]);
        var count = int.Parse(lines[1].Split(' ')[1], CultureInfo.InvariantCulture);
        Assert.True(count > 100);
        for (var id = 1; id < count; id++)
        {
            Assert.Equal(19, lines[2 + id].Length);
            Assert.StartsWith($"{id} 0 obj\n", text[int.Parse(lines[2 + id][..10], CultureInfo.InvariantCulture)..][..20], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Finish_Compact_SaysTheSameAsPlainInLess()
    {
        var (plain, compact) = (
            PdfWriter.Bytes(EveryBlock.Document, true, TestContext.Current.CancellationToken).ToArray(),
            PdfWriter.Bytes(EveryBlock.Document, false, TestContext.Current.CancellationToken).ToArray());
        Assert.True(compact.Length * 2 < plain.Length);
        using var one = PdfDocument.Open(plain);
        using var other = PdfDocument.Open(compact);
        Assert.Equal(TagTree.Read(one).AllLetters, TagTree.Read(other).AllLetters);
    }

    [Fact]
    public void Finish_OtherContent_HasAnotherIdentifier()
    {
        static string Id(ReadOnlyMemory<byte> file) =>
            Encoding.Latin1.GetString(file.Span) is var t ? t[(t.IndexOf("/ID[", StringComparison.Ordinal) + 4)..][..34] : "";
        var changed = EveryBlock.Document with { Title = "อื่น" };
        Assert.NotEqual(
            Id(PdfWriter.Bytes(EveryBlock.Document, true, TestContext.Current.CancellationToken)),
            Id(PdfWriter.Bytes(changed, true, TestContext.Current.CancellationToken)));
    }

    private static string Ascii(PdfSyntax syntax) => Encoding.ASCII.GetString(syntax.Written);
}
