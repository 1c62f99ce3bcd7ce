using System.Collections.Immutable;

namespace Kalasin.Functions.Telemetry;

/// <summary>Where telemetry goes; nowhere unless the environment names a place.</summary>
internal sealed record TelemetrySettings
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>What OpenTelemetry may be told beside the place: protocol, headers, intervals, names.</summary>
    private static readonly string[] Known =
    [
        OtlpEndpoint, "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_HEADERS",
        "OTEL_EXPORTER_OTLP_TIMEOUT", "OTEL_SERVICE_NAME", "OTEL_RESOURCE_ATTRIBUTES",
        "OTEL_METRIC_EXPORT_INTERVAL", "OTEL_BSP_SCHEDULE_DELAY", "OTEL_BLRP_SCHEDULE_DELAY", "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG",
    ];

    /// <summary>Nothing is sent.</summary>
    public static TelemetrySettings None { get; } = new();

    /// <summary>The variables of OpenTelemetry that are set.</summary>
    public ImmutableDictionary<string, string?> Variables { get; private init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>To a collector that speaks OTLP, at the address that <see cref="Variables"/> name.</summary>
    public bool ToCollector { get; private init; }

    /// <summary>Connection string of Application Insights; null if it gets nothing. No secret: it names a place.</summary>
    public string? ApplicationInsights { get; private init; }

    /// <summary>Application Insights is entered by the identity of this process.</summary>
    public bool ByIdentity { get; private init; }

    /// <summary>Which of several identities; null for the only one.</summary>
    public string? ClientId { get; private init; }

    public bool IsOn => ToCollector || ApplicationInsights is not null;

    /// <param name="environment">Looks a variable up.</param>
    /// <returns>The settings, and the variables whose values can't be used; nothing is sent there.</returns>
    public static (TelemetrySettings Settings, IReadOnlyList<string> Unusable) Read(Func<string, string?> environment)
    {
        var unusable = new List<string>();
        var collector = Usable(
            OtlpEndpoint,
            value => Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps));
        var insights = Usable(Connection, value => Pairs(value).TryGetValue("InstrumentationKey", out var key) && Guid.TryParse(key, out _)
            && (!Pairs(value).TryGetValue("IngestionEndpoint", out var endpoint) || Uri.TryCreate(endpoint, UriKind.Absolute, out _)));
        // The Functions host reads this one as well, and so means the same for both.
        var entry = Pairs(environment("APPLICATIONINSIGHTS_AUTHENTICATION_STRING") ?? "");
        return (new()
        {
            Variables = Known.Select(name => KeyValuePair.Create(name, environment(name)))
                .Where(v => !string.IsNullOrWhiteSpace(v.Value)).ToImmutableDictionary(),
            ToCollector = collector is not null,
            ApplicationInsights = insights,
            ByIdentity = entry.GetValueOrDefault("Authorization") == "AAD",
            ClientId = entry.GetValueOrDefault("ClientId"),
        }, unusable);

        string? Usable(string name, Func<string, bool> isUsable)
        {
            if (environment(name)?.Trim() is not { Length: > 0 } value) return null;
            if (isUsable(value)) return value;
            unusable.Add(name);
            return null;
        }
    }

    /// <summary><c>name=value;name=value</c>; the last of a name counts.</summary>
    private static Dictionary<string, string> Pairs(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (pair.IndexOf('=', StringComparison.Ordinal) is int at and > 0) pairs[pair[..at]] = pair[(at + 1)..];
        return pairs;
    }
}
