using System.Net;
using System.Text;
using System.Text.Json;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>Inputs are tried on a page without script and through the API; the round stays as it is.</summary>
[Collection<PlayedSample>]
public sealed class WhatIfPageTests(PlayedSample sample)
{
    private const string Page = "/app/rounds/46-dla-2567/what-if";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row_IsTakenOutOnThePage_AndTheDifferenceIsShown_AndNothingIsKept()
    {
        var log = sample.Service.Services.GetRequiredService<RoundLog>();
        var before = (await log.FindAsync("46-dla-2567", Token))!.State.Head;
        using var visitor = new Visitor(sample.Service.Address);
        var asked = await visitor.PageAsync($"{Page}?unit=PUB&indicator=3");
        var form = asked.QuerySelectorAll("form").Single(f => f.GetAttribute("method") == "post" && f.GetAttribute("action") == Page);
        var fields = form.QuerySelectorAll("input[name]").Where(i => i.GetAttribute("type") != "checkbox").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        Assert.Contains("r1.date", fields.Keys);

        using var same = await PostAsync(visitor, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode); // nothing was changed, and that is said
        Assert.Contains("KAL4401", await same.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);

        fields["x1"] = "1";
        using var answer = await PostAsync(visitor, fields);
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("id=\"difference\"", text, StringComparison.Ordinal);
        Assert.Contains("๓ ", text, StringComparison.Ordinal);
        Assert.Equal(before, (await log.FindAsync("46-dla-2567", Token))!.State.Head);
    }

    [Fact]
    public async Task Api_SaysTheDifferenceOfEachIndicator_AndWhatAFormWouldBeTold()
    {
        var tried = await AskAsync("""{ "changes": [{ "unit": "PUB", "indicator": "3", "row": 1 }, { "indicator": "3", "score": 4.5 }] }""");
        var difference = Assert.Single(tried.GetProperty("differences").EnumerateArray());
        Assert.Equal(difference.GetProperty("valueBefore").GetDecimal() - 1, difference.GetProperty("valueAfter").GetDecimal());
        Assert.NotEqual("", difference.GetProperty("explanation").GetProperty("th").GetString());
        var unread = await AskAsync("""{ "changes": [{ "unit": "PUB", "indicator": "3", "row": 1, "field": "date", "value": "วันก่อน" }] }""");
        Assert.NotEmpty(unread.GetProperty("findings").EnumerateArray());
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{}")]
    [InlineData("""{ "changes": [{ "unit": "PUB" }] }""")]
    public async Task Api_WhatIsNoChange_IsSaid(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await sample.Service.Client.PostAsync(new Uri("/api/rounds/46-dla-2567/what-if", UriKind.Relative), body, Token);
        await ToldAnswer.IsAsync(
            answer, 422, "KAL7213", "", "อ่านสิ่งที่จะลองเปลี่ยนไม่ได้ ต้องเป็น JSON มี changes เป็นรายการ แต่ละรายการมี indicator โปรดส่งตามตัวอย่างใน /api/docs",
            "The changes can't be read: JSON with a list changes, each with an indicator, is asked for. Please send it as the example in /api/docs does.");
    }

    /// <summary>Whoever types a score on the page is told of the score, and nothing of JSON.</summary>
    [Fact]
    public async Task ScoreThatIsNoNumber_IsSaidOnThePage()
    {
        using var visitor = new Visitor(sample.Service.Address);
        var asked = await visitor.PageAsync($"{Page}?unit=PUB&indicator=3");
        var form = asked.QuerySelectorAll("form").Single(f => f.GetAttribute("method") == "post" && f.GetAttribute("action") == Page);
        var fields = form.QuerySelectorAll("input[name]").Where(i => i.GetAttribute("type") != "checkbox").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        fields["score"] = "สี่ครึ่ง";
        using var answer = await PostAsync(visitor, fields);
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("KAL4409", text, StringComparison.Ordinal);
        Assert.Contains("คะแนน “สี่ครึ่ง” อ่านเป็นจำนวนไม่ได้", text, StringComparison.Ordinal);
        Assert.Contains("โปรดกรอกเฉพาะตัวเลข เช่น ๔.๕", text, StringComparison.Ordinal);
        Assert.DoesNotContain("JSON", text, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, Dictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Page, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        return await visitor.SendAsync(request);
    }

    private async Task<JsonElement> AskAsync(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await sample.Service.Client.PostAsync(new Uri("/api/rounds/46-dla-2567/what-if", UriKind.Relative), body, Token);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Token));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;
    }
}
