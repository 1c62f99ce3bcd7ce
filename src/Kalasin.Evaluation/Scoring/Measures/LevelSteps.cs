using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>What climbs the steps of a level: the entrant, or one innovation of one unit.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Returns">Returns whose facts speak for it.</param>
/// <param name="Rows">Rows about it.</param>
internal sealed record LevelSubject(BilingualText Name, ImmutableArray<Return> Returns, ImmutableArray<SelectedRow> Rows);

/// <summary>What became of each step for one subject.</summary>
/// <param name="Steps">All steps in order.</param>
/// <param name="Level">Highest level complete together with all below; 0 when the first is not.</param>
/// <param name="Proofs">Rows that prove the levels reached.</param>
/// <param name="Missing">Expected senders that are absent, by name, in the order of the plan and the register.</param>
internal sealed record LevelSteps(ImmutableArray<StepOutcome> Steps, int Level, HashSet<RowReference> Proofs, ImmutableArray<string> Missing)
{
    /// <summary>How many steps hold, gaps or not.</summary>
    public int Achieved => Steps.Count(s => s.Achieved);

    /// <summary>The first missing step that has a complete one above it.</summary>
    public int? Gap => Achieved > Level ? Level + 1 : null;

    public static LevelSteps Of(IndicatorCase of, LevelMeasure measure, LevelSubject subject)
    {
        var steps = ImmutableArray.CreateBuilder<StepOutcome>(measure.Steps.Length);
        var proofs = new HashSet<RowReference>(ReferenceEqualityComparer.Instance);
        var missing = ImmutableArray.CreateBuilder<string>();
        var level = 0;
        foreach (var step in measure.Steps)
        {
            var stepProofs = new List<RowReference>();
            var (achieved, reason) = step.Condition switch
            {
                SomeRow c => Some(of, c, subject, stepProofs),
                FactHolds c => Fact(of, c, subject),
                Coverage c => Covered(of, c, subject, stepProofs, missing),
                var other => throw new NotSupportedException($"No way to judge {other.GetType().Name}."),
            };
            steps.Add(new(step.Level, step.Text, achieved, reason) { CanBeDone = !achieved && CanBeDone(of, step.Condition, subject) });
            if (!achieved || level != step.Level - 1) continue;
            level = step.Level;
            proofs.UnionWith(stepProofs);
        }
        return new(steps.ToImmutable(), level, proofs, missing.ToImmutable());
    }

    /// <summary>Why a row proves none of the levels reached.</summary>
    public BilingualText WhyNoProof(IndicatorCase of, LevelMeasure measure, SelectedRow row)
    {
        foreach (var step in measure.Steps)
        {
            if (step.Level <= Level || RowsOf(step.Condition) is not { } where || !of.Predicates.Holds(where, row.Subject)) continue;
            var (above, gap) = (ThaiNumerals.Number(step.Level), ThaiNumerals.Number(Level + 1));
            return new($"เป็นหลักฐานของระดับ {above.Thai} ซึ่งยังไม่ได้ เพราะระดับ {gap.Thai} ยังไม่ครบ",
                $"proof of level {above.English}, which is not reached while level {gap.English} is incomplete");
        }
        return new("ยังไม่ครบเงื่อนไขของระดับใด", "meets the condition of no level yet");
    }

    /// <summary>Whether work from the evaluation date on can complete a step: a row that isn't there yet, or a fact that isn't written down.</summary>
    private static bool CanBeDone(IndicatorCase of, LevelCondition condition, LevelSubject subject) => condition switch
    {
        FactHolds c =>
            subject.Returns.IsEmpty
                ? of.Predicates.Can(c.Holds, true, Blank)
                : subject.Returns.Any(r => of.Predicates.Can(c.Holds, true, PredicateSubject.Of(r))),
        _ => Scoring.NextLevel.IsOpen(of) && (RowsOf(condition) is not { } where || of.Predicates.Can(where, true, Blank)),
    };

    private static readonly PredicateSubject Blank = new(ValuesById.Empty, ValuesById.Empty);

    private static Predicate? RowsOf(LevelCondition condition) => condition switch { SomeRow c => c.Where, Coverage c => c.Where, _ => null };

    private static (bool, BilingualText) Some(IndicatorCase of, SomeRow condition, LevelSubject subject, List<RowReference> proofs)
    {
        foreach (var row in subject.Rows)
            if (of.Predicates.Holds(condition.Where, row.Subject)) proofs.Add(row.Reference);
        if (proofs.Count == 0) return (false, new("ยังไม่มีแถวที่เข้าเงื่อนไข", "no row meets the condition"));
        return (true, Naming.Rows(proofs, of.NameOf));
    }

    private static (bool, BilingualText) Fact(IndicatorCase of, FactHolds condition, LevelSubject subject)
    {
        if (subject.Returns.IsEmpty) return (false, new("ยังไม่มีรายงาน", "nothing is reported"));
        var proof = subject.Returns.FirstOrDefault(r => of.Predicates.Holds(condition.Holds, PredicateSubject.Of(r)));
        var spoken = proof ?? subject.Returns.FirstOrDefault(r => r.Unit == of.Lead) ?? subject.Returns[0];
        return (proof is not null, of.Reasons.Of(condition.Holds, PredicateSubject.Of(spoken)));
    }

    private static (bool, BilingualText) Covered(
        IndicatorCase of, Coverage condition, LevelSubject subject, List<RowReference> proofs, ImmutableArray<string>.Builder missing)
    {
        var senders = new HashSet<CellValue>();
        foreach (var row in subject.Rows)
        {
            if (row.Row[condition.Column] is not { } sender || !of.Predicates.Holds(condition.Where, row.Subject)) continue;
            senders.Add(sender);
            proofs.Add(row.Reference);
        }
        var expected = of.Listed(condition.Column) is { IsDefault: false } items
            ? items.Select(item => ((CellValue)new ChoiceValue(item.Id), item.Name.Thai)).ToList()
            : Expected(of, condition.Senders);
        var absent = expected.Where(e => !senders.Contains(e.Item1)).Select(e => e.Item2).ToList();
        foreach (var name in absent)
            if (!missing.Contains(name)) missing.Add(name);
        var (count, all) = (ThaiNumerals.Number(expected.Count - absent.Count), ThaiNumerals.Number(expected.Count));
        var lacking = Naming.Of(absent);
        return absent.Count == 0
            ? (true, new($"ได้รับครบ {all.Thai} แห่ง", $"all {all.English} received"))
            : (false, new($"ได้รับ {count.Thai} จาก {all.Thai} แห่ง ขาด {lacking.Thai}",
                $"{count.English} of {all.English} received; missing: {lacking.English}"));
    }

    /// <summary>Everybody who has to send something, by name.</summary>
    public static List<(CellValue Sender, string Name)> Expected(IndicatorCase of, ExpectedSenders senders)
    {
        var expected = new List<(CellValue, string)>();
        foreach (var unit in of.Rules.Plan.Units)
            if (senders.Units.Contains(unit.Kind) && (of.District is null || unit.District == of.District))
                expected.Add((new UnitValue(unit.Code), unit.Name.Thai));
        if (senders.Authorities.IsEmpty) return expected;
        var register = of.Rules.Authorities;
        foreach (var authority in register.Authorities)
            if (senders.Authorities.Contains(authority.Kind) && of.Concerns(authority))
                expected.Add((new AuthorityValue(authority.Code), register.DisplayName(authority)));
        return expected;
    }
}
