namespace Kalasin.Evaluation.Tests;

/// <summary>What somebody reads of a finding: its code, its place, and both languages with what is asked.</summary>
internal static class Told
{
    /// <summary>That a finding is this one, word for word.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="code">Its code.</param>
    /// <param name="place">Where it stands, as people are told; empty where it is of the whole.</param>
    /// <param name="thai">Message and remedy.</param>
    /// <param name="english">The same in English.</param>
    public static void Is(Finding finding, string code, string place, string thai, string english) => Assert.Equal(
        $"{code} {place}\n{thai}\n{english}",
        $"{finding.Code} {finding.Place}\n{finding.ToString(Language.Thai)}\n{finding.ToString(Language.English)}");
}
