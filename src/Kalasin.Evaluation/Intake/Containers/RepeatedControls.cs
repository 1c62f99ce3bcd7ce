using System.Text;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// Reads once what LibreOffice 7.4 writes several times over: of a content control whose text is not of one script it makes controls side by side with the same title and no tag. The first
/// holds the whole text, each of the others a stretch of one script with the whole behind it, and a last one may hold the whole alone. The stretches together are the
/// whole, or what follows its first stretch where that is not Thai. Anything else stays as it stands.
/// </summary>
/// <param name="xml">Where the controls are read from.</param>
/// <param name="text">What their text is appended to.</param>
internal sealed class RepeatedControls(PartXml xml, StringBuilder text)
{
    private readonly List<string> stretches = [];
    private string? title;
    private string whole = "";
    private int taken;

    /// <summary>How many texts were read once that stood there several times.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a control that was just read.</summary>
    /// <param name="name">Its title; <see langword="null"/> where it has none, or has a tag.</param>
    /// <param name="at">Where its text begins.</param>
    public void Add(string? name, int at)
    {
        var said = text.ToString(at, text.Length - at);
        text.Length = at;
        var goesOn = name is not null && name == title;
        // Together they are no longer than the whole, which bounds what is kept here; one without a stretch is the last.
        if (goesOn && said.EndsWith(whole, StringComparison.Ordinal) && stretches is not [.., ""] && taken + said.Length <= 2 * whole.Length)
        {
            stretches.Add(said[..^whole.Length]);
            taken += said.Length - whole.Length;
            return;
        }
        End(isBroken: goesOn);
        (title, whole) = (said.Length > 0 ? name : null, said);
        xml.Append(text, said);
    }

    /// <summary>Ends the controls that stand side by side.</summary>
    /// <param name="isBroken">Whether one of the same title follows that is no copy.</param>
    public void End(bool isBroken = false)
    {
        if (stretches.Count > 0 && !isBroken && IsOneText()) Count++;
        else foreach (var stretch in stretches) xml.Append(text, stretch + whole);
        stretches.Clear();
        (title, taken) = (null, 0);
    }

    private bool IsOneText()
    {
        var all = string.Concat(stretches);
        return all.Length > 0 && whole.EndsWith(all, StringComparison.Ordinal) && !whole.AsSpan(0, whole.Length - all.Length).ContainsAnyInRange('\u0E00', '\u0E7F');
    }
}
