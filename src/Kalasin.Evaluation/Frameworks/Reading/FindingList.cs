using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Collects findings of one text, at most as many as a person reads.</summary>
internal sealed class FindingList
{
    /// <summary>As many as are told one by one.</summary>
    public const int Most = 200;

    private const int LongestTyped = 100;
    private readonly List<Finding> findings = [];
    private int left;

    public bool HasErrors { get; private set; }

    public bool IsFull => findings.Count >= Most;

    public void Add(Finding finding)
    {
        HasErrors |= finding.Severity == Severity.Error;
        if (IsFull) left++;
        else findings.Add(finding);
    }

    /// <summary>"Is … meant?", asked only while somebody will read it: comparing names is what costs time.</summary>
    /// <returns>The question with a space before it, or nothing when no name or several are near.</returns>
    public BilingualText Suggest(string typed, IEnumerable<string> known)
    {
        if (IsFull || typed.Length > LongestTyped) return BilingualText.Empty;
        var near = known.Where(k => ThaiText.Key(k) == ThaiText.Key(typed) || ThaiText.IsNearMiss(typed, k)).Take(2).ToList();
        return near.Count == 1 ? new($" หมายถึง “{near[0]}” หรือไม่", $" Is “{near[0]}” meant?") : BilingualText.Empty;
    }

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Finding> Close() =>
    [
        .. findings.OrderBy(f => f.Place.Line ?? 0),
        .. left == 0 ? [] : new[] { JsonFindings.More.At(Place.Nowhere, ThaiNumerals.Number(Most), ThaiNumerals.Number(left)) },
    ];
}

/// <summary>Notes findings at pointers into a text.</summary>
internal sealed class PlacedFindings(FindingList findings, JsonPart root)
{
    /// <summary>The text itself.</summary>
    public JsonPart Root => root;

    /// <summary>What stands in for the parts that were wrong already; nothing is said of those again.</summary>
    public MendedRules? Mended { get; init; }

    public void Add(string pointer, FindingKind kind, params ReadOnlySpan<BilingualText> arguments)
    {
        if (Mended?.Hides(pointer, kind) != true) findings.Add(kind.At(Place.At(pointer, findings.IsFull ? null : root.LineOf(pointer)), arguments));
    }

    /// <summary>A reference that nothing answers to.</summary>
    public void Unknown(string pointer, BilingualText what, string name, IEnumerable<string> known) =>
        Add(pointer, FrameworkFindings.Unknown, what, name, findings.Suggest(name, known));
}
