using System.Collections.Immutable;
using System.Text.Json;

namespace Kalasin.Evaluation.Returns;

/// <summary>
/// What one version of a return says and an earlier one did not, or the other way round. Pure. Rows and pieces of evidence are known by what
/// they say, wherever they stand: one that was changed is gone and another is added.
/// </summary>
/// <param name="Changes">Places outside rows and evidence that say something else.</param>
/// <param name="RowsAdded">Rows of the later version alone, in its order.</param>
/// <param name="RowsGone">Rows of the earlier version alone, in its order.</param>
/// <param name="EvidenceAdded">Evidence of the later version alone.</param>
/// <param name="EvidenceGone">Evidence of the earlier version alone.</param>
internal sealed record ReturnDifference(
    ImmutableArray<ReturnChange> Changes, ImmutableArray<RegisterRow> RowsAdded, ImmutableArray<RegisterRow> RowsGone,
    ImmutableArray<Evidence> EvidenceAdded, ImmutableArray<Evidence> EvidenceGone)
{
    /// <summary>Both say the same, though rows may have moved.</summary>
    public bool IsNone => Changes.IsEmpty && RowsAdded.IsEmpty && RowsGone.IsEmpty && EvidenceAdded.IsEmpty && EvidenceGone.IsEmpty;

    /// <summary>The difference of two versions of one return.</summary>
    /// <param name="earlier">The version before.</param>
    /// <param name="later">The version after it.</param>
    public static ReturnDifference Between(Return earlier, Return later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        RowFingerprint Name(RegisterRow row) => RowFingerprint.Of(later.Unit, row);
        return new(
            [.. ChangesOf(Said(earlier), Said(later))],
            Without(later.Rows, earlier.Rows, Name), Without(earlier.Rows, later.Rows, Name),
            Without(later.Evidence, earlier.Evidence, Unnumbered), Without(earlier.Evidence, later.Evidence, Unnumbered));
    }

    private static Evidence Unnumbered(Evidence evidence) => evidence with { Number = 0 };

    /// <summary>What is left of some when each of the others has taken one away that says the same.</summary>
    private static ImmutableArray<T> Without<T, TName>(ImmutableArray<T> some, ImmutableArray<T> others, Func<T, TName> name) where TName : notnull
    {
        var taken = others.CountBy(name).ToDictionary();
        return
        [
            .. some.Where(one =>
            {
                if (taken.GetValueOrDefault(name(one)) is not (> 0 and var left)) return true;
                taken[name(one)] = left - 1;
                return false;
            }),
        ];
    }

    private static IEnumerable<ReturnChange> ChangesOf(SortedDictionary<string, CellValue> earlier, SortedDictionary<string, CellValue> later) =>
        from place in later.Keys.Union(earlier.Keys).Order(StringComparer.Ordinal)
        let before = earlier.GetValueOrDefault(place)
        let after = later.GetValueOrDefault(place)
        where before != after
        select new ReturnChange(place, before, after);

    /// <summary>All that stands outside rows and evidence, by JSON pointer.</summary>
    private static SortedDictionary<string, CellValue> Said(Return value)
    {
        var said = new SortedDictionary<string, CellValue>(StringComparer.Ordinal)
        {
            ["/status"] = new ChoiceValue(JsonNamingPolicy.CamelCase.ConvertName(value.Status.ToString())),
        };
        if (value.DataAsOf is { } day) said["/dataAsOf"] = new DateValue(day);
        foreach (var (fact, cell) in value.Facts) said[$"/facts/{fact}"] = cell;
        foreach (var (place, text) in new[]
        {
            ("/nilReason", value.NilReason), ("/narrative/results", value.Narrative.Results), ("/narrative/successFactors", value.Narrative.SuccessFactors),
            ("/narrative/obstacles", value.Narrative.Obstacles), ("/narrative/suggestions", value.Narrative.Suggestions),
        })
            if (!string.IsNullOrEmpty(text)) said[place] = new TextValue(text);
        return said;
    }
}

/// <summary>A place of a return that says something else.</summary>
/// <param name="Pointer">Where, as a JSON pointer into the return: <c>/facts/visitors</c>.</param>
/// <param name="Earlier">What it said; <see langword="null"/> where it was blank.</param>
/// <param name="Later">What it says; <see langword="null"/> where it is blank.</param>
internal sealed record ReturnChange(string Pointer, CellValue? Earlier, CellValue? Later);
