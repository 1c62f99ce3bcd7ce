namespace Kalasin.Evaluation.Scoring;

/// <summary>What the return of one host says by itself, whatever the others reported.</summary>
internal static class OwnMeasurement
{
    /// <summary>The measurement of one return.</summary>
    /// <param name="rules">Rules to measure by.</param>
    /// <param name="answer">A host's return.</param>
    /// <param name="evaluationDate">Day "overdue" and "not yet due" are judged on.</param>
    /// <param name="decisions">What people decided.</param>
    public static Measurement Of(AwardRules rules, Return answer, DateOnly evaluationDate, Decisions decisions)
    {
        var of = new IndicatorCase(rules, rules.Framework[answer.Indicator], rules.Plan.Find(answer.Unit), evaluationDate, decisions);
        return Merging.Of(of, HostReturns.Of(of, [answer]));
    }
}
