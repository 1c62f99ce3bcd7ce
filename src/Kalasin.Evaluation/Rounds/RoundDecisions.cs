namespace Kalasin.Evaluation.Rounds;

internal sealed partial record RoundState
{
    /// <summary>Stands for words that were erased or are lost.</summary>
    private const string Gone = "ไม่มีข้อความเหตุผลในระบบแล้ว";

    /// <summary>The vault objects that <see cref="DecisionsWith"/> needs the words of.</summary>
    internal IEnumerable<ContentHash> ReasonsOfDecisions => Rulings == ContentHash.Zero
        ? []
        : Excuses.Values.Concat(ExcludedReturns.Values).Concat(ExcludedRows.Values).Concat(Duplicates.Values.Select(d => d.By))
            .Concat(Disagreements.Values.Select(d => d.By)).Concat(Assessments.Values.Select(a => a.By)).Concat(JumpReasons.Values.Select(j => j.Given))
            .Select(r => r.Text).OfType<ContentHash>().Where(text => !Erased.ContainsKey(text)).Distinct();

    /// <summary>What scores are computed with: the decisions that hold, each about the current version of what it is about.</summary>
    /// <param name="words">What was said in free text, by its name in the vault.</param>
    internal Decisions DecisionsWith(IReadOnlyDictionary<ContentHash, string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(
            [.. InOrder(ExcludedReturns.Where(e => IsCurrent(e.Key)), e => e.Value).Select(e => By(new ExcludedReturn(e.Key.Unit, e.Key.Indicator, Why(e.Value)), e.Value))],
            [
                .. InOrder(Duplicates, d => d.Value.By)
                    .Select(d => By(new DuplicateDecision(d.Key.Indicator, d.Key.First, d.Key.Second, d.Value.Same, Why(d.Value.By)), d.Value.By)),
            ])
        {
            ExcludedRows = [.. InOrder(ExcludedRows, e => e.Value).Select(e => By(new RuledOutRow(e.Key.Indicator, e.Key.Row, Why(e.Value)), e.Value))],
            Disagreements =
            [
                .. InOrder(Disagreements.Where(d => DisagreementOn(d.Key) is not null), d => d.Value.By)
                    .Select(d => By(new DisagreementDecision(d.Key, d.Value.Counts, Why(d.Value.By)), d.Value.By)),
            ],
            Excused = [.. InOrder(Excuses, e => e.Value).Select(e => By(new ExcusedUnit(e.Key.Unit, e.Key.Indicator, Why(e.Value)), e.Value))],
            Assessments =
            [
                .. InOrder(Assessments, a => a.Value.By).Select(a => By(new Assessment(a.Key.Indicator, a.Key.Entrant, a.Value.Score, Why(a.Value.By)), a.Value.By)),
            ],
            Jumps =
            [
                .. InOrder(JumpReasons.Where(j => JumpReasonOf(j.Key.Unit, j.Key.Indicator) is not null), j => j.Value.Given)
                    .Select(j => By(new ExplainedJump(j.Key.Unit, j.Key.Indicator, Why(j.Value.Given)), j.Value.Given)),
            ],
        };

        bool IsCurrent((UnitCode Unit, IndicatorNumber Indicator, int Version) of) => Current(of.Unit, of.Indicator)?.Version == of.Version;
        string Why(Ruled ruled) => ruled.Text is { } text ? words.GetValueOrDefault(text, Gone) : "";
        T By<T>(T ruling, Ruled ruled) where T : Ruling => ruling with { By = ruled.By.RoleName };
        IEnumerable<T> InOrder<T>(IEnumerable<T> decided, Func<T, Ruled> by) => decided.OrderBy(d => by(d).Number);
    }
}
