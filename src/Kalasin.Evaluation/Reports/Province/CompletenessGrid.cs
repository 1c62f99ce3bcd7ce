using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// Units by indicators, a sign for what became of each expected return: seen at a glance, without colour, and read aloud cell by cell
/// because it is a table.
/// </summary>
internal static class CompletenessGrid
{
    private const string Received = "■", Late = "▲", Missing = "×", Excused = "–";

    /// <summary>What the signs mean, printed below the grid.</summary>
    private const string Legend =
        $"{Received} ได้รับในกำหนด   {Late} ได้รับล่าช้า   {Missing} ยังไม่ได้รับ   {Excused} ได้รับยกเว้นการรายงาน   ช่องว่าง ไม่ใช่เจ้าภาพของตัวชี้วัด";

    /// <summary>Indicators that stand side by side on a page; more are grids one below the other.</summary>
    private const int MostColumns = 20;

    /// <summary>The grid and its legend; nothing where no return is expected.</summary>
    public static IEnumerable<Block> Of(ReportContent report, RoundStatus status)
    {
        if (status.Cells.IsEmpty) yield break;
        var all = report.Rules.Framework.Indicators.Select(i => i.Number).Where(status.Cells.Select(c => c.Indicator).ToHashSet().Contains).ToImmutableArray();
        foreach (var numbers in all.Chunk(MostColumns))
            yield return Grid(report, [.. numbers], new([.. status.Cells.Where(c => numbers.Contains(c.Indicator))]));
        yield return new Paragraph(Legend) { Style = ParagraphStyle.Note };
    }

    private static Table Grid(ReportContent report, ImmutableArray<IndicatorNumber> numbers, RoundStatus status)
    {
        var rows = status.Cells.GroupBy(c => c.Unit).Select(unit => Row(report.Printed.UnitShortName(unit.Key), numbers, [.. unit]));
        return new(
            [new(5), .. Enumerable.Repeat(new TableColumn(1, Alignment.Center), numbers.Length + 1)],
            [
                new([new("หน่วยงาน") { RowSpan = 2 }, new("ตัวชี้วัดที่") { ColumnSpan = numbers.Length }, new("ได้รับ/กำหนด") { RowSpan = 2 }]),
                new([.. numbers.Select(n => new TableCell(Printed.Indicator(n)))]),
            ],
            [.. rows, Sums("ได้รับ", numbers, status, s => s.Received), Sums("กำหนด", numbers, status, s => s.Expected)])
        {
            Dense = true,
            Caption = "ความครบถ้วนของรายงาน",
            Summary = $"หน่วยงาน {Printed.Number(status.Cells.Select(c => c.Unit).Distinct().Count())} หน่วยงาน ตัวชี้วัด {Printed.Number(numbers.Length)} ตัวชี้วัด {Legend}",
        };
    }

    private static TableRow Row(string unit, ImmutableArray<IndicatorNumber> numbers, ImmutableArray<StatusCell> cells)
    {
        var (signs, counted) = (cells.ToDictionary(c => c.Indicator, Sign), new RoundStatus(cells));
        return new(
        [
            new(unit) { RowHeader = true }, .. numbers.Select(n => signs.TryGetValue(n, out var sign) ? Cell(sign) : new("")),
            new($"{Printed.Number(counted.Received)}/{Printed.Number(counted.Expected)}"),
        ]);
    }

    /// <summary>What somebody waits for is the first to be seen.</summary>
    private static TableCell Cell(string sign) => new([new Run(sign) { Bold = sign is Missing or Late }]);

    private static TableRow Sums(string name, ImmutableArray<IndicatorNumber> numbers, RoundStatus status, Func<RoundStatus, int> sum) => new(
    [
        new(name) { RowHeader = true },
        .. numbers.Select(n => new TableCell(Printed.Number(sum(new([.. status.Cells.Where(c => c.Indicator == n)]))))),
        new(Printed.Number(sum(status))),
    ])
    { Emphasis = true };

    private static string Sign(StatusCell cell) => cell switch
    {
        { Current: null, IsExcused: true } => Excused,
        { Current: null } => Missing,
        { Lateness.IsLate: true } => Late,
        _ => Received,
    };
}
