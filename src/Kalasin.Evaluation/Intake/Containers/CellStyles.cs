using System.Globalization;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Whether the number formats of a workbook's styles show a number as a date or as a percentage (ECMA-376 part 1, 18.8.30).</summary>
internal sealed class CellStyles
{
    private readonly List<RawKind> kinds = [];

    /// <summary>Styles of a workbook that has none: every number is a number.</summary>
    public static CellStyles None { get; } = new();

    public RawKind KindOf(ReadOnlySpan<byte> style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < kinds.Count ? kinds[index] : RawKind.Number;

    public static CellStyles Read(PartXml xml, Budget budget)
    {
        var styles = new CellStyles();
        var formats = new Dictionary<string, RawKind>(StringComparer.Ordinal);
        for (var root = xml.Root(); xml.NextChild(root);)
        {
            if (xml.Is("numFmts"u8))
            {
                for (var list = xml.Here; xml.NextChild(list);)
                {
                    if (xml["numFmtId"u8] is not { } id || xml["formatCode"u8] is not { } code) continue;
                    budget.Hold(64 + 2 * id.Length);
                    formats[id] = KindOfCode(code);
                }
            }
            else if (xml.Is("cellXfs"u8))
            {
                for (var list = xml.Here; xml.NextChild(list);)
                {
                    if (!xml.Is("xf"u8)) continue;
                    budget.Hold(sizeof(RawKind));
                    styles.kinds.Add(xml["numFmtId"u8] is { } id ? KindOf(id, formats) : RawKind.Number);
                }
            }
        }
        return styles;
    }

    private static RawKind KindOf(string id, Dictionary<string, RawKind> formats)
    {
        if (formats.TryGetValue(id, out var own)) return own;
        if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return RawKind.Number;
        return number switch
        {
            9 or 10 => RawKind.Percent,
            >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58 or >= 71 and <= 81 => RawKind.Date,
            _ => RawKind.Number,
        };
    }

    /// <summary>A date format has a day, month or year letter outside quotation marks, brackets and escapes; hours and minutes alone are no date.</summary>
    private static RawKind KindOfCode(string code)
    {
        var isQuoted = false;
        var isPercent = false;
        var lastBracket = code.LastIndexOf(']');
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"': isQuoted = !isQuoted; break;
                case '\\' or '_' or '*': i++; break;
                case '[' when !isQuoted && i < lastBracket: i = code.IndexOf(']', i); break;
                case '%' when !isQuoted: isPercent = true; break;
                case 'd' or 'D' or 'y' or 'Y' or 'b' or 'B' or 'ว' or 'ป' when !isQuoted: return RawKind.Date;
                case 'm' or 'M' when !isQuoted && code.AsSpan(i).StartsWith("mmm", StringComparison.OrdinalIgnoreCase): return RawKind.Date;
            }
        }
        return isPercent ? RawKind.Percent : RawKind.Number;
    }
}
