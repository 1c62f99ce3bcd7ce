using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads the tables of a form as returns of one unit, whatever file they stood in.</summary>
internal static class FormMapper
{
    /// <summary>Whether some table is about an indicator.</summary>
    public static bool IsForm(ImmutableArray<RawTable> tables) =>
        FormIdentity.Of(tables) is not null || tables.Any(t => TableSection.Of(t).Any(s => s.Indicator is not null));

    public static ImmutableArray<Return> Read(ImmutableArray<RawTable> tables, SourceFile source, ReadingScope scope, GroupedFindings findings)
    {
        var file = Place.InFile(source.Name);
        var mark = FormIdentity.Of(tables);
        if (mark is not null && !mark.Fits(scope.Rules, findings)) return [];
        if (mark is null) findings.Add(NoMark.At(file));
        var ofIndicators = OfIndicators(tables, scope, findings);
        if (ofIndicators.Count == 0)
        {
            findings.Add(NoIndicatorSheet.At(file));
            return [];
        }
        if (mark is null && !ProvinceOfForm.Fits(scope.Rules, ofIndicators, findings)) return [];
        if (UnitOfForm.Find(scope, source, mark, ofIndicators.Select(t => t.Table), file, findings) is not { } unit) return [];

        foreach (var (table, indicator) in ofIndicators)
            foreach (var place in PlacesOf(table, isAlone: ofIndicators.Count == 1)) findings.IsAbout(place, new(unit.Code.Value, indicator.Number.Value));
        findings.IsAbout(file, new(unit.Code.Value, null));
        var cells = new CellReader(scope);
        var returns = ImmutableArray.CreateBuilder<Return>();
        foreach (var (table, indicator) in ofIndicators)
        {
            var notes = new TableNotes(table.Place, findings);
            if (!scope.Rules.HostingOf(indicator.Number).Hosts.Contains(unit.Code)) notes.Say(NotHosted, unit.Name, ThaiNumerals.Digits(indicator.Number.Value));
            else if (IndicatorTable.Read(table, unit, indicator, scope, cells, notes) is { } read)
            {
                if (table.IsHidden) notes.Say(HiddenSheet, ThaiNumerals.Digits(indicator.Number.Value));
                returns.Add(read);
            }
        }
        if (returns.Count == 0 && !findings.HasErrors) Untouched(ofIndicators.Select(t => t.Indicator.Number.Value), file, findings);
        return returns.ToImmutable();
    }

    /// <summary>Where a table stands; one that was put together from several stands in each of them.</summary>
    private static IEnumerable<Place> PlacesOf(RawTable table, bool isAlone) =>
        table.Place.Sheet is not null || isAlone && table.Rows[0].PlaceOf(1).Sheet is null
            ? [table.Place]
            : table.Rows.Select(r => r.PlaceOf(r.Cells[0].Column)).DistinctBy(p => p.Sheet).Where(p => p.Sheet is not null);

    /// <summary>A form that nobody filled in is one thing to say, not one for each of its tables.</summary>
    private static void Untouched(IEnumerable<string> indicators, Place file, GroupedFindings findings)
    {
        findings.Remove(NotReported);
        findings.Add(NothingFilledIn.At(file, ThaiNumerals.Digits(string.Join(", ", indicators))));
    }

    private static List<(RawTable Table, Indicator Indicator)> OfIndicators(ImmutableArray<RawTable> tables, ReadingScope scope, GroupedFindings findings)
    {
        var found = new Dictionary<IndicatorNumber, (RawTable Table, Indicator Indicator)>();
        foreach (var table in tables)
        {
            if (table.Name is FormLayout.MarkSheet or FormLayout.CoverSheet or FormLayout.FindingsSheet || table.Rows.IsEmpty) continue;
            foreach (var (section, named) in TableSection.Of(table))
            {
                if (named is not { } number) findings.Add(SheetNotRead.At(section.Place));
                else if (scope.Rules.Framework.Find(number) is not { } indicator) findings.Add(NoSuchIndicator.At(section.Place, ThaiNumerals.Digits(number.Value)));
                else if (!found.TryAdd(number, (section, indicator))) findings.Add(SheetTwice.At(section.Place, ThaiNumerals.Digits(number.Value), found[number].Table.Name));
            }
        }
        return [.. scope.Rules.Framework.Indicators.Where(i => found.ContainsKey(i.Number)).Select(i => found[i.Number])];
    }
}
