namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Notes findings at pointers into a text.</summary>
internal sealed class Report(FindingList findings, JsonPart root)
{
    /// <summary>The text itself.</summary>
    public JsonPart Root => root;

    public void Add(string pointer, FindingKind kind, params ReadOnlySpan<BilingualText> arguments) =>
        findings.Add(kind.At(Place.At(pointer, findings.IsFull ? null : root.LineOf(pointer)), arguments));

    /// <summary>A reference that nothing answers to.</summary>
    public void Unknown(string pointer, BilingualText what, string name, IEnumerable<string> known) =>
        Add(pointer, FrameworkFindings.Unknown, what, name, findings.Suggest(name, known));
}
