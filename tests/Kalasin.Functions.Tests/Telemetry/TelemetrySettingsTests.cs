using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Tests.Telemetry;

public sealed class TelemetrySettingsTests
{
    private const string Key = "InstrumentationKey=00000000-0000-0000-0000-000000000001";

    [Theory]
    [InlineData(null, null, false, false, "")]
    [InlineData("http://localhost:4318", null, true, false, "")]
    [InlineData(" https://collector.example/otlp ", null, true, false, "")]
    [InlineData("localhost:4318", null, false, false, "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("file:///tmp/x", " ", false, false, "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData(null, Key, false, true, "")]
    [InlineData(null, Key + ";IngestionEndpoint=https://southeastasia-1.in.applicationinsights.azure.com/", false, true, "")]
    [InlineData("http://localhost:4318", Key, true, true, "")]
    [InlineData(null, "InstrumentationKey=nonsense", false, false, "APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [InlineData(null, Key + ";IngestionEndpoint=nowhere", false, false, "APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [InlineData("nonsense", "nonsense", false, false, "OTEL_EXPORTER_OTLP_ENDPOINT APPLICATIONINSIGHTS_CONNECTION_STRING")]
    public void Read_Places_UsedOrNamedAsUnusable(string? collector, string? insights, bool toCollector, bool toInsights, string unusable)
    {
        var (settings, names) = Read(("OTEL_EXPORTER_OTLP_ENDPOINT", collector), ("APPLICATIONINSIGHTS_CONNECTION_STRING", insights));
        Assert.Equal(
            (toCollector, toInsights, toCollector || toInsights, unusable),
            (settings.ToCollector, settings.ApplicationInsights is not null, settings.IsOn, string.Join(' ', names)));
    }

    [Theory]
    [InlineData(null, false, null)]
    [InlineData("Authorization=AAD", true, null)]
    [InlineData("Authorization=AAD;ClientId=c", true, "c")]
    public void Read_Entry_AsTheFunctionsHostReadsIt(string? entry, bool byIdentity, string? client)
    {
        var settings = Read(("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", entry)).Settings;
        Assert.Equal((byIdentity, client), (settings.ByIdentity, settings.ClientId));
    }

    [Fact]
    public void Settings_UnusablePlace_IsAFindingWithoutItsValue()
    {
        var settings = Settings.Read(null, null, name => name == "APPLICATIONINSIGHTS_CONNECTION_STRING" ? "value" : null);
        var finding = Assert.Single(settings.Findings);
        Assert.Equal("KAL7108", finding.Code);
        Assert.DoesNotContain("value", finding.Message.English.Replace("The value of", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(settings.Telemetry.IsOn);
    }

    private static (TelemetrySettings Settings, IReadOnlyList<string> Unusable) Read(params (string Name, string? Value)[] variables) =>
        TelemetrySettings.Read(name => variables.FirstOrDefault(v => v.Name == name).Value);
}
