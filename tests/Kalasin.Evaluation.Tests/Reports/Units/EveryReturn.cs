using System.Collections.Immutable;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Reports.Units;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Rounds;

namespace Kalasin.Evaluation.Tests.Reports.Units;

/// <summary>The printed returns of the sample round.</summary>
internal static class EveryReturn
{
    private static readonly DateOnly AsOf = new(2024, 5, 17);

    /// <summary>Units that report anything.</summary>
    public static IEnumerable<string> Units => ReadSample.Rules.Plan.Units.Where(u => ReadSample.Rules.IndicatorsOf(u.Code).Any()).Select(u => u.Code.Value);

    /// <summary>All returns of a unit as they are printed.</summary>
    public static ImmutableArray<PrintedReturnContent> Of(this ReadSample sample, string unit) =>
        [.. ReadSample.Rules.IndicatorsOf(UnitCode.Parse(unit)).Select(i => sample.Of(unit, i.Number.Value))];

    /// <summary>One of them; a blank form where it did not come.</summary>
    public static PrintedReturnContent Of(this ReadSample sample, string unit, string indicator)
    {
        var (rules, code, number) = (ReadSample.Rules, UnitCode.Parse(unit), IndicatorNumber.Parse(indicator));
        var blank = new PrintedReturnContent(rules, rules.Plan.Find(code)!, rules.Framework[number], rules.Plan.InternalDeadline.Date, AsOf, IsSample: true);
        if (sample.Script.State.Current(code, number) is not { } version) return blank;
        var read = sample.Returns.Single(r => r.Unit == code && r.Indicator == number);
        return blank with
        {
            Reported = new(read, version, sample.Card[indicator].Measurement, OwnMeasurement.Of(rules, read, rules.Plan.JudgedOn, Decisions.None), Code(code, number, version))
            {
                Pictures = [.. sample.Circumstances.Pictures.Where(p => p.Unit == code)],
            },
        };
    }

    /// <summary>The memo that a unit's returns go with.</summary>
    public static ReportDocument Memo(this ReadSample sample, string unit)
    {
        var (rules, code) = (ReadSample.Rules, UnitCode.Parse(unit));
        return ReturnMemo.Compose(rules, new(
            new(null, AsOf), rules.Plan.Find(code)!, [.. RoundStatus.CellsOf(sample.Script.State, rules, code)],
            sample.Returns.Where(r => r.Unit == code).ToImmutableDictionary(r => r.Indicator, r => r.Rows.Length), rules.Plan.InternalDeadline.Date, IsSample: true));
    }

    /// <summary>What is open of a unit, or of the round.</summary>
    public static FindingsContent FindingsOf(this ReadSample sample, string? unit = null)
    {
        var code = unit is null ? (UnitCode?)null : UnitCode.Parse(unit);
        var findings = sample.Findings.Where(f => code is null || f.Key == code).SelectMany(f => f.Value.Select(finding => new OpenFinding(
            f.Key, finding.About?.Indicator is { } indicator ? IndicatorNumber.Parse(indicator) : null, finding)));
        return new(ReadSample.Rules, AsOf, [.. findings], sample.Returns, IsSample: true) { Unit = code is { } known ? ReadSample.Rules.Plan.Find(known) : null };
    }

    private static MarkedCode Code(UnitCode unit, IndicatorNumber indicator, ReturnVersion version) =>
        new(new(ReadSample.Rules.Plan.Id, Paper.Return, version.Receipt.Value, RoundScript.Hash("head")) { Return = (unit, indicator) }, EveryBlock.Squares(41));
}
