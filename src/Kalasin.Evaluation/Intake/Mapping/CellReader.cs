using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.Intake.CellFindings;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads a filled cell as what its column holds. What can't be understood becomes an <see cref="UnreadValue"/> and a finding.</summary>
internal sealed class CellReader(ReadingScope scope)
{
    private readonly DateCells dates = new(scope);
    private readonly ChoiceCells choices = new();
    private readonly PlaceCells places = new(scope);

    /// <summary>The value of a cell.</summary>
    /// <param name="column">What it should hold.</param>
    /// <param name="cell">The cell; not blank.</param>
    /// <param name="district">What stands in the row's district column, when there is one.</param>
    /// <param name="notes">Where findings go.</param>
    public CellValue Read(Column column, RawCell cell, string? district, CellNotes notes)
    {
        if (cell.Kind == RawKind.Error)
        {
            notes.Say(ErrorCell, Words.Quote(cell.Text));
            return new UnreadValue(cell.Text);
        }
        if (cell.Kind == RawKind.Uncalculated)
        {
            notes.Say(Uncalculated);
            return new UnreadValue("");
        }
        return column.Type switch
        {
            ColumnType.Number => NumberCells.Read(column, cell, notes),
            ColumnType.Date => dates.Read(cell, notes),
            ColumnType.Choice => choices.ReadChoice(column, cell, notes),
            ColumnType.Flag => ChoiceCells.ReadFlag(column, cell, notes),
            ColumnType.Authority => places.ReadAuthority(cell, district, notes),
            ColumnType.Sender => places.ReadSender(cell, district, notes),
            _ => ReadText(column, cell, notes),
        };
    }

    /// <summary>A single fact, read like a cell of a column.</summary>
    public CellValue Read(Fact fact, RawCell cell, CellNotes notes) =>
        Read(new Column(fact.Id, fact.Label, fact.Type) { Options = fact.Options }, cell, null, notes);

    /// <summary>A date outside registers; <see langword="null"/> when it could not be read.</summary>
    public DateOnly? ReadDate(RawCell cell, CellNotes notes) => (dates.Read(cell, notes) as DateValue)?.Date;

    private static CellValue ReadText(Column column, RawCell cell, CellNotes notes)
    {
        var text = cell.Kind == RawKind.Date ? DateCells.Shown(cell) : ThaiText.Normalise(cell.Text);
        if (!column.CaseCode || !text.Contains(PersonalData.Withheld, StringComparison.Ordinal)) return new TextValue(text);
        notes.Say(PersonalDataInCode, column.Heading);
        return new UnreadValue(PersonalData.Withheld);
    }
}
