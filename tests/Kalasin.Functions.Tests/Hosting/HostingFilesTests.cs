using System.Text.Json;
using Kalasin.Functions.Triggers;

namespace Kalasin.Functions.Tests.Hosting;

/// <summary>What the Functions host reads, as it lies beside the built program.</summary>
public sealed class HostingFilesTests
{
    [Fact]
    public void Host_SettingsOfTheDesign() => Same("host.json", """
        {
          "version": "2.0",
          "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)" },
          "extensions": {
            "http": { "routePrefix": "" },
            "queues": { "messageEncoding": "base64", "maxDequeueCount": 5, "visibilityTimeout": "00:01:00", "batchSize": 4 }
          },
          "customHandler": { "description": { "defaultExecutablePath": "Kalasin.Functions" }, "enableProxyingHttpRequest": true },
          "telemetryMode": "OpenTelemetry",
          "functionTimeout": "00:10:00"
        }
        """);

    [Theory]
    [InlineData("Api", "api/{*path}")]
    [InlineData("Pages", "app/{*path}")]
    public void HttpFunction_AnonymousUnderItsOwnPrefix(string function, string route) => Same($"{function}/function.json", $$"""
        { "bindings": [
          { "type": "httpTrigger", "direction": "in", "name": "req", "authLevel": "anonymous", "route": "{{route}}" },
          { "type": "http", "direction": "out", "name": "res" } ] }
        """);

    [Theory]
    [InlineData(nameof(DropQueue), "drops")]
    [InlineData(nameof(DropPoison), "drops-poison")]
    public void QueueFunction_NamedAsTheCodeReads(string function, string queue) => Same($"{function}/function.json", $$"""
        { "bindings": [ { "type": "queueTrigger", "direction": "in", "name": "msg", "queueName": "{{queue}}", "connection": "AzureWebJobsStorage" } ] }
        """);

    [Theory]
    [InlineData(nameof(Tick), "0 */5 * * * *")]
    [InlineData(nameof(Mailbox), "30 */5 * * * *")]
    public void TimerFunction_EveryFiveMinutes(string function, string schedule) => Same($"{function}/function.json", $$"""
        { "bindings": [ { "type": "timerTrigger", "direction": "in", "name": "tick", "schedule": "{{schedule}}" } ] }
        """);

    [Fact]
    public void Functions_NoOthers() => Assert.Equal(
        ["Api", "DropPoison", "DropQueue", "Mailbox", "Pages", "Tick"],
        Directory.EnumerateFiles(AppContext.BaseDirectory, "function.json", SearchOption.AllDirectories).Select(f => Path.GetFileName(Path.GetDirectoryName(f))).Order(StringComparer.Ordinal));

    private static void Same(string file, string expected)
    {
        using var read = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)));
        using var wanted = JsonDocument.Parse(expected);
        Assert.True(JsonElement.DeepEquals(wanted.RootElement, read.RootElement), read.RootElement.GetRawText());
    }
}
