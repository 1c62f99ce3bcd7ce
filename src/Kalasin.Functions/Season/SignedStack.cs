using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Functions.SignedCopies;
using static Kalasin.Functions.Season.SigningHostFindings;

namespace Kalasin.Functions.Season;

/// <summary>
/// A scanned stack taken apart into the returns it is made of, by the codes on their pages. A printed return carries its code on its first and on its
/// last page: the first sight of a code begins a return, the second ends it, pages without a code follow what has begun and not ended. What follows a page that can't
/// be told is nobody's. Pure.
/// </summary>
/// <param name="Returns">Each with its pages; of two of one return the later.</param>
/// <param name="Findings">Pages that are nobody's and why, and what to look at.</param>
internal sealed record SignedStack(ImmutableArray<(PaperMark Mark, PageRange Pages)> Returns, ImmutableArray<Finding> Findings)
{
    private const string OurCodes = "kalasin:";

    /// <summary>Pages that are scanned coarser are said to be.</summary>
    public const int FewestDots = 150;

    /// <param name="facts">What the file holds.</param>
    /// <param name="round">Of the returns.</param>
    /// <param name="marks">What the codes of the returns that count say.</param>
    /// <param name="file">Where findings stand.</param>
    public static SignedStack Of(CopyFacts facts, RoundId round, ImmutableArray<PaperMark> marks, Place file)
    {
        var (known, pages) = (marks.ToDictionary(m => m.ToString(), StringComparer.Ordinal), facts.Codes.Where(IsOurs).ToLookup(c => c.Page, c => c.Text));
        var (found, findings, orphans) = (new List<Begun>(), ImmutableArray.CreateBuilder<Finding>(), new List<int>());
        Begun? open = null;
        for (var page = 1; page <= facts.Pages; page++)
        {
            string[] codes = [.. pages[page].Distinct()];
            if (codes is [var code] && known.TryGetValue(code, out var mark))
            {
                if (open is { Sights: 1 } && open.Mark == mark) (open.Last, open.Sights) = (page, 2);
                else found.Add(open = new(mark, page));
            }
            else if (codes.Length > 0)
            {
                open = null;
                findings.Add(Objection(codes, page, round, file));
            }
            else if (facts.UnreadPages.Contains(page))
            {
                open = null;
                findings.Add(PageUnread.At(file, Number(page)));
            }
            else if (open is { Sights: 1 }) open.Last = page;
            else orphans.Add(page);
        }
        if (orphans.Count > 0) findings.Add(PagesOfNobody.At(file, Listed(orphans)));
        var last = found.GroupBy(b => b.Mark).Select(same => Later([.. same], findings, file)).OrderBy(b => b.First).ToList();
        foreach (var begun in last.Where(b => b.Sights == 1)) findings.Add(CodeOnce.At(file, InWords(begun.Mark), Listed(begun.First, begun.Last)));
        if (facts.CoarsePages is { IsEmpty: false } coarse)
            findings.Add(CoarseScan.At(file, Listed([.. coarse.Select(p => p.Page).Order()]), Number(coarse.Min(p => p.Dots))));
        if (facts.Pages > 0 && last.Count == 0 && findings.Count == 0) findings.Add(NoCode.At(file));
        return new([.. last.Select(b => (b.Mark, new PageRange(b.First, b.Last)))], findings.ToImmutable());
    }

    private static bool IsOurs(PageCode code) => code.Text.StartsWith(OurCodes, StringComparison.Ordinal);

    private static Finding Objection(string[] codes, int page, RoundId round, Place file) =>
        codes.Length > 1 ? TwoCodes.At(file, Number(page), string.Join(", ", codes))
        : codes[0].StartsWith($"{OurCodes}{round}:", StringComparison.Ordinal) ? OtherCode.At(file, Number(page), codes[0])
        : OtherRound.At(file, Number(page), codes[0]);

    private static Begun Later(List<Begun> same, ImmutableArray<Finding>.Builder findings, Place file)
    {
        foreach (var (earlier, later) in same.Zip(same.Skip(1)))
            findings.Add(ReturnTwice.At(file, InWords(earlier.Mark), Listed(earlier.First, earlier.Last), Listed(later.First, later.Last)));
        return same[^1];
    }

    private static BilingualText InWords(PaperMark mark) => new(
        $"ตัวชี้วัดที่ {ThaiNumerals.ToThai(mark.Return!.Value.Indicator.Value)} ของหน่วยงาน {mark.Return.Value.Unit}",
        $"indicator {mark.Return.Value.Indicator} of unit {mark.Return.Value.Unit}");

    private static BilingualText Listed(int first, int last) => first == last ? Number(first) : Listed(Enumerable.Range(first, last - first + 1).ToList());

    /// <summary>Pages that follow each other as a stretch.</summary>
    private static BilingualText Listed(List<int> pages)
    {
        var stretches = pages.Select((page, i) => (page, Group: page - i)).GroupBy(p => p.Group, p => p.page).Select(g => (First: g.First(), Last: g.Last()));
        return BilingualText.Join(", ", stretches.Select(s => s.First == s.Last ? Number(s.First) : new($"{Number(s.First).Thai}–{Number(s.Last).Thai}", $"{s.First}–{s.Last}")));
    }

    private static BilingualText Number(int number) => ThaiNumerals.Number(number);

    private sealed class Begun(PaperMark mark, int first)
    {
        public PaperMark Mark { get; } = mark;

        public int First { get; } = first;

        public int Last { get; set; } = first;

        /// <summary>On how many pages its code stands.</summary>
        public int Sights { get; set; } = 1;
    }
}
