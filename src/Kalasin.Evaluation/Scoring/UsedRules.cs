using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Collects the rules behind a score with where each comes from.</summary>
internal static class UsedRules
{
    public static ImmutableArray<UsedRule> Of(IndicatorCase of, Measurement measurement, Points points)
    {
        var indicator = of.Indicator;
        var rules = Measured(indicator, of.ScaleSources, measurement, points);
        rules.Add(new(RuleKind.Hosts, of.Hosting.Source));
        if (of.Hosts.Length > 1)
        {
            rules.Add(new(RuleKind.Merge, indicator.Merge.Source));
            // Who leads matters to the value only where the lead's return is the one that counts.
            if (indicator.Merge.Kind == MergeKind.Lead) rules.Add(new(RuleKind.Hosts, of.Hosting.LeadSource));
        }
        if (measurement.State == MeasurementState.NotApplicable) rules.Add(new(RuleKind.NotApplicable, indicator.NotApplicable.Source));
        return rules.ToImmutable();
    }

    /// <summary>The same where nothing is known of who reported: the framework's own.</summary>
    public static ImmutableArray<UsedRule> Of(Indicator indicator, ImmutableArray<RuleSource> scale, Measurement measurement, Points points)
    {
        var rules = Measured(indicator, scale, measurement, points);
        if (measurement.State == MeasurementState.NotApplicable) rules.Add(new(RuleKind.NotApplicable, indicator.NotApplicable.Source));
        return rules.ToImmutable();
    }

    private static ImmutableArray<UsedRule>.Builder Measured(Indicator indicator, ImmutableArray<RuleSource> scale, Measurement measurement, Points points)
    {
        var rules = ImmutableArray.CreateBuilder<UsedRule>();
        rules.Add(new(RuleKind.Text, indicator.TextSource));
        foreach (var (rule, source) in indicator.Measure.Sources) rules.Add(new(rule, source));
        if (indicator.Period is { } period) rules.Add(new(RuleKind.Period, period.Source));
        if (points is { Score: not null, ByPerson: false } && measurement.Value is not null) rules.AddRange(scale.Select(s => new UsedRule(RuleKind.Scale, s)));
        if (points.ByPerson)
            rules.Add(new(RuleKind.Assessment, new(SourceKind.Assumed, Note: "คะแนนที่ผู้ประเมินให้ใช้แทนเมื่อยังคำนวณคะแนนไม่ได้")));
        if (points.Score is not null) rules.Add(new(RuleKind.Weight, indicator.Weight.Source));
        return rules;
    }

    /// <summary>Names of the assumed ones, each once; <see langword="null"/> when none is.</summary>
    public static BilingualText? Assumed(ImmutableArray<UsedRule> rules)
    {
        var names = rules.Where(r => r.Source.IsAssumed).Select(r => NameOf(r.Rule)).Distinct().ToList();
        return names.Count == 0 ? null : BilingualText.Join(", ", names);
    }

    /// <summary>What a used rule is called.</summary>
    public static BilingualText NameOf(RuleKind rule) => rule switch
    {
        RuleKind.Text => new("ข้อความตัวชี้วัด", "wording"),
        RuleKind.Measure => new("วิธีวัด", "way of measuring"),
        RuleKind.Population => new("วันของทะเบียนที่เป็นตัวหาร", "day of the register that is the denominator"),
        RuleKind.Period => new("ช่วงที่ประเมิน", "period"),
        RuleKind.Scale => new("เกณฑ์การให้คะแนน", "scale"),
        RuleKind.Weight => new("น้ำหนัก", "weight"),
        RuleKind.Hosts => new("หน่วยงานเจ้าภาพ", "hosts"),
        RuleKind.Merge => new("วิธีรวมผลของเจ้าภาพร่วม", "merging of joint hosts"),
        RuleKind.Assessment => new("คะแนนของผู้ประเมิน", "a person's score"),
        RuleKind.NotApplicable => new("กรณีไม่มีเรื่องให้วัด", "nothing to measure"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };
}
