using System.Globalization;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Tests.Samples;

/// <summary>Holds what the library reads and scores against figures that the authoring script computed without it.</summary>
public sealed class SampleScoresTests(SampleScoresTests.Reading reading) : IClassFixture<SampleScoresTests.Reading>
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly JsonNode Expected = JsonNode.Parse(File.ReadAllText(Path.Combine(SampleFolder.Root, "expected.json")))!;

    public static TheoryData<string> Indicators => [.. Rules.Framework.Indicators.Select(i => i.Number.Value)];

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Indicator_HasTheValueAndScoreComputedApart(string indicator)
    {
        var expected = Expected["indicators"]![indicator]!;
        var score = reading.Card[indicator];
        Assert.Equal((string?)expected["score"], Two(score.Points));
        if (expected["numerator"] is { } numerator)
        {
            Assert.Equal((decimal)numerator, score.Measurement.Numerator);
            Assert.Equal((decimal)expected["denominator"]!, score.Measurement.Denominator);
            Assert.Equal((string)expected["value"]!, Two(score.Measurement.Value));
        }
        else
        {
            Assert.Equal((decimal)expected["value"]!, score.Measurement.Value);
        }
    }

    [Fact]
    public void Total_IsTheOneComputedApart()
    {
        Assert.Equal((string?)Expected["total"]!["onFive"], Two(reading.Card.Total));
        Assert.Equal((string?)Expected["total"]!["onHundred"], Two(reading.Card.TotalOf100));
    }

    [Fact]
    public void DisciplineCases_NotYetDueAreInNeitherNumber()
    {
        var expected = Expected["indicators"]!["1"]!["notYetDue"]!.AsArray().Select(c => (string)c!);
        var excluded = reading.Card["1"].Measurement.Excluded.Where(e => e.Why == ExclusionReason.NotYetDue);
        Assert.Equal(expected, excluded.Select(e => KeyOf(e.Row)));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("4")]
    public void Activities_SameOnesAndUnreadOnesDoNotCount(string indicator)
    {
        var expected = Expected["indicators"]![indicator]!;
        var rows = expected["duplicates"]!.AsArray().Concat(expected["notCounted"]!.AsArray()).Select(r => $"{r!["unit"]} {r["row"]}");
        var excluded = reading.Card[indicator].Measurement.Excluded.Select(e => $"{e.Row.Unit} {e.Row.Row.Number}");
        Assert.Equal(rows.Order(StringComparer.Ordinal), excluded.Order(StringComparer.Ordinal));
    }

    private static string KeyOf(RowReference row) => Assert.IsType<TextValue>(row.Row["case"]).Text;

    private static string? Two(decimal? value) =>
        value is { } v ? decimal.Round(v, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture) : null;

    /// <summary>The deliveries read one by one through each unit's door; of a unit's returns the latest counts.</summary>
    public sealed class Reading : IAsyncLifetime
    {
        public Scorecard Card { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var latest = new Dictionary<(UnitCode, IndicatorNumber), Return>();
            foreach (var delivery in SampleFolder.Index.Deliveries)
            {
                var options = new IntakeOptions
                {
                    ExpectedUnit = UnitCode.Parse(delivery.Unit), ReceivedOn = DateOnly.FromDateTime(delivery.ReceivedAt.DateTime),
                };
                var got = await ReturnReader.ReadAsync(
                    Rules, delivery.Files.Select(f => SourceFile.FromPath(Path.Combine(SampleFolder.Root, f))),
                    IntakeLimits.Default, options);
                foreach (var read in got.Returns) latest[(read.Unit, read.Indicator)] = read;
            }
            Card = Scorer.Score(Rules, latest.Values, Rules.Plan.JudgedOn).Single();
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
