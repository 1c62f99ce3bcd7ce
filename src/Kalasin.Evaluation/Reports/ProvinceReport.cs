using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Reports;

/// <summary>
/// The province's report (รายงานของจังหวัด), composed once and written to Word and PDF. The official edition prints no assumed
/// rule: values without scores where the scale or weight is assumed, counted facts without a level where the measure is. The
/// internal edition adds assumed rules and their effect, open findings, late and corrected returns, rows that don't count, and
/// what it would take to reach the next level.
/// </summary>
public static class ProvinceReport
{
    /// <summary>The report as a document.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="returns">Current version of each return.</param>
    /// <param name="card">Scorecard computed from them.</param>
    /// <param name="edition">For whom.</param>
    /// <param name="circumstances">What else is known about the round. Default: nothing.</param>
    public static ReportDocument Compose(AwardRules rules, IEnumerable<Return> returns, Scorecard card, Edition edition, ReportCircumstances? circumstances = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(returns);
        ArgumentNullException.ThrowIfNull(card);
        var report = new ReportContent(rules, [.. returns], card, edition, circumstances ?? ReportCircumstances.None);

        var sections = ImmutableArray.CreateBuilder<Section>();
        sections.Add(Portrait(report, [.. FrontMatter.Cover(report)]) with { PageNumbers = false });
        sections.Add(Portrait(report,
        [
            .. FrontMatter.Preface(report),
            .. FrontMatter.Contents(report),
            .. ExecutiveSummary.Compose(report),
            .. GeneralPart.Compose(report),
            .. ResultsPart.Compose(report),
            .. ChaptersPart.Compose(report),
            .. EvidencePart.Compose(report),
            .. edition == Edition.Internal ? ReviewPart.Compose(report) : [],
            .. FrontMatter.Certification(report),
        ]));
        foreach (var run in PageRun.Joined([.. RegisterAppendix.Compose(report), new(Wide: false, [.. PictureAppendix.Compose(report), .. LetterAppendix.Compose(report)])]))
            sections.Add(Portrait(report, run.Blocks) with { Landscape = run.Wide });
        return new($"รายงานผล{AwardOf(rules)} {card.EntrantName.Thai} {FiscalYearOf(rules)}", report.AsOf, sections.ToImmutable())
        {
            Author = rules.Plan.Office.Thai,
            Subject = edition == Edition.Official ? $"ฉบับเสนอ{rules.Framework.Authority.Thai}" : "ฉบับตรวจทานภายใน",
            Lexicon = Lexicon(rules),
        };
    }

    /// <summary>The award's name without its year, which documents print on a line of its own.</summary>
    internal static string AwardOf(AwardRules rules) => rules.Framework.Title.Thai.Replace(FiscalYearOf(rules), "", StringComparison.Ordinal).TrimEnd();

    internal static string FiscalYearOf(AwardRules rules) => $"ประจำปีงบประมาณ พ.ศ. {ThaiNumerals.ToThai(rules.Framework.FiscalYear.ToString(System.Globalization.CultureInfo.InvariantCulture))}";

    private static Section Portrait(ReportContent report, ImmutableArray<Block> blocks) => new(blocks)
    {
        Header = report.Circumstances.IsSample ? [new Run("ข้อมูลตัวอย่าง มิใช่ผลการดำเนินงานจริง") { Bold = true }] : [],
        Footer = [new Run(report.Footer)],
    };

    /// <summary>Names that lines don't break inside of. Short forms aren't among them: with ฯ behind they would be longer than a column of a table.</summary>
    private static ImmutableArray<string> Lexicon(AwardRules rules) =>
    [
        .. rules.Plan.Units.Select(u => u.Name.Thai),
        .. rules.Province.Districts.Select(d => d.Name),
        rules.Province.Name,
    ];
}
