using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Localities;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// Tables over a population of local authorities: by district, by kind, then by name those that don't meet the indicator and those
/// nobody spoke of.
/// </summary>
internal sealed class PopulationTables
{
    private readonly AuthorityRegister register;
    private readonly SharedCells cells;
    private readonly ImmutableArray<LocalAuthority> members;
    private readonly HashSet<AuthorityCode> met;
    private readonly HashSet<AuthorityCode> known;
    private readonly HashSet<string> excused;

    private PopulationTables(ReportContent report, Population population, Measurement measurement)
    {
        (register, cells) = (report.Rules.AuthoritiesOn(population.On), report.Cells);
        var exempt = Codes(measurement.Excluded.Where(e => e.Why == ExclusionReason.NotYetDue).Select(e => e.Row), 0);
        members = [.. register.Authorities.Where(a =>
            (population.Kinds.IsEmpty || population.Kinds.Contains(a.Kind)) && report.Concerns(a) && !exempt.Contains(a.Code))];
        met = Codes(measurement.Counted, members.Length);
        excused = [.. measurement.Excused];
        known = Codes(measurement.Counted.Concat(measurement.NotMet.Concat(measurement.Excluded).Select(e => e.Row)), members.Length);

        HashSet<AuthorityCode> Codes(IEnumerable<RowReference> rows, int expected)
        {
            var codes = new HashSet<AuthorityCode>(expected);
            foreach (var row in rows)
                if (row.Row[population.Key] is AuthorityValue authority) codes.Add(authority.Code);
            return codes;
        }
    }

    public static IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Population population, Measurement measurement)
    {
        var tables = new PopulationTables(report, population, measurement);
        yield return tables.ByDistrict() with { Caption = $"{indicator.ShortText.Thai}: ผลจำแนกตามอำเภอ" };
        yield return tables.ByKind() with { Caption = $"{indicator.ShortText.Thai}: ผลจำแนกตามประเภท อปท." };
        foreach (var list in tables.Lists(indicator)) yield return list.InAParagraph;
    }

    /// <summary>Those that don't meet the indicator, those nobody spoke of, and those that nobody need.</summary>
    public static IEnumerable<NameList> Lists(ReportContent report, Indicator indicator, Population population, Measurement measurement) =>
        new PopulationTables(report, population, measurement).Lists(indicator);

    private IEnumerable<NameList> Lists(Indicator indicator) => new[]
    {
        Named("อปท. ที่ยังไม่เป็นไปตามตัวชี้วัด", "not-met", a => known.Contains(a) && !met.Contains(a)),
        Named("อปท. ที่ยังไม่มีข้อมูล", "unknown", a => !known.Contains(a) && !IsExcused(a)),
        Named("อปท. ที่ไม่มีข้อมูลเพราะหน่วยงานได้รับยกเว้นการรายงาน", "excused", IsExcused),
    }.Where(l => !l.Names.IsEmpty).Select(l => l with { Anchor = $"names-{indicator.Number}-{l.Anchor}" });

    /// <summary>The share of each district on a map; <see langword="null"/> where that is unknown, or says nothing because all are alike.</summary>
    public static TileMap? Map(ReportContent report, Indicator indicator, Population population, Measurement measurement, Language language = Language.Thai) =>
        new PopulationTables(report, population, measurement).Map(indicator.ShortText, language);

    private bool IsExcused(AuthorityCode authority) => register.Get(authority) is { } found && excused.Contains(register.DisplayName(found));

    private Table ByDistrict() => Table("อำเภอ",
    [
        .. members.Select(a => a.District).OfType<District>().Distinct().Select(d => Share(d.Name, a => a.District?.Name == d.Name)),
        .. members.Where(a => a.District is null).Select(a => a.Kind).Distinct().Select(k => Share(k.FullName().Thai, a => a.District is null && a.Kind == k)),
    ]);

    private TileMap? Map(BilingualText indicator, Language language)
    {
        var places = members.Select(a => a.District).OfType<District>().Distinct().Select(d => (District: d, At: DistrictTiles.Of(d))).ToList();
        if (places.Count < 2 || places.Exists(p => p.At is null)) return null;
        var tiles = places.Select(p => new Tile(p.At!.Value.Row, p.At.Value.Column, p.District.NameIn(language), ShareOf(p.District))).ToImmutableArray();
        return tiles.Select(t => t.Value).Distinct().Count() < 2 ? null : new(
            new BilingualText($"{indicator.Thai}: ร้อยละของ อปท. ที่เป็นไปตามตัวชี้วัด จำแนกตามอำเภอ", $"{indicator.English}: per cent of local authorities that meet it, by district").In(language),
            new BilingualText("ร้อยละ", "per cent").In(language), 100, tiles) { Language = language };
    }

    private decimal ShareOf(District district)
    {
        var (all, meet, _) = Counted(a => a.District?.Code == district.Code);
        return meet * 100m / all;
    }

    private Table ByKind() =>
        Table("ประเภท อปท.", [.. members.Select(a => a.Kind).Distinct().OrderBy(k => k).Select(k => Share(k.FullName().Thai, a => a.Kind == k))]);

    private Table Table(string head, ImmutableArray<TableRow> rows) => new(
        [new(4), new(2, Alignment.Center), new(2, Alignment.Center), new(2, Alignment.Center), new(2, Alignment.Center)],
        [TableRow.Of(head, "ทั้งหมด (แห่ง)", "เป็นไปตามตัวชี้วัด (แห่ง)", "ร้อยละ", "ไม่มีข้อมูล (แห่ง)")],
        [.. rows, Share("รวม", _ => true) with { Emphasis = true }]);

    private TableRow Share(string name, Func<LocalAuthority, bool> isIn)
    {
        var (all, meet, unknown) = Counted(isIn);
        return cells.NamedRow(
            name, Printed.Number(all), Printed.Number(meet), all == 0 ? Printed.None : Printed.Percentage(meet * 100m / all), Printed.Number(unknown));
    }

    private (int All, int Met, int Unknown) Counted(Func<LocalAuthority, bool> isIn)
    {
        var (all, meet, unknown) = (0, 0, 0);
        foreach (var member in members)
        {
            if (!isIn(member)) continue;
            all++;
            if (met.Contains(member.Code)) meet++;
            if (!known.Contains(member.Code)) unknown++;
        }
        return (all, meet, unknown);
    }

    private NameList Named(string what, string anchor, Func<AuthorityCode, bool> isIn) => new(
        what, anchor, [.. members.Where(a => isIn(a.Code)).Select(a => (a.District?.Name ?? "ทั้งจังหวัด", ThaiNumerals.ToThai(register.DisplayName(a))))]);
}
