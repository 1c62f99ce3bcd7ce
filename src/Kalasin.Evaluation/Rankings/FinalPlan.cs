using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Frameworks.Reading;
using static Kalasin.Evaluation.Rankings.RankingFindings;

namespace Kalasin.Evaluation.Rankings;

/// <summary>
/// The plan of a final, made of the ranking that opens it and of the plan by which the province ran the screening: the office and its own units stay, who entered reports
/// on everything, and each entry says of which ranking it is. What a ranking can't say, the day to report by, is assumed.
/// </summary>
internal static class FinalPlan
{
    /// <summary>The plan, checked as any is; or findings.</summary>
    /// <param name="final">The framework that is entered.</param>
    /// <param name="field">The ranking that decides.</param>
    /// <param name="screening">The plan of the province that runs the final.</param>
    /// <param name="revision">Revision of the plan.</param>
    public static RulesResult<RoundPlan> Of(Framework final, RankedField field, RoundPlan screening, int revision)
    {
        if (final.Entry?.Framework != field.Framework.Id || screening.Framework != field.Framework.Id)
            return Not(NotEntered.At(Place.Nowhere, final.Id.Value, field.Framework.Id.Value));
        ImmutableArray<RankedEntrant> entering = field.Ranking.Rows.IsEmpty ? [] : field.Ranking.Entering(final);
        if (final.Entrant == EntrantKind.Province) entering = [.. entering.Where(e => e.Scorecard.Entrant == screening.Province)];
        if (entering.IsEmpty) return Not(NobodyEnters.At(Place.Nowhere, final.Id.Value));
        if (entering.Length > JsonParser.MaxItems) return Not(JsonFindings.TooManyItems.At(Place.At("/units"), ThaiNumerals.Number(JsonParser.MaxItems)));
        var kind = screening.Units.FirstOrDefault(u => screening.Hosting.Any(h => h.Hosts.Contains(u.Code)))?.Kind ?? UnitKind.WorkGroup;
        var own = final.Entrant == EntrantKind.Unit ? EntrantsOf(screening) : [];
        ImmutableArray<ReportingUnit> entrants = final.Entrant == EntrantKind.Unit ? [.. entering.Select(e => UnitOf(e, field, screening, kind, final))] : [];
        if (entrants.GroupBy(u => u.Code).FirstOrDefault(u => u.Skip(1).Any()) is { } same)
            return Not(EntrantsAlike.At(Place.Nowhere, same.First().Name, same.Last().Name, same.Key.Value));
        var hosts = entrants.IsEmpty ? [screening.Collector] : entrants.Select(u => u.Code).ToImmutableArray();
        var source = new RuleSource(SourceKind.Office, $"ผลการจัดลำดับ{ThaiNumerals.ToThaiInProse(field.Framework.Title.Thai)} ณ วันที่ {ThaiDate.Long(field.AsOf)}");
        var due = final.FinalDeadline.Date.AddDays(screening.InternalDeadline.Date.DayNumber - field.Framework.FinalDeadline.Date.DayNumber);
        var plan = screening with
        {
            Id = RoundId.Parse($"{screening.Province}-{final.Id}"), Revision = revision, Framework = final.Id, EvaluationDate = null, OpenChoices = [], Memo = RoundPlan.NoMemo,
            Units = [.. screening.Units.Where(u => !own.Contains(u.Code) || (u.Code == screening.Collector && !hosts.Contains(u.Code))), .. entrants],
            Lists = [.. screening.Lists.Where(l => final.Lists.Any(of => of.Id == l.List))],
            Classes = [.. screening.Classes.Where(c => final.Classes.Any(of => of.Id == c.Class))],
            Hosting = [.. final.Indicators.Select(i => new Hosting(i.Number, hosts, hosts[0], source, source))],
            InternalDeadline = screening.InternalDeadline with { Date = due, Source = new(SourceKind.Assumed, Note: "นับก่อนกำหนดส่งเท่ากับรอบคัดกรอง จังหวัดยังไม่ได้กำหนด") },
        };
        return RoundPlanReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(RulesWriter.ToJson(plan))));
    }

    /// <summary>Who was scored in the screening of the province.</summary>
    private static HashSet<UnitCode> EntrantsOf(RoundPlan screening) => [.. screening.Hosting.SelectMany(h => h.Hosts)];

    /// <summary>A unit of the province as its plan has it; of another province by its code with the province's, and the name that the ranking gives it.</summary>
    private static ReportingUnit UnitOf(RankedEntrant entrant, RankedField field, RoundPlan screening, UnitKind kind, Framework final)
    {
        var (province, code) = (field.EntryOf(entrant).Province, entrant.Scorecard.Entrant);
        if ($"{province.Code}-" is var mark && code.StartsWith(mark, StringComparison.Ordinal)) code = code[mark.Length..];
        if (province.Code == screening.Province && UnitCode.TryParse(code, out var known) && screening.Find(known) is { } unit) return WithClasses(unit, unit.Classes, final);
        var name = entrant.Scorecard.EntrantName;
        var own = UnitCode.TryParse(EntrantNames.DistrictOf(province, code) is null ? $"{province.Code}{code}" : code, out var made) ? made : UnitCode.Parse(province.Code);
        return WithClasses(new(own, name, name, kind), field.EntryOf(entrant).Classes, final);
    }

    private static ReportingUnit WithClasses(ReportingUnit unit, ImmutableArray<EntrantClass> classes, Framework final) =>
        unit with { Classes = [.. classes.Where(c => final.Classes.Any(of => of.Id == c.Class && of.Options.Any(o => o.Id == c.Is)))] };

    /// <summary>No plan, and why.</summary>
    public static RulesResult<RoundPlan> Not(Finding why) => RulesResult<RoundPlan>.Of([why], () => null!);
}
