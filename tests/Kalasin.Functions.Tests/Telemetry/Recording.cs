using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kalasin.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Telemetry;

/// <summary>Everything that one service counts, times and traces; what others do in this process at the same time stays out.</summary>
internal sealed class Recording : IDisposable
{
    private readonly MeterListener _metrics = new();
    private readonly ActivityListener _traces;

    public Recording(RunningService service)
    {
        var instruments = service.Services.GetRequiredService<Instruments>();
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, instruments.Meter)) listener.EnableMeasurementEvents(instrument);
        };
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _metrics.Start();
        _traces = new()
        {
            ShouldListenTo = source => ReferenceEquals(source, instruments.Source),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Spans.Enqueue(Marked(activity.OperationName, activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(_traces);
    }

    /// <summary><c>name tag=value tag=value</c>, tags by name; one per measurement.</summary>
    public ConcurrentQueue<string> Measured { get; } = new();

    /// <summary>The values of <see cref="Measured"/>.</summary>
    public ConcurrentQueue<(string Name, double Value)> Values { get; } = new();

    /// <summary>The same for what was traced.</summary>
    public ConcurrentQueue<string> Spans { get; } = new();

    /// <summary>How often something was measured.</summary>
    public int Count(string measured) => Measured.Count(m => m == measured);

    public void Dispose()
    {
        _metrics.Dispose();
        _traces.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Measured.Enqueue(Marked(instrument.Name, tags.ToArray()));
        Values.Enqueue((instrument.Name, value));
    }

    private static string Marked(string name, IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.Where(t => t.Value is not null).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value}").Prepend(name));
}
