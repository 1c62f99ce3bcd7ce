using System.IO.Compression;
using System.Text;
using Kalasin.Functions.Transfer;

namespace Kalasin.Functions.Tests.Transfer;

public sealed class StoredZipTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Written_IsWhatOtherReadersRead()
    {
        using var file = new MemoryStream();
        var zip = new StoredZipWriter(file);
        await zip.AddAsync("a.json", "{}"u8.ToArray(), Token);
        await zip.AddAsync("objects/empty", ReadOnlyMemory<byte>.Empty, Token);
        await zip.FinishAsync(Token);
        using var read = new ZipArchive(file, ZipArchiveMode.Read);
        Assert.Equal(["a.json", "objects/empty"], read.Entries.Select(e => e.FullName));
        using var text = new StreamReader(read.Entries[0].Open());
        Assert.Equal("{}", await text.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task ThaiNameAndDay_AreWhatOtherReadersRead_AndAsciiStaysAsItWas()
    {
        using var file = new MemoryStream();
        var zip = new StoredZipWriter(file, new(2024, 5, 17));
        await zip.AddAsync("06-ต้นฉบับ/ภาพ 1.jpg", "x"u8.ToArray(), Token);
        await zip.AddAsync("SHA256SUMS", EntryMeter.Of("yz"u8), async target => await target.WriteAsync("yz"u8.ToArray(), Token), Token);
        await Assert.ThrowsAsync<InvalidDataException>(() => zip.AddAsync("changed", EntryMeter.Of("a"u8), async target => await target.WriteAsync("b"u8.ToArray(), Token), Token));
        using var whole = new MemoryStream();
        zip = new(whole, new(2024, 5, 17));
        await zip.AddAsync("06-ต้นฉบับ/ภาพ 1.jpg", "x"u8.ToArray(), Token);
        await zip.AddAsync("SHA256SUMS", "yz"u8.ToArray(), Token);
        await zip.FinishAsync(Token);
        using var read = new ZipArchive(whole, ZipArchiveMode.Read);
        Assert.Equal(["06-ต้นฉบับ/ภาพ 1.jpg", "SHA256SUMS"], read.Entries.Select(e => e.FullName));
        Assert.All(read.Entries, e => Assert.Equal(new DateTime(2024, 5, 17), e.LastWriteTime.DateTime));
        Assert.Equal(0x81A4u << 16, (uint)read.Entries[0].ExternalAttributes);
        Assert.Equal(0, read.Entries[1].ExternalAttributes);
    }

    /// <summary>The entry lies behind five thousand million bytes that are none (a hole in the file, so that no disk is filled).</summary>
    [Fact]
    public async Task EntryBehindFourGigabytes_FoundByOtherReaders()
    {
        using var folder = new TemporaryFolder();
        await using var file = new FileStream(Path.Combine(folder.Path, "large.zip"), FileMode.CreateNew, FileAccess.ReadWrite);
        var far = new ZipEntry("far", EntryMeter.Of("far away"u8), 5_000_000_000);
        file.Position = far.Offset;
        await file.WriteAsync((byte[])[.. StoredZip.HeaderOf(far), .. "far away"u8], Token);
        await file.WriteAsync(StoredZip.DirectoryOf([far], file.Position), Token);
        using var read = new ZipArchive(file, ZipArchiveMode.Read);
        using var text = new StreamReader(Assert.Single(read.Entries).Open());
        Assert.Equal("far away", await text.ReadToEndAsync(Token));
    }

    [Fact]
    public void MoreEntriesThanTheShortNumberHolds_ReadByOtherReaders()
    {
        using var file = new MemoryStream();
        var entries = new List<ZipEntry>();
        for (var n = 0; n < 70_000; n++)
        {
            var entry = new ZipEntry($"{n}", EntryMeter.Of([]), file.Position);
            entries.Add(entry);
            file.Write(StoredZip.HeaderOf(entry));
        }
        file.Write(StoredZip.DirectoryOf(entries, file.Position));
        using var read = new ZipArchive(file, ZipArchiveMode.Read);
        Assert.Equal(70_000, read.Entries.Count);
    }

    [Fact]
    public async Task Reading_MoreEntriesThanAllowed_RefusedBeforeTheNextIsRead()
    {
        using var file = new MemoryStream();
        var zip = new StoredZipWriter(file);
        for (var n = 0; n < 3; n++) await zip.AddAsync($"{n}", Encoding.ASCII.GetBytes($"{n}"), Token);
        await zip.FinishAsync(Token);
        file.Position = 0;
        using var reader = new StoredZipReader(file, most: 2);
        await reader.NextAsync(Token);
        await reader.NextAsync(Token);
        Assert.Equal("KAL7705", (await Assert.ThrowsAsync<RoundFileException>(() => reader.NextAsync(Token))).Finding.Code);
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)] // the check value of ISO 3309
    public void Checksum_IsThatOfTheStandard(string text, uint expected) => Assert.Equal(expected, EntryMeter.Of(Encoding.ASCII.GetBytes(text)).Checksum);
}
