using System.Text;
using System.Text.Json;
using Kalasin.Functions.Triggers;

namespace Kalasin.Functions.Tests.Triggers;

public sealed class QueueTextTests
{
    [Theory]
    [InlineData("""{"a":1}""", 0)]
    [InlineData("""{"a":1}""", 1)]
    [InlineData("""{"a":1}""", 2)]
    [InlineData("""[{"a":1}]""", 2)]
    [InlineData("""[{"ก":"ข"}]""", 2)]
    public void Text_InAnyNumberOfLayers_Same(string message, int strings)
    {
        var text = message;
        for (var layer = 0; layer < strings; layer++) text = JsonSerializer.Serialize(text);
        Assert.Equal(message, QueueText.Unwrap(text).GetRawText());
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(message));
        Assert.Equal(message, QueueText.Unwrap(encoded).GetRawText());
        Assert.Equal(message, QueueText.Unwrap(JsonSerializer.Serialize(JsonSerializer.Serialize(encoded))).GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("x")]
    [InlineData("\"x\"")]
    [InlineData("\"e30\"")]
    [InlineData("/w==")]
    [InlineData("[1")]
    [InlineData("{}{}")]
    [InlineData("<html>")]
    [InlineData("สวัสดี")]
    public void Text_ThatIsNoJson_Refused(string text) => Assert.Throws<FormatException>(() => QueueText.Unwrap(text));

    [Fact]
    public void Text_TooDeep_Refused()
    {
        Assert.Throws<FormatException>(() => QueueText.Unwrap(new string('[', 5000) + new string(']', 5000)));
        var layers = "{}";
        for (var layer = 0; layer < 5; layer++) layers = JsonSerializer.Serialize(layers);
        Assert.Throws<FormatException>(() => QueueText.Unwrap(layers));
    }
}
