namespace Kalasin.Evaluation.Tests;

/// <summary>
/// How widely a test looks. The usual run, before every change lands, takes a part of what repeats itself; with KALASIN_LONG=1 (<c>tests/run.sh --long</c>)
/// everything is done. What is marked as long is left to that run alone.
/// </summary>
internal static class Breadth
{
    /// <summary>The trait of tests that only the long run does, and its value.</summary>
    public const string Trait = "run", Long = "long";

    /// <summary>Whether this is the long run.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("KALASIN_LONG") == "1";

    /// <summary>How many of what could go on for as long as one likes.</summary>
    public static int Of(int usual, int whole) => IsLong ? whole : usual;

    /// <summary>All, or in the usual run every so many of them, from the first on.</summary>
    public static IEnumerable<T> OneIn<T>(int every, IEnumerable<T> all) => all.Where((_, n) => IsLong || n % every == 0);
}
