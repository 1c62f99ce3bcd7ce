using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Writes every step from the returns to the weighted score.</summary>
internal static class Explaining
{
    public static Explanation Of(
        IndicatorCase of, HostReturns answers, ImmutableArray<Decided> decided, Measurement measurement, Points points, ImmutableArray<UsedRule> rules)
    {
        var steps = ImmutableArray.CreateBuilder<BilingualText>();
        steps.Add(Reports(of, answers));
        steps.AddRange(decided.Select(d => new BilingualText($"ตามที่วินิจฉัย: {d.Sentence.Thai}", $"by a decision: {d.Sentence.English}")));
        foreach (var group in measurement.NotMet.Concat(measurement.Excluded).GroupBy(e => e.Why).OrderBy(g => g.Key))
            steps.Add(Left(of, group.Key, [.. group]));
        if (measurement.Basis is { } basis) steps.Add(basis);
        if (!measurement.Missing.IsEmpty) steps.Add(Missing(measurement.Missing));
        if (!measurement.Excused.IsEmpty) steps.Add(Excused(measurement.Excused));
        if (measurement.State == MeasurementState.Measured) steps.Add(measurement.Formula);
        steps.Add(measurement.Sentence);
        foreach (var also in measurement.Also)
            steps.Add(new(
                $"แสดงประกอบ ไม่คิดคะแนน: {also.Name.Thai} {also.Formula.Thai}",
                $"shown beside, not scored: {also.Name.English} {also.Formula.English}"));
        steps.Add(Scaled(of.Rules.Framework, of.Indicator, of.Unclassed, measurement, points));
        if (SelfScoring.Of(of, answers) is { } self) steps.Add(SelfScoring.Step(self, points.Score));
        if (Assessing.Step(of, points) is { } assessed) steps.Add(assessed);
        if (points.Score is { } score) steps.Add(Weighted(of, score, points.Weight));
        if (UsedRules.Assumed(rules) is { } assumed)
        {
            var framework = of.Rules.Framework;
            // An indicator that no letter announced has no enclosure to wait for.
            var awaited = of.Indicator.TextSource.Kind is SourceKind.Memo or SourceKind.DlaLetter or SourceKind.Annex ? ScoringFindings.AnnexComes
                : new($"เมื่อทราบจาก{framework.Giver.Thai}", $"those of {framework.Giver.English} when they are known");
            var finding = ScoringFindings.AssumedRules.At(
                Place.Nowhere, assumed, points.Score is null ? new("ค่า", "value") : new("คะแนน", "score"), framework.Giver, awaited);
            steps.Add(new(finding.ToString(Language.Thai), finding.ToString(Language.English)));
        }
        return new(steps.ToImmutable());
    }

    private static BilingualText Reports(IndicatorCase of, HostReturns answers)
    {
        var (given, all, rows) = (
            ThaiNumerals.Number(answers.Counted.Length), ThaiNumerals.Number(of.Hosts.Length),
            ThaiNumerals.Number(answers.Counted.Sum(r => r.Rows.Length)));
        var nil = answers.Counted.Count(r => r.Status == ReturnStatus.Nil);
        var (thai, english) = (
            $"รายงานแล้ว {given.Thai} จาก {all.Thai} หน่วยงาน รวม {rows.Thai} แถว",
            $"{given.English} of {Counted.Of(all):host has|hosts have} reported, {Counted.Of(rows):row|rows} together");
        if (nil > 0) (thai, english) = ($"{thai} รายงานว่าไม่มีเรื่อง {ThaiNumerals.Format(nil)} หน่วยงาน", $"{english}; nothing to report: {nil}");
        if (!answers.Missing.IsEmpty)
        {
            var missing = Naming.Of(answers.Missing);
            (thai, english) = ($"{thai} ยังไม่ได้รับจาก{missing.Thai}", $"{english}; not yet from {missing.English}");
        }
        if (!answers.Excused.IsEmpty)
        {
            var excused = Naming.Of(answers.Excused);
            (thai, english) = ($"{thai} ยกเว้นการรายงาน {excused.Thai}", $"{english}; {excused.English} need not report");
        }
        return new(thai, english);
    }

    /// <summary>Rows left out for one reason: how many, and which.</summary>
    private static BilingualText Left(IndicatorCase of, ExclusionReason why, ImmutableArray<ExcludedRow> rows)
    {
        var name = NameOf(why);
        var count = ThaiNumerals.Number(rows.Length);
        var which = Naming.Rows(rows.Select(r => r.Row), of.NameOf);
        return new($"{name.Thai} {count.Thai} แถว ({which.Thai})", $"{name.English}: {Counted.Of(count):row|rows} ({which.English})");
    }

    private static BilingualText NameOf(ExclusionReason why) => why switch
    {
        ExclusionReason.Faulty => new("รอแก้ไข", "to be corrected"),
        ExclusionReason.OutsidePeriod => new("อยู่นอกช่วงที่ประเมิน", "outside the period"),
        ExclusionReason.AfterEvaluationDate => new("เกิดขึ้นหลังวันที่ประเมิน", "after the evaluation date"),
        ExclusionReason.NumberMissing => new("ยังไม่ได้ระบุจำนวน", "without the number"),
        ExclusionReason.NoProof => new("ยังไม่เป็นหลักฐานของระดับที่ได้", "no proof of the levels reached"),
        ExclusionReason.NotConcerned => new("ไม่เกี่ยวกับตัวชี้วัด", "not concerned"),
        ExclusionReason.NotYetDue => new("ยังไม่ครบกำหนด", "not yet due"),
        ExclusionReason.Duplicate => new("ซ้ำ", "duplicates"),
        ExclusionReason.ReturnExcluded => new("รายงานไม่นำมาคิดตามที่วินิจฉัย", "in returns excluded by a decision"),
        ExclusionReason.RowExcluded => new("ไม่นับตามที่วินิจฉัย", "excluded by a decision"),
        ExclusionReason.NotLead => new("ใช้เปรียบเทียบ", "compared only"),
        ExclusionReason.OtherSubject => new("เป็นของผลงานอื่น", "of other subjects"),
        ExclusionReason.NoEvidence => new("ยังไม่มีหลักฐาน", "without evidence"),
        ExclusionReason.OtherProvince => new("เป็นของจังหวัดอื่น", "of another province"),
        ExclusionReason.Trimmed => new("ตัดออกจากค่าเฉลี่ย", "left out of the mean"),
        ExclusionReason.NotMet => new("อยู่ในตัวหาร แต่ไม่เข้าเงื่อนไข", "in the denominator without meeting the condition"),
        _ => throw new NotSupportedException($"No name of {why}."),
    };

    /// <summary>How a value became its score, or why it has none.</summary>
    public static BilingualText Scaled(Framework framework, Indicator indicator, BilingualText? unclassed, Measurement measurement, Points points)
    {
        if (framework.ScoringOff)
            return new("กรอบการประเมินนี้ยังไม่มีเกณฑ์ จึงแสดงค่าโดยไม่ให้คะแนน", "The criteria of this framework are not in hand: values without scores");
        if (unclassed is { } unsaid)
            return new($"ยังไม่ทราบ{unsaid.Thai}ของผู้รับการประเมิน จึงไม่ให้คะแนน", $"The {unsaid.English} of the entrant is not known: unscored");
        if (indicator.Scale is not { } scale) return new("ยังไม่มีเกณฑ์การให้คะแนน จึงไม่ให้คะแนน", "There is no scale yet: unscored");
        if (measurement.Value is { } value) return Scaled(indicator, scale, value, points.Score!.Value);
        if (measurement.State == MeasurementState.Excused) return new("ไม่ต้องรายงาน จึงไม่นำน้ำหนักมาคิด", "Nobody need report: the weight is left out");
        if (measurement.State != MeasurementState.NotApplicable) return new("ยังไม่มีค่า จึงไม่ให้คะแนน", "There is no value yet: unscored");
        return indicator.NotApplicable.Kind switch
        {
            NotApplicableKind.Full => Full(indicator.FullScore),
            NotApplicableKind.Zero => new("ไม่มีเรื่องให้วัด ได้ ๐ คะแนน", "Nothing to measure: 0"),
            _ => new("ไม่มีเรื่องให้วัด จึงไม่นำน้ำหนักมาคิด", "Nothing to measure: the weight is left out"),
        };
    }

    private static BilingualText Scaled(Indicator indicator, Scale scale, decimal value, decimal points)
    {
        var (shown, score, reason) = (
            ScoreDisplay.Value(indicator, value), ScoreDisplay.Points(points), scale.Why(value, ScoreDisplay.Number(indicator, value)));
        return new($"{shown.Thai} {reason.Thai} ได้ {score.Thai} คะแนน", $"{shown.English}: {reason.English}, score {score.English}");
    }

    /// <summary>Authorities and senders that no row speaks of, by name.</summary>
    private static BilingualText Missing(ImmutableArray<string> missing)
    {
        var (count, names) = (ThaiNumerals.Number(missing.Length), Naming.Of(missing));
        return new($"ยังไม่มีข้อมูลของ {count.Thai} แห่ง: {names.Thai}", $"nothing is reported of {count.English}: {names.English}");
    }

    /// <summary>Authorities that nobody need report of, by name.</summary>
    private static BilingualText Excused(ImmutableArray<string> excused)
    {
        var (count, names) = (ThaiNumerals.Number(excused.Length), Naming.Of(excused));
        return new(
            $"หน่วยงานได้รับยกเว้นการรายงาน แต่ยังอยู่ในตัวหาร {count.Thai} แห่ง: {names.Thai}",
            $"excused from reporting and still in the denominator, {count.English}: {names.English}");
    }

    private static BilingualText Full(decimal score)
    {
        var full = ThaiNumerals.Exact(score);
        return new($"ไม่มีเรื่องให้วัด ได้คะแนนเต็ม {full.Thai}", $"Nothing to measure: full score, {full.English}");
    }

    private static BilingualText Weighted(IndicatorCase of, decimal score, decimal weight)
    {
        var (w, s) = (ThaiNumerals.Exact(weight), ScoreDisplay.Points(score));
        if (of.Indicator.Role is null && of.Rules.Framework.Total?.Kind is null or TotalKind.Mean)
        {
            var product = ThaiNumerals.Number(weight * score, 2);
            return new($"น้ำหนัก {w.Thai} × คะแนน {s.Thai} = {product.Thai}", $"weight {w.English} × score {s.English} = {product.English}");
        }
        var (full, points) = (ThaiNumerals.Exact(of.Indicator.FullScore), ThaiNumerals.Number(weight * score / of.Indicator.FullScore, 2));
        var name = of.Indicator.Role switch
        {
            IndicatorRole.Bonus => new BilingualText("คะแนนเพิ่ม: ", "bonus: "),
            IndicatorRole.Penalty => new("คะแนนหัก: ", "penalty: "),
            _ => BilingualText.Empty,
        };
        return new(
            $"{name.Thai}น้ำหนัก {w.Thai} × คะแนน {s.Thai} ÷ คะแนนเต็ม {full.Thai} = {points.Thai}",
            $"{name.English}weight {w.English} × score {s.English} ÷ full score {full.English} = {points.English}");
    }
}
