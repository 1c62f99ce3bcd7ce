using System.Diagnostics;
using OpenTelemetry;

namespace Kalasin.Functions.Telemetry;

/// <summary>Takes from a trace what may name a person: addresses asked for, queries, browsers, messages of exceptions.</summary>
internal sealed class TraceRedaction : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !Tags.OfTraces.Contains(tag.Key)).ToList()) data.SetTag(tag.Key, null);
        data.SetStatus(data.Status);
        data.TraceStateString = null;
    }
}
