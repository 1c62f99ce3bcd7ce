using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Kalasin.Functions.Telemetry;

/// <summary>Lets of an exception only its types and the places in the code leave the program.</summary>
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
            new("exception.stacktrace", FailurePlaces.Of(failure)),
        ];
    }
}
