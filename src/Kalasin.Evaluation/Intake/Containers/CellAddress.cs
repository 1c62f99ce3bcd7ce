namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Cell addresses in A1 notation.</summary>
internal static class CellAddress
{
    public const int LastColumn = 16_384;
    private const int LastRow = 1_048_576;

    /// <summary>The address of a column and row, both from 1.</summary>
    public static string Of(int column, int row)
    {
        Span<char> letters = stackalloc char[4];
        var at = letters.Length;
        for (var rest = column; rest > 0; rest = (rest - 1) / 26) letters[--at] = (char)('A' + (rest - 1) % 26);
        return $"{letters[at..]}{row}";
    }

    /// <summary>Reads an address, dollar signs aside; <see langword="false"/> outside the grid of a worksheet.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out int column, out int row)
    {
        column = row = 0;
        foreach (var c in text)
        {
            if (c == '$') continue;
            if (row == 0 && (c | 0x20) is >= 'a' and <= 'z') column = column * 26 + (c & ~0x20) - 'A' + 1;
            else if (c is >= (byte)'0' and <= (byte)'9' && column > 0) row = row * 10 + c - '0';
            else return false;
            if (column > LastColumn || row > LastRow) return false;
        }
        return column > 0 && row > 0;
    }

    /// <summary>Reads a row number; <see langword="false"/> outside the grid.</summary>
    public static bool TryParseRow(ReadOnlySpan<byte> text, out int row)
    {
        row = 0;
        foreach (var c in text)
        {
            if (c is < (byte)'0' or > (byte)'9') return false;
            row = row * 10 + c - '0';
            if (row > LastRow) return false;
        }
        return row > 0;
    }
}
