namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>A content control (ECMA-376 part 1, 17.5.2): its properties and what it holds.</summary>
/// <param name="Element">The control.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="Content">What it holds.</param>
internal sealed record FormControl(MarkedElement Element, MarkedElement Properties, MarkedElement Content)
{
    /// <summary>The control that an element is; <see langword="null"/> where it is none, or one without content.</summary>
    public static FormControl? Of(MarkedElement element) =>
        element.Name == "sdt" && element.Child("sdtPr") is { } properties && element.Child("sdtContent") is { } content ? new(element, properties, content) : null;

    /// <summary>What its tag and its title say, the tag first; empty for a control that asks for nothing.</summary>
    public IEnumerable<string> Names =>
        new[] { Properties.Child("tag")?["val"], Properties.Child("alias")?["val"] }.OfType<string>().Where(n => n.Trim().Length > 0);

    /// <summary>It shows a text that asks to be replaced.</summary>
    public MarkedElement? Placeholder => Properties.Child("showingPlcHdr");

    /// <summary>What it shows is kept elsewhere in the file, and would come back from there.</summary>
    public bool IsBound => Properties.Child("dataBinding") is not null;

    /// <summary>What kind it is; <see langword="null"/> where it is rich text.</summary>
    public MarkedElement? Kind => Properties.Children.FirstOrDefault(c => c.Name is "text" or "date" or "checkbox" or "dropDownList" or "comboBox" or "picture" or "repeatingSection" or "repeatingSectionItem");

    /// <summary>How what it holds is to look: as it does now, or where that only asks to be replaced, as the control says.</summary>
    public string Face =>
        (Placeholder is not null ? Properties.Child("rPr") : Content.Descendants().FirstOrDefault(e => e.Name == "r")?.Child("rPr") ?? Properties.Child("rPr")) is { } face
            ? face.Letters.ToString()
            : "";
}
