using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Scoring.Totals;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>Subtotals of groups, what bonuses and penalties do, the total, and what an entrant has to reach: as the framework says, or as a weighted mean.</summary>
internal sealed class TotalLines(LiveSheet sheet, ReportContent report, RuleCells rules, PrintedSources sources, List<ScoreLine> lines)
{
    /// <summary>Largest whole number up to which programs hold every one exactly: some 2^53.</summary>
    private const string Exactly = "9E15";

    private readonly Framework framework = report.Rules.Framework;
    private readonly Scorecard card = report.Card;
    private readonly Dictionary<string, (Spot Points, Spot Full, Spot Weight)> groups = new(StringComparer.Ordinal);
    private readonly Spot counted = new();
    private readonly Spot full = new();
    private readonly Spot bonus = new();
    private readonly Spot penalty = new();
    private readonly Spot total = new();

    private bool IsPoints => framework.Total?.Kind == TotalKind.Points;

    private bool HasRoles => lines.Any(l => l.Indicator.Role is not null);

    public void Place()
    {
        var parts = TotalParts.Of(framework, card.Scores);
        if (!framework.Groups.IsEmpty) Groups();
        if (framework.Groups.Any(g => g.Weight is not null)) OfGroups(parts);
        else if (IsPoints || HasRoles) Plain(parts);
        else Exact(parts);
        if (HasRoles)
        {
            Line("คะแนนเพิ่ม", Number(parts.Bonus), () => Extra(IndicatorRole.Bonus, framework.Total?.MostBonus, "คะแนนเพิ่มรวมไม่เกิน"), bonus);
            Line("คะแนนหัก", Number(parts.Penalty), () => Extra(IndicatorRole.Penalty, framework.Total?.MostPenalty, "คะแนนหักรวมไม่เกิน"), penalty);
        }
        var provisional = card.Provisional ? " (ชั่วคราว)" : "";
        Line($"คะแนนรวม{provisional}", ResultLines.Result(card.Total, CellStyle.Total), Total, total);
        Line($"คิดเป็นร้อยละของคะแนนเต็ม{provisional}", ResultLines.Result(card.TotalOf100, CellStyle.Total), OfHundred, null);
        Line("คะแนนรวมที่ระบบคำนวณ", ResultLines.Result(card.Total, CellStyle.Data), null, null);
        Requirements();
        sheet.Across("คะแนนที่ระบบคำนวณเป็นค่าคงที่ ใช้เทียบกับผลของสูตร เมื่อเปลี่ยนค่าในแผ่นเกณฑ์หรือในทะเบียน ผลของสูตรจะเปลี่ยนตาม", CellStyle.Note);
    }

    private void Groups()
    {
        foreach (var (group, result) in framework.Groups.Zip(card.Groups))
        {
            var own = lines.Where(l => group.Indicators.Contains(l.Indicator.Number)).ToList();
            var (points, fullOf, weight) = groups[group.Id] = (new(), new(), new());
            var share = group.Weight is { } w ? rules.Of(null, $"น้ำหนักของด้าน{group.Name.Thai}", RuleCells.Number(w.Value), sources.Of(w.Source)) : null;
            Func<string?> sum = () => $"IF({Weights(own)}=0,\"\",{(IsPoints ? $"{Shares(own)}{(share is null ? "" : $"*{share.There}/{Weights(own)}")}" : $"{Products(own)}/{Weights(own)}")})";
            Func<string?> most = () => IsPoints ? share is null ? FullOrFive(own, Weights(own)) : $"IF({Weights(own)}=0,{Scale.Levels},{share.There})" : FullOrFive(own, $"{Fulls(own)}/{Weights(own)}");
            Line($"ด้าน{group.Name.Thai}", ResultLines.Result(result.Points, CellStyle.Result), own.Count == 0 ? null : sum, points);
            Line($"ด้าน{group.Name.Thai}: คะแนนเต็ม", Number(result.FullScore), own.Count == 0 ? null : most, fullOf);
            Line($"ด้าน{group.Name.Thai}: น้ำหนัก", Number(result.Weight), () => $"IF(ISNUMBER({points.Here}),{share?.There ?? "0"},0)", weight);
        }
    }

    /// <summary>The total of groups that have weights of their own; one of which nothing is scored is in no sum.</summary>
    private void OfGroups(TotalParts parts)
    {
        string Each(Func<(Spot Points, Spot Full, Spot Weight), string> term) => string.Join('+', groups.Values.Select(g => $"IF(ISNUMBER({g.Points.Here}),{term(g)},0)"));
        var weights = Each(g => g.Weight.Here);
        var some = $"COUNT({string.Join(',', groups.Values.Select(g => g.Points.Here))})=0";
        Base(parts, () => IsPoints ? $"IF({some},\"\",{Each(g => g.Points.Here)})" : $"IF({some},\"\",({Each(g => $"{g.Weight.Here}*{g.Points.Here}")})/({weights}))",
            () => IsPoints ? $"IF({some},{Scale.Levels},{Each(g => g.Full.Here)})" : $"IF({some},{Scale.Levels},({Each(g => $"{g.Weight.Here}*{g.Full.Here}")})/({weights}))");
    }

    private void Plain(TotalParts parts)
    {
        var counting = lines.Where(l => l.Indicator.Role is null).ToList();
        if (counting.Count == 0) Base(parts, null, null);
        else Base(parts, () => $"IF({Weights(counting)}=0,\"\",{(IsPoints ? Shares(counting) : $"{Products(counting)}/{Weights(counting)}")})",
            () => FullOrFive(counting, IsPoints ? Weights(counting) : $"{Fulls(counting)}/{Weights(counting)}"));
    }

    /// <summary>
    /// Σ(W·S)/ΣW over a common denominator, so that it is divided once; where that is too large for whole numbers to be exact, the mean of the
    /// scores as they are.
    /// </summary>
    private void Exact(TotalParts parts)
    {
        string Of(Func<ScoreLine, Spot> part) => Spot.Range(part(lines[0]), part(lines[^1]));
        Spot sum = new(), common = new();
        var (weights, above, below) = (Of(l => l.Weight), Of(l => l.Above), Of(l => l.Below));
        // Weights in hundredths are whole; so are those with two decimals that somebody tries.
        var whole = $"ROUND({weights}*100,6)";
        Line("ผลรวมน้ำหนัก", Number(card.Scores.Sum(s => s.Weight)), () => $"SUM({weights})", sum);
        Line("ส่วนร่วมของคะแนน (ค.ร.น.)", Number(Common()), () => $"IFERROR(LCM({below}),0)", common);
        Base(
            parts,
            () => $"IF({sum.Here}=0,\"\",IF(AND({common.Here}>0,{common.Here}*{sum.Here}*{full.Here}*100<{Exactly}),"
                + $"SUMPRODUCT({whole}*{above}*({common.Here}/{below}))/({common.Here}*SUMPRODUCT({whole})),SUMPRODUCT({weights}*{above}/{below})/{sum.Here}))",
            () => $"IF({sum.Here}=0,{Scale.Levels},SUMPRODUCT({weights}*{Of(l => l.Full)})/{sum.Here})");
        hundredth = () => $"IF({sum.Here}=0,\"\",IF(AND({common.Here}>0,{common.Here}*{sum.Here}*{full.Here}*10000<{Exactly}),"
            + $"SUMPRODUCT({whole}*{above}*({common.Here}/{below}))*100/({common.Here}*SUMPRODUCT({whole}*{Of(l => l.Full)})),{total.Here}*100/{full.Here}))";
    }

    private Func<string>? hundredth;

    private string OfHundred() => hundredth?.Invoke() ?? $"IF(ISNUMBER({total.Here}),{total.Here}*100/{full.Here},\"\")";

    private void Base(TotalParts parts, Func<string?>? formula, Func<string?>? most)
    {
        Line("คะแนนเต็ม", Number(parts.Full), most, full);
        Line(IsPoints ? "คะแนนของตัวชี้วัดรวมกัน" : "คะแนนเฉลี่ยถ่วงน้ำหนัก", ResultLines.Result(parts.Base, CellStyle.Result), formula, counted);
    }

    private string Total()
    {
        if (!HasRoles) return $"IF(ISNUMBER({counted.Here}),{(framework.Total?.EndsAtFull == true ? $"MIN({counted.Here},{full.Here})" : counted.Here)},\"\")";
        var sum = $"{counted.Here}+{bonus.Here}-{penalty.Here}";
        return $"IF(ISNUMBER({counted.Here}),MAX(0,{(framework.Total?.EndsAtFull == true ? $"MIN({sum},{full.Here})" : sum)}),\"\")";
    }

    private string? Extra(IndicatorRole role, decimal? most, string label)
    {
        var own = lines.Where(l => l.Indicator.Role == role).ToList();
        if (own.Count == 0) return "0";
        return most is { } cap ? $"MIN({rules.Of(null, label, RuleCells.Number(cap), sources.Of(framework.Total!.Source)).There},{Shares(own)})" : Shares(own);
    }

    private void Requirements()
    {
        foreach (var (requirement, outcome) in framework.Requirements.Zip(card.Requirements))
            Line(ThaiNumerals.ToThaiInProse($"ต้องผ่าน: {requirement.Text.Thai}"), Cell.Text(outcome.IsMet switch { true => "ผ่าน", false => "ไม่ผ่าน", _ => "ยังไม่มีผล" }, CellStyle.Result),
                () => Requirement(requirement), null);
    }

    private string? Requirement(Requirement requirement)
    {
        var (number, of) = requirement.Of switch
        {
            IndicatorScore i when Find(i.Number) is { } line => (line.Points.Here, line.Full.Here),
            IndicatorValue i when Find(i.Number)?.Value is { } value => (value, ""),
            GroupResult g => (groups[g.Id].Points.Here, groups[g.Id].Full.Here),
            PenaltyResult when HasRoles => (penalty.Here, ""),
            TotalResult => (total.Here, full.Here),
            _ => ("", ""),
        };
        if (number.Length == 0) return null;
        var bound = rules.Of(
            null, ThaiNumerals.ToThaiInProse(requirement.Text.Thai), RuleCells.Number(requirement.Least ?? requirement.Most!.Value), sources.Of(requirement.Source)).There;
        return $"IF(ISNUMBER({number}),IF({number}{(requirement.PerCent ? $"*100/{of}" : "")}{(requirement.Least is null ? "<=" : ">=")}{bound},\"ผ่าน\",\"ไม่ผ่าน\"),\"ยังไม่มีผล\")";
    }

    private ScoreLine? Find(IndicatorNumber number) => lines.FirstOrDefault(l => l.Indicator.Number == number);

    private static string Weights(IEnumerable<ScoreLine> of) => $"({string.Join('+', of.Select(l => l.Weight.Here))})";

    private static string Products(IEnumerable<ScoreLine> of) => $"({string.Join('+', of.Select(l => $"{l.Weight.Here}*{l.Above.Here}/{l.Below.Here}"))})";

    private static string Shares(IEnumerable<ScoreLine> of) => $"({string.Join('+', of.Select(l => $"{l.Weight.Here}*{l.Above.Here}/({l.Below.Here}*{l.Full.Here})"))})";

    private static string Fulls(IEnumerable<ScoreLine> of) => $"({string.Join('+', of.Select(l => $"{l.Weight.Here}*{l.Full.Here}"))})";

    private static string FullOrFive(IEnumerable<ScoreLine> of, string formula) => $"IF({Weights(of)}=0,{Scale.Levels},{formula})";

    /// <summary>Least common multiple of the denominators; 0 where it is larger than what programs hold.</summary>
    private decimal Common()
    {
        var common = 1m;
        foreach (var line in lines)
        {
            var (a, b) = (common, decimal.Truncate(line.Denominator));
            while (b != 0) (a, b) = (b, a % b);
            common = common / a * decimal.Truncate(line.Denominator);
            if (common >= 9_007_199_254_740_992m) return 0;
        }
        return common;
    }

    private static Cell Number(decimal number) => Cell.Number(number, CellStyle.Result).As(CellFormat.ThaiExact);

    private void Line(string label, Cell result, Func<string?>? formula, Spot? spot) => sheet.Add(
        new(Cell.Text(label, CellStyle.Label), Columns: 5), new(result, formula, spot));
}
