using System.Text.Json;

namespace Kalasin.Functions.Tests.Hosting;

/// <summary>What the Functions host reads, as it lies beside the built program.</summary>
public sealed class HostingFilesTests
{
    [Fact]
    public void Host_SettingsOfTheDesign() => Same("""
        {
          "version": "2.0",
          "extensions": {
            "http": { "routePrefix": "" },
            "queues": { "messageEncoding": "base64", "maxDequeueCount": 5, "visibilityTimeout": "00:01:00", "batchSize": 4 }
          },
          "telemetryMode": "OpenTelemetry",
          "functionTimeout": "00:10:00"
        }
        """, Read("host.json"));

    [Theory]
    [InlineData(
        "Api",
        """{ "name": "request", "direction": "In", "type": "httpTrigger", "authLevel": "Anonymous", "route": "api/{*path}", "properties": {} }""")]
    [InlineData(
        "Pages",
        """{ "name": "request", "direction": "In", "type": "httpTrigger", "authLevel": "Anonymous", "route": "app/{*path}", "properties": {} }""")]
    [InlineData("DropQueue", """{ "name": "text", "direction": "In", "type": "queueTrigger", "dataType": "String", "queueName": "drops", "properties": {} }""")]
    [InlineData(
        "DropPoison",
        """{ "name": "text", "direction": "In", "type": "queueTrigger", "dataType": "String", "queueName": "drops-poison", "properties": {} }""")]
    [InlineData("Tick", """{ "name": "timer", "direction": "In", "type": "timerTrigger", "schedule": "0 */5 * * * *", "properties": {} }""")]
    [InlineData("Mailbox", """{ "name": "timer", "direction": "In", "type": "timerTrigger", "schedule": "30 */5 * * * *", "properties": {} }""")]
    public void Function_ItsTriggerAndNothingElse(string function, string binding) =>
        Same($"[{binding}]", Functions().Single(f => f.GetProperty("name").GetString() == function).GetProperty("bindings"));

    [Fact]
    public void Functions_NoOthers() =>
        Assert.Equal(
            ["Api", "DropPoison", "DropQueue", "Mailbox", "Pages", "Tick"],
            Functions().Select(f => f.GetProperty("name").GetString()).Order(StringComparer.Ordinal));

    [Fact]
    public void Worker_IsThisProgram() => Same("""
        {
          "description": {
            "language": "dotnet-isolated", "extensions": [ ".dll" ], "defaultExecutablePath": "dotnet",
            "defaultWorkerPath": "Kalasin.Functions.dll", "workerIndexing": "true", "canUsePlaceholder": true
          }
        }
        """, Read("worker.config.json"));

    private static JsonElement[] Functions() => [.. Read("functions.metadata").EnumerateArray()];

    private static JsonElement Read(string file) => JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)));

    private static void Same(string expected, JsonElement read) => Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), read), read.GetRawText());
}
