using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// A chapter as its composer gives it: nothing in it has a number, and what it says of other places are <see cref="Reference"/>s.
/// Headings start at level 2; captions of tables and pictures are bare. <see cref="Numbering"/> does the rest.
/// </summary>
/// <param name="Kind">How it is counted.</param>
/// <param name="Title">Printed over it; <see langword="null"/> where its blocks say themselves what they are.</param>
/// <param name="Runs">What stands in it; not asked for where the chapter isn't printed.</param>
internal sealed record Chapter(ChapterKind Kind, string? Title, IEnumerable<PageRun> Runs)
{
    /// <summary>A chapter on upright pages.</summary>
    public Chapter(ChapterKind kind, string? title, IEnumerable<Block> blocks) : this(kind, title, Upright(blocks)) { }

    /// <summary>Name that references lead to. Default: none.</summary>
    public string? Anchor { get; init; }

    /// <summary>What the numbers of its tables and pictures are made of. Default <see cref="CaptionNumbers.ThroughChapter"/>.</summary>
    public CaptionNumbers Captions { get; init; }

    /// <summary>Goes on where the chapter before it ends: a short one between its neighbours. Default <see langword="false"/>.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Has nothing to say this time, and so no number either. Default <see langword="false"/>.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>Never leaves the house. Default <see langword="false"/>.</summary>
    public bool InternalOnly { get; init; }

    private static IEnumerable<PageRun> Upright(IEnumerable<Block> blocks)
    {
        yield return new(Wide: false, [.. blocks]);
    }
}

/// <summary>How a chapter is counted.</summary>
internal enum ChapterKind
{
    /// <summary>Not at all: คำนำ, หน้ารับรอง. Its title stands in the middle.</summary>
    Uncounted,

    /// <summary>ส่วนที่ ๑, ๒, ๓; its headings ๑.๑, ๑.๑.๑.</summary>
    Part,

    /// <summary>ภาคผนวก ก, ข, ค; its headings have no numbers.</summary>
    Appendix,
}

/// <summary>What stands behind the chapter's number in those of its tables and pictures.</summary>
internal enum CaptionNumbers
{
    /// <summary>Their place in the chapter: ตาราง ๒-๑.</summary>
    ThroughChapter,

    /// <summary>The section and their place in it: ตาราง ๓-๑๒-๑.</summary>
    AnewInSections,

    /// <summary>The section, which has one at most: ตาราง ก-๑๑.</summary>
    OfSections,
}
