using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.JudgingFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads a judge's sheet: of each entrant that the judge scores a return of one row, which becomes one with those of the other judges.</summary>
internal sealed class JudgeSheetReader
{
    private const int LongestCode = 40;

    private static readonly string CodeKey = ThaiText.Key(JudgeLayout.Code);

    private readonly Committee committee;
    private readonly JudgedSheet sheet;
    private readonly GroupedFindings findings;
    private readonly AwardRules rules;

    private JudgeSheetReader(Committee committee, JudgedSheet sheet, GroupedFindings findings) =>
        (this.committee, this.sheet, this.findings, rules) = (committee, sheet, findings, committee.Rules);

    /// <summary>The returns of a sheet and whose it is; <see langword="null"/> where the tables are no judge's sheet. One with an error has no returns.</summary>
    public static (ImmutableArray<Return> Returns, JudgedSheet Sheet)? Read(ImmutableArray<RawTable> tables, SourceFile source, ReadingScope scope, GroupedFindings findings)
    {
        if (FormIdentity.Of(tables, JudgeLayout.FormValue) is not { } mark) return null;
        var (file, none) = (Place.InFile(source.Name), (ImmutableArray<Return>.Empty, JudgedSheet.Unread));
        if (!mark.Fits(scope.Rules, findings)) return none;
        if (Committee.Of(scope.Rules) is not { } committee)
        {
            findings.Add(NothingJudged.At(file));
            return none;
        }
        var collector = scope.Rules.Plan.Collector;
        if (new[] { source.Unit, scope.ExpectedUnit }.Any(door => door is { } unit && unit != collector))
        {
            findings.Add(OtherDoor.At(file, scope.Rules.Plan.Find(collector)!.Name));
            return none;
        }
        if (mark.Whole(JudgeLayout.Judges) is not { } judges || mark.Whole(JudgeLayout.Judge) is not { } judge || judges > Committee.MostJudges || judge > judges)
        {
            findings.Add(Unreadable.At(file));
            return none;
        }
        var whose = new JudgedSheet(judge, judges);
        var returns = new JudgeSheetReader(committee, whose, findings).Read(tables);
        if (returns.IsEmpty && !findings.HasErrors) findings.Add(Unreadable.At(file));
        return (findings.HasErrors ? [] : returns, whose);
    }

    private ImmutableArray<Return> Read(ImmutableArray<RawTable> tables)
    {
        foreach (var table in tables.Where(t => t.Name != FormLayout.MarkSheet))
            if (table.Find(r => ColumnOfCode(r) > 0) is { } head)
                return ColumnsOf(head) is { } columns ? Rows(WithheldCells.In(table).Table, head, columns) : [];
        return [];
    }

    /// <summary>The column of each indicator; <see langword="null"/> where one is missing.</summary>
    private Dictionary<IndicatorNumber, int>? ColumnsOf(RawRow head)
    {
        var columns = new Dictionary<IndicatorNumber, int>();
        foreach (var cell in head.Cells.Where(c => c.Kind == RawKind.Text))
            if (IndicatorOfTable.In(cell.Text) is { } number) columns.TryAdd(number, cell.Column);
        return committee.Indicators.All(i => columns.ContainsKey(i.Number)) ? columns : null;
    }

    private ImmutableArray<Return> Rows(RawTable table, RawRow head, Dictionary<IndicatorNumber, int> columns)
    {
        var (notes, code, seen) = (new TableNotes(table.Place, findings), ColumnOfCode(head), new HashSet<UnitCode>());
        var returns = ImmutableArray.CreateBuilder<Return>();
        var below = new RowsBelow(code, [.. committee.Indicators.Select(i => columns[i.Number])], notes);
        foreach (var row in table.Rows.Where(r => r.Number > head.Number))
        {
            var typed = row.At(code) is { Length: <= LongestCode } cell ? ThaiNumerals.ToArabic(ThaiText.Normalise(cell.Text)) : "";
            if (committee.Find(typed) is not { } entrant)
            {
                if (!below.Has(row, typed)) notes.SayAt(row.PlaceOf(code), EntrantUnknown, typed.Length == 0 ? "–" : typed);
            }
            else if (!seen.Add(entrant.Code)) notes.SayAt(row.PlaceOf(code), EntrantTwice, committee.NameOf(entrant));
            else
                foreach (var scored in committee.Indicators.Where(i => committee.Scores(entrant.Code, i.Number)))
                    if (Score(row, columns[scored.Number], entrant, scored, notes) is { } read) returns.Add(read);
        }
        foreach (var lacking in committee.Entrants.Where(u => !seen.Contains(u.Code)))
            foreach (var scored in committee.Indicators.Where(i => committee.Scores(lacking.Code, i.Number))) notes.Say(Unscored, Said(lacking, scored));
        return returns.ToImmutable();
    }

    private Return? Score(RawRow row, int column, ReportingUnit entrant, JudgedIndicator scored, TableNotes notes)
    {
        if (row.At(column) is not { } cell || Words.IsBlank(cell.Text))
        {
            notes.SayAt(row.PlaceOf(column), Unscored, Said(entrant, scored));
            return null;
        }
        // Bounds are said by whom and of whom; that a cell holds a number is said as of any cell.
        if (NumberCells.Read(new("score", scored.Indicator.ShortText, ColumnType.Number), cell, notes.Cell(row, cell)) is not NumberValue { Number: var score } number) return null;
        if (score < scored.Least || score > scored.Most)
        {
            notes.SayAt(row.PlaceOf(column), OffRange, [.. Said(entrant, scored), ThaiNumerals.Exact(score), ThaiNumerals.Exact(scored.Least), ThaiNumerals.Exact(scored.Most)]);
            return null;
        }
        var values = ValuesById.Empty.With(scored.Judge.Id, new TextValue(Committee.NameOf(sheet.Judge).Thai)).With(scored.Score.Id, number);
        return new(entrant.Code, scored.Number, ReturnStatus.Reported) { Round = rules.Plan.Id, Rows = [new(sheet.Judge, values)] };
    }

    private BilingualText[] Said(ReportingUnit entrant, JudgedIndicator scored) =>
        [Committee.NameOf(sheet.Judge), committee.NameOf(entrant), scored.Number.Bilingual];

    /// <summary>The column of codes; 0 where the row is no head.</summary>
    private static int ColumnOfCode(RawRow row) =>
        row.Cells.FirstOrDefault(c => c.Kind == RawKind.Text && c.Length <= LongestCode && ThaiText.Key(c.Text) == CodeKey).Column;
}
