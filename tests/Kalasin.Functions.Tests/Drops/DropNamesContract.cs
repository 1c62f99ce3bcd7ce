using System.Net;
using System.Text;
using System.Text.Json;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.Functions.Tests.Drops;

/// <summary>Names as people in Thailand give them, in every shape in which an event tells of them: taken in under exactly that name.</summary>
public abstract class DropNamesContract : DropWorkContract
{
    private const string Folder = "46-dla-2567/4602/";
    private static readonly byte[] Workbook = SampleFiles.WorkbookOf("4602").Bytes;

    /// <summary>Schema and wrapping of an event.</summary>
    private static readonly string[] Shapes = ["eventGrid", "cloudEvent", "cloudEventBase64", "array", "batch", "base64", "base64Array"];

    public static TheoryData<string> Names =>
    [
        "รายงานผล ตัวชี้วัดที่ ๓.xlsx",
        "น้ำใส ก็กู้ที่ญี่ปุ่น ฐานปู่.xlsx",
        "ผู้\u0E49 \u0E39\u0E49 \u0E49\u0E39.xlsx", // marks in both orders
        "ก\u0E4D\u0E32 \u0E33.xlsx", // sara am in two pieces and in one
        "cafe\u0301 resume\u0301.xlsx", // decomposed
        "caf\u00E9 r\u00E9sum\u00E9.xlsx", // composed
        "ก\u200Bข\u200Dค.xlsx", // zero width
        "a+b c#d%41&e=f;g@h!'(1).xlsx",
        "100%.xlsx",
        "%E0%B8%81.xlsx", // escaped already, and that is its name
        "😀 รายงาน.xlsx",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Name_ByMessageOfEachShapeAndByScan_AnsweredUnderThatName(string name)
    {
        var path = Folder + name;
        for (var i = 0; i <= Shapes.Length; i++)
        {
            await Store.DropAsync(path, [.. Workbook]);
            var drop = await FindAsync();
            Assert.Equal(path, drop.Path.Value);
            if (i == Shapes.Length) await ScanAsync(Token);
            else Assert.True(await TellAsync(Shaped(Shapes[i], MessageOf(drop))));
            Assert.False(await Store.IsThereAsync(path), i < Shapes.Length ? Shapes[i] : "scan");
            Assert.Equal(path, (await AnswerAsync(path)).GetProperty("drop").GetString());
            Assert.Contains(name, Encoding.UTF8.GetString((await Store.ReadAnswerAsync(path, "answer.txt"))!), StringComparison.Ordinal);
        }
        Assert.Equal(name, await NameOfTheOriginalAsync());
    }

    [Fact]
    public async Task Names_ThatLookTheSame_AreTwoDrops()
    {
        string[] paths = [Folder + "re\u0301sume\u0301.xlsx", Folder + "r\u00E9sum\u00E9.xlsx", Folder + "ผู\u0E49.xlsx", Folder + "ผ\u0E49\u0E39.xlsx"];
        foreach (var path in paths) await Store.DropAsync(path, Workbook);
        await Store.SettleAsync(Faulty.Drops);
        await ScanAsync(Token);
        Assert.Equal(paths.Length, (await CheckedStateAsync()).Deliveries.Count);
        var receipts = new List<int>();
        foreach (var path in paths) receipts.Add((await AnswerAsync(path)).GetProperty("receipt").GetInt32());
        Assert.Equal(Enumerable.Range(1, paths.Length), receipts.Order());
    }

    [Fact]
    public async Task Subscription_AsksWhetherWeAreThere_AnsweredAndNothingElse()
    {
        const string validation = """[{"id":"2d1781af-3a4c-4d7c-bd0c-e34b19da4e66","topic":"/subscriptions/x","subject":"","data":{"validationCode":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6"},"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","eventTime":"2024-05-10T02:00:00Z","metadataVersion":"1","dataVersion":"1"}]""";
        Assert.True(await TellAsync(validation));
        Assert.Equal(1, (await CheckedStateAsync()).Sequence);
        Assert.Equal("", await HealthAsync());
    }

    private async Task<string?> NameOfTheOriginalAsync()
    {
        var deliveries = await RunningService.JsonAsync(await Service.Client.GetAsync(new Uri($"/api/rounds/{Round}/deliveries", UriKind.Relative), Token), HttpStatusCode.OK);
        return Assert.Single(deliveries.GetProperty("items").EnumerateArray().Select(d => d.GetProperty("files")[0].GetProperty("name").GetString()).Distinct());
    }

    private static string Shaped(string shape, string eventGrid)
    {
        var e = JsonElement.Parse(eventGrid);
        var data = e.GetProperty("data").GetRawText();
        string Cloud(string property) => $$"""{"specversion":"1.0","type":"Microsoft.Storage.BlobCreated","source":"/subscriptions/x","id":"1","subject":{{e.GetProperty("subject").GetRawText()}},"time":{{e.GetProperty("eventTime").GetRawText()}},{{property}}}""";
        return shape switch
        {
            "cloudEvent" => Cloud($"\"data\":{data}"),
            "cloudEventBase64" => Cloud($"\"data_base64\":\"{InBase64(data)}\""),
            "array" => $"[{eventGrid}]",
            "batch" => $"[{Cloud($"\"data\":{data}")},{eventGrid},{eventGrid}]",
            "base64" => InBase64(eventGrid),
            "base64Array" => InBase64($"[{eventGrid}]"),
            _ => eventGrid,
        };
    }

    private static string InBase64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
