using System.Globalization;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Remarks;

/// <summary>Looks that are put behind those of a workbook, none of which changes: texts in lines, and colours for cells with findings.</summary>
/// <param name="Lines">Number of the look of texts in lines; 0 where there can be none.</param>
/// <param name="FirstColour">Number of the first colour; -1 where there can be none.</param>
internal sealed record AddedStyles(int Lines, int FirstColour)
{
    /// <summary>No looks.</summary>
    public static AddedStyles None { get; } = new(0, -1);

    /// <summary>Whether there are colours.</summary>
    public bool HasColours => FirstColour >= 0;

    /// <summary>Number of the heading's colour.</summary>
    public int Heading => FirstColour + 2;

    /// <summary>Number of a colour.</summary>
    public int ColourOf(Severity severity) => FirstColour + (severity == Severity.Error ? 0 : 1);

    /// <summary>The looks, with the edits that put them in.</summary>
    public static (AddedStyles Styles, PartEdits Edits) To(OfficePackage package, string part, Dialect dialect)
    {
        var edits = new PartEdits(package, part);
        var (lines, colours) = (0, -1);
        long? behindColours = null;
        using var xml = package.Open(part);
        var root = xml.Root();
        while (xml.NextChild(root))
        {
            if (xml.Is("cellXfs"u8)) lines = Append(xml, 1, Wrapped(dialect), edits);
            else if (xml.Is("dxfs"u8)) colours = Append(xml, 3, Colours(dialect), edits);
            else
            {
                if (xml.Is("tableStyles"u8) || xml.Is("colors"u8) || xml.Is("extLst"u8)) behindColours ??= xml.At;
                xml.Pass();
            }
        }
        if (root.IsEmpty) return (None, new(package, part));
        if (colours < 0)
        {
            edits.Insert(behindColours ?? xml.At, $"<dxfs xmlns=\"{dialect.Main}\" count=\"3\">{Colours(dialect)}</dxfs>");
            colours = 0;
        }
        return (new(lines, colours), edits);
    }

    /// <summary>Digits that a count may have more than another, and the bracket.</summary>
    private const int LongestCount = 8;

    /// <returns>How many there were.</returns>
    private static int Append(PartXml xml, int more, string added, PartEdits edits)
    {
        var (list, name, start, end, count) = (xml.Here, xml.Name, xml.At, xml.EndAt, 0);
        while (xml.NextChild(list))
        {
            count++;
            xml.Pass();
        }
        // The list says how many it has; a program that believes it would not see ours.
        var says = $"<{name} count=\"{(count + more).ToString(CultureInfo.InvariantCulture)}\"";
        var saysMore = end - start > says.Length + LongestCount;
        if (list.IsEmpty) edits.Replace(start, end, $"{says}>{added}</{name}>");
        else
        {
            if (!saysMore) edits.Replace(start, end, $"{says}>");
            edits.Insert(xml.At, added);
        }
        return count;
    }

    private static string Wrapped(Dialect dialect) =>
        $"<xf xmlns=\"{dialect.Main}\" numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>";

    private static string Colours(Dialect dialect) => string.Concat(
        Fill(dialect, "FFFFC7CE", isBold: false), Fill(dialect, "FFFFEB9C", isBold: false), Fill(dialect, "FFDCE6F1", isBold: true));

    private static string Fill(Dialect dialect, string colour, bool isBold) =>
        $"<dxf xmlns=\"{dialect.Main}\">{(isBold ? "<font><b/></font>" : "")}<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor rgb=\"{colour}\"/></patternFill></fill></dxf>";
}
