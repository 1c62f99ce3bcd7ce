using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Tests.Documents.Excel;

namespace Kalasin.EndToEnd.Tests.Documents;

public sealed class ExcelInLibreOfficeTests
{
    [Fact]
    public async Task Workbook_ConvertedToCsv_ShowsWhatTheCellsHold()
    {
        using var folder = new TemporaryFolder();
        await EveryCell.Workbook.SaveAsync(folder.File("form.xlsx"), TestContext.Current.CancellationToken);
        // Comma, quotes, UTF-8, from line 1, no column formats, Thai, quoted texts, as shown; the second sheet.
        await LibreOffice.ConvertAsync(
            folder, "form.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,false,false,2", "form-ตัวชี้วัด 3.csv");
        var lines = await File.ReadAllTextAsync(folder.File("form-ตัวชี้วัด 3.csv"), TestContext.Current.CancellationToken);
        Assert.Contains("\"=1+1\",\"+66\",\"-5\",\"@SUM\",\"_x0041_\"", lines, StringComparison.Ordinal);
        Assert.Contains("\"เรื่องแรก\nสองบรรทัด\",", lines, StringComparison.Ordinal);
        Assert.Contains("\"1,234.50\",\"1,234\",0.5,TRUE,", lines, StringComparison.Ordinal);
        Assert.Contains("๑๕ พฤษภาคม ๒๕๖๗", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_ConvertedToPdf_IsOneWidePage()
    {
        using var folder = new TemporaryFolder();
        var pdfinfo = ExternalTool.Require("pdfinfo");
        await EveryCell.Workbook.SaveAsync(folder.File("form.xlsx"), TestContext.Current.CancellationToken);
        var facts = await pdfinfo.RunAsync(await LibreOffice.ConvertAsync(folder, "form.xlsx", "pdf"));
        Assert.Matches(@"Pages: +1\n", facts);
        Assert.Matches(@"Page size: +841\.\d+ x 595", facts);
    }
}
