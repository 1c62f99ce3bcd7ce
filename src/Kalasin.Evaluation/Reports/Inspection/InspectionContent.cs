using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Inspection;

/// <summary>What the papers of an inspection say that isn't in the rules.</summary>
/// <param name="Rules">Rules of the round.</param>
/// <param name="Returns">Current version of each return.</param>
/// <param name="Cards">Scorecards computed from them, one for each entrant.</param>
/// <param name="AsOf">Day they are of.</param>
/// <param name="IsSample">Made of sample data.</param>
internal sealed record InspectionContent(AwardRules Rules, ImmutableArray<Return> Returns, ImmutableArray<Scorecard> Cards, DateOnly AsOf, bool IsSample)
{
    /// <summary>What the official edition prints of each entrant: an inspector sees no assumed rule either.</summary>
    public ImmutableArray<ReportContent> Entrants { get; } =
        [.. Cards.Select(card => new ReportContent(Rules, Returns, card, Edition.Official, ReportCircumstances.None with { AsOf = AsOf }))];

    private readonly ImmutableArray<EvidencePiece> all = EvidencePiece.Of(Rules, Returns);

    /// <summary>Evidence that is printed: all of it, or as much as a table of the report holds.</summary>
    public ImmutableArray<EvidencePiece> Evidence => [.. all.Take(ReportContent.MostRows)];

    /// <summary>How many pieces there are.</summary>
    public int EvidenceCount => all.Length;

    public Printed Printed => Entrants[0].Printed;

    /// <summary>A paper of the inspection.</summary>
    public ReportDocument Paper(string title, params ReadOnlySpan<Section> sections) => new(title, AsOf, [.. sections])
    {
        Author = Rules.Plan.Office.Thai,
        Subject = title,
        Lexicon = [.. Rules.Plan.Units.Select(u => u.Name.Thai), Rules.Plan.Office.Thai, Rules.Province.Name, .. AwardName.In(Rules.Framework.Title.Thai)],
    };

    /// <summary>What stands at the foot of each page.</summary>
    public ImmutableArray<Inline> Footer =>
        [new Run($"ข้อมูล ณ วันที่ {ThaiDate.Short(AsOf)}"), .. IsSample ? [new Run($" · {Papers.OfficePaper.Sample}") { Bold = true }] : ImmutableArray<Inline>.Empty];

    /// <summary>What stands over a paper.</summary>
    public IEnumerable<Block> Head(string title)
    {
        yield return new Heading(1, title) { Alignment = Alignment.Center };
        yield return new Paragraph($"ตามกรอบ{Rules.Framework.Title.Thai}") { Style = ParagraphStyle.Subtitle };
        yield return new Paragraph($"{Rules.Plan.Office.Thai}") { Style = ParagraphStyle.Subtitle };
    }
}
