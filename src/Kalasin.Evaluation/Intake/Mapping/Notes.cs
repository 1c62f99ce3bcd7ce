using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Takes down findings on one worksheet.</summary>
/// <param name="file">File name.</param>
/// <param name="sheet">Sheet name.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class SheetNotes(string file, string sheet, GroupedFindings findings)
{
    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    public void Say(FindingKind kind, params ReadOnlySpan<BilingualText> arguments) => findings.Add(kind.At(Place.InSheet(file, sheet), arguments));

    /// <summary>Whether something that holds for many cells of the sheet is said for the first time.</summary>
    public bool IsFirst(FindingKind kind) => said.Add(kind.Code);

    public Finding SayAt(string address, FindingKind kind, params ReadOnlySpan<BilingualText> arguments) =>
        findings.Add(kind.At(Place.InCell(file, sheet, address), arguments));

    /// <summary>Notes on a cell outside registers.</summary>
    public CellNotes Cell(RawRow row, RawCell cell) => new(this, row.Address(cell.Column), null, Place.Nowhere);
}

/// <summary>Takes down findings on one cell; in registers, errors also as faults of the row, whose place is row and column only.</summary>
internal readonly record struct CellNotes(SheetNotes Sheet, string Address, List<Finding>? Faults, Place FaultPlace)
{
    public void Say(FindingKind kind, params ReadOnlySpan<BilingualText> arguments)
    {
        var said = Sheet.SayAt(Address, kind, arguments);
        if (kind.Severity == Severity.Error) Faults?.Add(said with { Place = FaultPlace });
    }

    /// <summary>Says once on a sheet what holds for many of its cells.</summary>
    public void SayOnce(FindingKind kind, params ReadOnlySpan<BilingualText> arguments)
    {
        if (Sheet.IsFirst(kind)) Say(kind, arguments);
    }
}
