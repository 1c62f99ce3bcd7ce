using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>A workbook of typed cells, written by <see cref="ExcelWriter"/>.</summary>
/// <param name="Title">Title in the properties; never empty.</param>
/// <param name="AsOf">Day the content is of; the only date in the file's properties.</param>
/// <param name="Sheets">In order; at least one of them visible.</param>
internal sealed record Workbook(string Title, DateOnly AsOf, ImmutableArray<Sheet> Sheets)
{
    /// <summary>Who answers for the content: an office, never a person. Default: none.</summary>
    public string? Author { get; init; }

    /// <summary>Names of ranges. Default: none.</summary>
    public ImmutableArray<DefinedName> Names { get; init; } = [];
}

/// <summary>A name for a range of a sheet.</summary>
/// <param name="Name">A letter or underscore, then letters, digits, underscores and full stops; not like a cell address; unique regardless of case.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Range">The range.</param>
internal sealed record DefinedName(string Name, string Sheet, CellRange Range);
