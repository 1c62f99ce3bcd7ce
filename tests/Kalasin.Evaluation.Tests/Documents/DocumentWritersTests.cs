using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Tests.Documents;

public sealed class DocumentWritersTests
{
    [Fact]
    public void For_Word_WritesWord() => Assert.Equal(ReportFormat.Word, DocumentWriters.For(ReportFormat.Word).Format);

    [Fact]
    public void For_Pdf_WritesPdf() => Assert.Equal(ReportFormat.Pdf, DocumentWriters.For(ReportFormat.Pdf).Format);

    [Fact]
    public async Task SaveAsync_BrokenDocument_LeavesTheOldFileAlone()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.docx");
        try
        {
            await EveryBlock.Document.SaveAsync(path, TestContext.Current.CancellationToken);
            var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<ArgumentException>(() => (EveryBlock.Document with { Title = "" }).SaveAsync(path, TestContext.Current.CancellationToken));
            Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory, InlineData("report.odt"), InlineData("report")]
    public async Task SaveAsync_UnknownEnding_NamesTheKnownOnes(string path)
    {
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => EveryBlock.Document.SaveAsync(path, TestContext.Current.CancellationToken));
        Assert.Contains(".docx and .pdf", thrown.Message, StringComparison.Ordinal);
    }
}
