using System.Buffers.Binary;

namespace Kalasin.EndToEnd.Tests.Pages;

/// <summary>The sample's pages in a real browser: the strict content security policy lets style and script through, and the grid is there.</summary>
public sealed class RoundPageInChromiumTests(SampleInBrowser sample)
{
    [Theory]
    [InlineData(1400)]
    [InlineData(500)]
    public async Task RoundPage_OfTheSample_IsDrawnWithItsGrid(int width)
    {
        var page = await sample.OpenAsync(width);
        await page.GotoAsync("/");
        Assert.Equal(90, await page.Locator("td.cell").CountAsync());
        Assert.Contains("ข้อมูลตัวอย่าง", await page.ContentAsync(), StringComparison.Ordinal);
        var picture = await page.ScreenshotAsync(new() { FullPage = true });
        await page.Context.CloseAsync();
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(picture, 1, 3));
        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)));
        Assert.True(BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20)) > 1_500, "The page ends before its grid.");
        Assert.True(picture.Length > 60_000, $"A picture of {picture.Length} bytes shows an empty page.");
    }
}
