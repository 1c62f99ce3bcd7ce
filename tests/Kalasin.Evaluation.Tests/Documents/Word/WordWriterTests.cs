using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Tests.Documents.Word;

public sealed class WordWriterTests
{
    [Theory]
    [InlineData(FileFormatVersions.Office2013)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public async Task WriteAsync_EveryBlock_HasNoSchemaErrors(FileFormatVersions version)
    {
        using var file = WordprocessingDocument.Open(await Write(EveryBlock.Document), false);
        Assert.Empty(new OpenXmlValidator(version).Validate(file, TestContext.Current.CancellationToken).Select(
            e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public async Task WriteAsync_EveryBlock_SaysWhatTheBlocksSay()
    {
        using var file = WordprocessingDocument.Open(await Write(EveryBlock.Document), false);
        Assert.Equal(BlockText.Of(EveryBlock.Document), Texts(file));
    }

    [Fact]
    public async Task WriteAsync_Twice_GivesTheSameBytes() =>
        Assert.Equal((await Write(EveryBlock.Document)).ToArray(), (await Write(EveryBlock.Document)).ToArray());

    [Fact]
    public async Task WriteAsync_EightThreads_GiveTheSameBytes()
    {
        var expected = (await Write(EveryBlock.Document)).ToArray();
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(async () => (await Write(EveryBlock.Document)).ToArray(), TestContext.Current.CancellationToken)));
        Assert.All(all, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public async Task WriteAsync_StreamThatOnlyWrites_GetsTheWholeFileAndStaysOpen()
    {
        var target = new MemoryStream();
        await using var forward = new ForwardOnly(target);
        await new WordWriter().WriteAsync(EveryBlock.Document, forward, TestContext.Current.CancellationToken);
        Assert.Equal((await Write(EveryBlock.Document)).ToArray(), target.ToArray());
        Assert.True(forward.CanWrite);
    }

    [Fact]
    public async Task WriteAsync_BrokenDocument_WritesNothing()
    {
        var target = new MemoryStream();
        var broken = new ReportDocument("", new(2024, 5, 15), []);
        await Assert.ThrowsAsync<ArgumentException>(() => new WordWriter().WriteAsync(broken, target, TestContext.Current.CancellationToken));
        Assert.Equal(0, target.Length);
    }

    [Fact]
    public async Task WriteAsync_Cancelled_Stops() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new WordWriter().WriteAsync(EveryBlock.Document, new MemoryStream(), new(canceled: true)));

    [Theory]
    [InlineData("ก\0ข\u0001\u001Fค", "ก\uFFFDข\uFFFD\uFFFDค")]
    [InlineData(@"ก\uD800ข", "ก\uFFFDข")]
    [InlineData(@"\uDC00\uFFFE\uFFFF", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("ดีมาก 👍🏽 <b>&amp;]]>", "ดีมาก 👍🏽 <b>&amp;]]>")]
    [InlineData("ก\tข\r\nค\nง", "ก\tข\nค\nง")]
    [InlineData("เว้น   วรรค\u00A0\u200B\u2060", "เว้น   วรรค\u00A0\u200B\u2060")]
    public async Task WriteAsync_HostileText_IsKeptOrVisiblyReplaced(string escaped, string expected)
    {
        // Lone surrogates stand escaped in the table: attributes are stored as UTF-8, which can't hold them.
        var text = escaped.Contains("\\u", StringComparison.Ordinal) ? Regex.Unescape(escaped) : escaped;
        var document = new ReportDocument("x" + text, new(2024, 5, 15),
        [
            new(
                [
                    new Heading(1, "ก" + text), new Paragraph("ก" + text),
                    new Table([new(1)], [TableRow.Of(text)], [TableRow.Of(text)]) { Caption = "ก" + text, Summary = text },
                    new SignatureBox([new(text, text, text)])
                ]) { Footer = [text] },
        ])
        { Author = text, Subject = text };
        using var file = WordprocessingDocument.Open(await Write(document), false);
        var written = file.MainDocumentPart!.Document.Body!.Elements<W.Paragraph>()
            .ElementAt(1).Descendants().Select(e => e switch { W.Text t => t.Text, W.TabChar => "\t", W.Break => "\n", _ => "" });
        Assert.Equal("ก" + expected, string.Concat(written));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file, TestContext.Current.CancellationToken).Select(
            e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public async Task WriteAsync_Properties_ComeFromTheDocumentAlone()
    {
        using var file = WordprocessingDocument.Open(await Write(EveryBlock.Document), false);
        var properties = file.PackageProperties;
        Assert.Equal(EveryBlock.Document.Title, properties.Title);
        Assert.Equal(EveryBlock.Document.Author, properties.Creator);
        Assert.Equal(EveryBlock.Document.Subject, properties.Subject);
        Assert.Equal("th-TH", properties.Language);
        Assert.Equal(new DateTime(2024, 5, 15, 0, 0, 0, DateTimeKind.Utc), properties.Created?.ToUniversalTime());
        Assert.Equal(properties.Created, properties.Modified);
    }

    internal static async Task<MemoryStream> Write(ReportDocument document)
    {
        var stream = new MemoryStream();
        await new WordWriter().WriteAsync(document, stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return stream;
    }

    internal static Task<MemoryStream> Write(params Block[] blocks) => Write(new ReportDocument("เอกสาร", new(2024, 5, 15), [new(blocks.ToImmutableArray())]));

    internal static IEnumerable<string> Texts(WordprocessingDocument file) => file.MainDocumentPart!.Document.Body!.Descendants<W.Paragraph>()
        // What stands in a drawing is the figure's, as it is in the PDF.
        .Where(p => !IsDrawn(p))
        .Select(p => BlockText.Fold(string.Concat(
            p.Descendants().TakeWhile(e => !IsPageOfContents(e, p)).Where(e => !IsDrawn(e))
                .Select(e => e switch { W.Text t => t.Text, W.TabChar { Parent: W.Run } or W.Break => " ", _ => "" }))))
        .Where(t => t.Length > 0);

    private static bool IsDrawn(OpenXmlElement element) => element.Ancestors().Any(a => a is W.Drawing or W.Picture);

    /// <summary>The page behind an entry of the contents is what the field says, not the document.</summary>
    private static bool IsPageOfContents(OpenXmlElement element, W.Paragraph paragraph) =>
        element is W.TabChar { Parent: W.Run } && paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("TOC", StringComparison.Ordinal) == true;

    private sealed class ForwardOnly(Stream target) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => target.Write(buffer, offset, count);
    }
}
