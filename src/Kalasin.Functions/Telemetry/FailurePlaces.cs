namespace Kalasin.Functions.Telemetry;

/// <summary>What of an exception may stand in a log: its types and the places in the code. Its message may hold a file's name; the messages of our own log hold ids and codes.</summary>
internal static class FailurePlaces
{
    public static string Of(Exception failure) => string.Join('\n', Chain(failure).Select(e => $"{e.GetType().FullName}\n{e.StackTrace}"));

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException) yield return e;
    }
}
