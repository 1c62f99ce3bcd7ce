using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Reports;

namespace Kalasin.Evaluation;

/// <summary>
/// The province's report (รายงานของจังหวัด), composed once and written to Word and PDF. The official edition prints no assumed
/// rule: values without scores where the scale or weight is assumed, counted facts without a level where the measure is. The
/// internal edition adds assumed rules and their effect, open findings, late and corrected returns, rows that don't count, and
/// what it would take to reach the next level.
/// </summary>
public static class ProvinceReport
{
    /// <summary>The chapters in order, each numbered by its place: a new one is a file in <c>Province</c> and a line here.</summary>
    internal static ImmutableArray<Func<ReportContent, Chapter>> Chapters { get; } =
    [
        FrontMatter.Preface,
        FrontMatter.Contents,
        ExecutiveSummary.Compose,
        GeneralPart.Compose,
        ResultsPart.Compose,
        IndicatorsPart.Compose,
        EvidencePart.Compose,
        ReviewPart.Compose,
        FrontMatter.Certification,
        RegisterAppendix.Compose,
        PictureAppendix.Compose,
        NameAppendix.Compose,
        LetterAppendix.Compose,
    ];

    /// <summary>The report as a document.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="returns">Current version of each return.</param>
    /// <param name="card">Scorecard computed from them.</param>
    /// <param name="edition">For whom.</param>
    public static ReportDocument Compose(AwardRules rules, IEnumerable<Return> returns, Scorecard card, Edition edition) =>
        Compose(rules, returns, card, edition, ReportCircumstances.None);

    /// <summary>The report with what else is known about the round.</summary>
    internal static ReportDocument Compose(
        AwardRules rules, IEnumerable<Return> returns, Scorecard card, Edition edition, ReportCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(returns);
        ArgumentNullException.ThrowIfNull(card);
        return Compose(new(rules, [.. returns], card, edition, circumstances), Chapters);
    }

    /// <summary>A report of other chapters.</summary>
    internal static ReportDocument Compose(ReportContent report, ImmutableArray<Func<ReportContent, Chapter>> chapters)
    {
        var (rules, card) = (report.Rules, report.Card);
        var printed = chapters.Select(compose => compose(report)).Where(c => !c.IsLeftOut && (report.IsInternal || !c.InternalOnly));
        return new($"รายงานผล{AwardOf(rules)} {card.EntrantName.Thai} {FiscalYearOf(rules)}", report.AsOf,
        [
            Pages(report, new(Wide: false, [.. FrontMatter.Cover(report)])) with { PageNumbers = false, InTheMiddle = true },
            .. Numbering.Of(printed).Select(run => Pages(report, run)),
        ])
        {
            Author = rules.Plan.Office.Thai,
            Subject = report.IsInternal ? "ฉบับตรวจทานภายใน" : $"ฉบับเสนอ{rules.Framework.Authority.Thai}",
            Lexicon = Lexicon(rules),
        };
    }

    /// <summary>The award's name without its year, which documents print on a line of its own.</summary>
    internal static string AwardOf(AwardRules rules) =>
        rules.Framework.Title.Thai.Replace(FiscalYearOf(rules), "", StringComparison.Ordinal).TrimEnd();

    internal static string FiscalYearOf(AwardRules rules) =>
        $"ประจำปีงบประมาณ พ.ศ. {ThaiNumerals.ToThai(rules.Framework.FiscalYear.ToString(System.Globalization.CultureInfo.InvariantCulture))}";

    // Registers on wide pages are bound at their top; at their sides they have as much room as printers leave.
    private static readonly Margins Wide = new(25, 15, 20, 15);

    private static Section Pages(ReportContent report, PageRun run) => new(run.Blocks)
    {
        Landscape = run.Wide,
        Margins = run.Wide ? Wide : Margins.Official,
        Header = report.Circumstances.IsSample ? [new Run("ข้อมูลตัวอย่าง มิใช่ผลการดำเนินงานจริง") { Bold = true }] : [],
        Footer = [new Run(report.Footer)],
    };

    /// <summary>
    /// Names that lines don't break inside of. Short forms aren't among them: with ฯ behind they would be longer than a column
    /// of a table.
    /// </summary>
    private static ImmutableArray<string> Lexicon(AwardRules rules) =>
    [
        .. rules.Plan.Units.Select(u => u.Name.Thai),
        .. rules.Province.Districts.Select(d => d.Name),
        rules.Province.Name,
        .. ThaiDate.Weekdays.Select(day => $"วัน{day}ที่"),
    ];
}
