using System.Net;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.Functions.Tests.Http;

public sealed class DeliveryListTests
{
    [Fact]
    public async Task MoreThanAPage_ContinuesByToken()
    {
        await using var round = await OpenedRound.StartAsync();
        var picture = SampleFiles.Corpus("picture.xlsx");
        for (var i = 0; i < 103; i++)
        {
            using var response = await round.SendAsync("4601", SampleFiles.Form(picture));
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        }
        var first = await round.ReadAsync("/deliveries");
        Assert.Equal(100, first.GetProperty("items").GetArrayLength());
        var second = await round.ReadAsync($"/deliveries?next={first.GetProperty("next").GetString()}");
        Assert.Equal([101, 102, 103], second.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("receipt").GetInt32()));
        Assert.False(second.TryGetProperty("next", out _));
    }
}
