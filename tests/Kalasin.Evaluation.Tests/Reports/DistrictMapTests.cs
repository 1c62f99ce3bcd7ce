using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>The map of a population's districts, in both languages.</summary>
[Collection<ReadSample>]
public sealed class DistrictMapTests(ReadSample sample)
{
    [Fact]
    public void Map_NamesDistrictsInItsLanguage()
    {
        var (thai, english) = (MapIn(Language.Thai), MapIn(Language.English));
        Assert.Equal(["นามน", "เขาวง", "เมืองกาฬสินธุ์"], thai.Tiles.Select(t => t.Name).Where(n => n is "นามน" or "เขาวง" or "เมืองกาฬสินธุ์").Order(StringComparer.Ordinal));
        Assert.Equal(Province.Find("46")!.Districts.Select(d => d.EnglishName).Order(StringComparer.Ordinal), english.Tiles.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.Contains("Mueang Kalasin per cent ", english.AlternateText, StringComparison.Ordinal);
        Assert.DoesNotContain(english.Draw(453, 10).Marks.OfType<TextMark>(), t => t.Text.Any(c => c is >= '\u0E01' and <= '\u0E5B'));
    }

    private TileMap MapIn(Language language)
    {
        var report = new ReportContent(ReadSample.Rules, sample.Returns, sample.Card, Edition.Internal, sample.Circumstances);
        return sample.Card.Scores.Select(s => IndicatorTables.Picture(report, ReadSample.Rules.Framework[s.Indicator], s, language)).OfType<TileMap>().First();
    }
}
