using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake.Containers;

public sealed class ZipDirectoryTests
{
    private const int HeaderSize = 46;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<(ContentRead Content, Budget Budget)> Read(byte[] bytes)
    {
        var budget = new Budget(IntakeLimits.Default, Token);
        return (await ContentRead.Of(SourceFile.FromBytes("a.xlsx", bytes), budget), budget);
    }

    /// <summary>900,000 headers behind a 64-bit end; the other end has no room for the count, and points elsewhere or nowhere.</summary>
    [Theory]
    [InlineData(ushort.MaxValue, 0u)]
    [InlineData(ushort.MaxValue, uint.MaxValue)]
    [InlineData((ushort)3, uint.MaxValue)]
    public async Task NineHundredThousandEntries_AreRefusedBeforeOneIsRead(ushort count, uint at)
    {
        using var zip = new MemoryStream();
        zip.Write("PK\u0003\u0004"u8);
        for (var i = 0; i < 900_000; i++) zip.Write(Header("", 0));
        WriteEnds(zip, count, at, count64: 900_000, at64: 4);
        var (content, budget) = await Read(zip.ToArray());
        Assert.Equal("KAL1009", Assert.Single(content.Findings).Code);
        Assert.InRange(budget.Steps, 1, 200_000);
        Assert.Equal(0, budget.Held);
    }

    /// <summary>The directory stops at what its end promised.</summary>
    [Theory]
    [InlineData(5, 900_000)]
    [InlineData(5, 4)]
    public async Task OtherCountThanPromised_IsDamage(int promised, int headers)
    {
        using var zip = new MemoryStream();
        zip.Write("PK\u0003\u0004"u8);
        for (var i = 0; i < headers; i++) zip.Write(Header("", 0));
        WriteEnds(zip, (ushort)promised, 4, count64: promised, at64: 4);
        var (content, budget) = await Read(zip.ToArray());
        Assert.Equal("KAL1007", Assert.Single(content.Findings).Code);
        Assert.InRange(budget.Held, 0, 10_000);
    }

    /// <summary>Programs that write without looking back put sizes and places into 64-bit fields, however small the file is.</summary>
    [Fact]
    public async Task SixtyFourBitFieldsOfASmallFile_AreRead()
    {
        var bytes = As64Bit(OfficeFile.WithSheet("<sheetData><row><c><v>7</v></c></row></sheetData>").ToBytes());
        Assert.Contains(new ZipArchive(new MemoryStream(bytes)).Entries, e => e.FullName == "xl/workbook.xml");
        var (content, _) = await Read(bytes);
        Assert.Empty(content.Findings);
        Assert.Equal("7", content.Tables![0].Rows[0].Cells[0].Text);
    }

    [Theory]
    [InlineData("xl\\workbook.xml", "KAL1011")]
    [InlineData("..\\outside.txt", "KAL1012")]
    [InlineData("\\\\server\\share", "KAL1012")]
    [InlineData("C:\\x", "KAL1012")]
    public async Task BackslashNames_AreTheSameNames(string name, string code)
    {
        var (content, _) = await Read(OfficeFile.WithSheet("").Add(name, "x").ToBytes());
        Assert.Equal(code, Assert.Single(content.Findings).Code);
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.SmallestSize)]
    public async Task StoredAndDeflated_AreRead(CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(OfficeFile.WithSheet("<sheetData/>").ToBytes())))
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var part in source.Entries)
            {
                using var from = part.Open();
                using var to = zip.CreateEntry(part.FullName, level).Open();
                await from.CopyToAsync(to, Token);
            }
        Assert.NotNull((await Read(stream.ToArray())).Content.Tables);
    }

    [Theory]
    [InlineData(8, (byte)1, "KAL1005")]
    [InlineData(10, (byte)9, "KAL1007")]
    [InlineData(42, (byte)77, "KAL1007")]
    [InlineData(20, (byte)255, "KAL1007")]
    public async Task SpoiltHeader_IsAFinding(int field, byte value, string code)
    {
        var bytes = OfficeFile.WithSheet("").ToBytes();
        var at = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        (bytes[at + field], bytes[at + field + 1]) = (value, field == 20 ? (byte)255 : (byte)0);
        Assert.Equal(code, (await Read(bytes)).Content.Findings.Single().Code);
    }

    private static byte[] Header(string name, uint at)
    {
        var header = new byte[HeaderSize + name.Length];
        "PK\u0001\u0002"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(28), (ushort)name.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), at);
        Encoding.ASCII.GetBytes(name, header.AsSpan(HeaderSize));
        return header;
    }

    private static void WriteEnds(MemoryStream zip, ushort count, uint at, long count64, long at64)
    {
        var end64 = new byte[56];
        "PK\u0006\u0006"u8.CopyTo(end64);
        BinaryPrimitives.WriteInt64LittleEndian(end64.AsSpan(4), 44);
        BinaryPrimitives.WriteInt64LittleEndian(end64.AsSpan(24), count64);
        BinaryPrimitives.WriteInt64LittleEndian(end64.AsSpan(32), count64);
        BinaryPrimitives.WriteInt64LittleEndian(end64.AsSpan(40), zip.Length - at64);
        BinaryPrimitives.WriteInt64LittleEndian(end64.AsSpan(48), at64);
        var locator = new byte[20];
        "PK\u0006\u0007"u8.CopyTo(locator);
        BinaryPrimitives.WriteInt64LittleEndian(locator.AsSpan(8), zip.Length);
        locator[16] = 1;
        var end = new byte[22];
        "PK\u0005\u0006"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), at);
        zip.Write(end64);
        zip.Write(locator);
        zip.Write(end);
    }

    /// <summary>The same file with every number of its directory in a 64-bit field.</summary>
    private static byte[] As64Bit(byte[] file)
    {
        using var zip = new MemoryStream();
        var at = file.AsSpan().IndexOf("PK\u0001\u0002"u8);
        zip.Write(file, 0, at);
        var count = 0;
        for (var from = at; file.AsSpan(from).StartsWith("PK\u0001\u0002"u8); count++)
        {
            var header = file.AsSpan(from, HeaderSize).ToArray();
            var (name, extra) = (BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28)), BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)));
            var large = new byte[28];
            (large[0], large[2]) = (1, 24);
            foreach (var (field, to) in (ReadOnlySpan<(int, int)>)[(24, 4), (20, 12), (42, 20)])
            {
                BinaryPrimitives.WriteInt64LittleEndian(large.AsSpan(to), BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(field)));
                BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(field), uint.MaxValue);
            }
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), (ushort)large.Length);
            zip.Write(header);
            zip.Write(file, from + HeaderSize, name);
            zip.Write(large);
            from += HeaderSize + name + extra;
        }
        WriteEnds(zip, ushort.MaxValue, uint.MaxValue, count, at);
        return zip.ToArray();
    }
}
