using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Tests.Frameworks;
using Kalasin.Evaluation.Tests.Scoring;
using static Kalasin.Evaluation.Tests.Scoring.KalasinRound;

namespace Kalasin.Evaluation.Tests.Reports.Scorecards;

/// <summary>A round whose scorecard is written as a workbook.</summary>
public sealed record ScorecardCase(AwardRules Rules, ImmutableArray<Return> Returns, DateOnly EvaluationDate, Decisions Decisions)
{
    internal ScorecardCase(AwardRules rules, IEnumerable<Return> returns, DateOnly? day = null, Decisions? decisions = null)
        : this(rules, [.. returns], day ?? KalasinRound.EvaluationDate, decisions ?? Decisions.None) { }

    /// <summary>The scorecard of one entrant; the province's, or that of the first unit that reports.</summary>
    public Scorecard Card => Scorer.Score(Rules, Returns, EvaluationDate, Decisions)
        .First(c => Rules.Framework.Entrant == EntrantKind.Province || Returns.Any(r => r.Unit.Value == c.Entrant));

    public async Task WriteAsync(Stream stream, Edition edition) =>
        await ScorecardWorkbook.WriteAsync(Rules, Returns, Card, edition, stream, Decisions, TestContext.Current.CancellationToken);
}

/// <summary>Rounds in which every measure, scale, condition, way to merge and decision occurs.</summary>
internal static class ScorecardCases
{
    public static ImmutableSortedDictionary<string, ScorecardCase> All { get; } = new Dictionary<string, ScorecardCase>
    {
        ["whole"] = new(Rules, Everything()),
        ["nothing"] = new(Rules, []),
        ["unseen"] = new(UnseenRound.Rules, UnseenRound.Returns(), new(2025, 10, 1)),
        ["unseen-nil"] = new(UnseenRound.Rules, [Nil("4602", "1"), Nil("4602", "2"), Nil("4602", "3")], new(2025, 10, 1)),
        ["money"] = new(Budget(BlankRule.LeftOut), Money()),
        ["money-blanks"] = new(Budget(BlankRule.Zero), Money()),
        ["money-nil"] = new(Budget(BlankRule.LeftOut), [Nil("ADM", "1"), Reported("ADM", "2", Row(1, ("place", "ก")))]),
        ["money-sum"] = Measured(m => new SumMeasure(m.Unit, m.Source, "spent"), s => new BandedScale(s, [new(1), new(4, 100), new(7.5m, 2_000_000), new(2, 9_000_000)])),
        ["money-growth"] = Measured(m => new GrowthMeasure(m.Unit, m.Source, "spent", "granted"), s => new InterpolatedScale(s, [-60, -50, 10.5m]) { Scores = [0.5m, 10, 100], Floor = 0.25m }),
        ["money-weighted"] = Measured(m => new AverageMeasure(m.Unit, m.Source, "spent", BlankRule.LeftOut) { Weights = "granted" }, s => new DirectScale(s) { Full = 2 }, Judges()),
        ["money-trimmed"] = Measured(m => new AverageMeasure(m.Unit, m.Source, "spent", BlankRule.Zero) { Trim = new(1, 2) }, s => new DirectScale(s) { Full = 10 }),
        ["money-trimmed-away"] = Measured(m => new AverageMeasure(m.Unit, m.Source, "spent", BlankRule.LeftOut) { Trim = new(3, 2) }, s => new DirectScale(s) { Full = 10 }),
        ["class"] = ByClass(new EntrantClass("size", "small")),
        ["class-unsaid"] = ByClass(),
        ["total-points"] = Totals(f => f with { Total = new(TotalKind.Points, Given), Groups = Groups() }, 4.5m, 3.3m, null, 2, 1),
        ["total-capped"] = Totals(f => f with { Total = new(TotalKind.Mean, Given) { MostBonus = 1.5m, MostPenalty = 3, EndsAtFull = true } }, 4.9m, 5, 4.8m, 5, 1),
        ["total-bonus"] = Totals(f => f, 0.1m, 0.2m, 0.3m, 0, 5),
        ["total-groups"] = Totals(f => f with { Groups = Groups(40, 60), Requirements = Required() }, 4.1m, 3.3m, 2.7m),
        ["total-groups-points"] = Totals(f => f with { Total = new(TotalKind.Points, Given), Groups = Groups(30, 70), Requirements = Required() }, 4.1m, null, 2.7m, 3, 2),
        ["total-nothing"] = Totals(f => f with { Total = new(TotalKind.Points, Given), Groups = Groups(30, 70), Requirements = Required() }, null, null, null),
        ["due-authorities"] = new(WithIndicator("2", i => i with
        {
            Measure = (PercentageMeasure)i.Measure with { Due = new Negated(new EqualTo(new ColumnOperand("status"), new TextOperand("not-begun"))) },
        }), [Reported("DEV", "2", [.. Authorities.Take(30).Select((a, n) => Row(n + 1, ("authority", a), ("status", (n % 3) switch { 0 => "#done", 1 => "#not-begun", _ => "#under-way" })))])]),
        ["listed"] = new(HospitalRound.Rules, [Reported("ADM", "1",
            Row(1, ("hospital", "#mueang"), ("passed", true)), Row(2, ("hospital", "#khao-wong"), ("passed", false)), Row(3, ("passed", true)))]),
        ["spans"] = Spans(),
        ["cases"] = Cases(),
        ["twice"] = new(Rules, Twice()),
        ["twice-counted"] = new(WithPlan(p => p with { Duplicates = DuplicatesPolicy.CountAll }), Twice()),
        ["twice-judged"] = Judged(),
        ["lead"] = new(Merged("3", MergeKind.Lead), Everything()),
        ["lead-missing"] = new(Merged("3", MergeKind.Lead), Everything().Where(r => r.Unit.Value != "PUB")),
        ["lead-excused"] = new(Merged("3", MergeKind.Lead), Everything().Where(r => r.Unit.Value is "4601" || r.Indicator.Value != "3"), null,
            Excuse(Rules.Plan.Units.Select(u => u.Code.Value).Where(u => u != "4601"))),
        ["best"] = new(Merged("3", MergeKind.Best), Everything()),
        ["agree"] = new(Rules, [Complaints("LAW", "ร-01", "ร-02"), Complaints("ADM", "ร-01", "ร-02")]),
        ["agree-one"] = new(Rules, [Complaints("LAW", "ร-01")]),
        ["disagree"] = new(Rules, [Complaints("LAW", "ร-01", "ร-02"), Complaints("ADM", "ร-01")]),
        ["disagree-rows"] = new(Rules, [Complaints("LAW", "ร-01"), Complaints("ADM", "ร-02")]),
        ["disagree-settled"] = new(Rules, [Complaints("LAW", "ร-01", "ร-02"), Complaints("ADM", "ร-01")], null, Decisions.None with
        {
            Disagreements = [new(IndicatorNumber.Parse("10"), UnitCode.Parse("ADM"), "ตรวจสอบแล้ว")],
        }),
        ["excluded"] = Excluded(),
        ["assessed"] = new(Rules, Everything().Where(r => r.Indicator.Value != "9"), null, Decisions.None with
        {
            Assessments = [new(IndicatorNumber.Parse("3"), null, 3.5m, "ดู"), new(IndicatorNumber.Parse("9"), null, 2, "ดู"), new(IndicatorNumber.Parse("2"), null, 1, "ดู")],
        }),
        ["holidays"] = Holidays(),
        ["falling"] = Falling(),
        ["thirds"] = new(WithIndicator("2", i => i with { Scale = new InterpolatedScale(i.Scale!.Source, [33.3m, 44.44m, 66.7m, 79.47m, 90.05m]), Weight = i.Weight with { Value = 12.5m } }), Everything()),
        ["texts"] = Texts(),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static AwardRules Budget(BlankRule blanks) =>
        AwardRules.Of(BudgetRound.Rules.Framework with
        {
            Indicators = [.. BudgetRound.Rules.Framework.Indicators.Select(i => i.Measure is AverageMeasure m ? i with { Measure = m with { Blanks = blanks } } : i)],
        }, BudgetRound.Rules.Plan).Value!;

    private static ScorecardCase Measured(Func<Measure, Measure> measure, Func<RuleSource, Scale> scale, IEnumerable<Return>? returns = null) => new(
        AwardRules.Of(BudgetRound.Rules.Framework with
        {
            Indicators = [.. BudgetRound.Rules.Framework.Indicators.Select((i, n) => n > 0 ? i : i with { Measure = measure(i.Measure) with { Where = i.Measure.Where }, Scale = scale(i.Scale!.Source) })],
        }, BudgetRound.Rules.Plan).Value!, returns ?? Money());

    private static RuleSource Given => new(SourceKind.Office, "ตัวอย่างของชุดทดสอบ");

    /// <summary>Two groups, of the first indicator and of the next two.</summary>
    private static ImmutableArray<IndicatorGroup> Groups(decimal? first = null, decimal? second = null) =>
    [
        new("plan", new("แผน", "plan"), [IndicatorNumber.Parse("1")], Given) { Weight = first is { } a ? new(a, Given) : null },
        new("work", new("งาน", "work"), [IndicatorNumber.Parse("2"), IndicatorNumber.Parse("3")], Given) { Weight = second is { } b ? new(b, Given) : null },
    ];

    private static ImmutableArray<Requirement> Required() =>
    [
        new(new TotalResult(), new("คะแนนรวมร้อยละ 70", "70 per cent"), Given) { Least = 70, PerCent = true },
        new(new GroupResult("plan"), new("ด้านแผน", "plan"), Given) { Least = 3 },
        new(new IndicatorValue(IndicatorNumber.Parse("2")), new("ผลของตัวชี้วัดที่ 2", "value of 2"), Given) { Most = 3 },
        new(new IndicatorScore(IndicatorNumber.Parse("3")), new("ตัวชี้วัดที่ 3", "indicator 3"), Given) { Least = 1 },
    ];

    /// <summary>Five indicators whose value is their score: three that count, a bonus and a penalty.</summary>
    private static ScorecardCase Totals(Func<Framework, Framework> change, params decimal?[] values)
    {
        decimal[] weights = [10, 30, 60, 5, 20];
        var first = BudgetRound.Rules.Framework.Indicators[0];
        var framework = change(BudgetRound.Rules.Framework with
        {
            Indicators =
            [
                .. Enumerable.Range(1, values.Length).Select(n => first with
                {
                    Number = IndicatorNumber.Parse($"{n}"), Weight = new(weights[n - 1], Given), Measure = new SumMeasure(new("คะแนน", "points"), Given, "spent"),
                    Scale = new DirectScale(Given) { Full = 5 }, Role = n == 4 ? IndicatorRole.Bonus : n == 5 ? IndicatorRole.Penalty : null,
                }),
            ],
        });
        var hosting = BudgetRound.Rules.Plan.Hosting[0];
        return new(
            AwardRules.Of(framework, BudgetRound.Rules.Plan with { Hosting = [.. framework.Indicators.Select(i => hosting with { Indicator = i.Number })] }).Value!,
            values.Index().Where(v => v.Item is not null).Select(v => Reported("ADM", $"{v.Index + 1}", Row(1, ("spent", v.Item!.Value)))));
    }

    /// <summary>Thresholds of their own for large and small provinces.</summary>
    private static ScorecardCase ByClass(params EntrantClass[] classes)
    {
        var source = BudgetRound.Rules.Framework.Indicators[0].Scale!.Source;
        var scale = new ByClassScale(source, "size", [new("large", new InterpolatedScale(source, [60, 70, 80, 90, 100])), new("small", new InterpolatedScale(source, [20, 30, 40, 50, 60]))]);
        var size = new Classification("size", new("ขนาดจังหวัด", "size of the province"), [new("large", new("ใหญ่", "Large")), new("small", new("เล็ก", "Small"))], source);
        return new(
            AwardRules.Of(
                BudgetRound.Rules.Framework with { Classes = [size], Indicators = [.. BudgetRound.Rules.Framework.Indicators.Select((i, n) => n > 0 ? i : i with { Scale = scale })] },
                BudgetRound.Rules.Plan with { Classes = [.. classes] }).Value!,
            Money());
    }

    private static IEnumerable<Return> Judges() =>
        [Reported("ADM", "1", Project(1, "ก-1", 1.1m, 0.3m), Project(2, "ก-2", 2.2m, 33.35m), Project(3, "ก-3", 1.7m, null), Project(4, "ก-4", null, 2), Project(5, "ก-5", 9, 0))];

    /// <summary>Satang that no binary fraction holds, the same project twice, with two answers, without a number, and cancelled.</summary>
    private static IEnumerable<Return> Money() =>
    [
        Reported("ADM", "1",
            Project(1, "ก-1", 0.1m, 0.3m), Project(2, "ก-2", 0.2m, 0.7m), Project(3, "ก-3", 1_234_567.89m, 2_345_678.91m), Project(4, "ก-3", 1_234_567.89m, 2_345_678.91m),
            Project(5, "ก-4", 5, 6), Project(6, "ก-4", 5, 7), Project(7, "ก-5", null, 900), Project(8, "ก-6", 1, 2, "#cancelled"), Project(9, "ก-7", 0.125m, 0.25m).Faulty()),
        Reported("ADM", "2", Row(1, ("place", "ก"), ("score", 4.1m)), Row(2, ("place", "ข")), Row(3, ("place", "ค"), ("score", 4.3m)), Row(4, ("place", "ค"), ("score", 4.7m))),
    ];

    private static RegisterRow Project(int number, string code, decimal? spent, decimal? granted, string kind = "#regular") => Row(number,
    [
        ("code", code), ("kind", kind), .. spent is { } s ? [("spent", s)] : Array.Empty<(string, object)>(), .. granted is { } g ? [("granted", g)] : Array.Empty<(string, object)>(),
    ]);

    /// <summary>Days at both sides of every limit, cases open and not yet due, unread and outside the period.</summary>
    private static ScorecardCase Cases() => new(Rules,
    [
        Reported("PER", "1",
        [
            .. new[] { 89, 90, 91, 0, -1 }.Select((days, i) => Row(i + 1, ("committee", "#sao"), ("case", $"ว-{i}"), ("received", Day(2566, 11, 1)), ("resolved", Day(2566, 11, 1).AddDays(days)), ("resolution", "#final"))),
            Row(6, ("committee", "#sao"), ("case", "ว-6"), ("received", Day(2567, 2, 14))), Row(7, ("committee", "#sao"), ("case", "ว-7"), ("received", Day(2567, 2, 15))),
            Row(8, ("committee", "#sao"), ("case", "ว-8"), ("received", Day(2567, 5, 16))), Row(9, ("committee", "#sao"), ("case", "ว-9"), ("received", new UnreadValue("๓๑/๒/๖๗"))).Faulty(),
            Row(10, ("committee", "#sao"), ("case", "ว-10"), ("received", Day(2565, 1, 1)), ("resolved", Day(2566, 1, 1)), ("resolution", "#final")),
            Row(11, ("committee", "#sao"), ("case", "ว-0"), ("received", Day(2566, 11, 1)), ("resolved", Day(2567, 1, 29)), ("resolution", "#final")),
        ]),
        Reported("FIN", "11", [.. Authorities.Take(40).Select((a, i) => Row(i + 1, ("authority", a), ("score", 84.97m + i * 0.01m)))]),
        Reported("ADM", "6", Row(1, ("date", Day(2566, 9, 30)), ("title", "ก่อน")), Row(2, ("date", Day(2566, 10, 1)), ("title", "แรก")), Row(3, ("date", Day(2567, 5, 15)), ("title", "แรก")),
            Row(4, ("date", Day(2567, 5, 16)), ("title", "หลัง")), Row(5, ("title", "ไม่มีวันที่"))),
    ]);

    private static IEnumerable<Return> Twice() =>
    [
        Reported("PUB", "3", Activity(1, "ประชุม ครั้งที่ ๑"), Activity(2, "ประชุมครั้งที่ 1"), Activity(3, "อบรม")),
        Reported("4601", "3", Activity(1, "ประชุม ครั้งที่ 1"), Activity(2, "ประชุม ครั้งที่ 1"), Row(3, ("place", "ศาลากลาง")), Row(4), Row(5)),
        Reported("DEV", "2", Row(1, ("authority", Authorities[0]), ("status", "#done")), Row(2, ("authority", Authorities[0]), ("status", "#done"), ("place", "วัด")),
            Row(3, ("authority", Authorities[1]), ("status", "#done")), Row(4, ("authority", Authorities[1]), ("status", "#under-way")), Row(5, ("authority", Authorities[2]), ("status", "#done")),
            Row(6, ("authority", new AuthorityValue(new AuthorityCode(AuthorityKind.Sao, "5001"))), ("status", "#done")), Row(7, ("status", "#done"))),
        Reported("PER", "1", [.. new[] { "#final", "#inquiry" }.Select((kind, i) =>
            Row(i + 1, ("committee", "#sao"), ("case", "ว-1"), ("received", Day(2566, 11, 1)), ("resolved", Day(2566, 12, 1)), ("resolution", kind)))]),
    ];

    private static RegisterRow Activity(int number, string title) =>
        Row(number, ("date", Day(2566, 12, 1)), ("title", title), ("place", "ศาลากลาง"), ("category", "#meeting"));

    private static ScorecardCase Judged()
    {
        var returns = Twice().ToList();
        DuplicateDecision Of(string indicator, (int Return, int Row) first, (int Return, int Row) second, bool same) => new(
            IndicatorNumber.Parse(indicator), At(first), At(second), same, "ดูแล้ว");
        RowFingerprint At((int Return, int Row) at) => RowFingerprint.Of(returns[at.Return].Unit, returns[at.Return].Rows[at.Row]);
        return new(Rules, returns, null, new Decisions([],
            [Of("3", (0, 0), (0, 1), false), Of("3", (0, 2), (1, 0), true), Of("2", (2, 2), (2, 3), true), Of("1", (3, 0), (3, 1), true)]));
    }

    private static ScorecardCase Excluded()
    {
        var returns = Everything().ToList();
        var row = returns.First(r => r.Indicator.Value == "2");
        return new(Rules, returns, null, new Decisions([new(UnitCode.Parse("4602"), IndicatorNumber.Parse("3"), "ซ้ำซ้อน"), new(UnitCode.Parse("FIN"), IndicatorNumber.Parse("9"), "รอแก้")], [])
        {
            ExcludedRows = [new(row.Indicator, RowFingerprint.Of(row.Unit, row.Rows[3]), "ผิดแห่ง")],
            Excused = [new(UnitCode.Parse("4603"), null, "ตั้งใหม่")],
        });
    }

    private static AwardRules Merged(string indicator, MergeKind kind) => WithIndicator(indicator, i => i with { Merge = i.Merge with { Kind = kind } });

    private static Decisions Excuse(IEnumerable<string> units) => Decisions.None with { Excused = [.. units.Select(u => new ExcusedUnit(UnitCode.Parse(u), IndicatorNumber.Parse("3"), "ตั้งใหม่"))] };

    private static Return Complaints(string unit, params string[] found) => Reported(unit, "10",
        [.. found.Select((c, i) => Row(i + 1, ("case", c), ("received", Day(2567, 1, 9)), ("status", "#found"))), Row(9, ("case", "ร-09"), ("received", Day(2567, 1, 10)), ("status", "#pending"))]);

    /// <summary>Periods in working days, months and years, from the day itself and from the day after.</summary>
    private static ScorecardCase Spans() => new(
        WithIndicator("1", i => i with
        {
            Measure = (PercentageMeasure)i.Measure with
            {
                Where = null, Also = null,
                Meets = new AnyOf(
                [
                    new Within(new ColumnOperand("received"), new ColumnOperand("resolved")) { WorkingDays = 15 },
                    new AllOf([new Within(new ColumnOperand("received"), new ColumnOperand("resolved"), EndsOnHoliday: HolidayRule.Extend) { Months = 1, CountsFirstDay = true },
                        new Negated(new EqualTo(new ColumnOperand("resolution"), new TextOperand("inquiry")))]),
                ]),
                Due = new AnyOf(
                [
                    new Present(new ColumnOperand("resolved")), new OverdueAfter(new ColumnOperand("received")) { WorkingDays = 15, CountsFirstDay = true },
                    new OverdueAfter(new ColumnOperand("received"), EndsOnHoliday: HolidayRule.Extend) { Months = 2 }, new OverdueAfter(new ColumnOperand("received")) { Years = 1 },
                ]),
            },
        }),
        [Reported("PER", "1", [.. Enumerable.Range(0, 60).Select(n => Row(n + 1, ("committee", "#sao"), ("case", $"ว-{n}"), ("received", Day(2567, 1, 25).AddDays(n % 12)),
                ("resolved", Day(2567, 2, 14).AddDays(n % 27)), ("resolution", n % 2 == 0 ? "#inquiry" : "#final"))),
            .. Enumerable.Range(0, 30).Select(n => Row(n + 70, ("committee", "#sao"), ("case", $"ค-{n}"), ("received", Day(2567, 3, 1).AddDays(n * 2))))])]);

    /// <summary>Periods that end on a holiday go on to the next working day: 90 days after 2 January 2567 end on 1 April, after 8 January on Sunday 7 April.</summary>
    private static ScorecardCase Holidays() => new(
        WithIndicator("1", i => i with
        {
            Measure = (PercentageMeasure)i.Measure with
            {
                Where = null, Also = null,
                Meets = new Within(new ColumnOperand("received"), new ColumnOperand("resolved"), 90, HolidayRule.Extend),
                Due = new AnyOf([new Present(new ColumnOperand("resolved")), new OverdueAfter(new ColumnOperand("received"), 90, HolidayRule.Extend)]),
            },
        }),
        [Reported("PER", "1", [.. Enumerable.Range(0, 20).Select(n => Row(n + 1, ("committee", "#sao"), ("case", $"ว-{n}"), ("received", Day(2567, 1, 1).AddDays(n)), ("resolved", Day(2567, 1, 1).AddDays(n + 90 + n % 5)))),
            .. Enumerable.Range(0, 8).Select(n => Row(n + 30, ("committee", "#sao"), ("case", $"ค-{n}"), ("received", Day(2567, 2, 9).AddDays(n))))])]);

    /// <summary>Fewer is better, in straight lines, and nothing at all scores 0.</summary>
    private static ScorecardCase Falling() => new(
        WithIndicator("2", i => i with { Scale = new InterpolatedScale(i.Scale!.Source, [90, 80, 65.5m, 50, 10]), NotApplicable = i.NotApplicable with { Kind = NotApplicableKind.Full } }),
        Everything().Where(r => r.Indicator.Value is "2" or "12"));

    /// <summary>Texts that look like formulas, patterns and numbers.</summary>
    private static ScorecardCase Texts() => new(Rules,
    [
        Reported("PUB", "3", [.. new[] { "=1+1", "*", "?*", "+66", "\"ก\"", "1E3", "'ก", "ก ข", "กข", "<ก>&" }.Select((t, i) => Activity(i + 1, t))]),
        Reported("4601", "8", [.. Enumerable.Range(1, 3).Select(n => Row(n, ("innovation", "=A1"), ("name", "ก"), ("step", string.Create(CultureInfo.InvariantCulture, $"#{n}")), ("action", "@SUM(A1)"), ("evidence", "-1")))]),
    ]);
}
