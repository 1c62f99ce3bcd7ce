using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// Numbers chapters, headings, tables and pictures by where they stand, then puts the numbers where they are referred to.
/// A reference that leads nowhere, or to two places, is a bug in a composer: it throws, and names all of them.
/// </summary>
internal sealed class Numbering
{
    /// <summary>Letters of appendices, in the order of the alphabet; ฃ and ฅ are out of use.</summary>
    private const string Letters = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";

    private readonly Dictionary<string, Label?> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<Label> labels = [];
    private readonly List<string> faults = [];
    private int parts;
    private int appendices;

    /// <summary>The chapters' pages, with every number in its place.</summary>
    public static ImmutableArray<PageRun> Of(IEnumerable<Chapter> chapters)
    {
        var numbering = new Numbering();
        // All are numbered before the first reference is looked up: chapters refer forwards too.
        var numbered = PageRun.Joined(chapters.SelectMany(numbering.Numbered));
        ImmutableArray<PageRun> resolved = [.. numbered.Select(run => run with { Blocks = [.. run.Blocks.Select(numbering.Resolved)] })];
        return numbering.faults.Count == 0
            ? resolved
            : throw new InvalidOperationException($"The chapters don't fit together: {string.Join("; ", numbering.faults)}");
    }

    private IEnumerable<PageRun> Numbered(Chapter chapter)
    {
        var own = chapter.Kind switch
        {
            ChapterKind.Part => new Label("ส่วนที่", Printed.Number(++parts)),
            ChapterKind.Appendix => new Label("ภาคผนวก", Letters[appendices++].ToString()),
            _ => null,
        };
        Remember(chapter.Anchor, own);
        var inside = own is null ? null : new ChapterCount(chapter, own.Number);
        Block? title = chapter.Title is null ? null : new Heading(1, own is null ? chapter.Title : $"{own} {chapter.Title}")
        {
            Anchor = chapter.Anchor,
            Alignment = own is null ? Alignment.Center : Alignment.Start,
            PageBreakBefore = !chapter.GoesOn,
        };
        foreach (var run in chapter.Runs)
        {
            var blocks = run.Blocks.Select(b => Numbered(b, inside));
            yield return run with { Blocks = title is null ? [.. blocks] : [title, .. blocks] };
            title = null;
        }
    }

    private Block Numbered(Block block, ChapterCount? inside)
    {
        if (block is FigureRow row) return row with { Figures = [.. row.Figures.Select(f => (Figure)Numbered(f, inside))] };
        var label = (block, inside) switch
        {
            (Heading heading, not null) => inside.Next(heading),
            (Table { Caption: not null }, not null) => inside.NextTable(),
            (Figure { Caption: not null } or Chart, not null) => inside.NextPicture(),
            _ => null,
        };
        Remember(block.Target, label);
        return (block, label) switch
        {
            (Heading heading, { Number: var number }) => heading with { Text = $"{number} {heading.Text}" },
            (Table table, not null) => table with { Caption = $"{label} {table.Caption}" },
            (Chart chart, not null) => chart with { Number = label.ToString() },
            (Figure figure, not null) => figure with { Caption = $"{label} {figure.Caption}" },
            _ => block,
        };
    }

    private void Remember(string? anchor, Label? label)
    {
        if (label is not null && !labels.Add(label)) faults.Add($"two are called {label}");
        if (anchor is not null && !anchors.TryAdd(anchor, label)) faults.Add($"the anchor '{anchor}' stands twice");
    }

    private Block Resolved(Block block) => block switch
    {
        Paragraph paragraph => Refers(paragraph.Content) ? paragraph with { Content = Resolved(paragraph.Content) } : paragraph,
        ListBlock list => list with { Items = [.. list.Items.Select(item => item.Select(Resolved).ToImmutableArray())] },
        Table table => table.Rows.Any(Refers) ? table with { Rows = [.. table.Rows.Select(Resolved)] } : table,
        _ => block,
    };

    private TableRow Resolved(TableRow row) => Refers(row) ? row with { Cells = [.. row.Cells.Select(c => c with { Content = Resolved(c.Content) })] } : row;

    private ImmutableArray<Inline> Resolved(ImmutableArray<Inline> content) =>
        Refers(content) ? [.. content.Select(i => i is Reference reference ? LinkOf(reference) : i)] : content;

    // Registers have thousands of cells and hardly a reference: what has none stays as it is.
    private static bool Refers(TableRow row) => row.Cells.Any(c => Refers(c.Content));

    private static bool Refers(ImmutableArray<Inline> content) => content.Any(i => i is Reference);

    private Link LinkOf(Reference reference)
    {
        if (anchors.GetValueOrDefault(reference.Anchor) is { } label)
            return new(reference.NumberOnly ? label.Number : label.ToString(), $"#{reference.Anchor}");
        faults.Add($"nothing that has a number stands at the anchor '{reference.Anchor}'");
        return new("", $"#{reference.Anchor}");
    }

    /// <summary>What a place is called.</summary>
    private sealed record Label(string Word, string Number)
    {
        public override string ToString() => $"{Word} {Number}";
    }

    /// <summary>How far a numbered chapter is counted.</summary>
    private sealed class ChapterCount(Chapter chapter, string own)
    {
        private ImmutableArray<int> headings = [];
        private int tables;
        private int pictures;

        private int Section => headings.IsEmpty ? 0 : headings[0];

        /// <summary>The next heading's; <see langword="null"/> in an appendix.</summary>
        public Label? Next(Heading heading)
        {
            var depth = heading.Level - 2;
            var before = depth < headings.Length ? headings[depth] : 0;
            headings = [.. headings.Take(depth), before + 1];
            if (depth == 0 && chapter.Captions == CaptionNumbers.AnewInSections) (tables, pictures) = (0, 0);
            return chapter.Kind == ChapterKind.Part ? new("หัวข้อ", $"{own}.{string.Join('.', headings.Select(n => Printed.Number(n)))}") : null;
        }

        public Label NextTable() => new("ตาราง", OfCaption(++tables));

        public Label NextPicture() => new("ภาพ", OfCaption(++pictures));

        private string OfCaption(int place) => chapter.Captions switch
        {
            CaptionNumbers.OfSections => $"{own}-{Printed.Number(Section)}",
            CaptionNumbers.AnewInSections => $"{own}-{Printed.Number(Section)}-{Printed.Number(place)}",
            _ => $"{own}-{Printed.Number(place)}",
        };
    }
}
