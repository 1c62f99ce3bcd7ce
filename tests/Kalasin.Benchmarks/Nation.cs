using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Benchmarks;

/// <summary>What one province of the nation reported.</summary>
internal sealed record NationProvince(AwardRules Rules, ImmutableArray<Return> Returns)
{
    public int Rows => Returns.Sum(r => r.Rows.Length);
}

/// <summary>
/// The award of 2567 in all 76 provinces, under the plan that ships for each: every local authority has a row in each register of authorities, every count has a
/// hundred activities, there are cases and an innovation. Made by arithmetic, so that every run has the same.
/// </summary>
internal static class Nation
{
    public const int Activities = 100, Cases = 16;

    private static readonly DateOnly Start = new(2023, 10, 1);

    /// <summary>All provinces.</summary>
    /// <param name="times">How often each count's activities: rows grow with it, provinces don't.</param>
    public static ImmutableArray<NationProvince> Make(int times = 1)
    {
        var framework = BuiltInFrameworks.Get("dla-2567");
        return [.. Province.All.Select((p, at) => Of(AwardRules.For(framework, p.Code), at, times))];
    }

    /// <summary>One province.</summary>
    /// <param name="rules">Its rules.</param>
    /// <param name="at">Its place among the provinces; what it reports depends on it.</param>
    /// <param name="times">As above.</param>
    public static NationProvince Of(AwardRules rules, int at, int times)
    {
        var returns = ImmutableArray.CreateBuilder<Return>();
        foreach (var indicator in rules.Framework.Indicators)
        {
            var hosts = rules.HostingOf(indicator.Number).Hosts;
            var rows = RowsOf(rules, indicator.Number.Value, at, times).ToList();
            for (var host = 0; host < hosts.Length; host++)
            {
                var own = rows.Where((_, i) => i % hosts.Length == host).Select((values, i) => new RegisterRow(i + 1, values)).ToImmutableArray();
                returns.Add(new Return(hosts[host], indicator.Number, own.IsEmpty ? ReturnStatus.Nil : ReturnStatus.Reported) { Rows = own });
            }
        }
        return new(rules, returns.ToImmutable());
    }

    private static IEnumerable<ValuesById> RowsOf(AwardRules rules, string indicator, int at, int times)
    {
        var authorities = rules.AuthoritiesOn(new(2024, 3, 31)).Authorities;
        return indicator switch
        {
            "1" => Enumerable.Range(0, Cases).Select(i => Row(
                ("committee", new ChoiceValue(i % 2 == 0 ? "municipal" : "sao")), ("case", new TextValue($"{at + 1}-{i + 1}/2567")), ("received", Day(5 * i)),
                ("resolved", Day(5 * i + 60 + 7 * ((i + at) % 6))), ("resolution", new ChoiceValue("final")))),
            "2" => authorities.Select((a, i) => Row(
                ("authority", new AuthorityValue(a.Code)), ("status", new ChoiceValue((i * 7 + at) % 10 < 5 + at % 5 ? "done" : "under-way")), ("place", new TextValue("ศาลาประชาคม")))),
            "3" or "4" or "5" or "6" or "7" => Enumerable.Range(0, Activities * times).Select(i => Activity(indicator, i % 25 == 24 ? i - 1 : i, at)),
            "8" => Enumerable.Range(1, 5).Select(step => Row(
                ("innovation", new TextValue("ระบบติดตาม")), ("step", new ChoiceValue($"{step}")), ("action", new TextValue("ดำเนินการแล้ว")), ("evidence", new TextValue("๑")))),
            "11" => authorities.Select((a, i) => Row(("authority", new AuthorityValue(a.Code)), ("score", new NumberValue(70 + (i * 13 + at * 5) % 31 - (i % 4) * 0.25m)))),
            "12" => authorities.Select((a, i) => Row(("authority", new AuthorityValue(a.Code)), ("reported", new FlagValue((i * 3 + at) % 20 < 12 + at % 8)))),
            _ => [],
        };
    }

    /// <summary>One in 25 says the same as the one before.</summary>
    private static ValuesById Activity(string indicator, int i, int at)
    {
        var title = new TextValue($"ประชุมชี้แจงแนวทาง ครั้งที่ {i + 1} เรื่องที่ {indicator}");
        return indicator switch
        {
            "6" => Row(("date", Day(i + at)), ("title", title), ("channel", new ChoiceValue(i % 2 == 0 ? "line" : "province-website"))),
            "7" => Row(("date", Day(i + at)), ("title", title), ("aspect", new ChoiceValue((i % 3) switch { 0 => "welfare", 1 => "morale", _ => "workplace" }))),
            _ => Row(("date", Day(i + at)), ("title", title), ("place", new TextValue($"หอประชุมอำเภอ {i % 9 + 1}")), ("category", new ChoiceValue("other"))),
        };
    }

    private static DateValue Day(int after) => new(Start.AddDays(after % 240));

    private static ValuesById Row(params ReadOnlySpan<(string Column, CellValue Value)> cells)
    {
        var values = new Dictionary<string, CellValue>(StringComparer.Ordinal);
        foreach (var (column, value) in cells) values.Add(column, value);
        return ValuesById.Of(values);
    }
}
