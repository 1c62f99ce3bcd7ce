using System.Net;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig;

namespace Kalasin.Functions.Tests.Http;

/// <summary>The text of documents that the service answers, white space left out.</summary>
internal static class OfficeText
{
    public static async Task<string> OfAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return Compact(response.Content.Headers.ContentType?.MediaType == "application/pdf" ? OfPdf(bytes) : OfWord(bytes));
    }

    public static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string OfPdf(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value));
    }

    private static string OfWord(byte[] bytes)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var main = word.MainDocumentPart!;
        return string.Concat(main.HeaderParts.Select(p => p.Header!.InnerText).Append(main.Document!.Body!.InnerText));
    }
}
