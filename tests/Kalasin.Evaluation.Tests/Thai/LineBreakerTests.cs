using System.Text;
using CsCheck;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Tests.Thai;

public sealed class LineBreakerTests
{
    private static readonly Gen<string> Messy =
        Gen.String[Gen.Char["กขนยรวสหอะาำิีืุู่้๊์็ัเแโใไๆฯ๐๑1aB -/.,()“”\u00A0\u200B\u2060"], 0, 60];

    [Fact]
    public void Find_KnownPhrases_FindsEveryBreakAndNoForbiddenOne()
    {
        Assert.True(LineBreakPhrases.Known.Length >= 48);
        Assert.Empty(Missed(LineBreakPhrases.Known));
    }

    /// <summary>Found when first measured: all but 3 of 169; a better dictionary may lower the count, nothing may raise it.</summary>
    [Fact]
    public void Find_FreshPhrases_MissesFewBreaksAndMakesNoForbiddenOne()
    {
        var missed = Missed(LineBreakPhrases.Fresh);
        Assert.True(missed.Length <= 3, string.Join('\n', missed));
    }

    [Theory]
    [InlineData("ทต.ห้วยเม็ก")]
    [InlineData("วันที่ ๑๕ พฤษภาคม พ.ศ. ๒๕๖๗")]
    [InlineData("๙๐ วัน")]
    [InlineData("๙๐วัน")]
    [InlineData("๗๙.๔๗ คะแนน")]
    [InlineData("๑๕ พ.ค. ๖๗")]
    [InlineData("15/5/2567")]
    [InlineData("๐-๔๓๘๑-๑๑๕๔")]
    [InlineData("พ.ศ. ๒๕๖๗")]
    [InlineData("dla.inspector@gmail.com")]
    [InlineData("นายกิตติ")]
    [InlineData("นางสาวสมหญิง")]
    [InlineData("ท้องถิ่น\u2060จังหวัด")]
    [InlineData("น่าเชื่อถือ")]
    [InlineData("ประจำปี")]
    [InlineData("โดยเฉพาะ")]
    [InlineData("ผู้รับผิดชอบ")]
    [InlineData("ผู้สูงอายุ")]
    [InlineData("ต้นสังกัด")]
    [InlineData("ท้องถิ่น\u00A0จังหวัด")]
    [InlineData("ฯลฯ")]
    [InlineData("")]
    public void Find_WhatBelongsTogether_StaysTogether(string text) => Assert.Empty(LineBreaker.Default.Find(text));

    [Theory]
    [InlineData("หนองกุงศรี", "โนนศิลาเลิง", "กุดจิก")]
    public void With_Lexicon_KeepsItsWordsWhole(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var breaker = LineBreaker.Default.With(names);
        foreach (var name in names)
        {
            var text = $"ใน{name}และ{name}";
            Assert.Equal([2, 2 + name.Length, 5 + name.Length], breaker.Find(text));
        }
    }

    [Fact]
    public void With_VeryLongEntry_StaysBreakable()
    {
        const string name = "กลุ่มงานมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น";
        Assert.NotEmpty(LineBreaker.Default.With([name]).Find(name));
        Assert.Equal(LineBreaker.Default.Find(name), LineBreaker.Default.With([name, "", "(-)"]).Find(name));
    }

    [Fact]
    public void Find_ZeroWidthSpace_Allows() => Assert.Contains(4, LineBreaker.Default.Find("นาม\u200Bน"));

    [Fact]
    public void Find_AddsBehindWhatTheListHolds()
    {
        List<int> breaks = [7];
        LineBreaker.Default.Find("การประเมิน", breaks);
        Assert.Equal([7, 3], breaks);
    }

    [Fact]
    public void Find_AnyText_BreaksOnlyBetweenClustersInRisingOrder() => Messy.Sample(text =>
    {
        List<int> clusters = [];
        LineBreaker.Clusters(text, clusters);
        var breaks = LineBreaker.Default.Find(text);
        Assert.All(breaks, b => Assert.InRange(b, 1, text.Length - 1));
        Assert.Equal(breaks.Order().Distinct(), breaks);
        Assert.Empty(breaks.Except(clusters));
        Assert.All(breaks, b => Assert.False(text[b] is '\u00A0' or '\u2060' || text[b - 1] is '\u00A0' or '\u2060'));
    }, iter: 5_000);

    [Theory]
    [InlineData("กาฬสินธุ์", new[] { 2, 3, 5 })]
    [InlineData("เก่งน้ำ", new[] { 3, 4 })]
    [InlineData("สิทธิ์ a\u0301b", new[] { 2, 6, 7, 9 })]
    [InlineData("กันๆฯ", new int[0])]
    public void Clusters_AreWhatTheEyeSeesAsOne(string text, int[] expected)
    {
        List<int> starts = [];
        LineBreaker.Clusters(text, starts);
        Assert.Equal(expected, starts);
    }

    [Theory]
    [InlineData("ฬ")]
    [InlineData("่")]
    [InlineData("เ")]
    [InlineData("ก ")]
    [InlineData("๑ ")]
    [InlineData("นาย ")]
    [InlineData("ร้อยละ")]
    [InlineData("a/")]
    [InlineData("ฯ")]
    public void Find_LongText_FindsTheSameAsInItsMiddle(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 100_000 / piece.Length).ToString();
        var breaks = LineBreaker.Default.Find(text);
        Assert.All(breaks, b => Assert.InRange(b, 1, text.Length - 1));
        var middle = piece.Length * 1000;
        var shortBreaks = LineBreaker.Default.Find(text[..(2 * middle)]);
        Assert.Equal(shortBreaks.Count(b => b < middle), breaks.Count(b => b < middle));
    }

    /// <summary>Fails at a forbidden break; gives the required breaks that were not found.</summary>
    private static string[] Missed(string[] phrases)
    {
        var (required, missed) = (0, new List<string>());
        foreach (var phrase in phrases)
        {
            var (text, must, may) = Parse(phrase);
            var found = LineBreaker.Default.Find(text).ToHashSet();
            Assert.True(found.IsSubsetOf(may), $"Forbidden: {Show(text, found.Except(may))}");
            required += must.Count;
            missed.AddRange(must.Except(found).Select(at => Show(text, [at])));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{required - missed.Count} of {required} breaks found.");
        return [.. missed];
    }

    private static (string Text, HashSet<int> Must, HashSet<int> May) Parse(string phrase)
    {
        var text = new StringBuilder();
        var (must, may) = (new HashSet<int>(), new HashSet<int>());
        foreach (var c in phrase)
        {
            if (c is '|' or ' ') must.Add(text.Length + (c == ' ' ? 1 : 0));
            if (c == '?') may.Add(text.Length);
            if (c is not ('|' or '?')) text.Append(c == '~' ? ' ' : c);
        }
        may.UnionWith(must);
        return (text.ToString(), must, may);
    }

    private static string Show(string text, IEnumerable<int> at) => at.OrderDescending().Aggregate(text, (t, i) => t.Insert(i, "¦"));
}
