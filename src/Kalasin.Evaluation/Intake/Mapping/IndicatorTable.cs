using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads the table of one indicator as one unit's return.</summary>
internal static class IndicatorTable
{
    /// <summary>Some ten pages, where one is asked for.</summary>
    private const int LongestText = 20_000;

    /// <summary>The return, or <see langword="null"/> after a finding that says why there is none.</summary>
    public static Return? Read(RawTable table, ReportingUnit unit, Indicator indicator, ReadingScope scope, CellReader cells, TableNotes notes)
    {
        var schema = indicator.Register;
        var withheld = schema.HoldsNoPersonalData ? WithheldCells.In(table) : new(table, []);
        table = withheld.Table;
        var number = ThaiNumerals.Digits(indicator.Number.Value);
        var parts = TableParts.Of(table);
        var register = parts.FirstOrDefault(p => p.Part == FormPart.Register);
        var ticked = StatusReader.Ticked(parts, notes);
        if (table.Rows.Count(r => r.IsHidden && r.Cells.Length > 1) is > 0 and var hidden) notes.Say(HiddenRows, ThaiNumerals.Number(hidden));

        var read = FactsReader.Read(parts.FirstOrDefault(p => p.Part == FormPart.Facts), schema, cells, notes);
        var head = RegisterHead.Find(register?.Below ?? table.Rows, schema, notes);
        var rows = RowDrafts.None;
        if (head is { IsComplete: true })
        {
            var reader = new RegisterReader(schema, head, cells, notes);
            rows = reader.Read(Under(head, register is null ? RowsOfTable(table, parts, head) : register.Below.AsMemory()));
            RowChecks.Check(schema, rows, read.Values, scope, reader);
            UncountedRows.Say(indicator, rows, read.Values, scope, reader, notes);
        }
        withheld.Say(head, rows, notes);
        var made = rows.Finish();
        var facts = FactChecks.Check(schema, read, made, scope);
        var narrative = new Narrative(
            Text(parts, FormPart.Results, notes), Text(parts, FormPart.SuccessFactors, notes),
            Text(parts, FormPart.Obstacles, notes), Text(parts, FormPart.Suggestions, notes));
        // A register may have หลักฐาน for its first heading.
        var evidence = EvidenceReader.Read(parts.FirstOrDefault(p => p.Part == FormPart.Evidence && p.Row.Number != head?.Row.Number), cells, notes);
        var isFilled = made.Length > 0 || !facts.IsEmpty || narrative != Narrative.Empty || !evidence.IsEmpty || HoldsUnread(table, head);

        if (StatusReader.Decide(ticked, made.Length, isFilled, number, notes) is not { } status) return null;
        if (status != ReturnStatus.Nil && head is null) notes.Say(NoRegister, number, BilingualText.Join(", ", schema.Columns.Select(c => c.Heading)));
        if (status != ReturnStatus.Nil && head is not { IsComplete: true }) return null;

        var reason = Text(parts, FormPart.NilReason, notes);
        if (indicator.SelfScore is { } self && facts.GetValueOrDefault(self) is NumberValue { Number: var given }) notes.Say(SelfScored, number, ThaiNumerals.Exact(given), ThaiNumerals.Exact(indicator.FullScore));
        if (status == ReturnStatus.Nil) notes.Say(NilRecorded, number);
        if (status == ReturnStatus.Nil && reason.Length == 0) notes.Say(NilWithoutReason);
        return new(unit.Code, indicator.Number, status)
        {
            Round = scope.Rules.Plan.Id,
            NilReason = status == ReturnStatus.Nil && reason.Length > 0 ? reason : null,
            DataAsOf = ReadDate(parts, cells, notes),
            Facts = facts,
            Rows = made,
            Narrative = narrative,
            Evidence = evidence,
        };
    }

    /// <summary>Whether something is typed below or beside no label where no head, or none that is whole, says what it is: such a sheet is not empty.</summary>
    private static bool HoldsUnread(RawTable table, RegisterHead? head) =>
        head is not { IsComplete: true } && table.Rows.Any(r => r.Cells.Length > 1 && r.Number != head?.Row.Number && TableParts.PartOf(r.Cells[0]) is null);

    /// <summary>A table without the label above it ends at the next label.</summary>
    private static ReadOnlyMemory<RawRow> RowsOfTable(RawTable table, ImmutableArray<TablePart> parts, RegisterHead head)
    {
        var end = parts.Where(p => p.Row.Number > head.Row.Number && p.Part > FormPart.Register).Select(p => p.Row.Number).DefaultIfEmpty(int.MaxValue).First();
        return table.Rows.AsMemory()[..Before(table.Rows.AsSpan(), end)];
    }

    private static ReadOnlyMemory<RawRow> Under(RegisterHead head, ReadOnlyMemory<RawRow> rows) => rows[Before(rows.Span, head.Row.Number + 1)..];

    /// <summary>How many rows stand before a number.</summary>
    private static int Before(ReadOnlySpan<RawRow> rows, int number)
    {
        var (first, last) = (0, rows.Length);
        while (first < last)
        {
            var middle = (first + last) / 2;
            if (rows[middle].Number < number) first = middle + 1;
            else last = middle;
        }
        return first;
    }

    private static DateOnly? ReadDate(ImmutableArray<TablePart> parts, CellReader cells, TableNotes notes) =>
        parts.FirstOrDefault(p => p.Part == FormPart.DataAsOf) is { } part && part.Beside.Select(c => (RawCell?)c).FirstOrDefault() is { } cell
            ? cells.ReadDate(cell, notes.Cell(part.Row, cell))
            : null;

    private static string Text(ImmutableArray<TablePart> parts, FormPart part, TableNotes notes)
    {
        var text = Words.Lines(string.Join('\n', parts.Where(p => p.Part == part).SelectMany(p => p.Values).Select(v => v.Cell.Text)));
        if (text.Length <= LongestText) return text;
        var of = parts.First(p => p.Part == part);
        notes.SayAt(of.Row.PlaceOf(of.Label.Column), TextCut, ThaiNumerals.Number(LongestText));
        return Words.Lines(text[..LongestText]);
    }
}
