using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Tests.Http;
using Kalasin.Functions.Tests.SignedCopies;
using UglyToad.PdfPig;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>Photos of a camera in a round: what is printed of them, what is kept, and what is said.</summary>
public sealed class PrintedPicturesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Photos_ArePrintedReducedAndUpright_AndKeptAsTheyCame()
    {
        await using var round = await OpenedRound.StartAsync();
        var photo = CameraPhoto.Of(3000, 2000, turn: 6);
        var small = CameraPhoto.Of(640, 480);
        using (var sent = await round.SendAsync("4603", SampleFiles.Form(SampleFiles.WorkbookOf("4603"), ("IMG_0001.jpg", photo), ("IMG_0002.jpg", small), ("IMG_0003.jpg", photo[..(photo.Length / 2)]))))
            Assert.Equal(HttpStatusCode.Created, sent.StatusCode);

        using (var report = await round.GetAsync("/report?format=pdf&edition=internal"))
        {
            using var pdf = PdfDocument.Open(await report.Content.ReadAsByteArrayAsync(Token));
            var sizes = pdf.GetPages().SelectMany(p => p.GetImages()).Select(i => (i.WidthInSamples, i.HeightInSamples)).Where(s => s.WidthInSamples > 400).Distinct();
            Assert.Equal([(567, 850), (640, 480)], sizes);
        }
        using (var report = await round.GetAsync("/report?format=docx&edition=internal"))
        {
            var bytes = await report.Content.ReadAsByteArrayAsync(Token);
            using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
            var text = OfficeText.Compact(word.MainDocumentPart!.Document!.Body!.InnerText);
            Assert.Contains(OfficeText.Compact("อีก ๑ ภาพเก็บไว้กับต้นฉบับที่หน่วยงานส่ง"), text, StringComparison.Ordinal);
            Assert.Contains(OfficeText.Compact("อ่านภาพในไฟล์ไม่ได้ครบทั้งภาพ"), text, StringComparison.Ordinal);
            var widths = word.MainDocumentPart.ImageParts.Select(p => SizeOf(p).Width);
            Assert.Contains(567, widths);
            Assert.DoesNotContain(3000, widths);
        }
        using var kept = await round.GetAsync("/deliveries/1/files/2");
        Assert.Equal(photo, await kept.Content.ReadAsByteArrayAsync(Token));
    }

    private static PictureSize SizeOf(ImagePart part)
    {
        using var bytes = new MemoryStream();
        using (var stream = part.GetStream()) stream.CopyTo(bytes);
        return PictureSize.Read(bytes.ToArray())!.Value;
    }
}
