using System.Buffers.Binary;
using System.Text.RegularExpressions;

namespace Kalasin.EndToEnd.Tests.Pages;

/// <summary>The sample's pages in a real browser: the strict content security policy lets style and script through, and the grid is there.</summary>
public sealed class RoundPageInChromiumTests
{
    private const string Round = "/app/rounds/46-dla-2567";

    [Fact]
    public async Task RoundPage_OfTheSample_IsDrawnWithItsGrid()
    {
        ExternalTool.Require("chromium");
        using var folder = new TemporaryFolder();
        await using var program = await ServedProgram.StartAsync(folder);

        var dom = await Chromium.DomAsync(folder, new(program.Address, "/"));
        Assert.Equal(90, Count(dom, "<td class=\"cell\">"));
        Assert.Contains("ข้อมูลตัวอย่าง", dom, StringComparison.Ordinal);

        foreach (var (width, height) in new[] { (1400, 1800), (500, 1500) })
        {
            var picture = await Chromium.PictureAsync(folder, new(program.Address, Round), width, height);
            Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(picture, 1, 3));
            Assert.Equal((width, height), (BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))));
            Assert.True(picture.Length > 60_000, $"A picture of {picture.Length} bytes shows an empty page.");
        }
    }

    private static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part), RegexOptions.None, TimeSpan.FromSeconds(5));
}
