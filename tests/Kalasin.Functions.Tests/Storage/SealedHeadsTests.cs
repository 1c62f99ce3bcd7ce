using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

public sealed class SealedHeadsTests
{
    private static readonly string Hash = ContentHash.Of([1]).ToString();

    [Fact]
    public void LineOf_IsReadBack()
    {
        var head = new SealedHead(12, ContentHash.Of([1]), new(2024, 5, 20, 10, 0, 0, TimeSpan.FromHours(7)));
        var line = System.Text.Encoding.ASCII.GetString(SealedHeads.LineOf(head));
        Assert.Equal($"12 {Hash} 2024-05-20T03:00:00Z\n", line);
        Assert.Equal(head, Assert.Single(SealedHeads.Read(line).Heads));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 HASH 2024-05-20T03:00:00Z")]
    [InlineData("-1 HASH 2024-05-20T03:00:00Z")]
    [InlineData("1 HASH")]
    [InlineData("1 HASH 2024-05-20")]
    [InlineData("1  HASH 2024-05-20T03:00:00Z")]
    [InlineData("1 HASH 2024-05-20T03:00:00Z more")]
    [InlineData("99999999999999999999 HASH 2024-05-20T03:00:00Z")]
    [InlineData("1 0HASH 2024-05-20T03:00:00Z")]
    public void Read_LineThatIsNone_ToldByItsNumber(string line)
    {
        var good = $"1 {Hash} 2024-05-20T03:00:00Z\n";
        var read = SealedHeads.Read($"{good}{line.Replace("HASH", Hash, StringComparison.Ordinal)}\n{good}");
        Assert.Equal((2, 2), (Assert.Single(read.Unreadable), read.Heads.Length));
    }

    [Fact]
    public void Read_LineThatIsBeingWritten_LeftOut() => Assert.Equal(SealedHeads.None.Heads, SealedHeads.Read($"1 {Hash} 2024-05").Heads);
}
