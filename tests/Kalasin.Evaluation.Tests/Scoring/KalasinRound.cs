using System.Collections.Immutable;

namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>Short words for writing down returns of Kalasin's round by hand.</summary>
internal static class KalasinRound
{
    public static readonly DateOnly EvaluationDate = new(2024, 5, 15);

    public static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    public static readonly ImmutableArray<LocalAuthority> Authorities = Rules.Authorities.Authorities;

    public static Return Reported(string unit, string indicator, params RegisterRow[] rows) =>
        new(UnitCode.Parse(unit), IndicatorNumber.Parse(indicator), ReturnStatus.Reported) { Rows = [.. rows] };

    public static Return Nil(string unit, string indicator) => new(UnitCode.Parse(unit), IndicatorNumber.Parse(indicator), ReturnStatus.Nil);

    public static Return WithFacts(this Return to, params (string Id, object Value)[] facts) => to with { Facts = Values(facts) };

    public static RegisterRow Row(int number, params (string Id, object Value)[] values) => new(number, Values(values));

    public static RegisterRow Faulty(this RegisterRow row) =>
        row with { Faults = [new("KAL2999", Severity.Error, new() { Row = row.Number }, new("ช่องนี้อ่านไม่ได้", "unreadable"), new("โปรดแก้", "mend it"))] };

    public static CellValue Value(object value) => value switch
    {
        CellValue v => v,
        DateOnly v => new DateValue(v),
        decimal v => new NumberValue(v),
        int v => new NumberValue(v),
        bool v => new FlagValue(v),
        LocalAuthority v => new AuthorityValue(v.Code),
        UnitCode v => new UnitValue(v),
        string v when v.StartsWith('#') => new ChoiceValue(v[1..]),
        string v => new TextValue(v),
        _ => throw new ArgumentException($"No cell value of {value.GetType()}.", nameof(value)),
    };

    public static DateOnly Day(int buddhistYear, int month, int day) => new(buddhistYear - 543, month, day);

    public static Scorecard Score(params Return[] returns) => Scorer.Score(Rules, returns, EvaluationDate).Single();

    public static Scorecard Score(Decisions decisions, params Return[] returns) => Scorer.Score(Rules, returns, EvaluationDate, decisions).Single();

    /// <summary>The same rules with one indicator changed.</summary>
    public static AwardRules WithIndicator(string indicator, Func<Indicator, Indicator> change) =>
        WithFramework(f => f with { Indicators = [.. f.Indicators.Select(i => i.Number.Value == indicator ? change(i) : i)] });

    public static AwardRules WithFramework(Func<Framework, Framework> change) => AwardRules.Of(change(Rules.Framework), Rules.Plan).Value!;

    public static AwardRules WithPlan(Func<RoundPlan, RoundPlan> change) => AwardRules.Of(Rules.Framework, change(Rules.Plan)).Value!;

    /// <summary>The same rules with some of the indicators only.</summary>
    public static AwardRules WithOnly(
        IReadOnlyCollection<string> indicators, EntrantKind entrant = EntrantKind.Province, Func<Hosting, Hosting>? hosting = null) =>
        AwardRules.Of(
        Rules.Framework with { Entrant = entrant, Indicators = [.. Rules.Framework.Indicators.Where(i => indicators.Contains(i.Number.Value))] },
        Rules.Plan with { Hosting = [.. Rules.Plan.Hosting.Where(h => indicators.Contains(h.Indicator.Value)).Select(hosting ?? (h => h))] }).Value!;

    /// <summary>A whole round: 90 returns, three registers of 151 authorities.</summary>
    public static IReadOnlyList<Return> Everything()
    {
        var returns = new List<Return>();
        foreach (var (indicator, unit) in Rules.Expected)
            returns.Add(Reported(unit.Value, indicator.Value, Rows(indicator.Value, unit)) is var r && indicator.Value == "9" && unit.Value == "FIN"
            ? r.WithFacts(("guidance", Day(2566, 10, 2)), ("summary", Day(2567, 2, 1)), ("governor", Day(2567, 2, 27)))
            : r);
        return returns;
    }

    private static RegisterRow[] Rows(string indicator, UnitCode unit) => indicator switch
    {
        "1" =>
            [.. Enumerable.Range(1, 12).Select(n => Row(
                n, ("committee", "#sao"), ("case", $"ว-{n:000}"), ("received", Day(2566, 10, 1).AddDays(20 * n)),
                ("resolved", Day(2566, 11, 1).AddDays(20 * n + 10 * (n % 7))), ("resolution", n % 4 == 0 ? "#inquiry" : "#final")))],
        "2" =>
            [.. Authorities.Select((a, i) => Row(
                i + 1, ("district", a.District?.Name ?? "-"), ("authority", a), ("status", i % 5 == 0 ? "#under-way" : "#done"), ("place", "วัด")))],
        "11" => [.. Authorities.Select((a, i) => Row(i + 1, ("district", a.District?.Name ?? "-"), ("authority", a), ("score", 80m + i % 20), ("level", "A")))],
        "12" =>
            [.. Authorities.Select(
                (a, i) => Row(i + 1, ("district", a.District?.Name ?? "-"), ("authority", a), ("reported", i % 9 != 0), ("date", Day(2567, 4, 3))))],
        "3" or "4" or "5" =>
            [.. Enumerable.Range(1, 3).Select(n => Row(
                n, ("date", Day(2566, 12, n)), ("title", n == 1 ? "ประชุมศูนย์ปฏิบัติการร่วม ครั้งที่ 1" : $"กิจกรรมที่ {n} ของ {unit}"),
                ("place", "ศาลากลางจังหวัดกาฬสินธุ์"), ("category", "#meeting"), ("stage", "#upstream"), ("outcome", "แล้วเสร็จ")))],
        "6" =>
            [.. Enumerable.Range(1, 12).Select(n => Row(
                n, ("date", Day(2567, 1, n)), ("title", $"ข่าวที่ {(n + 2) / 3}"),
                ("channel", (n % 3) switch { 0 => "#line", 1 => "#province-website", _ => "#dla-website" })))],
        "7" =>
            [.. Enumerable.Range(1, 4).Select(
                n => Row(n, ("date", Day(2567, 2, n)), ("title", $"กิจกรรมสวัสดิการ {n}"), ("aspect", n % 2 == 0 ? "#welfare" : "#morale")))],
        "8" =>
            [.. Enumerable.Range(1, 1 + unit.Value[^1] % 5).Select(
                n => Row(n, ("innovation", "น-01"), ("name", "นวัตกรรม"), ("step", $"#{n}"), ("action", "ทำแล้ว"), ("evidence", "หนังสือ")))],
        "9" when unit.Value == "FIN" => [.. Rules.Plan.Units.Where(u => u.Kind == UnitKind.DistrictOffice).Select(u => (CellValue)new UnitValue(u.Code))
            .Concat(Authorities.Where(a => a.Kind is AuthorityKind.Pao or AuthorityKind.City or AuthorityKind.Town).Select(a => new AuthorityValue(a.Code)))
            .Select((s, i) => Row(i + 1, ("sender", s), ("received", Day(2566, 12, 1)), ("state", "#complete")))],
        "9" => [Row(1, ("sender", unit), ("received", Day(2566, 12, 1)), ("state", "#complete"))],
        "10" =>
        [
            Row(1, ("case", "ร-01"), ("received", Day(2567, 1, 9)), ("status", "#found")),
            Row(2, ("case", "ร-02"), ("received", Day(2567, 1, 10)), ("status", "#pending")),
        ],
        _ => throw new ArgumentException(indicator, nameof(indicator)),
    };

    private static ValuesById Values((string Id, object Value)[] values) =>
        ValuesById.Of(values.Select(v => KeyValuePair.Create(v.Id, Value(v.Value))));
}
