namespace Kalasin.Evaluation.Rounds;

/// <summary>When an entrant was complete.</summary>
internal static class Completion
{
    /// <summary>
    /// Day on which the last of an entrant's returns that count came, in Bangkok; <see langword="null"/> while one is owed. An entrant that owes none, because judges score all of it, is
    /// complete with the last of their scores; where it owes some, it isn't the judges who say how soon it reported.
    /// </summary>
    public static DateOnly? Of(RoundState state, AwardRules rules, string entrant)
    {
        List<(IndicatorNumber Indicator, UnitCode Unit)> owed = [.. rules.Expected.Where(IsItsOwn)];
        return LastOf(state, owed.Count > 0 ? owed : rules.Judged.Where(IsItsOwn));

        bool IsItsOwn((IndicatorNumber Indicator, UnitCode Unit) of) => rules.Framework.Entrant != EntrantKind.Unit || of.Unit.Value == entrant;
    }

    private static DateOnly? LastOf(RoundState state, IEnumerable<(IndicatorNumber Indicator, UnitCode Unit)> asked)
    {
        DateOnly? last = null;
        foreach (var (indicator, unit) in asked)
        {
            if (state.Current(unit, indicator) is { ReceivedAt: var at })
            {
                var day = BangkokTime.Date(at);
                if (last is not { } before || day > before) last = day;
            }
            else if (!state.IsExcused(unit, indicator)) return null;
        }
        return last;
    }
}
