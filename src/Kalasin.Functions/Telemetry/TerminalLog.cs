using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Kalasin.Functions.Telemetry;

/// <summary>The program's log on a terminal, or wherever its output goes: as the usual one, but of an exception no words of its own.</summary>
internal sealed class TerminalLog() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "kalasin";

    private const string Indent = "      ";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.WriteLine($"{Word(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}]");
        var message = logEntry.Formatter(logEntry.State, null);
        if (logEntry.Exception is { } failure) message = $"{message}\n{FailurePlaces.Of(failure)}";
        textWriter.WriteLine(Indent + message.ReplaceLineEndings(textWriter.NewLine + Indent));
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce", LogLevel.Debug => "dbug", LogLevel.Information => "info", LogLevel.Warning => "warn", LogLevel.Error => "fail", _ => "crit",
    };
}
