using System.Collections.Immutable;
using System.Globalization;
using Kalasin.EndToEnd.Tests.Documents;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Tests.Reports.Scorecards;
using Kalasin.Evaluation.Tests.Scoring;

namespace Kalasin.EndToEnd.Tests.Scorecards;

/// <summary>
/// The scorecard's formulas, computed by a program that knows nothing of the library, come to what the library says: texts and whole numbers as
/// they are, others to the last bit of the number that is nearest to the library's 28 digits.
/// </summary>
public sealed class ScorecardInLibreOfficeTests
{
    private const string Summary = "สรุปคะแนน";
    private const string Rules = "เกณฑ์";

    [Fact]
    public async Task EveryRound_Recalculated_IsWhatTheLibrarySays()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, round) in ScorecardCases.All)
        {
            await WriteAsync(folder, name, round);
            SheetCells.CopyWithoutResults(folder.File($"{name}.said"), folder.File($"{name}.xlsx"));
        }
        var computed = await RecalculateAsync(folder, ScorecardCases.All.Keys);
        foreach (var (name, round) in ScorecardCases.All)
        {
            var said = SheetCells.Read(folder.File($"{name}.said"));
            Assert.NotEmpty(said.Formulas);
            var wrong = said.Formulas.Where(f => !Same(f.Sheet, f.Cell, f.Said, computed[name], IsPlainMean(round.Rules.Framework)))
                .Select(f => $"{f.Sheet}!{f.Cell}: {f.Said.Result}, computed {computed[name][f.Sheet, f.Cell]?.Result} by {f.Said.Formula}").ToList();
            Assert.True(wrong.Count == 0, $"{name}: {wrong.Count} of {said.Formulas.Count()} differ\n{string.Join('\n', wrong.Take(20))}");
        }
    }

    [Fact]
    public async Task ChangedCell_GivesTheTotalThatTheLibraryGivesForTheChange()
    {
        using var folder = new TemporaryFolder();
        var round = ScorecardCases.All["whole"];
        await WriteAsync(folder, "whole", round);
        var said = SheetCells.Read(folder.File("whole.said"));
        var changes = Changes(round, said).ToImmutableArray();
        foreach (var (name, cell, _) in changes) SheetCells.CopyWithoutResults(folder.File("whole.said"), folder.File($"{name}.xlsx"), cell);
        var computed = await RecalculateAsync(folder, changes.Select(c => c.Name));
        foreach (var (name, _, card) in changes)
        {
            Assert.NotEqual(round.Card.Total, card.Total);
            Assert.Equal((name, Nearest(card.Total!.Value)), (name, computed[name].Exactly(Summary, said.Find(Summary, "F", "คะแนนรวม (ชั่วคราว)"))));
            foreach (var (i, score) in card.Scores.Index())
                if (score.Points is { } points && !decimal.IsInteger(points) && !decimal.IsInteger(round.Card.Scores[i].Points ?? 0))
                    Assert.Equal((name, i, Nearest(points)), (name, i, computed[name].Exactly(Summary, said.Find(Summary, "F", ThaiNumerals.ToThai(score.Indicator.Value)))));
        }
    }

    private static IEnumerable<(string Name, (string, string, string) Cell, Scorecard Card)> Changes(ScorecardCase round, SheetCells said)
    {
        Scorecard Of(AwardRules rules, IEnumerable<Return>? returns = null, DateOnly? day = null) =>
            Scorer.Score(rules, returns ?? round.Returns, day ?? round.EvaluationDate).Single();
        yield return ("threshold", (Rules, said.Find(Rules, "C", "๒", "เกณฑ์ระดับ ๓"), "75.5"), Of(KalasinRound.WithIndicator("2", i =>
            i with { Scale = (InterpolatedScale)i.Scale! with { Thresholds = [60, 70, 75.5m, 90, 100] } })));
        yield return ("weight", (Rules, said.Find(Rules, "C", "๑๑", "น้ำหนัก"), "3"), Of(KalasinRound.WithIndicator("11", i => i with { Weight = i.Weight with { Value = 3 } })));
        yield return ("limit", (Rules, said.Find(Rules, "C", "๑๑", "คะแนนรวม ตั้งแต่"), "90"), Of(KalasinRound.WithIndicator("11", i => i with
        {
            Measure = (PercentageMeasure)i.Measure with { Meets = new AtLeast(new ColumnOperand("score"), new NumberOperand(90)) },
        })));
        yield return ("days", (Rules, said.Find(Rules, "C", "๑", "วันที่ฝ่ายเลขานุการรับรายงาน ถึง วันที่มีมติ: ภายใน (วัน)"), "60"), Of(KalasinRound.WithIndicator("1", i => i with
        {
            Measure = (PercentageMeasure)i.Measure is { Meets: AllOf all } m
                ? m with { Meets = new AllOf([.. all.Of.Select(p => p is Within w ? w with { Days = 60 } : p)]) } : throw new InvalidOperationException("no period"),
        })));
        yield return ("evaluation-date", (Rules, said.Find(Rules, "C", "ทุกตัวชี้วัด"), "45352"), Of(round.Rules, day: new DateOnly(1899, 12, 30).AddDays(45352)));
        yield return ("row", ("ตัวชี้วัด 2", said.Find("ตัวชี้วัด 2", "ดำเนินการ"), "แล้วเสร็จ"), Of(round.Rules, round.Returns.Select(r => r.Indicator.Value == "2"
            ? r with { Rows = r.Rows.SetItem(0, r.Rows[0] with { Values = r.Rows[0].Values.With("status", new ChoiceValue("done")) }) } : r)));
    }

    /// <summary>Totals of points, groups, bonuses and penalties are divided more than once, so that their last bit may differ.</summary>
    private static bool IsPlainMean(Framework framework) =>
        framework is { Total: null, Groups.IsEmpty: true } && framework.Indicators.All(i => i.Role is null);

    private static bool Same(string sheet, string cell, SheetCell said, SheetCells computed, bool plainMean)
    {
        if (computed[sheet, cell] is not { } result) return false;
        if (!said.IsNumber) return said.Result == result.Result;
        var exact = decimal.Parse(said.Result, CultureInfo.InvariantCulture);
        return result.IsNumber && (decimal.IsInteger(exact) ? result.Number == said.Number : Near(computed.Exactly(sheet, cell), Nearest(exact), plainMean || sheet != Summary ? 0 : 1e-15));
    }

    private static bool Near(double computed, double exact, double tolerance) => Math.Abs(computed - exact) <= tolerance * Math.Abs(exact);

    private static double Nearest(decimal exact) => double.Parse(exact.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static async Task WriteAsync(TemporaryFolder folder, string name, ScorecardCase round)
    {
        await using var file = File.Create(folder.File($"{name}.said"));
        await round.WriteAsync(file, Edition.Internal);
    }

    private static async Task<Dictionary<string, SheetCells>> RecalculateAsync(TemporaryFolder folder, IEnumerable<string> names)
    {
        var all = names.ToList();
        await LibreOffice.ConvertAllAsync(folder, all.Select(n => $"{n}.xlsx"), "xlsx:Calc MS Excel 2007 XML", "computed");
        return all.ToDictionary(n => n, n => SheetCells.Read(folder.File(Path.Combine("computed", $"{n}.xlsx"))));
    }
}
