using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Samples;

namespace Kalasin.Functions;

/// <summary>Tells on the terminal, in Thai and English, what came of the sample round: receipts, what is missing, scores, files.</summary>
internal sealed class SampleOutput(TextWriter output)
{
    private const int DaysOfLink = 30;

    /// <summary>Plays the sample round and tells what came of it.</summary>
    public static async Task PlayAsync(IServiceProvider services, SampleScript script, Settings settings, TextWriter output)
    {
        var told = new SampleOutput(output);
        await output.WriteLineAsync("ข้อมูลตัวอย่าง มิใช่ผลการดำเนินงานจริง / sample data, not real results");
        var round = await services.GetRequiredService<SampleRound>().PlayAsync(script, told.Delivery, CancellationToken.None, told.Decision);
        var results = services.GetRequiredService<ResultsService>();
        if (await services.GetRequiredService<RoundLog>().FindAsync(round, null, CancellationToken.None) is not { } opened) return;
        told.Result(await results.SnapshotAsync(opened, CancellationToken.None));
        await told.ReportsAsync(services.GetRequiredService<VaultContent>(), opened, Path.Combine(settings.DataFolder, "reports"), CancellationToken.None);
        told.Season(opened, settings);
        await told.LinkAsync(services, opened, script.Link, settings);
    }

    private void Decision(SampleDecision decision, long number) =>
        output.WriteLine($"  {decision.By,-11} วินิจฉัยเลขที่ {ThaiNumerals.Format(number)} / decision {number}: {(string?)decision.Decision["reason"] ?? (string?)decision.Decision["text"]}");

    /// <summary>A unit that has sent nothing gets a link, once: it opens the unit's page without an account.</summary>
    private async Task LinkAsync(IServiceProvider services, OpenedRound round, string unit, Settings settings)
    {
        var (links, now) = (services.GetRequiredService<LinkService>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var known = round.UnitOf(unit)!;
        var last = BangkokTime.Date(now).AddDays(DaysOfLink);
        if ((await links.IssueAsync(round, LinkPurpose.Unit, known.Code, last, null, "sample", Actor.Local, CancellationToken.None)).Issued is not { } issued) return;
        var address = PublicAddress.OfLink(SampleOffice.OriginOf(settings), round.Id, issued.Secret);
        await output.WriteLineAsync($"ลิงก์ของ{known.Name.Thai} เปิดได้โดยไม่ต้องมีบัญชี แสดงครั้งเดียว / a link for {known.Name.English}, without an account, shown once:");
        await output.WriteLineAsync(address);
        await output.WriteLineAsync(TerminalQr.Of(address));
    }

    private void Delivery(SampleDelivery delivery, DeliveryOutcome outcome)
    {
        var (th, en) = outcome switch
        {
            DeliveryOutcome.Accepted a => (
                $"ใบตอบรับเลขที่ {ThaiNumerals.Format(a.Delivery.Receipt.Value)}{(a.IsRepetition ? " (รับไว้แล้วก่อนหน้านี้)" : "")}",
                $"receipt {a.Delivery.Receipt}{(a.IsRepetition ? " (already recorded)" : "")}, {Counted.Of(a.Delivery.Returns.Length):return|returns}, {Counts(a)}"),
            DeliveryOutcome.Refused r =>
                ($"ยังรับไม่ได้: {r.Findings[0].ToString(Language.Thai)}", $"not accepted: {r.Findings[0].ToString(Language.English)}"),
            _ => ("", ""),
        };
        output.WriteLine($"  {delivery.Unit,-5} {BangkokTime.DateAndTime(delivery.ReceivedAt).Thai}  {th} / {en}");
    }

    private void Result(RoundSnapshot snapshot)
    {
        var (rules, state) = (snapshot.Rules, snapshot.State);
        var status = RoundStatus.Of(state, rules);
        output.WriteLine();
        var (received, expected, late) = (ThaiNumerals.Number(status.Received), ThaiNumerals.Number(status.Expected), ThaiNumerals.Number(status.Late));
        output.WriteLine($"ได้รับ {received.Thai} จาก {expected.Thai} รายการ ล่าช้า {late.Thai}"
            + $" / received {received.English} of {Counted.Of(expected):return|returns}, {late.English} late");
        foreach (var missing in status.Missing.GroupBy(c => c.Unit))
        {
            var unit = rules.Plan.Find(missing.Key)!;
            output.WriteLine($"  ยังขาด / missing: {unit.Name.Thai} ({unit.Code})"
                + $" ตัวชี้วัดที่ {string.Join(", ", missing.Select(c => ThaiNumerals.ToThai(c.Indicator.Value)))}"
                + $" / indicators {string.Join(", ", missing.Select(c => c.Indicator))}");
        }

        Scores(output, rules, ResultsService.Score(snapshot, null).Single());
    }

    /// <summary>The very files that were compiled: the official edition's wait for their signature.</summary>
    private async Task ReportsAsync(VaultContent content, OpenedRound round, string folder, CancellationToken cancellationToken)
    {
        output.WriteLine();
        output.WriteLine("รายงานของจังหวัด / the province's report:");
        Directory.CreateDirectory(folder);
        foreach (var (edition, report) in round.State.Reports.OrderBy(r => r.Key))
            foreach (var (format, hash) in ((ReportFormat, ContentHash)[])[(ReportFormat.Word, report.Word), (ReportFormat.Pdf, report.Pdf)])
            {
                var path = Path.Combine(folder, $"report-{round.Id}-{edition.ToString().ToLowerInvariant()}.{FileFormat.Of(format).Ending}");
                await using (var file = File.Create(path)) await content.CopyAsync(round.Id, hash, long.MaxValue, file, cancellationToken);
                output.WriteLine($"  {Path.GetFullPath(path)}");
            }
        output.WriteLine();
    }

    /// <summary>What waits for somebody: mails in the outbox, those that came back, the report at the head's.</summary>
    private void Season(OpenedRound round, Settings settings)
    {
        var (mails, origin) = (round.State.Mails.Values, SampleOffice.OriginOf(settings));
        var (sent, bounced) = (ThaiNumerals.Number(mails.Count(m => m.SentAt is not null)), ThaiNumerals.Number(mails.Count(m => m.Bounce is not null)));
        output.WriteLine($"อีเมลในกล่องขาออก {sent.Thai} ฉบับ ตีกลับ {bounced.Thai} ฉบับ / {Counted.Of(sent):mail|mails} in the outbox, {bounced.English} came back:");
        output.WriteLine($"  {Path.GetFullPath(settings.PickupFolder!)}");
        output.WriteLine($"  {origin}/app/rounds/{round.Id}/mails");
        if (round.State.ApprovalUnder(round.Rules).Stage == ApprovalStage.Requested)
        {
            output.WriteLine("รายงานรอหัวหน้าส่วนราชการลงนาม / the report waits for its signature:");
            output.WriteLine($"  {origin}/app/rounds/{round.Id}/signing");
        }
        output.WriteLine();
    }

    /// <summary>The scores of one entrant, a sentence each.</summary>
    public static void Scores(TextWriter output, AwardRules rules, Scorecard card)
    {
        output.WriteLine();
        var (assumed, giver) = (card.Scores.Any(s => s.IsAssumed), rules.Framework.Giver);
        var (thai, english) = assumed
            ? ($" (เกณฑ์ที่ระบบสมมติ ไม่ใช่เกณฑ์ของ{giver.Thai})", $" (assumed rules, not those of {giver.English})")
            : ("", "");
        output.WriteLine($"คะแนน{thai} / scores{english}, {ThaiDate.Bilingual(card.EvaluationDate).English}");
        foreach (var score in card.Scores)
        {
            var indicator = rules.Framework[score.Indicator];
            output.WriteLine($"  {score.Indicator,2}  {Points(score),-5} {indicator.ShortText.Thai}: {score.Measurement.Sentence.Thai}");
            output.WriteLine($"            {indicator.ShortText.English}: {score.Measurement.Sentence.English}");
        }
        if (card.Total is { } total)
            output.WriteLine($"  รวม / total {ScoreDisplay.Points(total).Thai} = {ScoreDisplay.Points(total).English} / {ScoreDisplay.Full(card).English}"
                + (card.Provisional ? " (ชั่วคราว / provisional)" : ""));
    }

    private static string Points(Score score) => score.Points is { } points ? ScoreDisplay.Points(points).English : "–";

    private static string Counts(DeliveryOutcome.Accepted accepted)
    {
        var counts = FindingCounts.Of([.. accepted.Details.Findings.Select(f => f.Finding)]);
        return $"{Counted.Of(counts.Errors):error|errors}, {Counted.Of(counts.Warnings):warning|warnings}";
    }
}
