using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

public sealed class StreamIdTests
{
    [Theory]
    [InlineData("round/46-dla-2567")]
    [InlineData("framework/dla-2567")]
    [InlineData("ranking/0")]
    public void TryParse_Name_RoundTrips(string text)
    {
        Assert.True(StreamId.TryParse(text, out var stream));
        Assert.Equal(text, stream.ToString());
        Assert.Equal(stream, StreamId.Of(stream.Kind, stream.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("round")]
    [InlineData("round/")]
    [InlineData("/46")]
    [InlineData("round/46/1")]
    [InlineData("round/../x")]
    [InlineData("round/-x")]
    [InlineData("Round/46")]
    [InlineData("round/46 dla")]
    [InlineData("round/๔๖")]
    [InlineData("round/46%2F")]
    [InlineData("round/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void TryParse_AnythingElse_False(string? text) => Assert.False(StreamId.TryParse(text, out _));
}

public sealed class EventBatchTests
{
    [Fact]
    public void New_AtTheLimits_Kept() =>
        Assert.Equal(EventBatch.MostEvents, new EventBatch(Events(EventBatch.MostEvents, EventBatch.MostBytes / EventBatch.MostEvents)).Count);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(EventBatch.MostEvents + 1, 1)]
    [InlineData(1, 0)]
    [InlineData(1, EventBatch.MostBytesOfEvent + 1)]
    [InlineData(EventBatch.MostEvents, EventBatch.MostBytes / EventBatch.MostEvents + 1)]
    public void New_OverALimit_Throws(int count, int size) => Assert.Throws<ArgumentException>(() => new EventBatch(Events(count, size)));

    [Fact]
    public void New_NotUtf8_Throws() => Assert.Throws<ArgumentException>(() => new EventBatch([new byte[] { 0xC3, 0x28 }]));

    private static IEnumerable<ReadOnlyMemory<byte>> Events(int count, int size) =>
        Enumerable.Repeat((ReadOnlyMemory<byte>)Enumerable.Repeat((byte)'x', size).ToArray(), count);
}

public sealed class DropPathTests
{
    [Theory]
    [InlineData("46-dla-2567/4601/ทะเบียน.xlsx")]
    [InlineData("a")]
    [InlineData("a/...b")]
    public void TryParse_Path_Kept(string text) => Assert.Equal(text, DropPath.Parse(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("a/../b")]
    [InlineData("./a")]
    [InlineData(@"a\b")]
    [InlineData("a\nb")]
    public void TryParse_AnythingElse_False(string? text) => Assert.False(DropPath.TryParse(text, out _));

    [Fact]
    public void TryParse_TooLong_False() => Assert.False(DropPath.TryParse(new('x', 1025), out _));
}
