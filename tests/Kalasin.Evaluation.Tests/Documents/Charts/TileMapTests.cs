using DocumentFormat.OpenXml.Packaging;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Localities;
using Kalasin.Evaluation.Tests.Documents.Layout;
using Kalasin.Evaluation.Tests.Documents.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Tests.Documents.Charts;

/// <summary>Tiles stand where their places lie and say their values, in PDF and Word.</summary>
public sealed class TileMapTests
{
    [Fact]
    public void AlternateText_SaysEveryValue() => Assert.Equal(
        "แผนที่ ผลรายอำเภอ: คำม่วง ร้อยละ ๑๐๐.๐๐, ห้วยเม็ก ร้อยละ ๐.๐๐, นามน ร้อยละ -, เขาวง ร้อยละ ๖๒.๕๐", EveryBlock.Map.AlternateText);

    [Fact]
    public void Draw_FullerIsDarkerAndLettersStayReadable()
    {
        var areas = EveryBlock.Map.Draw(400, 10).Marks.OfType<AreaMark>().ToList();
        Assert.Equal(2, areas.Count);
        Assert.True(areas[0].Grey < areas[1].Grey);
        Assert.All(areas, a => Assert.InRange(a.Grey, 0.6, 1));
        Assert.True(areas[0].Y < areas[1].Y && areas[0].X < areas[1].X);
    }

    [Fact]
    public async Task Word_ShapesSayWhatThePdfDraws()
    {
        using var file = WordprocessingDocument.Open(await WordWriterTests.Write(Laid.Document(EveryBlock.Map)), false);
        var drawing = Assert.Single(file.MainDocumentPart!.Document.Descendants<W.Drawing>());
        Assert.Equal(EveryBlock.Map.Draw(400, 10).Marks.OfType<TextMark>().Select(t => t.Text), drawing.Descendants<W.Text>().Select(t => t.Text));
    }

    [Fact]
    public void Districts_OfKalasin_HaveATileEach()
    {
        var tiles = Province.Find("46")!.Districts.Select(DistrictTiles.Of).ToList();
        Assert.Equal(18, tiles.Count);
        Assert.Equal(18, tiles.OfType<(int, int)>().Distinct().Count());
        Assert.Null(DistrictTiles.Of(Province.Find("40")!.Districts[0]));
    }

    [Fact]
    public void Map_OfTilesThatOverlapOrDoNotFit_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new TileMap("ก", "ข", 100, []));
        Assert.Throws<ArgumentException>(() => new TileMap("ก", "ข", 100, [new(1, 1, "ค", 101)]));
        Assert.Throws<ArgumentException>(() => new TileMap("ก", "ข", 100, [new(1, 1, "ค", 1), new(1, 1, "ง", 1)]));
        Assert.Throws<ArgumentException>(() => new TileMap("ก", "ข", 100, [new(0, 1, "ค", 1)]));
    }
}
