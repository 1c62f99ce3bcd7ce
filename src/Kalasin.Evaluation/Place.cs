using System.Text;

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

    /// <summary>Cell address in A1 notation.</summary>
    public string? Cell { get; init; }

    /// <summary>Row of a worksheet or table, counted from 1 as its reader sees it.</summary>
    public int? Row { get; init; }

    /// <summary>JSON pointer (RFC 6901).</summary>
    public string? Pointer { get; init; }

    /// <summary>Line of a text file, counted from 1.</summary>
    public int? Line { get; init; }

    /// <summary>A whole file.</summary>
    public static Place InFile(string file) => new() { File = file };

    /// <summary>A whole worksheet.</summary>
    public static Place InSheet(string? file, string sheet) => new() { File = file, Sheet = sheet };

    /// <summary>One cell.</summary>
    public static Place InCell(string? file, string sheet, string cell) => new() { File = file, Sheet = sheet, Cell = cell };

    /// <summary>One value of a JSON document.</summary>
    public static Place At(string pointer, int? line = null) => new() { Pointer = pointer, Line = line };

    /// <summary>The parts that are known, outermost first: <c>returns.xlsx › ตัวชี้วัด 3 › D7</c>. Never converted to Thai digits.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var part in (ReadOnlySpan<string?>)[File, Sheet, Cell, Row is { } r && Cell is null ? $"#{r}" : null, Pointer, Line is { } l ? $"L{l}" : null])
        {
            if (part is null) continue;
            if (text.Length > 0) text.Append(" › ");
            text.Append(part);
        }
        return text.ToString();
    }
}
