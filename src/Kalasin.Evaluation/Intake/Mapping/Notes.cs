using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Takes down findings on one table.</summary>
/// <param name="table">Where the table stands.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class TableNotes(Place table, GroupedFindings findings)
{
    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    public void Say(FindingKind kind, params ReadOnlySpan<BilingualText> arguments) => SayAt(table, kind, arguments);

    /// <summary>Whether something that holds for many cells of the table is said for the first time.</summary>
    public bool IsFirst(FindingKind kind) => said.Add(kind.Code);

    /// <summary>How often something was said.</summary>
    public int Said { get; private set; }

    public Finding SayAt(Place place, FindingKind kind, params ReadOnlySpan<BilingualText> arguments)
    {
        Said++;
        return findings.Add(kind.At(place, arguments));
    }

    /// <summary>Notes on a cell outside registers.</summary>
    public CellNotes Cell(RawRow row, RawCell cell) => new(this, row, cell.Column);
}

/// <summary>Takes down findings on one cell; in registers, errors also as faults of the row, whose place is row and column only.</summary>
/// <param name="Table">Notes on its table.</param>
/// <param name="Row">Its row; where it stands is only looked up when there is something to say, as there seldom is.</param>
/// <param name="At">Number of its column in the table.</param>
/// <param name="Draft">The register's row.</param>
/// <param name="Column">Id of its column in the register.</param>
internal readonly record struct CellNotes(
    TableNotes Table, RawRow Row, int At, RowDraft? Draft = null, string Column = "")
{
    public void Say(FindingKind kind, params ReadOnlySpan<BilingualText> arguments)
    {
        var said = Table.SayAt(Row.PlaceOf(At), kind, arguments);
        if (kind.Severity == Severity.Error && Draft is { } draft) draft.Fault(said with { Place = new() { Row = draft.Number, Pointer = "/" + Column } });
    }

    /// <summary>Says once on a table what holds for many of its cells.</summary>
    public void SayOnce(FindingKind kind, params ReadOnlySpan<BilingualText> arguments)
    {
        if (Table.IsFirst(kind)) Say(kind, arguments);
    }
}
