using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Reports.Scorecards.Measures;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>The hosts with what came of their returns, each one's value where each is measured by itself, and how the values become one.</summary>
internal sealed class HostTable
{
    private readonly IndicatorWork work;
    private readonly int factor;
    private readonly Fraction whole;
    private readonly Dictionary<HostLine, Fraction> fractions;
    private readonly Spot rowsAgree = new();

    public HostTable(IndicatorWork work, AddedFormulas tables, int factor)
    {
        (this.work, this.factor) = (work, factor);
        whole = work.IsPerHost ? default : tables.Of(new(null));
        fractions = work.IsPerHost ? work.Measured.ToDictionary(h => h, h => tables.Of(new(h))) : [];
    }

    /// <summary>Formula: how many returns count.</summary>
    public string Counting => $"SUM({Range(h => h.CountsAt)})";

    /// <summary>Formula: of how many hosts the return is in a state.</summary>
    public string Many(string state) => $"COUNTIF({Range(h => h.StateAt)},\"{state}\")";

    /// <summary>Somebody decided whose answer counts.</summary>
    public bool IsSettled => Settled is not null;

    /// <summary>The fraction that counts, as the hosts' results become one.</summary>
    public Fraction Chosen()
    {
        if (!work.IsPerHost) return whole;
        if (work.Merge == MergeKind.Best) return Best();
        if (work.Merge != MergeKind.Agree || Settled is not { } settled)
            return new(() => Speaker.Numerator.Here, fractions[Speaker].Above, () => Speaker.Denominator.Here, fractions[Speaker].Below);
        var chosen = fractions[Agree ? Speaker : settled];
        return new(
            () => $"IF({AgreeFormula},{Speaker.Numerator.Here},{settled.Numerator.Here})", chosen.Above,
            () => $"IF({AgreeFormula},{Speaker.Denominator.Here},{settled.Denominator.Here})", chosen.Below);
    }

    private Fraction Best()
    {
        var falling = work.Indicator.Scale?.IsFalling == true;
        var values = work.Hosts.Where(h => ValueOf(h) is not null).ToList();
        var best = values.Count == 0 ? default : fractions[falling ? values.MinBy(ValueOf)! : values.MaxBy(ValueOf)!];
        string Formula(Func<HostLine, Spot> part) =>
            $"IF(COUNT({Values})=0,0,INDEX({Range(part)},MATCH({(falling ? "MIN" : "MAX")}({Values}),{Values},0)))";
        return new(() => Formula(h => h.Numerator), best.Above, () => Formula(h => h.Denominator), best.Below);
    }

    /// <summary>The host whose answer stands for all that agree.</summary>
    public HostLine Speaker => work.Merge == MergeKind.Lead
        ? work.Hosts.First(h => h.Unit == work.Of.Lead)
        : work.Hosts.FirstOrDefault(h => h.Unit == work.Of.Lead && h.Counts) ?? work.Hosts.FirstOrDefault(h => h.Counts) ?? work.Hosts[0];

    private HostLine? Settled => work.Of.Rulings.Settled is { } settled ? work.Hosts.FirstOrDefault(h => h.Unit == settled.Counts && h.Counts) : null;

    private bool RowsAgree
    {
        get
        {
            var first = work.Answers.Counted.FirstOrDefault(r => r.Unit == Speaker.Unit);
            return first is null || work.Answers.Counted.Where(r => r.Unit != first.Unit).All(r => !HostComparison.Between(work.Of, first, r).Any());
        }
    }

    private bool Agree => RowsAgree && work.Hosts.Where(h => h.Counts).Select(ValueOf).Distinct().Count() <= 1;

    /// <summary>Formula: all answers are the same.</summary>
    public string AgreeFormula => $"AND({rowsAgree.Here}=1,SUMPRODUCT({Range(h => h.CountsAt)}*({Values}={Speaker.Value.Here}))=SUM({Range(h => h.CountsAt)}))";

    private string Values => Range(h => h.Value);

    private string Range(Func<HostLine, Spot> part) => Spot.Range(part(work.Hosts[0]), part(work.Hosts[^1]));

    /// <summary>Puts the table at the end of the sheet.</summary>
    public void Place()
    {
        var (sheet, each) = (work.Sheet, work.IsPerHost);
        sheet.Blank();
        sheet.Across(MergeWords, CellStyle.Label);
        ImmutableArray<string> heads = ["ที่", "หน่วยงาน", "รายงาน", "นับ (๑ = นับ)", .. each ? ["ตัวตั้ง", "ตัวหาร", "ผล"] : ImmutableArray<string>.Empty];
        sheet.Add([.. heads.Select(h => (LiveCell)Cell.Text(h, CellStyle.Heading))]);
        foreach (var (i, host) in work.Hosts.Index())
        {
            ImmutableArray<LiveCell> cells =
            [
                Cell.Number(i + 1, CellStyle.Data).As(CellFormat.ThaiWhole),
                new(Cell.Text(host.Name, CellStyle.Data), Spot: host.NameAt),
                new(Cell.Text(host.State, CellStyle.Input), Spot: host.StateAt),
                new(Number(host.Counts ? 1 : 0), () => $"IF(EXACT({host.StateAt.Here},\"{HostLines.Received}\"),1,0)", host.CountsAt),
            ];
            if (each && fractions.TryGetValue(host, out var fraction))
            {
                var value = ValueOf(host);
                cells =
                [
                    .. cells,
                    new(Number(fraction.Above), fraction.Numerator, host.Numerator),
                    new(Number(fraction.Below), fraction.Denominator, host.Denominator),
                    new(ResultLines.Result(value, CellStyle.Result), () => $"IF(AND({host.CountsAt.Here}=1,{host.Denominator.Here}>0),{Times(host.Numerator.Here)}/{host.Denominator.Here},\"\")", host.Value),
                ];
            }
            sheet.Add([.. cells]);
        }
        if (work.Merge == MergeKind.Agree)
            sheet.Add(
                new(Cell.Text("รายแถวตรงกัน (๑ = ตรง)", CellStyle.Label), Columns: 3),
                new(Cell.Number(RowsAgree ? 1 : 0, CellStyle.Input).As(CellFormat.ThaiWhole), Spot: rowsAgree),
                new(Cell.Text("ระบบเทียบทีละแถวตามเรื่องและคำวินิจฉัย สูตรของโปรแกรมตารางเทียบไม่ได้", CellStyle.Note), Columns: 4));
    }

    private decimal? ValueOf(HostLine host) => host.Counts && fractions[host] is { Below: > 0 } f ? f.Above * factor / f.Below : null;

    private string MergeWords => work.Merge switch
    {
        MergeKind.Union => "หน่วยงานเจ้าภาพ: รวมแถวของทุกหน่วยงาน เรื่องเดียวกันนับครั้งเดียว",
        MergeKind.Lead => $"หน่วยงานเจ้าภาพ: ใช้รายงานของ{work.Shown.NameOf(work.Of.Lead)} ของหน่วยงานอื่นใช้เปรียบเทียบ",
        MergeKind.Agree => "หน่วยงานเจ้าภาพ: ทุกหน่วยงานต้องรายงานตรงกัน",
        MergeKind.Best => "หน่วยงานเจ้าภาพ: ใช้ผลของหน่วยงานที่ดีที่สุด",
        _ => throw new NotSupportedException($"No words for {work.Merge}."),
    };

    private string Times(string numerator) => factor == 1 ? numerator : $"{numerator}*{factor}";

    private static Cell Number(decimal number) => Cell.Number(number, CellStyle.Result).As(CellFormat.ThaiWhole);
}
