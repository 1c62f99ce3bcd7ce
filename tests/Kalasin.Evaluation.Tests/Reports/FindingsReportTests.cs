using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Reports.Units;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>What is open, a line each, a table for each unit.</summary>
[Collection<ReadSample>]
public sealed class FindingsReportTests(ReadSample sample)
{
    [Fact]
    public void Report_OfARound_HasALineForEachFinding_AndCountsThemAtItsHead()
    {
        var content = sample.FindingsOf();
        var tables = FindingsReport.Compose(content).Blocks.OfType<Table>().ToList();
        Assert.Equal(content.Findings.Length, tables.Skip(1).Sum(t => t.Rows.Length));
        var sum = tables[0].Texts().Last();
        Assert.Equal(ThaiNumerals.Format(content.Findings.Length), sum[^1]);
        Assert.Equal(ThaiNumerals.Format(content.Findings.Count(f => f.Finding.Severity == Severity.Error)), sum[1]);
        Assert.Equal(content.Findings.Select(f => f.Unit).Distinct().Count() + 1, tables[0].Rows.Length);
        Assert.Equal(tables[0].Rows.Length, tables.Count);
    }

    [Fact]
    public void Line_NamesRowAndCell_WhatWasRead_AndWhatToDo()
    {
        var line = FindingsReport.Compose(sample.FindingsOf("4603")).Blocks.OfType<Table>().Skip(1).SelectMany(t => t.Texts()).Single(t => t[2].StartsWith("แถวที่ ๓ (ช่อง ", StringComparison.Ordinal));
        Assert.Equal("“๑๕ มี.ค. ๒๖๕๗” (รอแก้ไข)", line[4]);
        Assert.Equal("๔", line[1]);
        Assert.StartsWith("ต้องแก้", line[3], StringComparison.Ordinal);
        Assert.Contains("โปรด", line[6], StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_OfAUnit_BeginWithWhatMustBeCorrected()
    {
        foreach (var table in FindingsReport.Compose(sample.FindingsOf()).Blocks.OfType<Table>().Skip(1))
        {
            var ranks = table.Texts().Select(t => t[3] switch { [.. var word] when word.StartsWith("ต้องแก้", StringComparison.Ordinal) => 0, [.. var word] when word.StartsWith("ควรตรวจ", StringComparison.Ordinal) => 1, _ => 2 }).ToList();
            Assert.Equal(ranks.Order(), ranks);
        }
    }

    [Fact]
    public void Report_OfNothing_SaysSo() => Assert.Contains(
        "ไม่มีข้อสังเกต ไม่ต้องดำเนินการเพิ่มเติม", BlockText.Of(FindingsReport.Compose(sample.FindingsOf("4611"))));
}
