using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Telemetry;

/// <summary>The page on telemetry and the alerts of the deployment name what the code sends, and nothing else.</summary>
public sealed partial class TelemetryDocsTests
{
    [Fact]
    public void Page_ListsEveryMetricWithItsUnit() =>
        Assert.Equal(Instruments(), MetricRow().Matches(File.ReadAllText(RepositoryFile.At("docs", "telemetry.md"))).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["unit"].Value));

    [Fact]
    public void Alerts_ReadOnlyMetricsThatAreSent()
    {
        var alerts = AlertQuery().Matches(File.ReadAllText(RepositoryFile.At("infra", "modules", "alerts.bicep")))
            .Select(m => (Name: m.Groups["name"].Value, Query: m.Value)).ToList();
        Assert.Equal(["kalasin.drops.poisoned", "kalasin.tick.lag", "kalasin.steps.failed", "kalasin.mails", "kalasin.mails", "kalasin.mailbox.unread"], alerts.Select(a => a.Name));
        Assert.All(alerts, alert => Assert.Contains(alert.Name, Instruments().Keys));
        // A counter arrives as a sum, a duration with its largest value.
        Assert.All(alerts, alert => Assert.Contains(Instruments()[alert.Name] == "s" ? "maxif(Max, " : "Sum > 0", alert.Query, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Instruments()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var instruments = new Instruments(services.GetRequiredService<IMeterFactory>(), TimeProvider.System);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter, instruments.Meter)) found.Add(instrument.Name, instrument.Unit!.Trim('{', '}'));
        };
        listener.Start();
        return found;
    }

    [GeneratedRegex(
        @"^\| `(?<name>kalasin\.[a-z.]+)` \| (?<unit>[a-z]+) \|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MetricRow();

    [GeneratedRegex("""AppMetrics\s*\| where Name == "(?<name>[^"]+)"[^']*""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AlertQuery();
}
