using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Collects findings of one text, at most as many as a person reads.</summary>
internal sealed class FindingList
{
    private const int Most = 200;
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
    public BilingualText Suggest(string typed, IEnumerable<string> known) => IsFull ? BilingualText.Empty : Suggestion.For(typed, known);

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Finding> Close() =>
    [
        .. findings.OrderBy(f => f.Place.Line ?? 0),
        .. left == 0 ? [] : new[] { JsonFindings.More.At(Place.Nowhere, ThaiNumerals.Number(Most), ThaiNumerals.Number(left)) },
    ];
}
