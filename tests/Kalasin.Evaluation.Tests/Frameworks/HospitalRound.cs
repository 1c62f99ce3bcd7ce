using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>A round about hospitals, which no code knows of: the framework names the list and the kind of unit, the plan gives the table.</summary>
internal static class HospitalRound
{
    public static readonly RuleSource Source = new(SourceKind.Office, "ตัวอย่างของชุดทดสอบ");
    private static readonly BilingualText Hospital = new("โรงพยาบาล", "hospitals");
    private static readonly UnitKind Kind = UnitKind.Parse("communityHospital");

    public static Framework Framework { get; } = MakeFramework();

    public static RoundPlan Plan { get; } = MakePlan();

    public static AwardRules Rules { get; } = AwardRules.Of(Framework, Plan).Value!;

    private static Framework MakeFramework()
    {
        var first = BudgetRound.Rules.Framework.Indicators[0];
        var measure = new PercentageMeasure(new("ร้อยละ", "per cent"), Source, new EqualTo(new ColumnOperand("passed"), new TextOperand("yes"))) { Listed = new("hospital") };
        var register = new RegisterSchema(
            Hospital,
            [new("hospital", Hospital, ColumnType.Choice) { List = "hospital", Required = true }, new("passed", new("ผ่านการรับรอง", "Accredited"), ColumnType.Flag)])
        {
            Key = ["hospital"], Prefill = "hospital",
        };
        return BudgetRound.Rules.Framework with
        {
            Lists = [new("hospital", Hospital, Source)],
            UnitKinds = [new(Kind, new("โรงพยาบาลชุมชน", "Community hospitals"), Source)],
            Indicators = [first with { Measure = measure, Register = register }],
        };
    }

    private static RoundPlan MakePlan() => BudgetRound.Rules.Plan with
    {
        Hosting = [BudgetRound.Rules.Plan.Hosting[0]],
        Units = [.. BudgetRound.Rules.Plan.Units, new(UnitCode.Parse("HOSP1"), new("โรงพยาบาลสมเด็จ", "Somdet Hospital"), new("รพ.สมเด็จ", "Somdet H."), Kind)],
        Lists =
        [
            new("hospital",
            [
                new("mueang", new("โรงพยาบาลกาฬสินธุ์", "Kalasin Hospital")), new("na-mon", new("โรงพยาบาลนามน", "Na Mon Hospital")) { District = "4602" },
                new("khao-wong", new("โรงพยาบาลเขาวง", "Khao Wong Hospital")) { Synonyms = ["รพ.เขาวง"] },
            ], Source),
        ],
    };
}
