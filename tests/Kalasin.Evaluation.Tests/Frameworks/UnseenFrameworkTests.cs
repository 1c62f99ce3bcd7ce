using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>
/// Rules are data: a file that the code has never seen, of another award with other days, predicates, scales and entrants, is
/// scored with no change in the code.
/// </summary>
public sealed class UnseenFrameworkTests
{
    private static readonly UnitCode NaMon = UnitCode.Parse("4602");
    private static readonly AwardRules Rules = Read();

    [Theory]
    [InlineData("1", "50", "1")] // 1 of 2: the withdrawn and the not yet due request are in neither number
    [InlineData("2", "5", "2.5")] // steps at 4 and 9
    [InlineData("3", "2", "2")] // step 3 lacks, so step 4 does not help
    [InlineData("4", "0", "5")] // fewer is better
    public void District_IsScoredByTheFile(string indicator, string value, string points)
    {
        var score = Card()[indicator];
        Assert.Equal(Number(value), score.Measurement.Value);
        Assert.Equal(Number(points), score.Points);
    }

    [Fact]
    public void Total_IsWeightedByWeightsThatAddUpTo85() => Assert.Equal((40 * 1m + 15 * 2.5m + 25 * 2m + 5 * 5m) / 85m, Card().Total);

    [Fact]
    public void EveryDistrict_HasItsOwnCard() => Assert.Equal(18, Scorer.Score(Rules, [], new(2025, 10, 1)).Length);

    private static Scorecard Card() => Scorer.Score(Rules, Returns(), new(2025, 10, 1)).Single(c => c.Entrant == NaMon.Value);

    private static AwardRules Read()
    {
        using var reader = new StreamReader(EmbeddedRules.Open("example-service-2568"));
        var framework = RulesText.ReadFramework(reader.ReadToEnd().Replace("example-service-2568", "unseen-2568", StringComparison.Ordinal)).Value!;
        return AwardRules.For(framework, "46");
    }

    private static IEnumerable<Return> Returns() =>
    [
        Of("1", Row(("number", Text("1")), ("received", Day("2025-01-03")), ("answered", Day("2025-01-10")), ("kind", Choice("granted"))),
            Row(("number", Text("2")), ("received", Day("2025-03-03")), ("answered", Day("2025-04-30"))),
            Row(("number", Text("3")), ("received", Day("2025-03-03")), ("kind", Choice("withdrawn"))),
            Row(("number", Text("4")), ("received", Day("2025-09-28")))),
        Of("2", [.. Enumerable.Range(1, 5).Select(
            day => Row(("date", Day($"2025-02-0{day}")), ("place", Text("ตลาดนามน")), ("topic", Choice("health")), ("people", new NumberValue(20)))),
            Row(("date", Day("2025-02-06")), ("place", Text("ตลาดนามน")), ("people", new NumberValue(19)))]),
        Of(
            "3", Row(("process", Text("ก")), ("stage", Choice("team"))),
            Row(("process", Text("ก")), ("stage", Choice("survey")), ("answers", new NumberValue(100))),
            Row(("process", Text("ก")), ("stage", Choice("manual")), ("link", Text("https://example.com")))),
        new(NaMon, IndicatorNumber.Parse("4"), ReturnStatus.Nil),
    ];

    private static Return Of(string indicator, params ReadOnlySpan<ImmutableSortedDictionary<string, CellValue>> rows)
    {
        var numbered = ImmutableArray.CreateBuilder<RegisterRow>();
        foreach (var row in rows) numbered.Add(new(numbered.Count + 1, row));
        return new(NaMon, IndicatorNumber.Parse(indicator), ReturnStatus.Reported) { Rows = numbered.ToImmutable() };
    }

    private static ImmutableSortedDictionary<string, CellValue> Row(params (string Column, CellValue Value)[] cells) =>
        cells.ToImmutableSortedDictionary(c => c.Column, c => c.Value, StringComparer.Ordinal);

    private static TextValue Text(string text) => new(text);

    private static ChoiceValue Choice(string option) => new(option);

    private static DateValue Day(string iso) => new(DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
