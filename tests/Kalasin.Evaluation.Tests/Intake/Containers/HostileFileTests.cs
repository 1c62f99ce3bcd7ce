using System.IO.Compression;
using System.Text;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake.Containers;

public sealed class HostileFileTests
{
    private static readonly string Bomb = "<worksheet><sheetData>" + new string(' ', 3 << 20) + "</sheetData></worksheet>";

    private static async Task<ContentRead> Read(byte[] bytes, IntakeLimits? limits = null) =>
        await ContentRead.Of(SourceFile.FromBytes("a.xlsx", bytes), new Budget(limits ?? IntakeLimits.Default, TestContext.Current.CancellationToken));

    private static string Rows(int count, string cells = "<c><v>1</v></c>") =>
        "<sheetData>" + string.Concat(Enumerable.Repeat($"<row>{cells}</row>", count)) + "</sheetData>";

    private static string Deep(int levels) => string.Concat(Enumerable.Repeat("<x>", levels - 1)) + string.Concat(Enumerable.Repeat("</x>", levels - 1));

    public static TheoryData<string, string, byte[], IntakeLimits> Limits() => new()
    {
        { "file", "KAL1008", OfficeFile.WithSheet("").ToBytes(), new() { FileBytes = 100 } },
        { "entries", "KAL1009", OfficeFile.WithSheet("").ToBytes(), new() { Entries = 6 } },
        { "entry", "KAL1010", OfficeFile.WithSheet(Rows(100)).ToBytes(), new() { EntryBytes = 1000 } },
        { "archive", "KAL1010", OfficeFile.WithSheet(Rows(100)).ToBytes(), new() { ArchiveBytes = 2000 } },
        {
            "ratio", "KAL1010",
            OfficeFile.WithSheetPart(string.Concat(Enumerable.Repeat("<!--" + new string(' ', 90_000) + "-->", 20)) + "<worksheet/>").ToBytes(),
            IntakeLimits.Default
        },
        { "endless text", "KAL1018", OfficeFile.WithSheetPart(Bomb).ToBytes(), new() { Ratio = 10_000 } },
        { "endless attribute", "KAL1018", OfficeFile.WithSheetPart($"<worksheet a='{new string('x', 3 << 20)}'/>").ToBytes(), new() { Ratio = 10_000 } },
        { "depth", "KAL1014", OfficeFile.WithSheet(Deep(65)).ToBytes(), IntakeLimits.Default },
        { "rows", "KAL1015", OfficeFile.WithSheet(Rows(11)).ToBytes(), new() { Rows = 10 } },
        { "columns", "KAL1016", OfficeFile.WithSheet("<sheetData><row><c r='ALM1'><v>1</v></c></row></sheetData>").ToBytes(), IntakeLimits.Default },
        { "cells", "KAL1017", OfficeFile.WithSheet(Rows(11)).ToBytes(), new() { Cells = 10 } },
        {
            "merges", "KAL1017",
            OfficeFile.WithSheet("<mergeCells>" + string.Concat(Enumerable.Repeat("<mergeCell ref='A1:B2'/>", 11)) + "</mergeCells>").ToBytes(),
            new() { Cells = 10 }
        },
        {
            "cell text", "KAL1018",
            OfficeFile.WithSheet($"<sheetData><row><c t='inlineStr'><is><t>{new string('ก', 32_768)}</t></is></c></row></sheetData>").ToBytes(),
            IntakeLimits.Default
        },
        { "steps", "KAL1019", OfficeFile.WithSheet(Rows(100)).ToBytes(), new() { Steps = 50_000 } },
        { "steps of a delivery", "KAL1025", OfficeFile.WithSheet(Rows(100)).ToBytes(), new() { DeliverySteps = 50_000 } },
        { "memory", "KAL1025", OfficeFile.WithSheet(Rows(100)).ToBytes(), new() { Memory = 10_000 } },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task OverALimit_IsAFinding(string limit, string code, byte[] bytes, IntakeLimits limits)
    {
        var content = await Read(bytes, limits);
        Assert.Equal(code, Assert.Single(content.Findings).Code);
        Assert.True(content.Tables is null, limit);
    }

    public static TheoryData<string, byte[]> AtTheLimit() => new()
    {
        { "depth", OfficeFile.WithSheet(Deep(64)).ToBytes() },
        { "columns", OfficeFile.WithSheet("<sheetData><row><c r='ALL1'><v>1</v></c></row></sheetData>").ToBytes() },
        { "blank columns", OfficeFile.WithSheet("<sheetData><row><c r='XFD1' s='1'/></row></sheetData>").ToBytes() },
        { "blank rows", OfficeFile.WithSheet("<sheetData><row r='1048576' ht='15'/></sheetData>").ToBytes() },
        { "cell text", OfficeFile.WithSheet($"<sheetData><row><c t='inlineStr'><is><t>{new string('ก', 32_767)}</t></is></c></row></sheetData>").ToBytes() },
    };

    [Theory]
    [MemberData(nameof(AtTheLimit))]
    public async Task AtALimit_IsRead(string limit, byte[] bytes)
    {
        var content = await Read(bytes);
        Assert.Empty(content.Findings);
        Assert.True(content.Tables is not null, limit);
    }

    public static TheoryData<string, string, byte[]> Traps() => new()
    {
        {
            "document type", "KAL1013",
            OfficeFile.WithSheetPart("""<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>""").ToBytes()
        },
        {
            "document type in UTF-16", "KAL1013",
            OfficeFile.WithSheet("")
                .Add("xl/worksheets/t.xml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<!DOCTYPE x><worksheet/>")])
                .Replace(
                    "xl/_rels/workbook.xml.rels",
                    """<Relationships><Relationship Id="b" Type="/worksheet" Target="worksheets/t.xml"/></Relationships>""")
                .ToBytes()
        },
        { "undeclared entity", "KAL1007", OfficeFile.WithSheet("&b;").ToBytes() },
        { "path upwards", "KAL1012", OfficeFile.WithSheet("").Add("../../etc/passwd", "x").ToBytes() },
        { "path with drive", "KAL1012", OfficeFile.WithSheet("").Add("C:/x", "x").ToBytes() },
        { "two workbooks", "KAL1011", OfficeFile.WithSheet("").Add("xl/Workbook.xml", "<workbook/>").ToBytes() },
        { "macros", "KAL1006", OfficeFile.WithSheet("").Add("xl/vbaProject.bin", "x").ToBytes() },
        { "truncated", "KAL1007", OfficeFile.WithSheet("").ToBytes()[..^200] },
        { "sheet missing", "KAL1007", OfficeFile.WithSheet("").Replace("xl/_rels/workbook.xml.rels", "<Relationships/>").ToBytes() },
        { "sheet elsewhere", "KAL1007", OfficeFile.WithSheet("").Replace("xl/_rels/workbook.xml.rels",
            """<Relationships><Relationship Id="b" Type="/worksheet" Target="http://example.org/s.xml" TargetMode="External"/></Relationships>""").ToBytes() },
        { "row in row 2 called 1", "KAL1007", OfficeFile.WithSheet("<sheetData><row r='2'/><row r='1'/></sheetData>").ToBytes() },
        { "cell of another row", "KAL1007", OfficeFile.WithSheet("<sheetData><row r='2'><c r='A3'/></row></sheetData>").ToBytes() },
        { "shared string missing", "KAL1007", OfficeFile.WithSheet("<sheetData><row><c t='s'><v>7</v></c></row></sheetData>").ToBytes() },
    };

    [Theory]
    [MemberData(nameof(Traps))]
    public async Task Trap_IsAFinding(string trap, string code, byte[] bytes)
    {
        var content = await Read(bytes);
        Assert.Contains(content.Findings, f => f.Code == code && f.Severity == Severity.Error);
        Assert.True(content.Tables is null, trap);
    }

    [Fact]
    public async Task StreamThatCannotSeek_IsReadTheSame()
    {
        var bytes = OfficeFile.WithSheet(Rows(3)).ToBytes();
        var file = new SourceFile("a.xlsx", _ => ValueTask.FromResult<Stream>(new DeflateStream(new MemoryStream(Deflate(bytes)), CompressionMode.Decompress)));
        var content = await ContentRead.Of(file, new Budget(IntakeLimits.Default, TestContext.Current.CancellationToken));
        Assert.Equal((bytes.Length, 3), ((int)content.Bytes, content.Tables![0].Rows.Length));
    }

    [Fact]
    public async Task StreamThatNeverEnds_StopsAtTheLimit()
    {
        var file = new SourceFile("a.xlsx", _ => ValueTask.FromResult<Stream>(new EndlessStream()));
        var content = await ContentRead.Of(file, new Budget(new IntakeLimits { FileBytes = 1 << 20 }, TestContext.Current.CancellationToken));
        Assert.Equal("KAL1008", Assert.Single(content.Findings).Code);
    }

    [Fact]
    public async Task CallersCancellation_ReachesTheCaller()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ContentRead.Of(
            SourceFile.FromBytes("a.xlsx", OfficeFile.WithSheet("").ToBytes()), new Budget(IntakeLimits.Default, cancelled.Token)));
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.Fastest)) deflate.Write(bytes);
        return target.ToArray();
    }

    private sealed class EndlessStream : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer) => buffer.Length;
    }
}
