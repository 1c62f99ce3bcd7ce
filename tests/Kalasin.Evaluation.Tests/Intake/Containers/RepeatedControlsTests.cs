using System.Text;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake.Containers;

/// <summary>What LibreOffice 7.4 saves of a control is read once; what only looks alike is read as it stands.</summary>
public sealed class RepeatedControlsTests
{
    /// <summary>As it saves them, seen in its files: controls the stretches parted by bars.</summary>
    [Theory]
    [InlineData("0/2567 ข้อความ", "ข้อความ", "")]
    [InlineData("ประชุมครั้งที่ 1/2567 ณ Hall A", "ประชุมครั้งที่ |1/2567 |ณ |Hall A")]
    [InlineData("ไทยล้วน", "ไทยล้วน", "")]
    [InlineData("(ก) 1. ข้อ a", "ก|) 1. |ข้อ |a")]
    [InlineData("กก 11 กก 11 กก", "กก |11 |กก |11 |กก", "")]
    [InlineData("๑๕ พ.ค. ๖๗", "๑๕ พ|.|ค|. |๖๗", "")]
    public void TextOfSeveralScripts_IsReadOnce(string whole, string stretches, string? last = null)
    {
        var parts = stretches.Split('|').ToList();
        if (last is not null) parts.Add(last);
        Assert.Equal(($"ก่อน{whole}หลัง", 1), Read([(null, "ก่อน"), ("ช่อง", whole), .. parts.Select(p => ((string?)"ช่อง", p + whole)), (null, "หลัง")]));
    }

    /// <summary>Another title, something between, a stretch that is none of the whole, too much, or a Thai beginning that is missing.</summary>
    [Theory]
    [InlineData("ช่อง:ก 1|อื่น:ก ก 1|ช่อง:1ก 1")]
    [InlineData("ช่อง:ก 1|:-|ช่อง:ก ก 1|ช่อง:1ก 1")]
    [InlineData("ช่อง:ก 1|ช่อง:ข ก 1|ช่อง:1ก 1")]
    [InlineData("ช่อง:ก 1|ช่อง:ก 1")]
    [InlineData("ช่อง:ก 1|ช่อง:ก 1|ช่อง:ก 1")]
    [InlineData("ช่อง:ก 1|ช่อง:ก ก 1|ช่อง:1ก 1|ช่อง:1ก 1")]
    [InlineData("ช่อง:ก 1|ช่อง:1ก 1")]
    [InlineData("ช่อง:ก 1|ช่อง:ก 2")]
    [InlineData("ช่อง:|ช่อง:ก|ช่อง:ก")]
    public void AnythingElse_StaysAsItStands(string controls)
    {
        (string? Title, string Text)[] all = [.. controls.Split('|').Select(c => c.Split(':')).Select(c => (c[0].Length > 0 ? c[0] : null, c[1]))];
        Assert.Equal((string.Concat(all.Select(c => c.Text)), 0), Read(all));
    }

    /// <summary>A text whose copies are together longer than a cell may be is read; one that is no copy is not.</summary>
    [Fact]
    public void LongText_IsReadOnce()
    {
        var stretches = Enumerable.Range(1, 300).SelectMany(i => (string[])["ครั้งที่ ", $"{i}/2567 "]).ToList();
        var whole = string.Concat(stretches);
        Assert.Equal((whole, 1), Read([("ช่อง", whole), .. stretches.Select(s => ((string?)"ช่อง", s + whole))]));
        Assert.Throws<ContentRefusedException>(() => Read([("ช่อง", whole), .. stretches.Select(s => ((string?)"ช่อง", s + whole)), ("ช่อง", "x" + whole)]));
    }

    private static (string Text, int Repeated) Read((string? Title, string Text)[] controls)
    {
        var inside = string.Concat(controls.Select(c =>
        {
            var run = $"<w:r><w:t xml:space=\"preserve\">{c.Text}</w:t></w:r>";
            return c.Title is null ? run : $"<w:sdt><w:sdtPr><w:text/><w:alias w:val=\"{c.Title}\"/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>";
        }));
        var bytes = Encoding.UTF8.GetBytes($"<w:p xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{inside}</w:p>");
        using var xml = new PartXml(() => new MemoryStream(bytes), "word/document.xml", new Budget(IntakeLimits.Default, TestContext.Current.CancellationToken));
        xml.Root();
        var text = new WordText(xml);
        return (text.ReadParagraph(), text.Repeated);
    }
}
