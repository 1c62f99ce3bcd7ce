using System.Text;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>Reads the text of paragraphs of a Word document, deleted text left out and counted.</summary>
internal sealed class WordText(PartXml xml)
{
    private const string BoxSigns = "☐☑☒□■";

    /// <summary>How many tracked changes were met.</summary>
    public int Changes { get; set; }

    /// <summary>How many texts of controls were read once that LibreOffice wrote several times over.</summary>
    public int Repeated { get; private set; }

    /// <summary>Whether the current element only stands round others.</summary>
    public static bool IsWrapper(PartXml xml) =>
        xml.Is("ins"u8) || xml.Is("moveTo"u8) || xml.Is("customXml"u8) || xml.Is("smartTag"u8) || xml.Is("hyperlink"u8) || xml.Is("fldSimple"u8)
        || xml.Is("dir"u8) || xml.Is("bdo"u8);

    /// <summary>Passes over the current element and counts it where it is what a tracked change takes away.</summary>
    public void PassDeleted()
    {
        if (xml.Is("del"u8) || xml.Is("moveFrom"u8)) Changes++;
        xml.Pass();
    }

    /// <summary>The text of the current paragraph.</summary>
    public string ReadParagraph()
    {
        var text = xml.Empty();
        AppendInside(text);
        return text.ToString();
    }

    /// <summary>Goes into the content of the current content control, unless that shows what it asks for.</summary>
    /// <returns>Its title; <see langword="null"/> where it has none, or has a tag.</returns>
    public string? ReadControl(Action content)
    {
        var (isPrompt, isTagged, title) = (false, false, (string?)null);
        for (var control = xml.Here; xml.NextChild(control);)
        {
            if (xml.Is("sdtPr"u8))
            {
                for (var properties = xml.Here; xml.NextChild(properties);)
                {
                    isPrompt |= xml.Is("showingPlcHdr"u8) && xml.Qualified("val"u8) is not ("0" or "false");
                    isTagged |= xml.Is("tag"u8);
                    if (xml.Is("alias"u8)) title = xml.Qualified("val"u8);
                }
            }
            else if (xml.Is("sdtContent"u8) && !isPrompt) content();
        }
        return isTagged ? null : title;
    }

    /// <summary>A paragraph with several boxes to tick, box by box.</summary>
    public static IEnumerable<string> Boxes(string paragraph)
    {
        var at = 0;
        for (var next = paragraph.AsSpan().IndexOfAny(BoxSigns); next >= 0;)
        {
            if (next > at) yield return paragraph[at..next];
            at = next;
            var more = paragraph.AsSpan(at + 1).IndexOfAny(BoxSigns);
            next = more < 0 ? -1 : at + 1 + more;
        }
        yield return paragraph[at..];
    }

    private void AppendInside(StringBuilder text)
    {
        RepeatedControls? controls = null;
        for (var parent = xml.Here; xml.NextChild(parent);)
        {
            if (xml.Is("sdt"u8))
            {
                controls ??= new(xml, text);
                var at = text.Length;
                controls.Add(ReadControl(() => AppendInside(text)), at);
                continue;
            }
            controls?.End();
            if (xml.Is("r"u8)) AppendRun(text);
            else if (IsWrapper(xml))
            {
                if (xml.Is("ins"u8) || xml.Is("moveTo"u8)) Changes++;
                AppendInside(text);
            }
            else PassDeleted();
        }
        controls?.End();
        Repeated += controls?.Count ?? 0;
    }

    private void AppendRun(StringBuilder text)
    {
        for (var run = xml.Here; xml.NextChild(run);)
        {
            if (xml.Is("t"u8)) xml.AppendText(text);
            else if (xml.Is("tab"u8)) text.Append('\t');
            else if (xml.Is("br"u8) || xml.Is("cr"u8)) text.Append('\n');
            else if (xml.Is("noBreakHyphen"u8)) text.Append('-');
            else if (xml.Is("sym"u8)) text.Append(Symbol(xml.Qualified("char"u8)));
        }
    }

    /// <summary>The boxes and ticks of Wingdings, which have no characters of their own.</summary>
    private static string Symbol(string? code) => code?.ToUpperInvariant() switch
    {
        "F0FE" or "00FE" or "F052" => "☑",
        "F0FD" or "00FD" or "F054" => "☒",
        "F0A8" or "00A8" or "F06F" or "F0A3" => "☐",
        "F0FC" or "00FC" or "F050" => "✓",
        _ => "",
    };
}
