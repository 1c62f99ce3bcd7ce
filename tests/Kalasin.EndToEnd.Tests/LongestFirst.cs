using Kalasin.EndToEnd.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Kalasin.EndToEnd.Tests;

/// <summary>What takes minutes begins first: begun last, it would be waited for alone while the other processors have nothing to do.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>Ends of the classes' names, the longest first; what stands here no more is merely begun later.</summary>
    private static readonly string[] Long =
    [
        "KillTests", "StoriesWithoutScriptTests", "StoriesInChromiumTests", "PowerCutTests", "ScorecardInLibreOfficeTests", "QueueTests", "EveryPageInChromiumTests", "CrowdTests", "SeasonJourneyTests",
        "AwardsProgramTests", "SampleProgramTests", "Azurite",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(c => PlaceOf(c.TestCollectionDisplayName)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int PlaceOf(string collection) =>
        Array.FindIndex(Long, name => collection.Contains($".{name} ", StringComparison.Ordinal) || collection == name) is >= 0 and var place ? place : Long.Length;
}
