using System.Collections.Immutable;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Inspection;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Rounds;
using Kalasin.Evaluation.Tests.Samples;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>The sample round read, recorded and scored once, and both editions of its report.</summary>
[CollectionDefinition]
public sealed class ReadSample : ICollectionFixture<ReadSample>, IAsyncLifetime
{
    private static readonly ExampleAward DistrictAward = new("district-2567");

    private ImmutableArray<Return> districts;

    public static AwardRules Rules => RoundScript.Rules;

    public ImmutableArray<Return> Returns { get; private set; }

    public Scorecard Card { get; private set; } = null!;

    public ReportDocument Official { get; private set; } = null!;

    public ReportDocument Internal { get; private set; } = null!;

    internal RoundScript Script { get; } = RoundScript.Opened();

    internal Dictionary<UnitCode, ImmutableArray<Finding>> Findings { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Script.Now = SampleFolder.Index.Clock;
        var latest = new Dictionary<(UnitCode, IndicatorNumber), Return>();
        foreach (var delivery in SampleFolder.Index.Deliveries)
        {
            var unit = UnitCode.Parse(delivery.Unit);
            var options = new IntakeOptions { ExpectedUnit = unit, ReceivedOn = DateOnly.FromDateTime(delivery.ReceivedAt.DateTime) };
            var got = await ReturnReader.ReadAsync(
                Rules, delivery.Files.Select(f => SourceFile.FromPath(Path.Combine(SampleFolder.Root, f))), IntakeLimits.Default, options);
            foreach (var read in got.Returns) latest[(read.Unit, read.Indicator)] = read;
            Findings[unit] = [.. got.Findings];
            Assert.IsType<Accept>(Script.Give(new ReceiveDelivery(
                Guid.NewGuid(), DeliveryChannel.Upload, unit, delivery.ReceivedAt, RoundScript.Hash(delivery.Key), RoundScript.Hash("body" + delivery.Key),
                [.. delivery.Files.Select(f => new DeliveredFile(FileKind.Workbook, f.Length, RoundScript.Hash(f)))],
                [.. got.Returns.Select(r => new KeptReturn(r, ContentHash.Of(ReturnJson.Write(r))))],
                FindingCounts.Of(Findings[unit]), RoundScript.Hash("details"))));
        }
        Returns = [.. latest.Values];
        Card = Scorer.Score(Rules, Returns, Rules.Plan.JudgedOn).Single();
        (Official, Internal) = (Compose(Edition.Official), Compose(Edition.Internal));
        districts = await ExampleAwardsTests.ReturnsAsync(DistrictAward);
    }

    /// <summary>The report on one district of the award that the province gives its districts.</summary>
    public ReportDocument District(Edition edition) =>
        ProvinceReport.Compose(DistrictAward.Rules, districts, Scorer.Score(DistrictAward.Rules, districts, DistrictAward.Rules.Plan.JudgedOn)[0], edition);

    public ReportDocument Compose(Edition edition) => ProvinceReport.Compose(Rules, Returns, Card, edition, Circumstances);

    /// <summary>A paper of the sample's inspection.</summary>
    public ReportDocument Inspection(string name)
    {
        var content = new InspectionContent(Rules, Returns, [Card], new(2024, 5, 17), IsSample: true);
        return name switch
        {
            "sample-evidence-index" => EvidenceIndex.Compose(content),
            "sample-evidence-labels" => EvidenceLabels.Compose(content, _ => EveryBlock.Squares(33)),
            _ => AssessmentForm.Compose(content),
        };
    }

    internal ReportCircumstances Circumstances => new()
    {
        AsOf = new(2024, 5, 17),
        IsSample = true,
        LogHead = RoundScript.Hash("head"),
        Status = RoundStatus.Of(Script.State, Rules),
        Findings = [.. Findings.SelectMany(f => f.Value.Select(finding => new OpenFinding(f.Key, null, finding)))],
        Pictures = [new(UnitCode.Parse("4603"), "ภาพกิจกรรม-1.jpg", Picture)],
    };

    /// <summary>The picture that came with a return.</summary>
    public static ImmutableArray<byte> Picture { get; } = [.. File.ReadAllBytes(Path.Combine(SampleFolder.Root, "4603", "ภาพกิจกรรม-1.jpg"))];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
