using System.Collections.Frozen;
using System.Text;
using Kalasin.Evaluation.Documents.Opc;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Remarks;

/// <summary>What changes in a worksheet: colours over the cells with findings, and the way to the drawing of its notes. No cell is touched.</summary>
internal static class SheetEdits
{
    /// <summary>Always true, and known again: colours of ours from before are taken away.</summary>
    private const string Condition = "N(\"kalasin\")=0";

    // The order of a worksheet's children (ECMA-376 part 1, 18.3.1.99), from those on that come behind.
    private static readonly FrozenSet<string> BehindColours = ((string[])
    [
        "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
        "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing",
    ]).ToFrozenSet();

    private static readonly FrozenSet<string> BehindDrawing = ((string[])
    [
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems", "tableParts", "extLst",
    ]).ToFrozenSet();

    /// <param name="package">The workbook.</param>
    /// <param name="part">The worksheet.</param>
    /// <param name="drawing">Id of the relationship to the drawing; <see langword="null"/> where it is led to already.</param>
    /// <param name="notes">What is said beside its cells.</param>
    /// <param name="styles">Looks of ours.</param>
    /// <param name="dialect">The edition of the standard.</param>
    public static PartEdits Of(OfficePackage package, string part, string? drawing, SheetNotes notes, AddedStyles styles, Dialect dialect)
    {
        var edits = new PartEdits(package, part);
        long? colours = null, picture = null;
        using var xml = package.Open(part);
        var root = xml.Root();
        var isBehindData = false;
        while (xml.NextChild(root))
        {
            var name = xml.Name[(xml.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];
            var at = xml.At;
            if (isBehindData && BehindColours.Contains(name)) colours ??= at;
            if (isBehindData && BehindDrawing.Contains(name)) (colours, picture) = (colours ?? at, picture ?? at);
            isBehindData |= name == "sheetData";
            if (name == "conditionalFormatting" && IsOurs(xml)) edits.Remove(at, xml.EndAt);
            else xml.Pass();
        }
        // Where the first thing behind goes too, what is put in comes before it.
        edits.Insert(colours ?? xml.At, Colours(notes, styles, dialect));
        if (drawing is not null) edits.Insert(picture ?? xml.At, $"<legacyDrawing xmlns=\"{dialect.Main}\" xmlns:r=\"{dialect.Relations}\" r:id=\"{drawing}\"/>");
        return edits;
    }

    /// <summary>Reads the current element to its end.</summary>
    private static bool IsOurs(PartXml xml)
    {
        var isOurs = false;
        for (var element = xml.Here; xml.NextInside(element);)
            if (xml.Is("formula"u8)) isOurs |= xml.Text() == Condition;
        return isOurs;
    }

    private static string Colours(SheetNotes notes, AddedStyles styles, Dialect dialect)
    {
        if (!styles.HasColours) return "";
        var text = new StringBuilder();
        var priority = 100_000;
        foreach (var (severity, ranges) in notes.Marked)
            text.Append($"<conditionalFormatting xmlns=\"{dialect.Main}\" sqref=\"{ranges}\"><cfRule type=\"expression\" dxfId=\"{styles.ColourOf(severity)}\" priority=\"{priority++}\"><formula>{XmlText.Escape(Condition)}</formula></cfRule></conditionalFormatting>");
        return text.ToString();
    }
}
