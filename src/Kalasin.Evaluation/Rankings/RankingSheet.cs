using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Forms;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Rankings;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation;

/// <summary>
/// The sheet of values, an entrant a row and an indicator a column, for entrants that send no scorecards: to be filled in (Excel), and read back (Excel,
/// OpenDocument, CSV) with findings by cell.
/// </summary>
public static class RankingSheet
{
    internal const string Name = "ผลการดำเนินงาน";
    internal const string Code = "รหัส";
    internal const string Entrant = "ผู้รับการประเมิน";
    internal const string FormValue = "kalasin-ranking-sheet";
    internal const string NothingToMeasure = "ไม่มีเรื่อง";

    private const int FreeRows = 200;

    /// <summary>Only what has tables in it; nothing else is a sheet.</summary>
    private static readonly ImmutableArray<FileTreatment> Treatments =
    [
        .. FileTreatment.All.Select(t => t.Kind is FileKind.Workbook or FileKind.OpenSpreadsheet or FileKind.Csv
            ? t with { Outcome = FileOutcome.AcceptedAsReturns, Said = null, Otherwise = null }
            : t with { Outcome = FileOutcome.Refused, Tables = null, Files = null, Otherwise = null }),
    ];

    /// <summary>Writes the sheet to be filled in; every province, or every district, has its row.</summary>
    /// <param name="framework">The framework of the ranking.</param>
    /// <param name="stream">Where to; it need not seek and is left open.</param>
    /// <param name="cancellationToken">Stops the work between rows.</param>
    public static Task WriteAsync(Framework framework, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return Compose(framework).WriteAsync(stream, cancellationToken);
    }

    /// <summary>Reads a sheet that was filled in. A row with an error is left out, the others count.</summary>
    /// <param name="framework">The framework of the ranking.</param>
    /// <param name="file">The file.</param>
    /// <param name="limits">What it may ask of its reader.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<RankingEntries> ReadAsync(Framework framework, SourceFile file, IntakeLimits limits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var (read, tables, _) = await ContentReader.ReadAsync(file, Treatments, within: [], translator: null, new(limits, cancellationToken));
        var findings = GroupedFindings.Of(read.Findings);
        ImmutableArray<RankingEntry> entries = [];
        try
        {
            if (tables is { } found) entries = new RankingSheetReader(framework, findings).Read(found, Place.InFile(file.Name));
            else if (!findings.HasErrors) findings.Add(RankingFindings.NoHead.At(Place.InFile(file.Name), Code));
        }
        catch (ContentRefusedException refused)
        {
            return new([], [.. read.Findings, refused.At(Place.InFile(file.Name))]);
        }
        return new(entries, findings.ToImmutable());
    }

    internal static Workbook Compose(Framework framework)
    {
        ImmutableArray<Classification> classes = [.. ClassesOf(framework)];
        var columns = 2 + classes.Length + framework.Indicators.Length;
        var sheet = new SheetBuilder(columns);
        sheet.Across($"ผลการดำเนินงานเพื่อจัดอันดับ {ThaiNumerals.ToThaiInProse(framework.Title.Thai)}", CellStyle.Title);
        sheet.Across(
            $"กรอบ {framework.Id} ฉบับที่ {ThaiNumerals.Format(framework.Revision)} กรอกค่าที่วัดได้ มิใช่คะแนน: ร้อยละกรอกเป็น ๐–๑๐๐ จำนวนและระดับกรอกเป็นจำนวนเต็ม "
            + $"ยังไม่มีผลให้เว้นว่าง ไม่มีเรื่องให้วัดให้กรอก “{NothingToMeasure}”", CellStyle.Note);
        sheet.Add([new WideCell(Cell.Text(Code, CellStyle.Heading)), new WideCell(Cell.Text(Entrant, CellStyle.Heading)),
            .. classes.Select(c => new WideCell(Cell.Text(c.Name.Thai, CellStyle.Heading))), .. framework.Indicators.Select(i => new WideCell(Cell.Text(HeadingOf(i), CellStyle.Heading)))]);
        var head = sheet.Row;
        foreach (var (code, name, isApart) in EntrantsOf(framework))
            sheet.Add([new WideCell(Named(code)), new WideCell(Named(isApart ? $"{name} (หนังสือยกเว้น แสดงแยก)" : name)),
                .. classes.Select(_ => new WideCell(Cell.Empty(CellStyle.Input))), .. framework.Indicators.Select(_ => new WideCell(Cell.Empty(CellStyle.InputNumber)))]);
        for (var c = 0; c < classes.Length; c++)
            sheet.Allow(new(new(head + 1, 3 + c, sheet.Row, 3 + c), new OneOf([.. classes[c].Options.Select(o => o.Text.Thai)])));
        var written = sheet.ToSheet(Name, [9, 34, .. classes.Select(_ => 16d), .. framework.Indicators.Select(_ => 14d)], new()
        {
            Landscape = true, RepeatedRows = (head, head), PageNumbers = true, Footer = $"{framework.Id} ฉบับที่ {ThaiNumerals.Format(framework.Revision)}",
        }) with { FrozenRows = head, FrozenColumns = 2 };
        (string Name, string Value)[] marks = [(FormMark.Form, FormValue), (FormMark.Framework, framework.Id.Value), (FormMark.Revision, $"{framework.Revision}")];
        return new($"ผลการดำเนินงานเพื่อจัดอันดับ {framework.Id}", framework.FinalDeadline.Date,
            [written, new(FormLayout.MarkSheet, [.. marks.Select(m => Row.Of(m.Name, m.Value))]) { Visibility = SheetVisibility.VeryHidden }])
        {
            Author = framework.Authority.Thai,
        };
    }

    /// <summary>How entrants are sorted, where thresholds depend on it.</summary>
    internal static IEnumerable<Classification> ClassesOf(Framework framework)
    {
        var asked = framework.Indicators.SelectMany(i => i.Scale?.Classes ?? []).ToHashSet(StringComparer.Ordinal);
        return framework.Classes.Where(c => asked.Contains(c.Id));
    }

    private static Cell Named(string text) => text.Length == 0 ? Cell.Empty(CellStyle.Input) : Cell.Text(text, CellStyle.ReadOnly);

    private static string HeadingOf(Indicator indicator) =>
        $"ตัวชี้วัดที่ {ThaiNumerals.ToThai(indicator.Number.Value)} {ThaiNumerals.ToThaiInProse(indicator.ShortText.Thai)} ({indicator.Measure.Unit.Thai})";

    /// <summary>Where a framework names kinds of units of its own nobody here knows who there is, and rows stay free.</summary>
    private static IEnumerable<(string Code, string Name, bool IsApart)> EntrantsOf(Framework framework) =>
        framework.Entrant == EntrantKind.Province ? Province.All.Select(p => (p.Code, p.FullName, framework.Excluded?.Codes.Contains(p.Code) == true))
        : framework.UnitKinds.IsEmpty ? Province.All.SelectMany(p => p.Districts, (p, d) => (d.Code, $"{d.FullName} {p.FullName}", false))
        : Enumerable.Repeat(("", "", false), FreeRows);
}
