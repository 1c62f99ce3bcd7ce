using System.Collections.Immutable;

namespace Kalasin.Evaluation.Scoring;

/// <summary>A decision in words: what pages, reports and answers say of it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="What">What was decided.</param>
/// <param name="Why">The reason, without names of persons.</param>
/// <param name="By">In what role; <see langword="null"/> when that isn't said.</param>
internal sealed record Decided(DecidedKind Kind, BilingualText What, string Why, BilingualText? By)
{
    /// <summary>Decisions on one indicator that are told one by one.</summary>
    private const int Most = 200;

    private Decided(DecidedKind kind, BilingualText what, Ruling ruling) : this(kind, what, ruling.Shown, ruling.By) { }

    /// <summary>The unit that is excused and hasn't reported. Default: none.</summary>
    public UnitCode? Absent { get; init; }

    /// <summary>All of it in a sentence.</summary>
    public BilingualText Sentence
    {
        get
        {
            var (thai, english) = (What.Thai, What.English);
            if (Why.Length > 0) (thai, english) = ($"{thai} เหตุผล: {ThaiNumerals.ToThaiInProse(Why)}", $"{english}; reason: {Why}");
            return By is { } by ? new($"{thai} (โดย{by.Thai})", $"{english} (by the {by.English})") : new(thai, english);
        }
    }

    /// <summary>Everything that was decided about an indicator, by kind and in the plan's order of units, whatever the order in which it was decided.</summary>
    public static ImmutableArray<Decided> Of(IndicatorCase of, HostReturns answers)
    {
        var all = All(of, answers).ToList();
        if (all.Count <= Most) return [.. all];
        var rest = ThaiNumerals.Number(all.Count - Most);
        return
        [
            .. all.Take(Most),
            new(DecidedKind.More, new($"และอีก {rest.Thai} เรื่อง ซึ่งอยู่ในบันทึกของรอบ", $"and {rest.English} more, which are in the round's log"), "", null),
        ];
    }

    private static IEnumerable<Decided> All(IndicatorCase of, HostReturns answers)
    {
        foreach (var host in of.Hosts)
            if (of.Rulings.Excused(host.Code) is { } excuse) yield return Excuse(host, excuse, answers);
        foreach (var (excluded, ruling) in answers.Excluded)
        {
            var name = of.NameOf(excluded.Unit);
            yield return new(DecidedKind.Return, new($"ไม่นำรายงานของ{name.Thai}มาคิด", $"the return of {name.English} does not count"), ruling);
        }
        var rows = RuledRows.Of(of, answers);
        foreach (var ruling in rows.InOrder(of.Rulings.Rows, r => r.Row))
        {
            var name = rows.NameOf(ruling.Row);
            yield return new(DecidedKind.Row, new($"ไม่นับ{name.Thai}", $"{name.English} does not count"), ruling);
        }
        foreach (var verdict in rows.InOrder(of.Rulings.Duplicates.All, d => d.First, d => d.Second))
        {
            var (one, other) = (rows.NameOf(verdict.First), rows.NameOf(verdict.Second));
            yield return new(DecidedKind.Duplicates, verdict.Same
                ? new($"{one.Thai} กับ{other.Thai} เป็นเรื่องเดียวกัน นับครั้งเดียว", $"{one.English} and {other.English} are the same and count once")
                : new($"{one.Thai} กับ{other.Thai} เป็นคนละเรื่อง นับแยกกัน", $"{one.English} and {other.English} are different and both count"), verdict);
        }
        if (of.Rulings.Settled is { } settled)
        {
            var name = of.NameOf(settled.Counts);
            yield return new(DecidedKind.Disagreement, new(
                $"กรณีหน่วยงานเจ้าภาพร่วมรายงานไม่ตรงกัน ให้ใช้รายงานของ{name.Thai}", $"where the joint hosts disagree, the return of {name.English} counts"), settled);
        }
        if (of.Rulings.Assessed is { } assessed)
        {
            var score = ScoreDisplay.Points(assessed.Score);
            yield return new(DecidedKind.Assessment, new($"ประเมินให้ {score.Thai} คะแนน", $"the score that a person gives is {score.English}"), assessed);
        }
    }

    private static Decided Excuse(ReportingUnit host, ExcusedUnit excuse, HostReturns answers)
    {
        var (thai, english) = ($"ยกเว้นการรายงานของ{host.Name.Thai}", $"{host.Name.English} need not report");
        return answers.Excused.Contains(host)
            ? new(DecidedKind.Excuse, new(thai, english), excuse) { Absent = host.Code }
            : new(DecidedKind.Excuse, new($"{thai} (ได้รับรายงานแล้ว)", $"{english} (it has reported)"), excuse);
    }
}

/// <summary>What a decision is about.</summary>
internal enum DecidedKind
{
    /// <summary>A unit that need not report.</summary>
    Excuse,

    /// <summary>A return that doesn't count.</summary>
    Return,

    /// <summary>A row that doesn't count.</summary>
    Row,

    /// <summary>Two rows that look alike.</summary>
    Duplicates,

    /// <summary>Whose answer counts.</summary>
    Disagreement,

    /// <summary>A person's score.</summary>
    Assessment,

    /// <summary>Others that aren't told one by one.</summary>
    More,
}
