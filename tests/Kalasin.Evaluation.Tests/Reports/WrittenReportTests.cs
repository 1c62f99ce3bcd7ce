using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Reports.Units;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Word;
using Kalasin.Evaluation.Tests.Reports.Units;
using Kalasin.Evaluation.Tests.Rounds;
using UglyToad.PdfPig;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>Reports and receipts as files: Word and PDF say the same, keep their formats' rules, and the same input gives the same bytes.</summary>
[Collection<ReadSample>]
public sealed class WrittenReportTests(ReadSample sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Documents => ["official", "internal", "receipt of 4603", "receipt of 4614", "receipt of ADM", "returns of 4603", "returns of 4611", "returns of ADM", "memo of FIN", "findings of 4603", "findings"];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task WordAndPdf_SayWhatTheBlocksSay(string name)
    {
        var document = Document(name);
        var expected = BlockText.Of(document).ToList();
        using var word = WordprocessingDocument.Open(await WordWriterTests.Write(document), false);
        Assert.Equal(expected, WordWriterTests.Texts(word));
        using var pdf = PdfDocument.Open(await PdfWriterTests.Write(document));
        Assert.Equal(expected, PdfWriterTests.Texts(TagTree.Read(pdf)).Select(BlockText.Fold).Where(t => t.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Word_HasNoSchemaErrors(string name)
    {
        using var word = WordprocessingDocument.Open(await WordWriterTests.Write(Document(name)), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word, Token).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [InlineData("small report")]
    [InlineData("receipt of 4603")]
    public async Task EightThreads_GiveTheSameBytes(string name)
    {
        foreach (var format in (ReportFormat[])[ReportFormat.Word, ReportFormat.Pdf])
        {
            var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => BytesAsync(Document(name), format), Token)));
            Assert.All(all, bytes => Assert.Equal(all[0], bytes));
        }
    }

    [Fact]
    public async Task Report_ComposedAgain_GivesTheSameBytes() =>
        Assert.Equal(await BytesAsync(sample.Compose(Edition.Official), ReportFormat.Word), await BytesAsync(sample.Official, ReportFormat.Word));

    /// <summary>Its own thread, because a culture is one's own; bent by hand, because the tests' machine has no others.</summary>
    [Fact]
    public async Task ReadComposedAndWritten_UnderAnotherCulture_GivesTheSameBytes()
    {
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator, other.NumberFormat.NegativeSign) = (",", ".", "~");
        (other.DateTimeFormat.ShortDatePattern, other.DateTimeFormat.DateSeparator, other.DateTimeFormat.TimeSeparator) = ("d.M.yy", ".", "h");
        var there = await Task.Run(() =>
        {
            Thread.CurrentThread.CurrentCulture = other;
            Assert.Equal("~1,5", $"{-1.5m}");
            return AllAsync();
        }, Token);
        Assert.Equal(await AllAsync(), there);

        async Task<List<string>> AllAsync()
        {
            var read = await ReturnReader.ReadAsync(ReadSample.Rules, SourceFile.FromFolder(RepositoryFile.At("samples", "46-dla-2567", "4603")), IntakeLimits.Default, Token);
            var card = Scorer.Score(ReadSample.Rules, read.Returns, ReadSample.Rules.Plan.JudgedOn).Single();
            var document = ProvinceReport.Compose(ReadSample.Rules, read.Returns, card, Edition.Internal);
            using var form = new MemoryStream();
            await Form.For(ReadSample.Rules, UnitCode.Parse("4603")).WriteAsync(form, Token);
            return
            [
                .. read.Findings.Select(f => $"{f} {f.Place}"), ContentHash.Of(form.ToArray()).ToString(), ContentHash.Of(await BytesAsync(document, ReportFormat.Word)).ToString(),
                ContentHash.Of(await BytesAsync(document, ReportFormat.Pdf)).ToString(),
            ];
        }
    }

    [Fact]
    public void Receipt_SaysWhatCameWhatToMendAndWhatIsMissing()
    {
        var texts = BlockText.Of(Document("receipt of 4603")).ToList();
        Assert.Equal("ใบตอบรับข้อมูล เลขที่ ๑๕", texts[0]);
        foreach (var said in (string[])["ท้องถิ่นอำเภอกมลาไสย", "๑๔ พฤษภาคม ๒๕๖๗ เวลา ๑๐.๓๖ น.", "ในกำหนด", "รับไว้ รอแก้ไข ๑ แถว",
            "ต้องแก้", "KAL2105", "หน่วยงานของท่านรายงานครบทุกตัวชี้วัดที่เป็นเจ้าภาพแล้ว ขอบคุณ"])
            Assert.Contains(said, texts);
        Assert.Contains("ล่าช้า ๒ วัน", BlockText.Of(Document("receipt of 4614")));
        Assert.Contains(
            BlockText.Of(Document("receipt of 4601 without 9")),
            t => t.StartsWith("หน่วยงานของท่านยังขาดตัวชี้วัดที่ ๙ โปรดส่งภายในวันที่ ๑๕ พฤษภาคม ๒๕๖๗", StringComparison.Ordinal));
    }

    private ReportDocument Document(string name) => name.Split(' ') switch
    {
        ["official"] => sample.Official,
        ["internal"] => sample.Internal,
        ["small", "report"] =>
            ProvinceReport.Compose(ReadSample.Rules, [], Scorer.Score(ReadSample.Rules, [], ReadSample.Rules.Plan.JudgedOn).Single(), Edition.Internal),
        ["returns", _, var unit] => PrintedReturn.Compose(sample.Of(unit)),
        ["findings"] => FindingsReport.Compose(sample.FindingsOf()),
        ["findings", _, var unit] => FindingsReport.Compose(sample.FindingsOf(unit)),
        ["memo", _, var unit] => sample.Memo(unit),
        [_, _, var unit, .. var without] => Receipt(UnitCode.Parse(unit), without is [_, var indicator] ? [IndicatorNumber.Parse(indicator)] : []),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private ReportDocument Receipt(UnitCode unit, System.Collections.Immutable.ImmutableArray<IndicatorNumber> missing)
    {
        var delivery = sample.Script.State.Deliveries.Last(d => d.Unit == unit);
        return ReceiptDocument.Compose(ReadSample.Rules, new(
            delivery, [.. delivery.Files.Select((_, i) => $"แบบรายงาน-{i + 1}.xlsx")],
            [.. DeliveryNotes.Of(sample.Script.State, delivery, ReadSample.Rules), .. sample.Findings[unit]],
            Lateness.Of(sample.Script.State, ReadSample.Rules, delivery), missing, RoundScript.Hash("head"), IsSample: true,
            new(new(ReadSample.Rules.Plan.Id, Paper.Receipt, delivery.Receipt.Value, RoundScript.Hash("head")), EveryBlock.Squares(41))));
    }

    private static async Task<byte[]> BytesAsync(ReportDocument document, ReportFormat format)
    {
        using var bytes = new MemoryStream();
        await document.WriteAsync(bytes, format, Token);
        return bytes.ToArray();
    }
}
