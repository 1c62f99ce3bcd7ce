using System.Text;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake.Containers;

/// <summary>Work and memory of reading are counted down wherever something from outside is looked at.</summary>
public sealed class BudgetTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Corpus");
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Workbooks() =>
        [.. Directory.EnumerateFiles(Folder, "*.xlsx").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    private static async Task<(ContentRead Content, Budget Budget)> Read(byte[] bytes, IntakeLimits? limits = null)
    {
        var budget = new Budget(limits ?? IntakeLimits.Default, Token);
        return (await ContentRead.Of(SourceFile.FromBytes("a.xlsx", bytes), budget), budget);
    }

    private static Task<IntakeResult> ReadReturns(byte[] bytes, IntakeLimits limits) =>
        ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes("a.xlsx", bytes)], limits, Token);

    /// <summary>Wherever the work is cut off, in the container or in its meaning, the answer is one finding or the whole result.</summary>
    [Theory]
    [MemberData(nameof(Workbooks))]
    public async Task CutOffAnywhere_IsOneFindingOrTheWhole(string name)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder, name), Token);
        var whole = await ReadReturns(bytes, IntakeLimits.Default);
        for (long steps = 1_000; steps < 100_000_000; steps = steps * 3 / 2)
        {
            var got = await ReadReturns(bytes, IntakeLimits.Default with { Steps = steps });
            if (got.AsksForMore)
            {
                Assert.Equal("KAL1019", got.Findings.Last(f => f.Severity == Severity.Error).Code);
                Assert.Empty(got.Returns);
                continue;
            }
            Assert.Equal(whole.Findings, got.Findings);
            Assert.Equal(whole.Returns.Select(ReturnJson.Write), got.Returns.Select(ReturnJson.Write));
            return;
        }
        Assert.Fail("It never was enough.");
    }

    [Theory]
    [MemberData(nameof(Workbooks))]
    public async Task WithoutMemory_IsOneFindingOrTheWhole(string name)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder, name), Token);
        var whole = await ReadReturns(bytes, IntakeLimits.Default);
        for (var memory = 1_000; memory < 16 << 20; memory *= 2)
        {
            var got = await ReadReturns(bytes, IntakeLimits.Default with { Memory = memory });
            if (!got.AsksForMore)
            {
                Assert.Equal(whole.Findings, got.Findings);
                return;
            }
            Assert.Equal("KAL1025", got.Findings.Last(f => f.Severity == Severity.Error).Code);
        }
        Assert.Fail("It never was enough.");
    }

    /// <summary>What a workbook takes grows with its bytes and with nothing else, whatever is done to it.</summary>
    [Theory]
    [MemberData(nameof(Workbooks))]
    public async Task Mutated_TakesStepsByItsBytes(string name)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder, name), Token);
        var random = new Random(name.Length * 2567);
        for (var i = 0; i < 8; i++)
        {
            var mutated = i == 0 ? bytes : Mutation.Of(bytes, random);
            var (_, budget) = await Read(mutated);
            var size = mutated.Length + Mutation.InflatedBytes(mutated);
            Assert.True(budget.Steps <= 200_000 + 60 * size, $"Mutation {i}: {budget.Steps} steps for {size} bytes.");
            await ReadReturns(mutated, IntakeLimits.Default with { Steps = 100_000_000 });
        }
    }

    [Fact]
    public async Task MillionBracketsInSixtyStyles_EndAtOnceWithAFinding()
    {
        var styles = $"<numFmts><numFmt numFmtId='200' formatCode='{new string('[', 1_000_000)}'/></numFmts><cellXfs>{Styles(60)}</cellXfs>";
        var bytes = OfficeFile.WithSheet("", styles: styles).ToBytes();
        Assert.InRange(bytes.Length, 1_000, 4_000);
        var (content, budget) = await Read(bytes);
        Assert.Equal("KAL1018", Assert.Single(content.Findings).Code);
        Assert.InRange(budget.Steps, 1, 5_000_000);
    }

    [Theory]
    [InlineData("[", "Number")]
    [InlineData("[]", "Number")]
    [InlineData("d[", "Date")]
    [InlineData("[d", "Date")]
    [InlineData("[d]", "Number")]
    [InlineData("[[d]d", "Date")]
    public async Task BracketsOfANumberFormat_AsFarAsTheyClose(string code, string kind)
    {
        var styles = $"<numFmts><numFmt numFmtId='200' formatCode='{new string('[', 30_000)}{code}'/></numFmts><cellXfs>{Styles(1)}</cellXfs>";
        var (content, _) = await Read(OfficeFile.WithSheet("<sheetData><row><c s='0'><v>45000</v></c></row></sheetData>", styles: styles).ToBytes());
        Assert.Equal(kind, content.Tables![0].Rows[0].Cells[0].Kind.ToString());
    }

    /// <summary>Each of these is small in the file and large in what it asks for.</summary>
    public static TheoryData<string, byte[], string> Amplifiers() => new()
    {
        { "sheets that are one part",
            WithPart("xl/workbook.xml", $"<workbook xmlns:r='urn:r'><sheets>{Repeated("<sheet name='a' r:id='b'/>", 4_000)}</sheets></workbook>"), "KAL1019" },
        { "relationships",
            WithPart("xl/_rels/workbook.xml.rels", $"<Relationships>{Numbered("<Relationship Id='i#' Target='x'/>", 100_000)}</Relationships>"), "KAL1025" },
        { "content types", WithPart("[Content_Types].xml", $"<Types>{Repeated("<Default ContentType='application/xml'/>", 200_000)}</Types>"), "KAL1025" },
        { "names of attributes", WithSheet(Repeated($"<e {Numbered("a#='' ", 250)}/>", 2_000)), "KAL1019" },
        { "long shared text in many cells",
            WithSheet(Grid(rows: 1_000, columns: 8, "<c t='s'><v>0</v></c>"), $"<si><t>{new string('ก', 32_000)}</t></si>"), "KAL1025" },
        { "styles", OfficeFile.WithSheet("", styles: $"<cellXfs>{Styles(4_000_000)}</cellXfs>").ToBytes(), "KAL10" },
        {
            "merged cells over each other",
            WithSheet(Grid(rows: 200, columns: 100, "<c><v>1</v></c>") + $"<mergeCells>{Repeated("<mergeCell ref='A1:B200'/>", 1_000)}</mergeCells>"),
            "KAL1019"
        },
    };

    [Theory]
    [MemberData(nameof(Amplifiers))]
    public async Task Amplifier_IsAFindingWithinLittle(string amplifier, byte[] bytes, string code)
    {
        var limits = IntakeLimits.Default with { Steps = 15_000_000, Memory = 4 << 20, Ratio = 1_000 };
        var (content, budget) = await Read(bytes, limits);
        Assert.StartsWith(code, Assert.Single(content.Findings).Code, StringComparison.Ordinal);
        Assert.True(budget.Steps <= limits.Steps + 1_000_000, $"{amplifier}: {budget.Steps}");
        Assert.True(budget.Held <= limits.Memory + 200_000, $"{amplifier}: {budget.Held}");
    }

    [Fact]
    public async Task BlankCells_CostWorkAndCountForNothing()
    {
        var row = $"<row>{Repeated("<c s='1'/>", 16_384)}</row>";
        var (content, budget) = await Read(OfficeFile.WithSheet($"<sheetData>{Repeated(row, 130)}<row><c><v>1</v></c></row></sheetData>").ToBytes());
        Assert.Empty(content.Findings);
        Assert.Equal("A131", content.Tables![0].Rows.Single().PlaceOf(1).Cell);
        Assert.InRange(budget.Steps, 20_000_000, 400_000_000);
    }

    /// <summary>What one file leaves behind counts for the next; what a refused one took doesn't.</summary>
    [Fact]
    public async Task MemoryOfADelivery_IsThatOfItsReturns()
    {
        var good = await File.ReadAllBytesAsync(Path.Combine(Folder, "good.xlsx"), Token);
        var budget = new Budget(IntakeLimits.Default, Token);
        await ContentRead.Of(SourceFile.FromBytes("a.xlsx", good), budget);
        var while1 = budget.Held;
        budget.EndFile(keepRows: false);
        Assert.Equal(0, budget.Held);
        await ContentRead.Of(SourceFile.FromBytes("a.xlsx", good), budget);
        budget.EndFile(keepRows: true);
        Assert.InRange(budget.Held, 1, while1 - 1);
    }

    [Fact]
    public async Task FilesOfADelivery_ShareItsSteps()
    {
        var good = await File.ReadAllBytesAsync(Path.Combine(Folder, "good.xlsx"), Token);
        var files = Enumerable.Range(1, 20).Select(n => SourceFile.FromBytes($"{n}.xlsx", good));
        var got = await ReturnReader.ReadAsync(Rules, files, IntakeLimits.Default with { DeliverySteps = 1_500_000 }, Token);
        Assert.Equal(FileOutcome.AcceptedAsReturns, got.Files[0].Outcome);
        Assert.Equal("KAL1025", got.Files[^1].Findings.Single().Code);
        Assert.True(got.AsksForMore);
    }

    private static byte[] WithSheet(string inside, string sharedStrings = "") => OfficeFile.WithSheet(inside, sharedStrings).ToBytes();

    private static byte[] WithPart(string name, string xml) => OfficeFile.WithSheet("").Replace(name, xml).ToBytes();

    private static string Grid(int rows, int columns, string cell) => $"<sheetData>{Repeated($"<row>{Repeated(cell, columns)}</row>", rows)}</sheetData>";

    private static string Numbered(string text, int times) =>
        string.Concat(Enumerable.Range(0, times).Select(n => text.Replace("#", $"{n}", StringComparison.Ordinal)));

    private static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Styles(int count) => Repeated("<xf numFmtId='200'/>", count);
}
