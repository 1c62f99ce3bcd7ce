using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>A table whose personal data are withheld before anything is read from it, so that neither values nor findings can carry them further.</summary>
/// <param name="Table">The table with <see cref="PersonalData.Withheld"/> in their place.</param>
/// <param name="Cells">The cells that had some.</param>
internal sealed record WithheldCells(RawTable Table, ImmutableArray<(RawRow Row, RawCell Cell)> Cells)
{
    /// <summary>Steps for each letter: patterns, and the parting of words where a title stands within a run of letters.</summary>
    private const int StepsToFindNames = 40;

    /// <summary>Everything up to the certification, below which the signers' names belong and nothing is read.</summary>
    public static WithheldCells In(RawTable table)
    {
        var cells = ImmutableArray.CreateBuilder<(RawRow, RawCell)>();
        var rows = table.Rows.ToBuilder();
        for (var i = 0; i < rows.Count && TableParts.PartOf(rows[i].Cells[0]) != FormPart.Certification; i++)
        {
            var (row, left) = (rows[i], (RawCell[]?)null);
            for (var c = 0; c < row.Cells.Length; c++)
            {
                var cell = row.Cells[c];
                if (Withheld(cell) is not { } kept) continue;
                (left ??= row.Cells.ToArray())[c] = cell.Saying(kept);
                cells.Add((row, cell));
            }
            if (left is not null) rows[i] = row.With(left);
        }
        return new(cells.Count == 0 ? table : table with { Rows = rows.ToImmutable() }, cells.ToImmutable());
    }

    /// <summary>Says where they are, except in the codes of cases, whose reader asks for another code.</summary>
    public void Say(RegisterHead? head, IEnumerable<RowDraft> rows, TableNotes notes)
    {
        if (Cells.IsEmpty) return;
        var register = rows.Select(r => r.Row.Number).ToHashSet();
        foreach (var (row, cell) in Cells)
        {
            var isCode = register.Contains(row.Number) && head?[cell.Column] is { CaseCode: true };
            if (!isCode) notes.SayAt(row.PlaceOf(cell.Column), CellFindings.PersonalDataWithheld);
        }
    }

    /// <summary>What is left of a cell; <see langword="null"/> where nothing is withheld. Typed invisible signs don't hide a name.</summary>
    private static string? Withheld(RawCell cell)
    {
        if (cell.Kind is not (RawKind.Text or RawKind.Number)) return null;
        cell.PayFor(StepsToFindNames);
        var lines = cell.Text.Split('\n').Select(ThaiText.Normalise).ToList();
        var kept = lines.ConvertAll(PersonalData.Withhold);
        return kept.SequenceEqual(lines, StringComparer.Ordinal) ? null : string.Join('\n', kept);
    }
}
