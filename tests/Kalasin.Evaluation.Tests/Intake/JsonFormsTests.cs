using System.Text;
using Kalasin.Evaluation.Intake;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>Returns as JSON: what the API gives is read back as the return that it came from; a value may stand without its kind.</summary>
public sealed class JsonFormsTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Corpus");

    private static Task<IntakeResult> Read(string json, IntakeLimits? limits = null) => ReturnReader.ReadAsync(
        Rules, [SourceFile.FromBytes("a.json", Encoding.UTF8.GetBytes(json))], limits ?? IntakeLimits.Default, TestContext.Current.CancellationToken);

    public static TheoryData<string> Workbooks() =>
        ["good.xlsx", "thai-digits.xlsx", "dates.xlsx", "nil.xlsx", "choices.xlsx", "values.xlsx", "prefilled-authorities.xlsx"];

    /// <summary>Rows with faults aside, in which what wasn't understood stands as it was typed.</summary>
    [Theory]
    [MemberData(nameof(Workbooks))]
    public async Task ReturnsOfAWorkbook_ReadBackAsTheyWere(string name)
    {
        var file = SourceFile.FromPath(Path.Combine(Folder, name));
        var form = await ReturnReader.ReadAsync(Rules, [file], IntakeLimits.Default, TestContext.Current.CancellationToken);
        var got = await Read($"[{string.Join(',', form.Returns.Select(r => Encoding.UTF8.GetString(ReturnJson.Write(r))))}]");
        Assert.Equal(form.Returns.Select(r => (r.Unit, r.Indicator, r.Status, r.NilReason, r.DataAsOf)), got.Returns.Select(r => (r.Unit, r.Indicator, r.Status, r.NilReason, r.DataAsOf)));
        foreach (var (before, after) in form.Returns.Zip(got.Returns))
        {
            Assert.Equal(before.Narrative, after.Narrative);
            Assert.Equal(before.Evidence, after.Evidence);
            Assert.Equal(before.Rows.Length, after.Rows.Length);
            foreach (var (was, now) in before.Rows.Zip(after.Rows))
                if (was.Faults.IsEmpty) Assert.Equal(was.Values.AsEnumerable(), now.Values.AsEnumerable());
        }
    }

    [Fact]
    public async Task PlainValues_AreUnderstood()
    {
        var got = await Read(
            """
            { "returns": [ { "unit": "4602", "indicator": "3", "status": "reported",
              "rows": [ { "date": "2024-01-15", "title": "ประชุม", "category": "meeting" }, { "title": "ติดตาม", "date": "๑ ก.พ. ๖๗" } ] } ] }
            """);
        var rows = Assert.Single(got.Returns).Rows;
        Assert.Equal([new DateValue(new(2024, 1, 15)), new DateValue(new(2024, 2, 1))], rows.Select(r => r["date"]));
        Assert.Equal(new ChoiceValue("meeting"), rows[0]["category"]);
        Assert.Equal(FileOutcome.AcceptedAsReturns, got.Files[0].Outcome);
    }

    [Fact]
    public async Task Finding_SaysWhereInTheDocument()
    {
        var got = await Read("""[{ "unit": "4602", "indicator": "3", "rows": [ { "date": "กลางเดือน", "title": "ประชุม" } ] }]""");
        Assert.Equal("/0/rows/0", Assert.Single(got.Findings, f => f.Code == "KAL2102").Place.Pointer);
    }

    [Theory]
    [InlineData("{ \"name\": \"package\" }", "KAL1003")]
    [InlineData("[1, 2, 3]", "KAL1003")]
    [InlineData("{ \"indicator\": ", "KAL1007")]
    [InlineData("[{ \"indicator\": { \"a\": 1 }, \"rows\": {} }]", "KAL1003")]
    public async Task AnythingElse_IsAFinding(string json, string code)
    {
        var got = await Read(json);
        Assert.Contains(got.Findings, f => f.Code == code);
        Assert.Empty(got.Returns);
    }

    [Fact]
    public async Task NestedWithoutEnd_IsAFinding() => Assert.Equal("KAL1007", Assert.Single((await Read(new string('[', 100_000))).Findings).Code);

    [Fact]
    public async Task MoreRowsThanAllowed_IsAFinding()
    {
        var rows = string.Join(',', Enumerable.Repeat("{ \"title\": \"ก\" }", 200));
        var got = await Read($"[{{ \"unit\": \"4602\", \"indicator\": \"3\", \"rows\": [{rows}] }}]", IntakeLimits.Default with { Rows = 100 });
        Assert.Equal(FileFindings.TooManyRows.Code, Assert.Single(got.Findings).Code);
    }
}
