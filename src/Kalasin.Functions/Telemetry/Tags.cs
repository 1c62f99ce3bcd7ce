namespace Kalasin.Functions.Telemetry;

/// <summary>Names of everything that metrics and traces may be marked with.</summary>
internal static class Tags
{
    public const string Channel = "kalasin.channel";
    public const string Code = "kalasin.code";
    public const string Document = "kalasin.document";
    public const string Error = "error.type";
    public const string Format = "kalasin.format";
    public const string Message = "kalasin.message";
    public const string Outcome = "kalasin.outcome";
    public const string Purpose = "kalasin.purpose";
    public const string Round = "kalasin.round";
    public const string Severity = "kalasin.severity";
    public const string Step = "kalasin.step";
    public const string Unit = "kalasin.unit";

    /// <summary>All that leaves the program on a trace: ours, and of a request what says nothing about who asked for what.</summary>
    public static IReadOnlySet<string> OfTraces { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        Channel, Document, Error, Format, Outcome, Round, Step, Unit,
        "faas.invocation_id", "faas.name", "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme",
    };
}
