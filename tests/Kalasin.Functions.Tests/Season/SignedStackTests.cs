using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Functions.Season;
using Kalasin.Functions.SignedCopies;

namespace Kalasin.Functions.Tests.Season;

/// <summary>Which pages of a stack are whose: told by the codes on them, and never guessed.</summary>
public sealed class SignedStackTests
{
    private static readonly RoundId Round = RoundId.Parse("46-dla-2567");
    private static readonly ImmutableArray<PaperMark> Marks = [Mark("4602", "3"), Mark("4602", "4"), Mark("4603", "3")];

    /// <summary>Each page as a letter: A, B, C the returns, a dot no code, x a code that counts no more, o one of another round, 2 two codes, u a picture that can't be read, q somebody else's code.</summary>
    [Theory]
    [InlineData("A.AB.B", "A1-3 B4-6", "")]
    [InlineData("A..", "A1-3", "KAL7491")]
    [InlineData("A.A", "A1-3", "")]
    [InlineData("AAB.BC.C", "A1-2 B3-5 C6-8", "")]
    [InlineData("A.A..B.B", "A1-3 B6-8", "KAL7490")]
    [InlineData("..A.A", "A3-5", "KAL7490")]
    [InlineData("..A", "A3-3", "KAL7490 KAL7491")]
    [InlineData("A.B.B", "A1-2 B3-5", "KAL7491")]
    [InlineData("A.Ax..B.B", "A1-3 B7-9", "KAL7488 KAL7490")]
    [InlineData("A.Ao.B.B", "A1-3 B6-8", "KAL7489 KAL7490")]
    [InlineData("A.2.B.B", "A1-2 B5-7", "KAL7487 KAL7490 KAL7491")]
    [InlineData("A.u.B.B", "A1-2 B5-7", "KAL7486 KAL7490 KAL7491")]
    [InlineData("AqAB.B", "A1-3 B4-6", "")]
    [InlineData("A.AB.BA.A", "B4-6 A7-9", "KAL7492")]
    [InlineData("....", "", "KAL7490")]
    [InlineData("x..", "", "KAL7488 KAL7490")]
    public void Pages_BelongToWhatTheCodesSay(string pages, string returns, string findings)
    {
        var stack = SignedStack.Of(Facts(pages), Round, Marks, Place.Nowhere);
        Assert.Equal(returns, string.Join(' ', stack.Returns.Select(r => $"{"ABC"[Marks.IndexOf(r.Mark)]}{r.Pages.First}-{r.Pages.Last}")));
        Assert.Equal(findings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), stack.Findings.Select(f => f.Code).Distinct().Order());
    }

    /// <summary>Whatever the pages, no page is in two returns, each return's pages hold no code of another, and every page that is in none is told of.</summary>
    [Fact]
    public void NoCode_LeaksIntoAnother()
    {
        var random = new Random(2567);
        for (var i = 0; i < 20_000; i++)
        {
            var pages = new string([.. Enumerable.Range(0, random.Next(1, 14)).Select(_ => "ABC....xo2uq"[random.Next(12)])]);
            var stack = SignedStack.Of(Facts(pages), Round, Marks, Place.Nowhere);
            var taken = stack.Returns.SelectMany(r => Enumerable.Range(r.Pages.First, r.Pages.Count)).ToList();
            Assert.Equal(taken.Count, taken.Distinct().Count());
            foreach (var (mark, range) in stack.Returns)
            {
                var own = "ABC"[Marks.IndexOf(mark)];
                Assert.Equal(own, pages[range.First - 1]);
                Assert.All(pages[(range.First - 1)..range.Last], c => Assert.Contains(c, $"{own}.q"));
                Assert.InRange(pages[(range.First - 1)..range.Last].Count(c => c == own), 1, 2);
            }
            if (taken.Count < pages.Length) Assert.NotEmpty(stack.Findings);
        }
    }

    [Fact]
    public void CoarsePages_AreSaid() =>
        Assert.Contains(SignedStack.Of(Facts("A.A") with { CoarsePages = [new(2, 96)] }, Round, Marks, Place.Nowhere).Findings, f => f.Code == "KAL7485");

    private static CopyFacts Facts(string pages) => new(
        pages.Length, [.. pages.Select((c, i) => (Page: i + 1, Codes: CodesOf(c))).SelectMany(p => p.Codes.Select(code => new PageCode(p.Page, code)))], [], 0)
    {
        UnreadPages = [.. pages.Select((c, i) => (c, Page: i + 1)).Where(p => p.c == 'u').Select(p => p.Page)],
    };

    private static IEnumerable<string> CodesOf(char page) => page switch
    {
        'A' or 'B' or 'C' => [Marks[page - 'A'].ToString()],
        'x' => ["kalasin:46-dla-2567:return-4602-3:1:fedcba9876543210"],
        'o' => ["kalasin:46-dla-2566:return-4602-3:1:fedcba9876543210"],
        '2' => [Marks[0].ToString(), Marks[1].ToString()],
        'q' => ["https://example.com"],
        _ => [],
    };

    private static PaperMark Mark(string unit, string indicator) =>
        new(Round, Paper.Return, 7, ContentHash.Of("log"u8)) { Return = (UnitCode.Parse(unit), IndicatorNumber.Parse(indicator)) };
}
