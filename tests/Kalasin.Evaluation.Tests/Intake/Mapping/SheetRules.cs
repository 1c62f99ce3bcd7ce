using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Tests.Frameworks;

namespace Kalasin.Evaluation.Tests.Intake.Mapping;

/// <summary>The rules that sheets are read by, by the names that cases call them.</summary>
internal static class SheetRules
{
    private static readonly RuleSource Source = new(SourceKind.Office, "ตัวอย่างของชุดทดสอบ");

    private static readonly AwardRules Kalasin = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    /// <summary>Indicators 2 and 5 are scored by judges, from 0 and from 1 to 100.</summary>
    private static readonly AwardRules Judged = With(i => i.Number.Value switch { "2" => WithJudges(i, 0), "5" => WithJudges(i, 1), _ => i });

    /// <summary>What is warned of otherwise keeps values from counting.</summary>
    private static readonly AwardRules Strict = With(i => i with
    {
        Register = i.Register with
        {
            Checks = [.. i.Register.Checks.Select(c => c with { Severity = Severity.Error })],
            FactChecks = [.. i.Register.FactChecks.Select(c => c with { Severity = Severity.Error })],
        },
    });

    private static readonly ImmutableArray<ListItem> Hospitals =
        [.. HospitalRound.Plan.Lists[0].Items, Item("kamalasai", "กมลาไสย"), Item("yang-talat", "ยางตลาด"), Item("somdet", "สมเด็จ"), Item("tha-khantho", "ท่าคันโท")];

    public static AwardRules Of(string name) => name switch
    {
        "" => Kalasin,
        "judged" => Judged,
        "strict" => Strict,
        "three hospitals" => Listing(3),
        "five hospitals" => Listing(5),
        "seven hospitals" => Listing(7),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such rules."),
    };

    private static AwardRules With(Func<Indicator, Indicator> change) =>
        AwardRules.Of(Kalasin.Framework with { Indicators = [.. Kalasin.Framework.Indicators.Select(change)] }, Kalasin.Plan).Value!;

    private static AwardRules Listing(int hospitals) =>
        AwardRules.Of(HospitalRound.Framework, HospitalRound.Plan with { Lists = [HospitalRound.Plan.Lists[0] with { Items = Hospitals[..hospitals] }] }).Value!;

    private static ListItem Item(string id, string name) => new(id, new($"โรงพยาบาล{name}", $"Hospital {id}"));

    private static Indicator WithJudges(Indicator indicator, decimal least) => indicator with
    {
        Period = null,
        Register = new("row",
            [
                new("judge", new("กรรมการ", "Judge"), ColumnType.Text) { Required = true },
                new("score", new("คะแนน", "Score"), ColumnType.Number) { Required = true, Minimum = least, Maximum = 100 },
            ])
        { Key = ["judge"] },
        Measure = new AverageMeasure(new("คะแนน", "points"), Source, "score", BlankRule.LeftOut) { Judge = "judge" },
        Scale = new InterpolatedScale(Source, [60, 70, 80, 90, 100]),
    };
}
