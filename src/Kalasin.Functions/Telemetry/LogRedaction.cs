using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Kalasin.Functions.Telemetry;

/// <summary>
/// Lets of an exception only its types and the places in the code leave the program. Its message may hold a file's name; the
/// messages of our own log hold ids and codes.
/// </summary>
internal sealed class LogRedaction : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } failure) return;
        data.Exception = null;
        data.Attributes =
        [
            .. data.Attributes ?? [],
            new("exception.type", failure.GetType().FullName),
            new("exception.stacktrace", string.Join('\n', Chain(failure).Select(e => $"{e.GetType().FullName}\n{e.StackTrace}"))),
        ];
    }

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException) yield return e;
    }
}
