using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads a workbook as returns of one unit.</summary>
internal static class WorkbookMapper
{
    public static ImmutableArray<Return> Read(RawWorkbook workbook, SourceFile source, ReadingScope scope, GroupedFindings findings)
    {
        var file = source.Name;
        var mark = FormIdentity.Of(workbook);
        if (mark is not null && !mark.Fits(scope.Rules, file, findings)) return [];
        if (mark is null) findings.Add(NoMark.At(Place.InFile(file)));
        var sheets = IndicatorSheets(workbook, file, scope, findings);
        if (sheets.Count == 0)
        {
            findings.Add(NoIndicatorSheet.At(Place.InFile(file)));
            return [];
        }
        if (UnitOfWorkbook.Find(scope, source.Unit, mark, sheets.Select(s => s.Sheet), file, findings) is not { } unit) return [];

        findings.IsAbout(null, new(unit.Code.Value, null));
        foreach (var (sheet, indicator) in sheets) findings.IsAbout(sheet.Name, new(unit.Code.Value, indicator.Number.Value));
        var cells = new CellReader(scope, workbook.Date1904);
        var returns = ImmutableArray.CreateBuilder<Return>();
        foreach (var (sheet, indicator) in sheets)
        {
            var notes = new SheetNotes(file, sheet.Name, findings);
            if (!scope.Rules.HostingOf(indicator.Number).Hosts.Contains(unit.Code)) notes.Say(NotHosted, unit.Name, Words.Digits(indicator.Number.Value));
            else if (IndicatorSheet.Read(sheet, unit, indicator, scope, cells, notes) is { } read)
            {
                if (sheet.IsHidden) notes.Say(HiddenSheet, Words.Digits(indicator.Number.Value));
                returns.Add(read);
            }
        }
        if (returns.Count == 0 && !findings.HasErrors) Untouched(sheets.Select(s => s.Indicator.Number.Value), file, findings);
        return returns.ToImmutable();
    }

    /// <summary>A form that nobody filled in is one thing to say, not one for each of its sheets.</summary>
    private static void Untouched(IEnumerable<string> indicators, string file, GroupedFindings findings)
    {
        findings.Remove(NotReported);
        findings.Add(NothingFilledIn.At(Place.InFile(file), Words.Digits(string.Join(", ", indicators))));
    }

    private static List<(RawSheet Sheet, Indicator Indicator)> IndicatorSheets(RawWorkbook workbook, string file, ReadingScope scope, GroupedFindings findings)
    {
        var sheets = new Dictionary<IndicatorNumber, (RawSheet Sheet, Indicator Indicator)>();
        foreach (var sheet in workbook.Sheets)
        {
            if (sheet.Name is FormLayout.MarkSheet or FormLayout.CoverSheet || sheet.Rows.IsEmpty) continue;
            var place = Place.InSheet(file, sheet.Name);
            if (IndicatorOfSheet.Find(sheet) is not { } number) findings.Add(SheetNotRead.At(place));
            else if (scope.Rules.Framework.Find(number) is not { } indicator) findings.Add(NoSuchIndicator.At(place, Words.Digits(number.Value)));
            else if (!sheets.TryAdd(number, (sheet, indicator))) findings.Add(SheetTwice.At(place, Words.Digits(number.Value), sheets[number].Sheet.Name));
        }
        return [.. scope.Rules.Framework.Indicators.Where(i => sheets.ContainsKey(i.Number)).Select(i => sheets[i.Number])];
    }
}
