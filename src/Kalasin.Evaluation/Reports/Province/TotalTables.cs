using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Totals;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>How the total comes about, what an entrant has to reach, and scores that units give themselves: each where the framework has it and every score in it may be printed.</summary>
internal static class TotalTables
{
    /// <summary>Subtotals, bonuses, penalties and the total; <see langword="null"/> where there is only a total.</summary>
    public static Table? Total(ReportContent report)
    {
        var lines = TotalLine.Of(report.Rules.Framework, report.Card);
        return !report.ShowsScoreColumns || lines.Length < 2 ? null : new(
            [new(4.2), new(4.6), new(1.6, Alignment.Center), new(1.6, Alignment.Center), new(1.6, Alignment.Center)],
            [TableRow.Of("รายการ", "ตัวชี้วัดที่", "น้ำหนัก", "คะแนนเต็ม", "คะแนน")],
            [.. lines.Select(l => Row(report, l))])
        {
            Caption = "ที่มาของคะแนนรวม",
        };
    }

    /// <summary>The steps from the subtotals to the total, where it may be printed.</summary>
    public static IEnumerable<Block> Steps(ReportContent report)
    {
        if (report.ShownTotal is null || TotalLine.Of(report.Rules.Framework, report.Card).Length < 2) yield break;
        yield return ListBlock.Of(report.Card.TotalExplanation.Steps.Select(s => s.Thai));
    }

    /// <summary>What the entrant has to reach; <see langword="null"/> where that is nothing.</summary>
    public static Table? Requirements(ReportContent report)
    {
        var shown = report.Rules.Framework.Requirements.Zip(report.Card.Requirements).Where(r => MayShow(report, r.First)).Select(r => r.Second).ToList();
        return shown.Count == 0 ? null : new(
            [new(6), new(5), new(2, Alignment.Center)], [TableRow.Of("เงื่อนไข", "ผลที่เทียบ", "ผ่านหรือไม่")],
            [.. shown.Select(r => TableRow.Of(ThaiNumerals.ToThaiInProse(r.Text.Thai), r.Reason.Thai, Word(r.IsMet)))])
        {
            Caption = "เงื่อนไขที่ต้องผ่านจึงได้รับการจัดอันดับ",
        };
    }

    /// <summary>What units give themselves beside what was computed; <see langword="null"/> where no unit is asked.</summary>
    public static Table? SelfScores(ReportContent report)
    {
        var asked = report.Card.Scores.Where(s => s.SelfScore is not null).ToList();
        return asked.Count == 0 ? null : new(
            [new(1.2, Alignment.Center), new(5), new(2, Alignment.Center), new(2, Alignment.Center), new(2, Alignment.Center)],
            [TableRow.Of("ตัวชี้วัดที่", "ตัวชี้วัด", "ประเมินตนเอง", "คะแนน", "ต่างกัน")],
            [.. asked.Select(s =>
            {
                var computed = report.ShowsScore(s) ? s.Points : null;
                return TableRow.Of(
                    Printed.Indicator(s.Indicator), report.Rules.Framework[s.Indicator].ShortText.Thai, ScoreDisplay.Points(s.SelfScore!.Value).Thai,
                    computed is { } points ? ScoreDisplay.Points(points).Thai : Printed.None,
                    computed is { } score ? ThaiNumerals.Format(s.SelfScore.Value - score, 2) : Printed.None);
            })])
        {
            Caption = "คะแนนที่หน่วยงานประเมินตนเอง แสดงประกอบ ไม่นำมาคิด",
        };
    }

    /// <summary>An entrant that isn't ranked, in a sentence; <see langword="null"/> for one that is.</summary>
    public static string? Barred(ReportContent report)
    {
        var failed = report.Rules.Framework.Requirements.Zip(report.Card.Requirements)
            .Where(r => r.Second.IsMet == false && MayShow(report, r.First)).Select(r => $"{r.Second.Text.Thai} ({r.Second.Reason.Thai})").ToList();
        return failed.Count == 0 ? null : $"ไม่ผ่านเงื่อนไขการจัดอันดับ ได้แก่ {ThaiNumerals.ToThaiInProse(string.Join("; ", failed))}";
    }

    /// <summary>The entrant's classes in a sentence; <see langword="null"/> where it has none.</summary>
    public static string? Classes(ReportContent report)
    {
        var classes = PlanClasses.Of(report.Rules, report.Card.Entrant);
        return classes.IsEmpty ? null : string.Join(" ", classes.Select(c => $"{c.Class.Thai}: {c.Is.Thai}"));
    }

    private static TableRow Row(ReportContent report, TotalLine line)
    {
        var isTotal = line.Kind == TotalLineKind.Total;
        var scored = report.Card.Scores.Where(s => line.Indicators.Contains(s.Indicator) && s.Points is not null);
        var points = isTotal ? report.ShownTotal : scored.All(report.ShowsScore) ? line.Points : null;
        var sign = line.Kind switch { TotalLineKind.Bonus => "+", TotalLineKind.Penalty => "−", _ => "" };
        return new(
        [
            new(line.Name.Thai + (isTotal && report.Card.Provisional ? " (ชั่วคราว)" : "")) { RowHeader = true },
            new(isTotal ? Printed.None : Ranges([.. line.Indicators])),
            new(line.Weight is { } weight ? ThaiNumerals.Exact(weight).Thai : Printed.None),
            new(points is not null && line.Full is { } full ? (line.Kind is TotalLineKind.Bonus or TotalLineKind.Penalty ? "ไม่เกิน " : "") + ThaiNumerals.Exact(full).Thai : Printed.None),
            new(points is { } shown ? sign + ScoreDisplay.Points(shown).Thai : Printed.None),
        ]) { Emphasis = isTotal };
    }

    /// <summary>Numbers of indicators, runs as one: ๑–๒๐, ๒๓.</summary>
    private static string Ranges(IReadOnlyList<IndicatorNumber> numbers)
    {
        var parts = new List<string>();
        for (var i = 0; i < numbers.Count;)
        {
            var first = i++;
            while (i < numbers.Count && int.TryParse(numbers[i - 1].Value, out var before) && int.TryParse(numbers[i].Value, out var next) && next == before + 1) i++;
            parts.Add(i - first < 3 ? string.Join(", ", numbers.Skip(first).Take(i - first).Select(Printed.Indicator)) : $"{Printed.Indicator(numbers[first])}–{Printed.Indicator(numbers[i - 1])}");
        }
        return string.Join(", ", parts);
    }

    private static bool MayShow(ReportContent report, Requirement requirement) => report.IsInternal || (!requirement.Source.IsAssumed && requirement.Of switch
    {
        IndicatorScore { Number: var number } => report.Card.Scores.Where(s => s.Indicator == number).All(report.ShowsScore),
        IndicatorValue { Number: var number } => report.Rules.Framework.Find(number) is { } indicator && report.ShowsLevel(indicator),
        _ => report.ShownTotal is not null,
    });

    private static string Word(bool? isMet) => isMet switch { true => "ผ่าน", false => "ไม่ผ่าน", _ => "ยังไม่มีผล" };
}
