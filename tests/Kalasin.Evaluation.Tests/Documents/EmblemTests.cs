using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Tests.Documents.Layout;
using Kalasin.Evaluation.Tests.Documents.Word;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Kalasin.Evaluation.Tests.Documents;

/// <summary>The emblem as the regulation on correspondence places it: 3 cm high on a letter, in the middle; 1.5 cm on a memo, at the left; at the top of the text.</summary>
public sealed class EmblemTests
{
    private static readonly OutgoingHead Letter = new("กส ๐๐๒๓.๑/๑", ["ศาลากลางจังหวัด"], "๓๐ พฤษภาคม ๒๕๖๗", [new("เรื่อง", "ทดสอบ")]);
    private static readonly Letterhead Memo = new("สนง.สถจ.กาฬสินธุ์", null, "๓๐ พฤษภาคม ๒๕๖๗", "ทดสอบ", "ท้องถิ่นจังหวัด");

    [Theory]
    [InlineData(true, 30, 30 + (160 - 27) / 2.0)]
    [InlineData(false, 15, 30)]
    public void Pdf_StandsAtItsPlaceInTheRegulationsSize(bool isLetter, double height, double left)
    {
        var laidOut = PdfWriter.Layout(Of(isLetter, MadeEmblem.Read), TestContext.Current.CancellationToken);
        var (picture, x, y) = Assert.Single(laidOut.Pages[0].Boxes().Where(b => b.Box is PictureBox).Select(b => ((PictureBox)b.Box, b.X, b.Y)));
        Assert.Equal(height, picture.Height / Page.PointsPerMillimetre, 0.01);
        Assert.Equal(height * 0.9, picture.Width / Page.PointsPerMillimetre, 0.01);
        Assert.Equal(left, (x + picture.X) / Page.PointsPerMillimetre, 0.01);
        Assert.Equal(25, (y + picture.Y) / Page.PointsPerMillimetre, 0.01);
        Assert.Equal(Emblem.AlternateText, picture.Node!.Traits.Alternate);
    }

    [Theory]
    [InlineData(true, 30, "center")]
    [InlineData(false, 15, "0")]
    public async Task Word_StandsAtItsPlaceInTheRegulationsSize(bool isLetter, double height, string left)
    {
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(Of(isLetter, MadeEmblem.Read)), false);
        var anchor = Assert.Single(file.MainDocumentPart!.Document.Descendants<Wp.Anchor>());
        Assert.Equal(height * 36_000, anchor.Extent!.Cy!.Value);
        Assert.Equal(height * 0.9 * 36_000, anchor.Extent.Cx!.Value);
        Assert.Equal(left, anchor.HorizontalPosition!.InnerText);
        Assert.Equal(("margin", "0"), (anchor.VerticalPosition!.RelativeFrom!.InnerText, anchor.VerticalPosition.InnerText));
        Assert.Equal(Emblem.AlternateText, anchor.GetFirstChild<Wp.DocProperties>()!.Description!.Value);
    }

    /// <summary>Its box is reserved otherwise: with it or without, every line stands where it did.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Lines_StandWhereTheyDoWithoutIt(bool isLetter)
    {
        Assert.Equal(Lines(Of(isLetter, null)), Lines(Of(isLetter, MadeEmblem.Read)));

        static List<(string, double, double)> Lines(ReportDocument document) =>
            [.. PdfWriter.Layout(document).Pages[0].Boxes().Where(b => b.Box is TextBox).Select(b => (((TextBox)b.Box).Text, b.X + ((TextBox)b.Box).X, b.Y + ((TextBox)b.Box).Baseline))];
    }

    [Fact]
    public void File_ThatCantBePrintedSo_IsNone()
    {
        Assert.Equal(EmblemFault.NotPrintable, FaultOf([1, 2, 3]));
        Assert.Equal(EmblemFault.NotPrintable, FaultOf([.. MadeEmblem.Png(270, 300).Take(200)]));
        Assert.Equal(EmblemFault.Shape, FaultOf(MadeEmblem.Png(301, 300)));
        Assert.Equal(EmblemFault.Shape, FaultOf(MadeEmblem.Png(149, 300)));
        Assert.Equal(EmblemFault.Coarse, FaultOf(MadeEmblem.Png(100, 119)));
        Assert.Equal(EmblemFault.None, FaultOf(MadeEmblem.Png(120, 120)));
    }

    private static EmblemFault FaultOf(ImmutableArray<byte> file)
    {
        Assert.Equal(Emblem.Read(file, out var fault) is null, fault != EmblemFault.None);
        return fault;
    }

    private static ReportDocument Of(bool isLetter, Emblem? emblem) =>
        new("ก", new(2024, 5, 15), [new([isLetter ? Letter : Memo])]) { Stationery = new(emblem) };
}
