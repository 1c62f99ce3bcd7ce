using System.Text;
using Kalasin.Functions.SignedCopies;

namespace Kalasin.Functions.Tests.SignedCopies;

/// <summary>The process that reads a signed copy answers, or ends without harm.</summary>
public sealed class SignedCopyReaderTests : IDisposable
{
    private const string Code = "kalasin:46-dla-2567:letter:12:0123456789abcdef";

    private readonly SignedCopyReader _reader = new();

    public void Dispose() => _reader.Dispose();

    [Fact]
    public async Task AScan_IsReadByAnotherProcess()
    {
        var facts = await ReadAsync(new SmallPdf("scan", ScanPicture.Jpeg(Code)).Bytes);
        Assert.Equal([new PageCode(1, Code)], facts!.Codes);
    }

    public static TheoryData<string> Rubbish => ["", "%PDF-1.7\n", "no PDF at all", "%PDF-1.7\nxref\n0 1\ntrailer\n<< /Size 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF"];

    [Theory]
    [MemberData(nameof(Rubbish))]
    public async Task Rubbish_IsNothing(string text) => Assert.Null(await ReadAsync(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public async Task ADeepNest_EndsTheOtherProcessAtMost()
    {
        var deep = new SmallPdf("x").Append("9 0 obj\n" + new string('[', 200_000) + "\nendobj\n").Append("trailer\n<< /Root 9 0 R >>\nstartxref\n5\n%%EOF").Bytes;
        await ReadAsync(deep);
        Assert.NotNull(await ReadAsync(new SmallPdf("still here").Bytes));
    }

    [Fact]
    public async Task GivenUp_EndsTheOtherProcess()
    {
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _reader.ReadAsync(new Endless(), gone.Token));
        Assert.NotNull(await ReadAsync(new SmallPdf("still here").Bytes));
    }

    /// <summary>A vault that can't be read is nothing that the file can help.</summary>
    [Fact]
    public async Task SourceThatCantBeRead_StaysAnException()
    {
        await Assert.ThrowsAsync<IOException>(() => _reader.ReadAsync(new Broken([]), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<IOException>(() => _reader.ReadTextAsync(new Broken([]), TestContext.Current.CancellationToken));
        Assert.NotNull(await ReadAsync(new SmallPdf("still here").Bytes));
    }

    private async Task<CopyFacts?> ReadAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return await _reader.ReadAsync(stream, TestContext.Current.CancellationToken);
    }

    /// <summary>A file whose sender never comes to an end.</summary>
    private sealed class Endless : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
