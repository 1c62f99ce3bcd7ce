using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Tests.Returns;

public sealed class ReturnJsonTests
{
    private static readonly Return Full = new(UnitCode.Parse("4602"), IndicatorNumber.Parse("3"), ReturnStatus.InProgress)
    {
        NilReason = "-",
        DataAsOf = new(2024, 5, 15),
        Facts = Values(("summary", new DateValue(new(2024, 2, 1)))),
        Rows =
        [
            new(1, Values(
                ("title", new TextValue("ประชุม <ครั้งที่ 1> & \"อื่น\"")), ("score", new NumberValue(85.00m)),
                ("date", new DateValue(new(2023, 12, 1))), ("category", new ChoiceValue("meeting")),
                ("done", new FlagValue(true)), ("authority", new AuthorityValue(new AuthorityCode(AuthorityKind.Sao, "460203"))),
                ("sender", new UnitValue(UnitCode.Parse("4602"))), ("other", new UnreadValue("๓๑/๒/๖๗")))),
            new(2, Values()) { Faults = [new("KAL2001", Severity.Error, new() { Row = 2 }, new("ก", "a"), new("ข", "b"))] },
        ],
        Narrative = new("ผล", "", "อุปสรรค", ""),
        Evidence = [new(1, "หนังสือ", new(2024, 1, 2), "1-2", "ไฟล์", "a.pdf", 3), new(2, "ภาพ", null, null, null, null, null)],
    };

    [Fact]
    public void Write_ThenRead_GivesTheSameBytes()
    {
        var bytes = ReturnJson.Write(Full);
        Assert.True(ReturnJson.TryRead(bytes, out var read));
        Assert.Equal(bytes, ReturnJson.Write(read));
        Assert.Equal(Full.Rows[0].Values, read.Rows[0].Values);
        Assert.Equal(Full.Rows[1].Faults, read.Rows[1].Faults);
        Assert.Equal(Full.Evidence, read.Evidence);
        Assert.Equal(Full.Narrative, read.Narrative);
    }

    [Fact]
    public async Task WriteAsync_GivesTheSameBytes()
    {
        var large = Full with { Rows = [.. Enumerable.Repeat(Full.Rows, 5_000).SelectMany(rows => rows)] };
        var written = new MemoryStream();
        await ReturnJson.WriteAsync(large, PipeWriter.Create(written), TestContext.Current.CancellationToken);
        Assert.Equal(ReturnJson.Write(large), written.ToArray());
    }

    [Fact]
    public void Write_IsPinned()
    {
        Return returned = new(UnitCode.Parse("LAW"), IndicatorNumber.Parse("10"), ReturnStatus.Nil)
        {
            Rows = [new(1, Values(("b", new TextValue("เรื่อง")), ("a", new NumberValue(85.00m))))],
        };
        Assert.Equal(
            """
            {"unit":"LAW","indicator":"10","status":"nil","nilReason":null,"dataAsOf":null,"facts":{},
            "rows":[{"number":1,"values":{"a":{"kind":"number","number":85},"b":{"kind":"text","text":"เรื่อง"}},"faults":[]}],
            "narrative":{"results":"","successFactors":"","obstacles":"","suggestions":""},"evidence":[]}
            """.ReplaceLineEndings(""),
            Encoding.UTF8.GetString(ReturnJson.Write(returned)));
    }

    [Fact]
    public void Write_SameValuesTypedDifferently_GivesTheSameBytes()
    {
        var typed = Full with { Rows = [Full.Rows[0] with { Values = Full.Rows[0].Values.With("score", new NumberValue(85m)) }, Full.Rows[1]] };
        Assert.Equal(ReturnJson.Write(Full), ReturnJson.Write(typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"unit":"LAW","indicator":"10"}""")]
    [InlineData("""{"unit":"law","indicator":"10","status":"nil"}""")]
    [InlineData("""{"unit":"LAW","indicator":"10","status":"other"}""")]
    [InlineData("""{"unit":"LAW","indicator":"10","status":"nil","more":1}""")]
    [InlineData("""{"unit":"LAW","unit":"ADM","indicator":"10","status":"nil"}""")]
    [InlineData("""{"unit":"LAW","indicator":"10","status":"nil","rows":null}""")]
    [InlineData("""{"unit":"LAW","indicator":"10","status":"nil","rows":[{"number":1,"values":{"a":null}}]}""")]
    [InlineData("""{"unit":"LAW","indicator":"10","status":"nil","rows":[{"number":1,"values":{"a":{"kind":"number","number":1e99}}}]}""")]
    [InlineData("""{"unit":"LAW","indicator":"10","status":"nil","rows":[{"number":1,"values":{"a":{"kind":"authority","code":"SAO-1"}}}]}""")]
    [InlineData("""{"unit":"LAW","indicator":"10","status":"nil","rows":[{"number":1,"values":{"a":{"kind":"flag","yes":true},"a":{"kind":"flag","yes":true}}}]}""")]
    [InlineData("""{"unit":"LAW","indicator":"10","status":"nil","rows":[null]}""")]
    public void TryRead_AnythingElse_IsFalse(string json) => Assert.False(ReturnJson.TryRead(Encoding.UTF8.GetBytes(json), out _));

    /// <summary>Whatever stands in the place of whichever part: it is a return or none, in one piece as in a stream, and never an exception.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e400")]
    [InlineData("\"\"")]
    [InlineData("\"x\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("{\"kind\":\"number\"}")]
    [InlineData("{\"kind\":\"x\"}")]
    public async Task TryRead_AnyPartReplaced_IsAReturnOrNone(string other)
    {
        const string mark = "the part";
        var parts = PartsOf(JsonNode.Parse(ReturnJson.Write(Full))!).Count();
        Assert.InRange(parts, 60, 1_000);
        for (var i = 0; i < parts; i++)
        {
            var whole = JsonNode.Parse(ReturnJson.Write(Full))!;
            PartsOf(whole).ElementAt(i).ReplaceWith(mark);
            var bytes = Encoding.UTF8.GetBytes(whole.ToJsonString().Replace($"\"{mark}\"", other, StringComparison.Ordinal));
            var isReturn = ReturnJson.TryRead(bytes, out var read);
            using var stream = new MemoryStream(bytes);
            Assert.Equal(isReturn, await ReturnJson.TryReadAsync(stream, TestContext.Current.CancellationToken) is not null);
            if (isReturn) Assert.NotEmpty(ReturnJson.Write(read!));
        }

        static IEnumerable<JsonNode> PartsOf(JsonNode node)
        {
            IEnumerable<JsonNode?> children = node switch { JsonObject members => members.Select(m => m.Value), JsonArray items => items, _ => [] };
            return children.OfType<JsonNode>().SelectMany(child => PartsOf(child).Prepend(child));
        }
    }

    private static ValuesById Values(params (string Id, CellValue Value)[] values) =>
        ValuesById.Of(values.Select(v => KeyValuePair.Create(v.Id, v.Value)));
}
