using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.OfficeFiles;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Transfer;

namespace Kalasin.Functions.Binder;

/// <summary>What stands in a round's binder, in its order; what is composed is composed when its turn comes.</summary>
internal sealed class BinderContents(OpenedRound round, BinderEvidence evidence, BinderParts parts)
{
    private const string ReportFolder = "01-รายงาน", LetterFolder = "02-หนังสือ", CopyFolder = "03-สำเนาที่ลงนาม", InspectionFolder = "04-การตรวจประเมิน";
    private const string EvidenceFolder = "05-หลักฐาน", OriginalFolder = "06-ต้นฉบับที่นำส่ง", ResultFolder = "07-ผลและข้อสังเกต", LogFolder = "08-บันทึกของรอบ";

    private readonly BinderPath _paths = new();

    /// <summary>About how many files there will be.</summary>
    public int AboutCount => evidence.Files.Count() + evidence.Originals.Length + 20;

    public BinderEvidence Evidence => evidence;

    public bool IsSample => parts.IsSample;

    public async IAsyncEnumerable<BinderEntry> EntriesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in ReportAsync(cancellationToken)) yield return entry;
        await foreach (var entry in FormsAsync(cancellationToken)) yield return entry;
        foreach (var (paper, title) in ((SeasonPaper, string)[])[(SeasonPaper.Letter, "หนังสือนำส่ง"), (SeasonPaper.SignaturePage, "หน้ารับรอง")])
        {
            var (document, damage) = await PaperAsync(paper, cancellationToken);
            if (damage is not null) yield return Lacking(LetterFolder, $"{title}.pdf", title, damage);
            if (document is null) continue;
            foreach (var entry in Written(LetterFolder, title, document)) yield return entry;
        }
        foreach (var copy in round.State.SignedCopies.Values.OrderBy(c => c.Paper)) yield return CopyOf(copy);
        foreach (var (paper, title) in InspectionPapers.Where(p => p.Paper != SeasonPaper.CommitteeResult || round.Rules.Framework.Indicators.Any(i => i.IsJudged)))
        {
            if (evidence.Snapshot is { } snapshot)
                foreach (var entry in Written(InspectionFolder, title, parts.Papers.Compose(snapshot, paper).Document!)) yield return entry;
            else yield return Lacking(InspectionFolder, $"{title}.pdf", title);
        }
        foreach (var (folder, file) in evidence.Files.Select(f => ($"{EvidenceFolder}/{f.Folder}", f.File))) yield return KeptOf(folder, file, file.Title);
        foreach (var file in evidence.Originals) yield return KeptOf($"{OriginalFolder}/{file.Folder}", file, file.Title);
        await foreach (var entry in ResultsAsync(cancellationToken)) yield return entry;
        yield return new(_paths.Of(LogFolder, RoundFile.Log), "บันทึกเหตุการณ์ของรอบ บรรทัดละหนึ่งเหตุการณ์", WriteLogAsync);
    }

    private static readonly (SeasonPaper Paper, string Title)[] InspectionPapers =
    [
        (SeasonPaper.EvidenceIndex, "บัญชีหลักฐาน"), (SeasonPaper.EvidenceLabels, "ป้ายหลักฐาน"), (SeasonPaper.AssessmentForm, "แบบตรวจประเมินในพื้นที่"),
        (SeasonPaper.CommitteeResult, "ผลการให้คะแนนของคณะกรรมการ"),
    ];

    /// <summary>The report that was approved, else the one that was compiled, else what it would be now.</summary>
    private async IAsyncEnumerable<BinderEntry> ReportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var signing = round.State.Signing is { IsApproved: true } approved ? approved : null;
        if ((signing?.Report ?? round.State.Reports.GetValueOrDefault(Edition.Official)) is { } report)
        {
            var title = $"รายงานของจังหวัด {(signing is null ? "ฉบับที่จัดทำล่าสุด" : "ฉบับที่หัวหน้าส่วนราชการเห็นชอบ")}";
            foreach (var (hash, format) in ((ContentHash, ReportFormat)[])[(report.Word, ReportFormat.Word), (report.Pdf, ReportFormat.Pdf)])
                yield return Kept(_paths.Of(ReportFolder, $"รายงานของจังหวัด.{FileFormat.Of(format).Ending}"), title, hash, long.MaxValue);
            yield break;
        }
        if (evidence.Snapshot is not { } snapshot)
        {
            yield return Lacking(ReportFolder, "รายงานของจังหวัด.pdf", "รายงานของจังหวัด");
            yield break;
        }
        var cards = ResultsService.Score(snapshot, null);
        foreach (var card in cards)
        {
            var name = cards.Length == 1 ? "รายงานของจังหวัด" : $"รายงาน {card.EntrantName.Thai}";
            var document = await parts.Results.ReportAsync(snapshot, card, Edition.Official, cancellationToken);
            foreach (var entry in Written(ReportFolder, name, document, "ยังไม่ได้รวมเล่ม จัดทำตามข้อมูลปัจจุบัน")) yield return entry;
        }
    }

    /// <summary>The form of the giver of the award, filled; one for each that is evaluated.</summary>
    private async IAsyncEnumerable<BinderEntry> FormsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string title = "แบบของหน่วยงานเจ้าของรางวัล เติมข้อมูลแล้ว";
        if (!round.State.OfficeFiles.ContainsKey(OfficeFile.Form)) yield break;
        var cards = evidence.Snapshot is { } snapshot ? ResultsService.Score(snapshot, null) : [];
        if (cards.IsEmpty) yield return Lacking(ReportFolder, $"{title}.docx", title);
        foreach (var card in cards)
        {
            var unit = cards.Length == 1 ? null : round.Rules.Plan.Find(UnitCode.Parse(card.Entrant));
            var name = unit is null ? title : $"{title} {unit.Name.Thai}";
            var (filled, damage) = await FilledAsync(unit, cancellationToken);
            yield return filled is null ? Lacking(ReportFolder, $"{name}.docx", name, damage)
                : BinderEntry.Of(_paths.Of(ReportFolder, $"{name}.docx"), name, filled.File.AsMemory());
        }
    }

    private async Task<(FilledForm? Filled, Finding? Damage)> FilledAsync(ReportingUnit? unit, CancellationToken cancellationToken)
    {
        try
        {
            var filled = (await parts.Forms.FillAsync(round, unit, cancellationToken))!;
            return filled.IsRefused ? (null, filled.Findings[0]) : (filled, null);
        }
        catch (DamagedException damaged)
        {
            return (null, damaged.Finding);
        }
    }

    /// <summary>A paper as of the day that the round is of; neither where there is none yet.</summary>
    private async Task<(ReportDocument? Document, Finding? Damage)> PaperAsync(SeasonPaper paper, CancellationToken cancellationToken)
    {
        try
        {
            return ((await parts.Papers.ComposeAsync(round, paper, null, BangkokTime.At(ResultsService.DayOf(round)), cancellationToken)).Document, null);
        }
        catch (DamagedException damaged)
        {
            return (null, damaged.Finding);
        }
    }

    private async IAsyncEnumerable<BinderEntry> ResultsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (evidence.Snapshot is not { } snapshot)
        {
            yield return Lacking(ResultFolder, "ผลคะแนน.json", "ผลคะแนนพร้อมวิธีคิด");
            yield break;
        }
        var cards = ResultsService.Score(snapshot, null);
        foreach (var card in cards)
        {
            var name = cards.Length == 1 ? "ผลคะแนน" : $"ผลคะแนน-{card.Entrant}";
            var workbook = await parts.Results.WorkbookAsync(snapshot, card, Edition.Official, cancellationToken);
            yield return new(
                _paths.Of(ResultFolder, $"{name}.{FileFormat.Excel.Ending}"), "ผลคะแนน ฉบับเสนอ คำนวณด้วยสูตร",
                workbook.WriteAsync);
            yield return BinderEntry.Of(
                _paths.Of(ResultFolder, $"{name}.json"), "ผลคะแนนพร้อมวิธีคิด แต่ละเกณฑ์บอกที่มา รวมทั้งที่สมมติ",
                JsonSerializer.SerializeToUtf8Bytes(ScorecardAnswer.Of(snapshot.Rules, card, round.Id, cards), ApiJson.Readable.ScorecardAnswer));
        }
        var scored = new ScoredRound(snapshot, cards, ImmutableDictionary<string, string>.Empty, BangkokTime.At(ResultsService.DayOf(round)));
        foreach (var entry in Written(ResultFolder, "รายงานข้อสังเกต", await parts.Printed.FindingsAsync(scored, null, cancellationToken), "ใช้ภายใน")) yield return entry;
        var findings = (await parts.Results.FindingsAsync(snapshot, cancellationToken))
            .Select(f => FindingAnswer.Of(f.Finding) with { About = new(f.Unit.Value, f.Indicator?.Value) }).ToList();
        yield return BinderEntry.Of(
            _paths.Of(ResultFolder, "ข้อสังเกต.json"), "ข้อสังเกตในรายงานที่นับ",
            JsonSerializer.SerializeToUtf8Bytes(new ListAnswer<FindingAnswer>(findings, null), ApiJson.Readable.ListAnswerFindingAnswer));
    }

    private IEnumerable<BinderEntry> Written(string folder, string title, ReportDocument document, string? also = null)
    {
        foreach (var format in (ReportFormat[])[ReportFormat.Word, ReportFormat.Pdf])
            yield return new(
                _paths.Of(folder, $"{title}.{FileFormat.Of(format).Ending}"), also is null ? title : $"{title} ({also})",
                (target, cancellationToken) => parts.Instruments.RenderAsync("binder", format, () => document.WriteAsync(target, format, cancellationToken)));
    }

    private BinderEntry CopyOf(SignedCopy copy)
    {
        var name = copy.Paper == SignedPaper.Letter ? "หนังสือนำส่ง" : "หน้ารับรอง";
        var holds = round.State.SignedCopyOf(copy.Paper, round.Rules) == copy;
        return Kept(_paths.Of(CopyFolder, $"{name}.pdf"), $"สำเนา{name}ที่ลงนามแล้ว{(holds ? "" : " (ของเลขที่หรือรายงานฉบับเดิม)")}", copy.File, copy.Size);
    }

    private BinderEntry KeptOf(string folder, SentFile file, string title) => Kept(_paths.Of(folder, file.Name), title, file.Hash, file.Size);

    private BinderEntry Kept(string path, string title, ContentHash hash, long size) =>
        new(path, title, (target, cancellationToken) => parts.Content.CopyAsync(round.Id, hash, size, target, cancellationToken)) { Named = hash };

    /// <summary>What can't be made, because returns that it is made of are damaged.</summary>
    private BinderEntry Lacking(string folder, string name, string title, Finding? damage = null) =>
        new(_paths.Of(folder, name), title, (_, _) => throw new DamagedException(damage ?? evidence.Damage!));

    private async Task WriteLogAsync(Stream target, CancellationToken cancellationToken)
    {
        var stored = parts.Events.ReadAsync(RoundLog.StreamOf(round.Id), 0, cancellationToken).TakeWhile(e => e.Sequence <= round.State.Sequence);
        await foreach (var line in LogLines.WriteAsync(stored)) await target.WriteAsync(line, cancellationToken);
    }
}
