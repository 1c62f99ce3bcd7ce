using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Intake.Mapping;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Rankings.RankingFindings;

namespace Kalasin.Evaluation.Rankings;

/// <summary>Reads a sheet of values: the head row names indicators, each row an entrant. What can't be read is a finding at its cell and leaves its row out.</summary>
internal sealed class RankingSheetReader(Framework framework, GroupedFindings findings)
{
    private const int LongestName = 200;

    private readonly Dictionary<IndicatorNumber, int> indicators = [];
    private readonly Dictionary<string, int> classes = new(StringComparer.Ordinal);
    private int code;
    private int name;

    public ImmutableArray<RankingEntry> Read(ImmutableArray<RawTable> tables, Place file)
    {
        if (!Fits(tables)) return [];
        foreach (var table in tables.Where(t => t.Name != FormLayout.MarkSheet))
        {
            if (table.Find(IsHead) is not { } head) continue;
            return Understand(head) ? Entries(table, head) : [];
        }
        findings.Add(NoHead.At(file, RankingSheet.Code));
        return [];
    }

    /// <summary>A sheet that says of which ranking it is has to say this one.</summary>
    private bool Fits(ImmutableArray<RawTable> tables)
    {
        if (tables.FirstOrDefault(t => t.Name == FormLayout.MarkSheet) is not { } mark) return true;
        string Of(string key) => mark.Find(r => r.At(1)?.Text == key)?.At(2)?.Text ?? "";
        if (Of(FormMark.Form) != RankingSheet.FormValue) return true;
        var (id, revision) = (Of(FormMark.Framework), Of(FormMark.Revision));
        if (id == framework.Id.Value && revision == framework.Revision.ToString(CultureInfo.InvariantCulture)) return true;
        findings.Add(SheetOfOther.At(mark.Place, Shown(id), ThaiNumerals.Digits(Shown(revision)), framework.Id.Value, ThaiNumerals.Number(framework.Revision)));
        return false;
    }

    private static bool IsHead(RawRow row) => row.Cells.Any(c => c.Kind == RawKind.Text && c.Length <= LongestName && ThaiText.Key(c.Text) == ThaiText.Key(RankingSheet.Code))
        && row.Cells.Any(c => c.Kind == RawKind.Text && IndicatorOfTable.In(c.Text) is not null);

    private bool Understand(RawRow head)
    {
        foreach (var cell in head.Cells.Where(c => c.Kind == RawKind.Text))
        {
            if (IndicatorOfTable.In(cell.Text) is { } number)
            {
                if (framework.Find(number) is null || !indicators.TryAdd(number, cell.Column)) findings.Add(ColumnUnknown.At(head.PlaceOf(cell.Column), Words.Quote(cell.Text)));
                continue;
            }
            if (cell.Length > LongestName) continue;
            var key = ThaiText.Key(cell.Text);
            if (key == ThaiText.Key(RankingSheet.Code)) code = cell.Column;
            else if (key == ThaiText.Key(RankingSheet.Entrant) || key == ThaiText.Key("จังหวัด")) name = cell.Column;
            else if (RankingSheet.ClassesOf(framework).FirstOrDefault(c => ThaiText.Key(c.Name.Thai) == key || c.Id == cell.Text) is { } known) classes.TryAdd(known.Id, cell.Column);
        }
        foreach (var lacking in framework.Indicators.Where(i => !indicators.ContainsKey(i.Number)))
            findings.Add(ColumnMissing.At(head.PlaceOf(head.Cells[0].Column), lacking.Number.Bilingual));
        return !findings.HasErrors;
    }

    private ImmutableArray<RankingEntry> Entries(RawTable table, RawRow head)
    {
        var entries = ImmutableArray.CreateBuilder<RankingEntry>();
        var (seen, blank, notes) = (new HashSet<string>(StringComparer.Ordinal), 0, new TableNotes(table.Place, findings));
        foreach (var row in table.Rows.Where(r => r.Number > head.Number))
        {
            if (indicators.Values.All(column => row.At(column) is not { } cell || Words.IsBlank(cell.Text)))
            {
                if (row.At(code) is not null) blank++;
                continue;
            }
            if (EntrantOf(row) is not var (province, entrant, called)) continue;
            if (seen.Count == RankedField.MostEntrants)
            {
                findings.Add(TooMany.At(row.PlaceOf(code), ThaiNumerals.Number(RankedField.MostEntrants)));
                return [];
            }
            if (!seen.Add(entrant)) findings.Add(EntrantTwice.At(row.PlaceOf(code), called));
            else if (Entry(row, province, entrant, called, notes) is { } entry) entries.Add(entry);
            else findings.Add(RowNotRead.At(row.PlaceOf(code), called));
        }
        if (blank > 0) findings.Add(RowsBlank.At(table.Place, ThaiNumerals.Number(blank)));
        if (entries.Count == 0 && !findings.HasErrors) findings.Add(NothingToRank.At(table.Place));
        return entries.ToImmutable();
    }

    private (Province Province, string Code, BilingualText Name)? EntrantOf(RawRow row)
    {
        var (typed, called) = (TextAt(row, code), name > 0 ? TextAt(row, name) : "");
        if ((Find(typed) ?? (typed.Length == 0 ? Find(called) : null)) is not { } found)
        {
            findings.Add(UnknownEntrant.At(row.PlaceOf(code), Shown(typed.Length > 0 ? typed : called)));
            return null;
        }
        if (called.Length == 0 || !Names(found, called)) return found;
        findings.Add(CodeAndNameDiffer.At(row.PlaceOf(name), Shown(typed), found.Name, Shown(called)));
        return null;
    }

    /// <summary>An entrant by its code, or a province by its name.</summary>
    private (Province Province, string Code, BilingualText Name)? Find(string text)
    {
        var typed = ThaiNumerals.ToArabic(text);
        if (framework.Entrant == EntrantKind.Province)
            return Province.Find(typed.Length == 1 ? $"0{typed}" : typed) is { } province ? (province, province.Code, province.BilingualName) : null;
        if (typed.Length < 4 || Province.Find(typed[..2]) is not { } of || of.Code != typed[..2]) return null;
        if (EntrantNames.DistrictOf(of, typed) is { } district) return (of, district.Code, EntrantNames.InProvince(new(district.FullName, $"District {district.Code}"), of));
        if (typed[2] != '-' || !UnitCode.TryParse(typed[3..], out var unit)) return null;
        // However it is typed, an entrant has the one code that scorecards give it: 46-4601 is 4601.
        return EntrantNames.DistrictOf(of, unit.Value) is not null ? Find(unit.Value) : (of, EntrantNames.Of(framework, of, unit.Value), EntrantNames.InProvince(unit.Value, of));
    }

    /// <summary>Whether a name is that of another entrant. What it says beyond a name is nobody's.</summary>
    private bool Names((Province Province, string Code, BilingualText Name) found, string called) =>
        framework.Entrant == EntrantKind.Province && Province.Find(called) is { } other && other != found.Province;

    private RankingEntry? Entry(RawRow row, Province province, string entrant, BilingualText called, TableNotes notes)
    {
        var (before, isSound) = (notes.Said, true);
        var said = classes.Count == 0 ? [] : ClassesOf(row, ref isSound);
        var values = framework.Indicators.Select(i => ValueOf(row, i, notes, ref isSound)).ToList();
        return !isSound
            ? null
            : new(province, ValuedScorecard.Of(framework, entrant, called, framework.FinalDeadline.Date, said, values)) { Classes = said };
    }

    private ImmutableArray<EntrantClass> ClassesOf(RawRow row, ref bool isSound)
    {
        var said = ImmutableArray.CreateBuilder<EntrantClass>();
        foreach (var (id, column) in classes)
        {
            if (TextAt(row, column) is not { Length: > 0 } text) continue;
            var of = framework.Classes.First(c => c.Id == id);
            if (of.Options.FirstOrDefault(o => o.Id == text || o.Synonyms.Prepend(o.Text.Thai).Any(n => ThaiText.Key(n) == ThaiText.Key(text))) is { } option) said.Add(new(id, option.Id));
            else
            {
                findings.Add(ClassUnknown.At(row.PlaceOf(column), Shown(text), of.Name, BilingualText.Join(", ", of.Options.Select(o => o.Text))));
                isSound = false;
            }
        }
        return said.ToImmutable();
    }

    private SentScore ValueOf(RawRow row, Indicator indicator, TableNotes notes, ref bool isSound)
    {
        var column = indicators[indicator.Number];
        if (row.At(column) is not { } cell || Words.IsBlank(cell.Text)) return new(indicator.Number, MeasurementState.Missing);
        if (cell.Kind == RawKind.Text && cell.Length <= LongestName && ThaiText.Key(cell.Text).StartsWith(ThaiText.Key(RankingSheet.NothingToMeasure), StringComparison.Ordinal))
            return new(indicator.Number, MeasurementState.NotApplicable);
        var range = indicator.Measure.Range;
        var asked = new Column("value", indicator.ShortText, ColumnType.Number) { Minimum = range?.Least ?? LeastOf(indicator.Measure), Maximum = range?.Most ?? MostOf(indicator.Measure) };
        if (NumberCells.Read(asked, cell, notes.Cell(row, cell)) is not NumberValue { Number: var number })
        {
            isSound = false;
            return new(indicator.Number, MeasurementState.Missing);
        }
        if (indicator.Measure is CountMeasure or LevelMeasure && number != decimal.Truncate(number))
        {
            findings.Add(NotWhole.At(row.PlaceOf(column), indicator.Number.Bilingual, Words.Quote(cell.Text)));
            isSound = false;
        }
        else if (range is { Most: 100 } && number is > 0 and < 1) findings.Add(PerhapsAShare.At(row.PlaceOf(column), ThaiNumerals.Exact(number)));
        return new(indicator.Number, MeasurementState.Measured) { Value = number };
    }

    private static decimal? LeastOf(Measure measure) => measure is CountMeasure or LevelMeasure ? 0 : null;

    private static decimal? MostOf(Measure measure) => measure is LevelMeasure ? measure.StepTexts.Count() : null;

    private static string TextAt(RawRow row, int column) => row.At(column) is { Length: <= LongestName } cell ? ThaiText.Normalise(cell.Text) : "";

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
