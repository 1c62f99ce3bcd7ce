using Kalasin.Evaluation.Tests;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Azure;

namespace Kalasin.Functions.Tests.Storage.Azure;

public sealed class SpooledContentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakeIn_NothingToFind_WhenTheProgramIsKilled()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the system removes the file when its last handle goes.");
        const int Size = 123_457; // of no other test's file
        await using var content = await SpooledContent.TakeInAsync(new MemoryStream(Bytes(Size)), Size, Token);
        Assert.Equal(Size, content!.Size);
        Assert.DoesNotContain(new DirectoryInfo(Path.GetTempPath()).EnumerateFiles("kalasin-*.part"), file => file.Exists && file.Length == Size);
    }

    [Fact]
    public async Task Open_ReadersAreIndependentAndSeek()
    {
        var bytes = Bytes(100_000);
        await using var content = await SpooledContent.TakeInAsync(new MemoryStream(bytes), bytes.Length, Token);
        await using var one = await content!.OpenAsync(Token);
        await using (var other = await content.OpenAsync(Token))
        {
            Assert.Equal(bytes[0], one.ReadByte());
            Assert.Equal(99_990, other.Seek(-10, SeekOrigin.End));
            Assert.Equal(bytes[99_990], other.ReadByte());
            other.Position = 200_000;
            Assert.Equal(-1, other.ReadByte());
            Assert.Throws<IOException>(() => other.Seek(-1, SeekOrigin.Begin));
        }
        using var rest = new MemoryStream();
        await one.CopyToAsync(rest, Token);
        Assert.Equal(bytes[1..], rest.ToArray());
    }

    [Fact]
    public async Task Read_AfterDisposal_Fails()
    {
        var content = await SpooledContent.TakeInAsync(new MemoryStream(Bytes(10)), 10, Token);
        await using var reader = await content!.OpenAsync(Token);
        await content.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await reader.ReadExactlyAsync(new byte[1], Token));
    }

    [Fact]
    public async Task TakeIn_WhereNoFileCanBeMade_IsUnavailable_AndSaysWhere()
    {
        var none = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}");
        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => SpooledContent.TakeInAsync(new MemoryStream(Bytes(10)), 10, Token, none));
        Told.Is(
            failure.Finding, "KAL7028", "", $"เครื่องนี้พักไฟล์ชั่วคราวใน {none} ไม่ได้ จึงยังไม่ได้รับข้อมูลครั้งนี้ โปรดเพิ่มเนื้อที่ว่างแล้วส่งอีกครั้ง",
            $"This machine can't keep temporary files in {none}; nothing was kept this time. Free some space and send again.");
    }

    private static byte[] Bytes(int size) => [.. Enumerable.Range(0, size).Select(i => (byte)(i * 31 >> 3))];
}
