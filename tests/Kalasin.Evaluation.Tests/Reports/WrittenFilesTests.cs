using System.Globalization;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Documents.Pdf;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>The files of every kind of document: they keep what they claim, and the same content is the same bytes, whoever writes it where and when.</summary>
[Collection<ReadSample>]
public sealed class WrittenFilesTests(ReadSample sample)
{
    private const int AtOnce = 3;

    // One of each way to compose.
    private static readonly string[] Kinds = ["official", "letter", "memo-to-head", "receipt", "evidence-labels", "return-memo-4603", "findings-4603", "every-block"];

    public static TheoryData<string> Documents => PagesTests.Documents;

    [Theory]
    [MemberData(nameof(Documents))]
    public void Pdf_KeepsBothProfiles(string name) =>
        Assert.Empty(PdfProfile.Violations(PdfWriter.Bytes(PagesTests.Composed(sample, name), plain: false, TestContext.Current.CancellationToken)));

    /// <summary>What a stranger reads from the tags of the PDF, paragraph by paragraph and cell by cell, is what was composed, and its tables are those of the Word file.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Files_SayWhatTheBlocksSay(string name)
    {
        var document = PagesTests.Composed(sample, name);
        using var pdf = PdfFacts.Of(document);
        if (!document.Blocks.Any(b => b is not TableOfContents && BlockMeasure.ShowsPages(b)))
            Assert.Equal(BlockText.Of(document), PdfWriterTests.Texts(TagTree.Read(pdf.Pdf)).Select(BlockText.Fold).Where(t => t.Length > 0));
        using var word = new MemoryStream();
        await DocumentWriters.For(ReportFormat.Word).WriteAsync(document, word, TestContext.Current.CancellationToken);
        Assert.Equal(ReadTables.OfWord(word.ToArray()), ReadTables.OfPdf(pdf));
    }

#pragma warning disable RS0030 // What may not depend on the culture is tried under another.
    [Fact]
    public async Task WriteAsync_InAnotherPlace_GivesTheSameBytes()
    {
        var here = await WriteAllAsync();
        var (culture, zone) = (CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−", PercentSymbol = "%%" };
        foreign.DateTimeFormat = new() { DateSeparator = "-", TimeSeparator = ".", ShortDatePattern = "d-M-yy", LongTimePattern = "H.mm" };
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (foreign, foreign);
            Environment.SetEnvironmentVariable("TZ", "Pacific/Auckland");
            TimeZoneInfo.ClearCachedData();
            Assert.Equal("1,5", 1.5.ToString());
            Assert.Equal(here, await WriteAllAsync());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

#pragma warning restore RS0030

    [Fact]
    public async Task WriteAsync_ManyAtOnce_GivesTheSameBytes()
    {
        var alone = await WriteAllAsync();
        var together = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(WriteAllAsync)));
        Assert.All(together, t => Assert.Equal(alone, t));
    }

    /// <summary>Hash of each file by its name.</summary>
    private async Task<List<string>> WriteAllAsync()
    {
        var hashes = new List<string>();
        foreach (var name in Kinds)
        {
            var document = name == "every-block" ? EveryBlock.Document : PagesTests.Composed(sample, name);
            foreach (var format in (ReportFormat[])[ReportFormat.Pdf, ReportFormat.Word])
            {
                using var stream = new MemoryStream();
                await DocumentWriters.For(format).WriteAsync(document, stream, TestContext.Current.CancellationToken);
                hashes.Add($"{name} {format} {ContentHash.Of(stream.ToArray())}");
            }
        }
        return hashes;
    }
}
