namespace Kalasin.Evaluation.Rounds;

/// <summary>When an entrant was complete.</summary>
internal static class Completion
{
    /// <summary>Day on which the last of an entrant's returns that count came, in Bangkok; <see langword="null"/> while one is owed.</summary>
    public static DateOnly? Of(RoundState state, AwardRules rules, string entrant)
    {
        DateOnly? last = null;
        foreach (var (indicator, unit) in rules.Expected)
        {
            if (rules.Framework.Entrant == EntrantKind.Unit && unit.Value != entrant) continue;
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
