using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>Where something stands in what a person sent: as exact as the source allows, every part optional.</summary>
public sealed record Place
{
    /// <summary>The place that is not known, or that is the whole of what was sent.</summary>
    public static Place Nowhere { get; } = new();

    /// <summary>File name as the sender gave it; an entry of an archive is written after a slash.</summary>
    public string? File { get; init; }

    /// <summary>Worksheet name.</summary>
    public string? Sheet { get; init; }

    /// <summary>Cell address in A1 notation; of several cells the first.</summary>
    public string? Cell { get; init; }

    /// <summary>
    /// Where the same thing stands in several cells: their ranges in A1 notation, each within one column, parted by spaces
    /// (<c>D12:D603 F7</c>). <see langword="null"/> for one place.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cells { get; init; }

    /// <summary>How many places there are in all; <see langword="null"/> for one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    /// <summary>How many of <see cref="Count"/> are not named here; <see langword="null"/> when all are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? More { get; init; }

    /// <summary>Row of a worksheet or table, counted from 1 as its reader sees it.</summary>
    public int? Row { get; init; }

    /// <summary>JSON pointer (RFC 6901).</summary>
    public string? Pointer { get; init; }

    /// <summary>Line of a text file, counted from 1.</summary>
    public int? Line { get; init; }

    /// <summary>A whole file.</summary>
    public static Place InFile(string file) => new() { File = file ?? throw new ArgumentNullException(nameof(file)) };

    /// <summary>A whole worksheet.</summary>
    public static Place InSheet(string? file, string sheet) => new() { File = file, Sheet = sheet ?? throw new ArgumentNullException(nameof(sheet)) };

    /// <summary>One cell.</summary>
    public static Place InCell(string? file, string sheet, string cell) =>
        new() { File = file, Sheet = sheet ?? throw new ArgumentNullException(nameof(sheet)), Cell = cell ?? throw new ArgumentNullException(nameof(cell)) };

    /// <summary>One value of a JSON document.</summary>
    public static Place At(string pointer, int? line = null) => new() { Pointer = pointer ?? throw new ArgumentNullException(nameof(pointer)), Line = line };

    /// <summary>
    /// The parts that are known, outermost first: <c>returns.xlsx › ตัวชี้วัด 3 › D7</c>, several cells as <c>D12:D603, F7 (+40)</c>.
    /// Never converted to Thai digits.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var part in (ReadOnlySpan<string?>)[File, Sheet, Cells?.Replace(" ", ", ", StringComparison.Ordinal) ?? Cell, RowPart, Pointer, LinePart])
        {
            if (part is null) continue;
            if (text.Length > 0) text.Append(" › ");
            text.Append(part);
        }
        return More is { } more ? text.Append(CultureInfo.InvariantCulture, $" (+{more})").ToString() : text.ToString();
    }

    private string? RowPart => Row is { } row && Cell is null ? $"#{row}" : null;

    private string? LinePart => Line is { } line ? $"L{line}" : null;
}
