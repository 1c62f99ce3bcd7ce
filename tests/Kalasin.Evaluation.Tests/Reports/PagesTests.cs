using System.Text;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Documents.Pdf;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Units;
using Kalasin.Evaluation.Tests.Documents.Layout;
using Kalasin.Evaluation.Tests.OfficeFiles;
using Kalasin.Evaluation.Tests.Reports.Papers;
using Kalasin.Evaluation.Tests.Reports.Units;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>
/// Every page of the sample's documents: nothing overflows, no heading is stranded, no line of a paragraph stands alone, and no page is
/// less than a quarter full but the last of a part. Where <c>KALASIN_PAGES</c> names a folder, the documents are saved there to be looked at.
/// </summary>
[Collection<ReadSample>]
public sealed class PagesTests(ReadSample sample)
{
    private const double Tolerance = 0.5;

    /// <summary>Units whose returns the volume binds: each unit's are looked at by themselves.</summary>
    private const int BoundUnits = 6;

    /// <summary>Share of the size added after each cluster of a spread line, at most.</summary>
    private const double MostSpread = 0.085;

    private static readonly string[] InspectionPapers = ["sample-evidence-index", "sample-evidence-labels", "sample-assessment-form"];

    public static TheoryData<string> Documents =>
    [
        "official", "internal", .. InspectionPapers, .. EveryPaper.All.Select(p => p.Name), .. EveryReturn.Units.Select(u => $"returns-{u}"), "return-memo-4603", "return-memo-ADM",
        "findings", "findings-4603", "findings-4601", "volume", "ranking", "district-official", "district-internal",
    ];

    /// <summary>A document of the sample by its name.</summary>
    internal static ReportDocument Composed(ReadSample sample, string name) => name.Split('-') switch
    {
        ["official"] => sample.Official,
        ["internal"] => sample.Internal,
        ["returns", var unit] => PrintedReturn.Compose(sample.Of(unit)),
        ["return", "memo", var unit] => sample.Memo(unit),
        ["volume"] => Volume.Of("แบบรายงานผลการดำเนินงาน", [.. EveryReturn.Units.Take(BoundUnits).SelectMany(u => sample.Of(u)).Where(c => c.Reported is not null).Select(c => PrintedReturn.Compose([c]))]),
        ["ranking"] => RankingReport.Compose(Rankings.Field.Tied, Rankings.Field.Nation(Rankings.Field.Tied), new(2024, 6, 10)),
        ["district", var edition] => sample.District(edition == "official" ? Edition.Official : Edition.Internal),
        ["findings"] => FindingsReport.Compose(sample.FindingsOf()),
        ["findings", var unit] => FindingsReport.Compose(sample.FindingsOf(unit)),
        _ when InspectionPapers.Contains(name) => sample.Inspection(name),
        _ => EveryPaper.Named(name),
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Pages_HoldWhatStandsOnThem(string name)
    {
        var document = Composed(sample, name);
        if (Environment.GetEnvironmentVariable("KALASIN_PAGES") is { Length: > 0 } folder)
        {
            foreach (var format in (string[])["pdf", "docx"])
                await document.SaveAsync(Path.Combine(folder, $"{name}.{format}"), TestContext.Current.CancellationToken);
            if (name is "official" or "letter" or "memo-to-head")
                await (document with { Stationery = document.Stationery with { Template = await MadeTemplate.ReadAsync() } })
                    .SaveAsync(Path.Combine(folder, $"{name}-on-template.docx"), TestContext.Current.CancellationToken);
        }
        var laidOut = PdfWriter.Layout(document, TestContext.Current.CancellationToken);
        Assert.Empty(laidOut.Violations);
        var pages = laidOut.Pages.Select(p => Lines(p, Owners(laidOut.Root))).ToList();
        var wrong = new StringBuilder();
        for (var p = 0; p < pages.Count; p++)
        {
            var (page, lines) = (laidOut.Pages[p], pages[p]);
            var next = p + 1 < pages.Count ? pages[p + 1] : [];
            foreach (var line in lines.Where(l => l.Left < -Tolerance || l.Right > page.Width + Tolerance || l.Baseline > page.Height))
                wrong.AppendLine($"page {p + 1}: '{line.Text}' stands outside of the page");
            if (lines.Count == 0) wrong.AppendLine($"page {p + 1}: empty");
            if (lines.Count == 0 || next.Count == 0) continue;
            if (lines[^1].Owner.IsHead) wrong.AppendLine($"page {p + 1}: '{lines[^1].Text}' is stranded");
            if (lines[^1].Owner == next[0].Owner && lines[^1].Owner.Role == "P" && !lines[^1].Owner.InTable)
            {
                if (lines.Count(l => l.Owner == lines[^1].Owner) < 2) wrong.AppendLine($"page {p + 1}: '{lines[^1].Text}' stands alone at the foot");
                if (next.Count(l => l.Owner == next[0].Owner) < 2) wrong.AppendLine($"page {p + 2}: '{next[0].Text}' stands alone at the head");
            }
            var (top, bottom) = (25 * Page.PointsPerMillimetre, page.Height - 20 * Page.PointsPerMillimetre);
            var full = (page.Boxes().Where(b => b.Box.Node is not null).Max(b => Bottom(b.Box) + b.Y) - top) / (bottom - top);
            if (full < 0.25 && next[0].Owner.Role != "H1") wrong.AppendLine($"page {p + 1}: {full:P0} full, before '{next[0].Text}'");
        }
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    /// <summary>What a line belongs to.</summary>
    private sealed record Owner(Node Node, string Role, bool InTable)
    {
        public bool IsHead => Role[0] == 'H' || Role == "Caption" && InTable;
    }

    /// <summary>Justified lines reach the edge, and none is spread so far for it that it is seen.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Lines_AreSpreadAtMostALittle(string name)
    {
        var laidOut = PdfWriter.Layout(Composed(sample, name), TestContext.Current.CancellationToken);
        var owners = Owners(laidOut.Root);
        var wrong = new List<string>();
        var spread = new HashSet<Owner>(ReferenceEqualityComparer.Instance);
        foreach (var text in laidOut.Pages.SelectMany(p => p.Boxes()).Select(b => b.Box).OfType<TextBox>().Where(t => t.Gap != 0))
        {
            if (text.Gap > MostSpread * text.Style.Size) wrong.Add($"spread by {text.Gap / text.Style.Size:0.000} em: {text.Text}");
            if (text.Node is { } node && owners.TryGetValue(node, out var owner)) spread.Add(owner);
        }
        foreach (var paragraph in laidOut.Pages.SelectMany(p => Lines(p, owners)).Where(l => spread.Contains(l.Owner)).GroupBy(l => l.Owner))
            foreach (var line in paragraph.SkipLast(1).Where(l => l.Right < paragraph.Max(p => p.Right) - Tolerance)) wrong.Add($"does not reach the edge: {line.Text}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>
    /// No heading and no paragraph of several lines ends with a line of one word, and no centred line parts what the award's winner is called.
    /// Where lines are spread, a word alone may be better than a line torn apart above it.
    /// </summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Lines_LastOfHeadingsAndParagraphs_HoldMoreThanAWord(string name)
    {
        var document = Composed(sample, name);
        var laidOut = PdfWriter.Layout(document, TestContext.Current.CancellationToken);
        var owners = Owners(laidOut.Root);
        var lexicon = ThaiLexicon.Official.With(document.Lexicon);
        var award = AwardName.In(ReadSample.Rules.Framework.Title.Thai).Single();
        var wrong = new List<string>();
        var spread = laidOut.Pages.SelectMany(p => p.Boxes()).Select(b => b.Box).OfType<TextBox>().Where(t => t.Gap != 0 && t.Node is not null)
            .Select(t => owners.GetValueOrDefault(t.Node!)).ToHashSet();
        foreach (var text in laidOut.Pages.SelectMany(p => Lines(p, owners)).Where(l => !l.Owner.InTable && !spread.Contains(l.Owner) && l.Owner.Role is "P" or ['H', _]).GroupBy(l => l.Owner))
        {
            var lines = text.Select(l => l.Text.TrimEnd()).ToList();
            if (lines.Count < 2) continue;
            // A word that fills a line, such as a fingerprint, leaves no hole.
            var (last, isShort) = (lines[^1], text.Last().Right - text.Last().Left < text.Max(l => l.Right - l.Left) / 4);
            if (isShort && lexicon.BreakOpportunities(last).Count == 0 && lexicon.BreakOpportunities(string.Concat(lines), BreakCost.Free).Count > 3) wrong.Add(string.Join(" / ", lines));
            for (var i = 1; i < lines.Count; i++)
                for (var cut = 1; cut < award.Length; cut++)
                    if (lines[i - 1].EndsWith(award[..cut], StringComparison.Ordinal) && lines[i].StartsWith(award[cut..], StringComparison.Ordinal)) wrong.Add(string.Join(" / ", lines));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(20)));
    }

    private sealed record Line(Owner Owner, double Left, double Right, double Baseline, string Text);

    private static double Bottom(Box box) => box switch
    {
        TextBox t => t.Baseline,
        PictureBox p => p.Y + p.Height,
        SquaresBox s => s.Y + s.Side,
        _ => 0,
    };

    /// <summary>The block of each stretch of text.</summary>
    private static Dictionary<Node, Owner> Owners(Node root)
    {
        var owners = new Dictionary<Node, Owner>(ReferenceEqualityComparer.Instance);
        Walk(root, null, inTable: false);
        return owners;

        void Walk(Node node, Owner? owner, bool inTable)
        {
            inTable |= node.Role == "Table";
            if (node.Role is { } role && role is ['H', _] or "P" or "Caption" or "TH" or "TD" or "TOCI" or "Lbl") owner = new(node, role, inTable);
            if (owner is not null) owners[node] = owner;
            for (var child = node.FirstChild; child is not null; child = child.Next) Walk(child, owner, inTable);
        }
    }

    /// <summary>Lines of a page from the top, without what surrounds the text.</summary>
    private static List<Line> Lines(Page page, Dictionary<Node, Owner> owners) =>
    [
        .. page.Boxes().Where(b => b.Box is TextBox { Node: not null }).Select(b => (Text: (TextBox)b.Box, b.X, b.Y))
            .Where(b => owners.ContainsKey(b.Text.Node!))
            .GroupBy(b => (Owner: owners[b.Text.Node!], Baseline: Math.Round(b.Y + b.Text.Baseline, 1)))
            .Select(g => new Line(
                g.Key.Owner, g.Min(b => b.X + b.Text.X), g.Max(b => b.X + b.Text.X + b.Text.Width), g.Key.Baseline, string.Concat(g.Select(b => b.Text.Text))))
            .OrderBy(l => l.Baseline),
    ];
}
