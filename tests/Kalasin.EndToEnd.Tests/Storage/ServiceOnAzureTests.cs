using System.Net;
using Kalasin.Functions.Tests.Rounds;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.EndToEnd.Tests.Storage;

/// <summary>The whole service with an account instead of a folder.</summary>
[Collection(nameof(Azurite))]
public sealed class ServiceOnAzureTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Delivery_ToOneInstance_IsKnownToTheNext()
    {
        var account = azurite.Connection;
        var workbook = SampleFiles.WorkbookOf("4602");
        await using (var first = await StartAsync(settings => settings with { Azure = account }))
        {
            var health = await JsonAsync(await first.Client.GetAsync("/api/health", Token), HttpStatusCode.OK);
            Assert.Equal(
                ("azure", true),
                (health.GetProperty("storage").GetProperty("kind").GetString(), health.GetProperty("storage").GetProperty("usable").GetBoolean()));
            using var opened = await first.Client.PutAsync("/api/rounds/46-dla-2567", null, Token);
            Assert.True(opened.IsSuccessStatusCode, await opened.Content.ReadAsStringAsync(Token));
            using var form = SampleFiles.Form(workbook);
            var delivered = await JsonAsync(await first.Client.PostAsync("/api/rounds/46-dla-2567/units/4602/deliveries", form, Token), HttpStatusCode.Created);
            Assert.True(delivered.GetProperty("returns").GetArrayLength() > 0);
            Assert.False(Directory.Exists(first.DataFolder));
        }

        await using var second = await StartAsync(settings => settings with { Azure = account });
        var listed = await JsonAsync(await second.Client.GetAsync("/api/rounds/46-dla-2567/deliveries", Token), HttpStatusCode.OK);
        Assert.Equal(1, listed.GetProperty("items").GetArrayLength());
        Assert.Equal(workbook.Bytes, await second.Client.GetByteArrayAsync("/api/rounds/46-dla-2567/deliveries/1/files/1", Token));
    }
}
