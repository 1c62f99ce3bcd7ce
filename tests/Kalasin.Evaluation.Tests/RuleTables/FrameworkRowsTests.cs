using System.Text.Json.Nodes;
using Kalasin.Evaluation.RuleTables;
using Kalasin.Evaluation.Tests.Samples;

namespace Kalasin.Evaluation.Tests.RuleTables;

/// <summary>A framework that goes out as a workbook comes back as the same framework, whatever it says.</summary>
public sealed class FrameworkRowsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. BuiltInFrameworks.All.Select(f => f.Id.Value).Concat(ExampleAward.Names)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WrittenAndReadBack_IsTheSame(string name)
    {
        var framework = Of(name);
        using var stream = new MemoryStream();
        Assert.Empty(await FrameworkSheet.WriteAsync(framework, stream, Token));
        var back = await FrameworkSheet.ReadAsync(SourceFile.FromBytes("กรอบ.xlsx", stream.ToArray()), Token);
        Assert.Empty(back.Findings.Select(f => $"{f.Code} {f.Place.Sheet}!{f.Place.Cell} {f.Message.English}"));
        Assert.Empty(RulesDifference.Between(framework, back.Value!).Select(c => c.Line.English));
        Assert.Equal(RulesWriter.HashOf(framework with { Revision = 1 }), RulesWriter.HashOf(back.Value!));
    }

    /// <summary>What has sheets stands on them: the checks of an award that ships are rows that an officer can read, and none of them is JSON.</summary>
    [Fact]
    public void ChecksAndSingleValues_StandOnTheirSheets()
    {
        var framework = Of("dla-2567");
        var tables = FrameworkRows.Of(framework).Value!.Tables.ToDictionary(t => t.Id, t => t.Rows);
        var checks = framework.Indicators.Sum(i => i.Register.Checks.Length + i.Register.FactChecks.Length);
        Assert.Equal(checks, tables["checks"].Count(r => r[^2].Length > 0));
        Assert.DoesNotContain(tables["details"], r => r[1].EndsWith("/violated", StringComparison.Ordinal));
        Assert.Contains(tables["populations"], r => r[1] == ExtraTables.Wholes[0]);
        Assert.Contains(tables["facts"], r => r[2] == "วันที่");
    }

    /// <summary>Whatever a part says that no sheet asks, it is said by name, and a change there is a change of the framework.</summary>
    [Fact]
    public async Task Details_AreNamedAndCanBeChanged()
    {
        var tables = FrameworkRows.Of(Of("dla-2567")).Value!.Tables;
        var details = tables.Single(t => t.Id == ExtraTables.Details);
        Assert.All(details.Rows, r => Assert.NotEqual("", r[0]));
        var at = details.Rows.ToList().FindIndex(r => r[1] == "/indicators/0/text/en");
        Assert.Equal("ตัวชี้วัดที่ ๑ › ข้อความ › ภาษาอังกฤษ", details.Rows[at][0]);
        var read = await FrameworkSheet.ReadAsync(await Filled.Of(tables, (ExtraTables.Details, at, "value", "Said anew.")), Token);
        Assert.Equal("Said anew.", read.Value!.Indicators[0].Text.English);
        Assert.Equal(["KAL3217 รายละเอียดอื่น!B" + (5 + at)], Filled.Told(await FrameworkSheet.ReadAsync(await Filled.Of(tables, (ExtraTables.Details, at, "at", "/indicators/99/text/en")), Token)));
        Assert.Equal(["KAL3218 รายละเอียดอื่น!C" + (5 + at)], Filled.Told(await FrameworkSheet.ReadAsync(await Filled.Of(tables, (ExtraTables.Details, at, "value", "[1, 2")), Token)));
        // A member that stands twice is found here, and not by whichever row lays something over it.
        var twice = await Filled.Of(tables, (ExtraTables.Details, at, "at", "/indicators/0/text"), (ExtraTables.Details, at, "value", "{\"th\":\"ก\",\"th\":\"ข\"}"),
            (ExtraTables.Details, at + 1, "at", "/indicators/0/text/en"), (ExtraTables.Details, at + 1, "value", "Said anew."));
        Assert.Contains("KAL3218 รายละเอียดอื่น!C" + (5 + at), Filled.Told(await FrameworkSheet.ReadAsync(twice, Token)));
        // What the framework's own checks find of it stands in its cell.
        var fact = details.Rows.ToList().FindIndex(r => r[1].EndsWith("/textSource/kind", StringComparison.Ordinal));
        Assert.Contains(Filled.Told(await FrameworkSheet.ReadAsync(await Filled.Of(tables, (ExtraTables.Details, fact, "value", "guess")), Token)), t => t.EndsWith($"รายละเอียดอื่น!C{5 + fact}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ธรรมดา")]
    [InlineData("12")]
    [InlineData("true")]
    [InlineData("[ร่าง] ฉบับที่ ๑")]
    [InlineData("{province} ก้าวหน้า")]
    [InlineData("(ไม่มี)")]
    [InlineData("\"อ้าง\"")]
    [InlineData(" เว้นหน้า")]
    public async Task TextsThatLookLikeSomethingElse_StayTexts(string text)
    {
        var node = JsonNode.Parse(RulesWriter.ToJson(Of("hospital-2568")))!;
        node["indicators"]![0]!["text"]!["en"] = text;
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(node.ToJsonString()));
        var framework = FrameworkReader.Read(json).Value!;
        using var stream = new MemoryStream();
        Assert.Empty(await FrameworkSheet.WriteAsync(framework, stream, Token));
        Assert.Equal(text, (await FrameworkSheet.ReadAsync(SourceFile.FromBytes("ก.xlsx", stream.ToArray()), Token)).Value!.Indicators[0].Text.English);
    }

    /// <summary>The template is a framework as any other.</summary>
    [Fact]
    public async Task Template_GoesOutAsItCameIn()
    {
        using var template = new MemoryStream();
        await FrameworkSheet.WriteTemplateAsync(template, Token);
        var framework = (await FrameworkSheet.ReadAsync(SourceFile.FromBytes("แบบ.xlsx", template.ToArray()), Token)).Value!;
        var tables = FrameworkRows.Of(framework).Value!.Tables;
        foreach (var table in FrameworkTables.Template.Where(t => t.Id is "indicators" or "fields"))
            Assert.Equal(table.Rows.Select(r => ThaiNumerals.ToArabic(string.Join('|', r))), tables.Single(t => t.Id == table.Id).Rows.Select(r => ThaiNumerals.ToArabic(string.Join('|', r))));
    }

    /// <summary>A framework of more rows than are read back is refused by the name of the sheet; nothing is written of it.</summary>
    [Fact]
    public async Task MoreThanIsReadBack_IsRefusedByName()
    {
        var framework = Of("performance-2568");
        var many = framework with { Indicators = [.. framework.Indicators.Select(i => i with { Evidence = [], Register = i.Register with { Columns = [.. Enumerable.Range(0, 60).Select(c => new Column($"k{c}", $"ช่อง {c}", ColumnType.Text))], Key = [] } })] };
        using var stream = new MemoryStream();
        Assert.Contains("KAL3219", (await FrameworkSheet.WriteAsync(many, stream, Token)).Select(f => f.Code));
        Assert.Equal(0, stream.Length);
    }

    private static Framework Of(string name) => BuiltInFrameworks.Find(name) ?? new ExampleAward(name).Rules.Framework;
}
