using System.Collections.Immutable;
using Kalasin.Evaluation.Reports;
using Kalasin.Evaluation.Reports.Inspection;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Reports.Mails;
using Kalasin.Evaluation.Tests.Rounds;

namespace Kalasin.Evaluation.Tests.Reports.Papers;

/// <summary>Each paper of a season, of the round 46-dla-2567.</summary>
internal static class EveryPaper
{
    private static readonly AwardRules Rules = Signed(new("รองผู้ว่าราชการจังหวัดกาฬสินธุ์") { Name = "นายตัวอย่าง ใจดี" });
    private static readonly ImmutableDictionary<string, string> NoChoices = ImmutableDictionary<string, string>.Empty;

    public static readonly NumberedLetter Letter = new("กส 0023.1/1234", new(2024, 5, 30));

    public static IEnumerable<(string Name, ReportDocument Paper)> All =>
    [
        ("memo-to-head", MemoToHead.Compose(Rules, new(new("กส 0023.1/-", new(2024, 5, 28)), RoundScript.Hash("pdf"), EveryMail.Status, NoChoices, "พบรายการซ้ำ 2 คู่ วินิจฉัยแล้ว", IsSample: false)) with { Stationery = new(MadeEmblem.Read) }),
        ("memo-to-unit", MemoToUnit.Compose(Rules, new(new(null, new(2024, 5, 20)), EveryMail.Namon, EveryMail.Owed, EveryMail.Due, IsSample: true))),
        ("letter", LetterOf(Content) with { Stationery = new(MadeEmblem.Read) }),
        ("letter-before", LetterOf(Content with { Letter = null, Choices = NoChoices, Code = null, Email = null, Reported = 11, IsSample = true }, EveryMail.Rules)),
        ("signature-page", SignaturePage.Compose(Rules, new(new(2024, 5, 17), RoundScript.Hash("pdf"), Code(Paper.SignaturePage), IsSample: false))),
        ("receipt", ReceiptDocument.Compose(Rules, EveryMail.Received([EveryMail.CellError], ["4", "8"]))),
        .. Inspection,
    ];

    /// <summary>The papers of an inspection, of three returns: one with everything, one nil, one without evidence.</summary>
    private static IEnumerable<(string Name, ReportDocument Paper)> Inspection
    {
        get
        {
            var content = InspectionOf(
            [
                new(EveryMail.Namon.Code, IndicatorNumber.Parse("3"), ReturnStatus.Reported)
                {
                    Evidence =
                    [
                        new(1, "หนังสือสั่งการที่ กส 0023/ว 12", new(2024, 2, 1), "1-3", "ไฟล์", @"D:\งาน\หนังสือสั่งการ.pdf", 2),
                        new(3, new string('ฌ', 30) + " ภาพกิจกรรมซักซ้อมแนวทาง" + new string('ฌ', 90), null, null, null, null, null),
                    ],
                },
                new(EveryMail.Namon.Code, IndicatorNumber.Parse("4"), ReturnStatus.Reported),
                new(EveryMail.Namon.Code, IndicatorNumber.Parse("10"), ReturnStatus.Nil) { NilReason = "ไม่มีเรื่อง" },
            ]);
            yield return ("evidence-index", EvidenceIndex.Compose(content));
            yield return ("evidence-labels", EvidenceLabels.Compose(content, _ => EveryBlock.Squares(33)));
            yield return ("assessment-form", AssessmentForm.Compose(content));
            yield return ("evidence-labels-none", EvidenceLabels.Compose(InspectionOf([]), _ => EveryBlock.Squares(33)));
        }
    }

    private static InspectionContent InspectionOf(ImmutableArray<Return> returns) =>
        new(Rules, returns, Scorer.Score(Rules, returns, Rules.Plan.JudgedOn), new(2024, 5, 17), IsSample: true);

    public static CoveringLetterContent Content { get; } = new(
        Letter, Letter.Date, NoChoices.Add("dla-letter-number", "มท ๐๘๑๑.๑/ว ๑๕๕๓"), Reported: 12, "dla.inspector@gmail.com", Code(Paper.Letter), IsSample: false);

    public static ReportDocument LetterOf(CoveringLetterContent content, AwardRules? rules = null) => CoveringLetter.Compose(rules ?? Rules, content);

    /// <summary>Rules with an address of the office and a deputy of the governor.</summary>
    public static AwardRules Signed(Deputy? deputy) => AwardRules.AsRecorded(EveryMail.Rules.Framework, EveryMail.Rules.Plan with
    {
        OfficeAddress = "ถนนตัวอย่าง กส 46000", Telephone = "0 4381 1154",
        Signatories = [.. EveryMail.Rules.Plan.Signatories.Select(s => s.Role == "sender" ? s with { Deputy = deputy } : s)],
    });

    public static ReportDocument Named(string name) => All.Single(p => p.Name == name).Paper;

    private static MarkedCode Code(Paper paper) => new(new(Rules.Plan.Id, paper, 123, RoundScript.Hash("head")), EveryBlock.Squares(41));
}
