using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Reports.Scorecards.Measures;

/// <summary>The members of a denominator (local authorities, or what stands on a list) with what rows say of each.</summary>
internal sealed class PopulationTable
{
    private readonly IndicatorWork work;
    private readonly bool ofAuthorities;
    private readonly RowTable table;
    private readonly RowColumn number;
    private readonly RowColumn hosts;
    private readonly RowColumn met;
    private readonly RowColumn? due;
    private readonly ImmutableArray<(HostLine? Host, string Name)> members;
    private readonly ImmutableArray<bool> isMet;
    private readonly ImmutableArray<bool> isDue;

    /// <param name="work">The indicator.</param>
    /// <param name="population">Whose.</param>
    /// <param name="meets">Rows that meet the condition.</param>
    /// <param name="exempt">Rows that say that their member isn't due; <see langword="null"/> where none can.</param>
    public PopulationTable(
        IndicatorWork work, Membership population, (RowColumn Column, ImmutableArray<bool> Holds) meets, (RowColumn Column, ImmutableArray<bool> Holds)? exempt)
    {
        this.work = work;
        var rows = work.Register;
        var column = work.Indicator.Register.Find(population.Column)!;
        ofAuthorities = population is AuthorityMembership;
        ImmutableArray<string> names = [.. population.Members.Select(m => work.Shown.TextOf(m.Key, column.Options))];
        members = [.. work.Groups.SelectMany(g => names.Select(n => (g.Host, n)))];
        (isMet, isDue) = (Spoken(meets.Holds, true), exempt is { } e ? Spoken(e.Holds, false) : [.. members.Select(_ => true)]);
        table = new(Math.Max(members.Length, 1));
        number = table.Add("ที่", 7, i => members.IsEmpty ? Cell.Empty(CellStyle.Data) : Cell.Number(i + 1, CellStyle.Data).As(CellFormat.ThaiWhole));
        hosts = table.Add("หน่วยงานที่รายงาน", 22, i => Cell.Text(members.IsEmpty ? "ไม่มีแห่งใด" : members[i].Host?.Name ?? "ทุกหน่วยงาน", CellStyle.Data));
        var name = table.Add(ofAuthorities ? "อปท. ในทะเบียน" : $"{column.Heading.Thai}ในรายชื่อ", 9, i => Cell.Text(members.IsEmpty ? "" : members[i].Name, CellStyle.Data));
        var compares = work.MayCompare(members.Length, rows.Lines.Length);
        met = Flag("เข้าเงื่อนไข", isMet, meets.Column, "1,0");
        due = exempt is { } less ? Flag("อยู่ในตัวหาร", isDue, less.Column, "0,1") : null;

        RowColumn Flag(string heading, ImmutableArray<bool> holds, RowColumn of, string found) => table.Add(
            heading, 9, i => Cell.Number(holds.Length > 0 && holds[i] ? 1 : 0, CellStyle.Result).As(CellFormat.ThaiWhole), i =>
                compares && rows.Find(population.Column) is { } key && members.Length > 0
                    ? $"IF(SUMPRODUCT({of.All}*EXACT({key.All},{name.At(i)}){(work.IsPerHost ? $"*EXACT({rows.Units.All},{hosts.At(i)})" : "")})>0,{found})"
                    : null);

        ImmutableArray<bool> Spoken(ImmutableArray<bool> holds, bool found)
        {
            var spoken = rows.Lines.Select((l, i) => (Line: l, Index: i)).Where(l => holds[l.Index])
                .Select(l => (l.Line!.Value.From.Unit, Name: l.Line.Value.Row[population.Column] is { } key and not UnreadValue ? work.Shown.TextOf(key, column.Options) : "")).ToHashSet();
            return [.. members.Select(m => spoken.Any(s => s.Name == m.Name && (m.Host is null || m.Host.Unit == s.Unit)) == found)];
        }
    }

    public AddedFormulas ToTables() => new(Of, Place);

    private Fraction Of(RowGroup group)
    {
        var own = Enumerable.Range(0, members.Length).Where(i => ReferenceEquals(members[i].Host, group.Host)).ToList();
        var filter = IndicatorWork.In(group, hosts);
        return new(
            () => $"SUMPRODUCT({met.All}{(filter.Length > 0 ? filter : "*1")})", own.Count(i => isMet[i]),
            () => $"SUMPRODUCT(ISNUMBER({number.All}){(due is null ? "*1" : $"*{due.All}")}{filter})", own.Count(i => isDue[i]));
    }

    private void Place()
    {
        work.Sheet.Blank();
        work.Sheet.Across(ofAuthorities ? "องค์กรปกครองส่วนท้องถิ่นที่เป็นตัวหาร" : "รายชื่อที่เป็นตัวหาร", CellStyle.Label);
        if (work.Score.Measurement.Basis is { } basis) work.Sheet.Across(ThaiNumerals.ToThaiInProse(basis.Thai), CellStyle.Note);
        table.Place(work.Sheet);
    }
}
