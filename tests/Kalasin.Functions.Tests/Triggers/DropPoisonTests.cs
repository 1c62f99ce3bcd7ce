using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Telemetry;

namespace Kalasin.Functions.Tests.Triggers;

/// <summary>A failure would put the message into the queue <c>drops-poison-poison</c>, which nobody reads and the host may not make.</summary>
public sealed class DropPoisonTests
{
    private const string Named = """{"Data":{"msg":"[{\"type\":\"Microsoft.Storage.BlobCreated\",\"time\":\"2024-05-10T00:00:00Z\",\"data\":{\"url\":\"https://a/drop/46-dla-2567/4602/x.xlsx\",\"eTag\":\"1\"}}]"}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Named)]
    [InlineData("""{"Data":{"msg":"\"{"}}""")]
    [InlineData("""{"Data":{"msg":"{\"type\":\"\\ud800\"}"}}""")]
    public async Task Message_ThatCantBeActedOn_DoneAllTheSameCountedAndSaid(string call)
    {
        await using var folder = await DropFolder.StartAsync(s => s with { UnderFunctionsHost = true }, drops => new BreakingDrops(drops, (_, _) => new IOException("gone")));
        using var recording = new Recording(folder.Service);
        using var response = await new FunctionsHost(folder.Service.Client).PostAsync("DropPoison", call);
        Assert.Equal((200, FunctionsHost.Nothing), ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token)));
        Assert.Equal(1, recording.Count("kalasin.drops.poisoned"));
        Assert.Equal("KAL7505", await folder.HealthAsync());
    }

    [Fact]
    public async Task Message_WithoutAStore_DoneAllTheSame()
    {
        await using var service = await RunningService.StartAsync(s => s with { UnderFunctionsHost = true, NoStorage = SettingsFindings.StorageUnknown.At(Evaluation.Place.Nowhere, "s3") });
        using var response = await new FunctionsHost(service.Client).PostAsync("DropPoison", Named);
        Assert.Equal(200, (int)response.StatusCode);
    }
}
