using System.Text.Json.Nodes;
using CsCheck;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Tests.Samples;

namespace Kalasin.Evaluation.Tests.Intake;

public sealed class ReturnReaderTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly byte[] Good = File.ReadAllBytes(CorpusPath("good.xlsx"));

    private static string CorpusPath(string name) => Path.Combine(Repository.Root, "tests", "Corpus", name);

    private static Task<IntakeResult> Read(params SourceFile[] files) => ReturnReader.ReadAsync(Rules, files, IntakeLimits.Default, TestContext.Current.CancellationToken);

    [Fact]
    public async Task SampleRound_GivesTheRowsItsAuthorsWrote()
    {
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(SampleFolder.Root, "expected.json"), TestContext.Current.CancellationToken))!["rowsPerReturn"]!.AsObject()
            .ToDictionary(p => p.Key, p => p.Value!.GetValue<int>());
        var files = SampleFolder.Index.Deliveries.OrderBy(d => d.ReceivedAt).SelectMany(d => d.Files.Select(f => SourceFile.FromPath(Path.Combine(SampleFolder.Root, f))));
        var got = await Read([.. files]);
        Assert.Equal(expected.OrderBy(p => p.Key, StringComparer.Ordinal), got.Returns.ToDictionary(r => $"{r.Unit}/{r.Indicator}", r => r.Rows.Length).OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task SameReturnInTwoFiles_LaterCountsAndIsSaid()
    {
        var got = await Read(SourceFile.FromBytes("a.xlsx", Good), SourceFile.FromPath(CorpusPath("thai-digits.xlsx")), SourceFile.FromPath(CorpusPath("moved-columns.xlsx")));
        Assert.Equal(["4602/9", "ADM/12", "4602/3"], got.Returns.Select(r => $"{r.Unit}/{r.Indicator}"));
        Assert.Equal([2, 1, 1], got.Files.Select(f => f.Returns.Length));
        var said = Assert.Single(got.Findings, f => f.Code == "KAL2024");
        Assert.Contains("a.xlsx", said.Message.Thai, StringComparison.Ordinal);
        Assert.Contains("moved-columns.xlsx", said.Message.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileName_ChangesNoReturn()
    {
        var bytes = await File.ReadAllBytesAsync(CorpusPath("values.xlsx"), TestContext.Current.CancellationToken);
        var (one, other) = (await Read(SourceFile.FromBytes("ก.xlsx", bytes)), await Read(SourceFile.FromBytes("ข.xlsx", bytes)));
        Assert.Contains(one.Returns, r => r.Rows.Any(row => !row.Faults.IsEmpty));
        Assert.Equal(one.Returns.Select(r => Convert.ToHexString(ReturnJson.Write(r))), other.Returns.Select(r => Convert.ToHexString(ReturnJson.Write(r))));
    }

    [Fact]
    public async Task SavedByLibreOffice_ReadsTheSame()
    {
        var (one, other) = (await Read(SourceFile.FromBytes("a.xlsx", Good)), await Read(SourceFile.FromPath(CorpusPath("libreoffice.xlsx"))));
        Assert.Equal(one.Returns.Select(r => Convert.ToHexString(ReturnJson.Write(r))), other.Returns.Select(r => Convert.ToHexString(ReturnJson.Write(r))));
    }

    [Fact]
    public async Task RowWithAnError_IsKeptWithFaultsByRowAndColumn()
    {
        var got = await Read(SourceFile.FromPath(CorpusPath("dates.xlsx")));
        var rows = Assert.Single(got.Returns).Rows;
        Assert.Equal(12, rows.Length);
        var fault = Assert.Single(rows[0].Faults);
        Assert.Equal((null, null, null, 1, "/date"), (fault.Place.File, fault.Place.Sheet, fault.Place.Cell, fault.Place.Row!.Value, fault.Place.Pointer));
        Assert.Equal(new UnreadValue("๓๑/๒/๖๗"), rows[0]["date"]);
    }

    [Fact]
    public async Task PersonalData_GoesNoFurtherThanTheFile()
    {
        var got = await Read(SourceFile.FromPath(CorpusPath("personal-data.xlsx")));
        var written = string.Concat(got.Returns.Select(r => System.Text.Encoding.UTF8.GetString(ReturnJson.Write(r)))) + string.Concat(got.Findings);
        Assert.DoesNotContain("สมมติ", written, StringComparison.Ordinal);
        Assert.DoesNotContain("00000", written, StringComparison.Ordinal);
        Assert.Equal(2, got.Findings.Count(f => f.Code == "KAL2150"));
    }

    [Fact]
    public async Task RefusedFile_HasAnErrorAndOthersAreStillRead()
    {
        var got = await Read(SourceFile.FromPath(CorpusPath("truncated.xlsx")), SourceFile.FromBytes("a.xlsx", Good), SourceFile.FromPath(CorpusPath("signed.pdf")));
        Assert.Equal([FileOutcome.Refused, FileOutcome.AcceptedAsReturns, FileOutcome.KeptAsCopy], got.Files.Select(f => f.Outcome));
        Assert.All(got.Files.Where(f => f.Outcome == FileOutcome.Refused), f => Assert.Contains(f.Findings, x => x.Severity == Severity.Error));
    }

    /// <summary>A file that is damaged anywhere is answered; nothing throws, and a refusal says why.</summary>
    [Fact]
    public void DamagedBytes_AreAnswered() => Gen.Int[0, Good.Length - 1].Array[1, 12].Select(Gen.Byte.Array[12]).Sample((places, bytes) =>
    {
        var damaged = Good.ToArray();
        for (var i = 0; i < places.Length; i++) damaged[places[i]] = bytes[i];
        IsAnswered(damaged);
    }, iter: 150);

    /// <summary>The same for damage inside the sheet's XML, which the archive's checksums would otherwise hide.</summary>
    [Fact]
    public void DamagedSheet_IsAnswered()
    {
        var sheet = Containers.OfficeFile.PartOf(Good, "xl/worksheets/sheet2.xml");
        Gen.Int[0, sheet.Length - 1].Array[1, 6].Select(Gen.Byte.Array[6]).Sample((places, bytes) =>
        {
            var damaged = sheet.ToArray();
            for (var i = 0; i < places.Length; i++) damaged[places[i]] = bytes[i];
            IsAnswered(Containers.OfficeFile.With(Good, "xl/worksheets/sheet2.xml", damaged));
        }, iter: 150);
    }

    private static void IsAnswered(byte[] bytes)
    {
        var got = ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes("a.xlsx", bytes)], IntakeLimits.Default).GetAwaiter().GetResult();
        var file = Assert.Single(got.Files);
        Assert.True(file.Outcome != FileOutcome.Refused || file.Findings.Any(f => f.Severity == Severity.Error));
    }
}
