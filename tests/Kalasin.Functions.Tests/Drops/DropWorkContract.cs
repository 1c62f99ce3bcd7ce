using System.Net;
using System.Text.Json;
using Kalasin.Functions.Drops;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Drops;

/// <summary>Dropping files, telling of them and looking at the answers, on any store.</summary>
public abstract class DropWorkContract : WholeServiceContract
{
    private protected static string PathOf(int call) => $"{Round}/{Units[call % Units.Length]}/พ.ค./ครั้งที่ {call}.xlsx";

    private protected async Task DropAsync(int call)
    {
        await Store.DropAsync(PathOf(call), SampleFiles.WorkbookOf(Units[call % Units.Length]).Bytes);
        await Store.SettleAsync(Faulty.Drops);
    }

    private protected Task ScanAsync(CancellationToken cancellationToken) => Service.Services.GetRequiredService<DropScan>().RunAsync(cancellationToken);

    private protected async Task AssertTakenInAsync(int call)
    {
        Assert.False(await Store.IsThereAsync(PathOf(call)));
        var delivery = (await CheckedStateAsync()).Deliveries[^1];
        Assert.Equal(call, delivery.Receipt.Value);
        // Some of the sample's workbooks have something to mend, and come back with notes.
        Assert.Equal(["answer.json", "answer.txt", $"receipt-{call}.docx", $"receipt-{call}.pdf"], (await Store.AnswersOfAsync(PathOf(call))).Where(name => name != "commented.xlsx"));
        var answer = await AnswerAsync(PathOf(call));
        Assert.Equal(("accepted", call, PathOf(call)), (answer.GetProperty("outcome").GetString(), answer.GetProperty("receipt").GetInt32(), answer.GetProperty("drop").GetString()));
    }

    /// <returns>Whether the call was done.</returns>
    private protected Task<bool> TellAsync(string message) => Service.TellAsync(message);

    /// <returns>Whether the call was done.</returns>
    private protected Task<bool> TellPoisonAsync(string message) => Service.TellPoisonAsync(message);

    private protected async Task TickAsync() => Assert.True(await Service.TickAsync());

    private protected static string MessageOf(Drop drop) => JsonSerializer.Serialize(new
    {
        eventType = "Microsoft.Storage.BlobCreated", subject = $"/blobServices/default/containers/drop/blobs/{drop.Path}", eventTime = drop.ArrivedAt,
        data = new { eTag = drop.Tag, contentLength = drop.Size, url = $"https://x.blob.core.windows.net/drop/{string.Join('/', drop.Path.Parts.Select(Uri.EscapeDataString))}" },
    });

    /// <summary>The one drop that lies there, as a message would name it.</summary>
    private protected async Task<Drop> FindAsync()
    {
        await Store.SettleAsync(Faulty.Drops);
        return Assert.Single(await AllAsync(Faulty.Drops.ListAsync(Token)));
    }

    /// <summary>Codes of all that the health answer asks somebody to do something about.</summary>
    private protected async Task<string> HealthAsync()
    {
        var health = await RunningService.JsonAsync(await Service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), Token), HttpStatusCode.OK);
        return string.Join(' ', health.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("severity").GetString() != "information").Select(f => f.GetProperty("code").GetString()));
    }

    private protected async Task<string?> CodeOfAnswerAsync(string path) => Assert.Single((await AnswerAsync(path)).GetProperty("findings").EnumerateArray()).GetProperty("code").GetString();

    private protected async Task<JsonElement> AnswerAsync(string path) => JsonElement.Parse(await Store.ReadAnswerAsync(path, "answer.json"));
}
