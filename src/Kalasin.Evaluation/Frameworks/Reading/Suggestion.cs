using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>"Is … meant?" for a name that is not known.</summary>
internal static class Suggestion
{
    /// <summary>The question with a space before it, or nothing when no name or several are near.</summary>
    public static BilingualText For(string typed, IEnumerable<string> known)
    {
        if (typed.Length > 100) return BilingualText.Empty;
        var near = known.Where(k => ThaiText.Key(k) == ThaiText.Key(typed) || ThaiText.IsNearMiss(typed, k)).Take(2).ToList();
        return near.Count == 1 ? new($" หมายถึง “{near[0]}” หรือไม่", $" Is “{near[0]}” meant?") : BilingualText.Empty;
    }
}
