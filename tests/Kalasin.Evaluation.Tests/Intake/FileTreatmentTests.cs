using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>The seam for readers: a kind of file is one registration, whatever the file looks like inside.</summary>
public sealed class FileTreatmentTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    private const string Typed = """
        { ตัวชี้วัด 3
        หน่วยงาน | ท้องถิ่นอำเภอนามน
        ที่ | วันที่ | กิจกรรม
        1 | 1/2/2567 | ประชุม
        2 | กลางเดือน | ติดตาม
        """;

    /// <summary>
    /// A format nobody has: a table a file, its name behind a brace, a row a line, bars between cells. The line and the column are
    /// the place.
    /// </summary>
    private static ImmutableArray<RawTable> ReadBars(OpenedFile file)
    {
        var bytes = new byte[file.Bytes.Length];
        file.Bytes.Position = 0;
        file.Bytes.ReadExactly(bytes);
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        Place PlaceOf(int row, int column) => file.Place with { Line = row + 1, Pointer = $"/{column}" };
        var rows = new TableRows(PlaceOf, file.Contents);
        for (var i = 1; i < lines.Length; i++)
        {
            foreach (var (c, text) in lines[i].Split('|').Index()) rows.Add(new(c + 1, RawKind.Text, text.Trim(), file.Budget));
            rows.End(i);
        }
        return [new(lines[0].TrimStart('{').Trim(), file.Place, false, rows.ToImmutable())];
    }

    private static FileTreatment Treatment(FileOutcome outcome) => FileTreatment.Of(FileKind.Json, FileTreatment.All).Otherwise! with { Outcome = outcome };

    private static Task<IntakeResult> Read(FileTreatment json, params SourceFile[] files) => ReturnReader.ReadAsync(
        Rules, files, IntakeLimits.Default,
        new IntakeOptions { Treatments = [.. FileTreatment.All.Select(t => t.Kind == json.Kind ? json : t)] }, TestContext.Current.CancellationToken);

    private static SourceFile Bars(string name) => SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(Typed));

    [Fact]
    public void All_HasEveryKindOnce() => Assert.Equal(Enum.GetValues<FileKind>(), FileTreatment.All.Select(t => t.Kind).Order());

    [Fact]
    public async Task MadeUpFormat_GivesTheReturnThatTheSameWorkbookGives()
    {
        var workbook = TypedSheet.Of(
            "ตัวชี้วัด 3", ["หน่วยงาน", "ท้องถิ่นอำเภอนามน"], ["ที่", "วันที่", "กิจกรรม"], ["1", "1/2/2567", "ประชุม"], ["2", "กลางเดือน", "ติดตาม"]);
        var got = await Read(
            Treatment(FileOutcome.AcceptedAsReturns) with { Tables = ReadBars, Said = null }, Bars("a.json"),
            SourceFile.FromBytes("a.xlsx", workbook));
        Assert.Equal(ReturnJson.Write(got.Files[1].Returns.Single()), ReturnJson.Write(got.Files[0].Returns.Single()));
        Assert.Equal(got.Files[1].Findings.Select(f => (f.Code, f.Message)), got.Files[0].Findings.Select(f => (f.Code, f.Message)));
    }

    [Fact]
    public async Task MadeUpFormat_SaysItsOwnPlaces()
    {
        var got = await Read(Treatment(FileOutcome.AcceptedAsReturns) with { Tables = ReadBars, Said = null }, Bars("a.json"));
        var notADate = Assert.Single(got.Findings, f => f.Code == "KAL2102");
        Assert.Equal(new Place { File = "a.json", Line = 5, Pointer = "/2" }, notADate.Place);
        Assert.Equal("3", notADate.About?.Indicator);
    }

    [Fact]
    public async Task FileWithFilesInside_GivesEachItsOwnAnswer()
    {
        ImmutableArray<SourceFile> TakeOut(OpenedFile file) =>
        [
            SourceFile.FromBytes($"{file.Source.Name}/a.xlsx", HostileWorkbooks.GoodRow("ตัวชี้วัด 3")),
            SourceFile.FromBytes($"{file.Source.Name}/b.pdf", "%PDF-1.7"u8.ToArray()),
            Bars($"{file.Source.Name}/c.json"),
        ];
        var got = await Read(Treatment(FileOutcome.Refused) with { Files = TakeOut }, Bars("all.json"));
        var file = Assert.Single(got.Files);
        Assert.Equal(FileOutcome.AcceptedAsReturns, file.Outcome);
        Assert.Equal(
            [("all.json/a.xlsx", FileOutcome.AcceptedAsReturns), ("all.json/b.pdf", FileOutcome.KeptAsCopy), ("all.json/c.json", FileOutcome.Refused)],
            file.Documents.Select(d => (d.Name, d.Outcome)));
        Assert.Equal("KAL1003", Assert.Single(file.Documents[2].Findings).Code);
        Assert.Equal(file.Documents.SelectMany(d => d.Findings).Select(f => (f.Code, f.Place)), got.Findings.Select(f => (f.Code, f.Place)));
        Assert.Same(file.Documents[0].Returns.Single(), Assert.Single(got.Returns));
    }

    [Fact]
    public async Task FilesInside_AskWithinTheLimitsOfTheirFile()
    {
        ImmutableArray<SourceFile> TakeOut(OpenedFile file) =>
            [.. Enumerable.Range(1, 3).Select(i => SourceFile.FromBytes($"{file.Source.Name}/{i}.xlsx", HostileWorkbooks.GoodRow("ตัวชี้วัด 3")))];
        var json = Treatment(FileOutcome.Refused) with { Files = TakeOut };
        var options = new IntakeOptions { Treatments = [.. FileTreatment.All.Select(t => t.Kind == json.Kind ? json : t)] };
        var alone = HostileWorkbooks.GoodRow("ตัวชี้วัด 3");
        var limits = IntakeLimits.Default with { Rows = 7 };
        var one = await ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes("a.xlsx", alone)], limits, TestContext.Current.CancellationToken);
        Assert.Single(one.Returns);
        var got = await ReturnReader.ReadAsync(Rules, [Bars("all.json")], limits, options, TestContext.Current.CancellationToken);
        Assert.Equal(FileOutcome.Refused, got.Files[0].Documents[2].Outcome);
        Assert.Contains(got.Findings, f => f.Code == FileFindings.TooManyRows.Code);
    }
}
