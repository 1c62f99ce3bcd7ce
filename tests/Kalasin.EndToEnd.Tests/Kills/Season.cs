using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Tests.SignedCopies;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>
/// What coordinator and head do in a season beside what may happen any day: mails to all units, provisional results, the way of the report to its
/// giver. What comes next follows from what the log says, and when from the day.
/// </summary>
internal sealed class Season(Random random)
{
    /// <summary>When each start of a series is, in the order of the season; the last days are after it.</summary>
    private static readonly ImmutableArray<DateTimeOffset> Days =
    [
        At(4, 1, 9), At(4, 24, 10), At(5, 3, 10), At(5, 10, 10), At(5, 14, 16), At(5, 16, 0), At(5, 20, 10), At(5, 22, 10), At(5, 24, 9), At(5, 30, 10), At(6, 4, 11),
    ];

    private static readonly DateOnly FormsGo = new(2024, 4, 24), IsClosed = new(2024, 5, 16), IsSigned = new(2024, 5, 20), IsAcknowledged = new(2024, 5, 30);

    private const string OurKeys = "season-";

    private int taken;

    /// <summary>A province whose units can be written to; one of them under an address where nobody is.</summary>
    public static RoundPlan Plan { get; } = PlanWith(AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46").Plan);

    public static AwardRules Rules { get; } = AwardRules.Of(BuiltInFrameworks.Get("dla-2567"), Plan).Value!;

    /// <summary>Everybody who has a mailbox.</summary>
    public static IEnumerable<string> Boxes =>
        [Plan.InternalDeadline.Email, Rules.Framework.FinalDeadline.Email, .. Plan.Units.Select(u => u.Email!).Where(e => !e.StartsWith("nobody", StringComparison.Ordinal))];

    /// <summary>After all of it.</summary>
    public static DateTimeOffset End => Days[^1];

    /// <param name="start">Which start it is, from 0.</param>
    /// <param name="of">How many there are: they are spread over the season.</param>
    public static DateTimeOffset StartOf(int start, int of) => Days[start * (Days.Length - 1) / (of - 1)].AddMinutes(start);

    /// <summary>The report is on its way through signature and dispatch: whatever changes now sends it back.</summary>
    public static bool IsUnderWay(RoundState state, DateTimeOffset now) => BangkokTime.Date(now) >= IsSigned && state.Dispatch is null;

    public static bool IsOf(SentDecision decision) => decision.Key.StartsWith(OurKeys, StringComparison.Ordinal);

    /// <returns>Null where nothing is to be done by a person today.</returns>
    public SentDecision? Next(RoundState state, DateTimeOffset now) => All(state, now).FirstOrDefault(decision => decision is not null);

    private IEnumerable<SentDecision?> All(RoundState state, DateTimeOffset now)
    {
        var today = BangkokTime.Date(now);
        if (state.Rules.Count == 1) yield return SentDecision.Rules(Key());
        if (today >= FormsGo)
            foreach (var decision in Batch(state, MailPurpose.Forms, "forms")) yield return decision;
        if (today < IsClosed) yield break;
        if (state.Results is null) yield return Take(new { kind = "showResults", until = Day(new(2024, 7, 1)) }, "resultsShown", ("until", "2024-07-01"));
        foreach (var decision in Batch(state, MailPurpose.Results, "results")) yield return decision;
        if (state.Objections.IsEmpty)
            yield return Take(new { kind = "raiseObjection", unit = "4602", indicator = "3", text = "นับไม่ครบ" }, "objectionRaised", ("unit", "4602"));
        foreach (var (number, _) in state.Objections.Where(o => o.Value.Decided is null))
            yield return Take(new { kind = "decideObjection", objection = number, upheld = true, reason = "x" }, "objectionDecided", ("objection", Number(number)));
        foreach (var choice in Plan.OpenChoices.Where(c => !state.Choices.ContainsKey(c.Id)))
            yield return Take(new { kind = "makeChoice", choice = choice.Id, text = choice.Options[0] }, "choiceMade", ("choice", choice.Id));
        foreach (var address in state.AddressesToConfirm(Rules).Where(a => a.Owner == AddressOwner.Award))
            yield return Take(new { kind = "confirmAddress", owner = "award", reason = "x" }, "addressConfirmed", ("owner", "award"));
        if (today < IsSigned) yield break;
        foreach (var decision in Signature(state, today)) yield return decision;
        foreach (var mail in state.Mails.Values.Where(m => m.IsInterrupted(now) || m is { Purpose: MailPurpose.Dispatch, Bounce.Permanent: true }).OrderBy(m => m.Number))
        {
            var left = random.Next(2) == 0;
            yield return Take(new { kind = "settleDispatch", mail = mail.Id.Value, left, reason = "x" }, "dispatchSettled", ("mail", mail.Id.Value), ("left", $"{left}"));
        }
        if (today > IsAcknowledged && state is { DispatchedAt: not null, Acknowledgement: null })
            yield return Take(new { kind = "acknowledgeDispatch", by = "register", on = Day(today), number = "มท ๑" }, "dispatchAcknowledged", ("by", "register"));
    }

    /// <summary>Prepared, one held and one cancelled, released, the held one too, and one sent once more.</summary>
    private IEnumerable<SentDecision?> Batch(RoundState state, MailPurpose purpose, string word)
    {
        if (state.Batches.Where(b => b.Value.Purpose == purpose).Select(b => (b.Key, b.Value)).FirstOrDefault() is not { Value: { } batch } found)
        {
            yield return SentDecision.Mails(Key(), word);
            yield break;
        }
        var mails = state.Mails.Values.Where(m => m.Batch == found.Key).OrderBy(m => m.Number).ToList();
        if (batch.Released is null)
        {
            if (mails[0].Hold == MailHold.WithBatch) yield return Take(new { kind = "holdMail", mail = mails[0].Id.Value }, "mailHeld", ("mail", mails[0].Id.Value));
            if (mails[1].Cancelled is null) yield return Take(new { kind = "cancelMails", mail = mails[1].Id.Value, reason = "x" }, "mailsCancelled", ("mail", mails[1].Id.Value));
            yield return Take(new { kind = "releaseMails", batch = found.Key }, "mailsReleased", ("batch", Number(found.Key)));
        }
        else if (mails.TrueForAll(m => m.ResentAs is null)
            && mails.FindLast(m => m.SentAt is not null && !(m.Link is { } link && state.Links[link].Revoked is not null)) is { } sent)
            yield return SentDecision.Again(Key(), sent.Id);
        else if (mails[0].Hold != MailHold.None) yield return Take(new { kind = "releaseMail", mail = mails[0].Id.Value }, "mailReleased", ("mail", mails[0].Id.Value));
    }

    /// <summary>Put forward, returned once, put forward again, approved; numbered, signed, sent.</summary>
    private IEnumerable<SentDecision?> Signature(RoundState state, DateOnly today)
    {
        if (state.Dispatch is not null || state.Reports.GetValueOrDefault(Edition.Official) is not { } report) yield break;
        var (pdf, approval) = (report.Pdf.ToString(), state.ApprovalUnder(Rules));
        switch (approval.Stage)
        {
            case ApprovalStage.Requested when approval.Signing!.Report.Pdf == report.Pdf && state.Letter is null:
                yield return SentDecision.ByHead(Key(), new { kind = "returnReport", report = pdf, reason = "โปรดตรวจ" }, "reportReturned", ("pdf", pdf));
                break;
            case ApprovalStage.Requested when approval.Signing!.Report.Pdf == report.Pdf:
                yield return SentDecision.ByHead(Key(), new { kind = "approveReport", report = pdf }, "reportApproved", ("pdf", pdf));
                break;
            case ApprovalStage.Approved:
                break;
            case ApprovalStage.Returned when state.Letter is null:
                yield return Take(new { kind = "numberLetter", number = "กส ๐๐๒๓.๑/๑", on = Day(today) }, "letterNumbered", ("on", Day(today)));
                break;
            default:
                yield return Take(new { kind = "requestSignature", report = pdf }, "signatureRequested", ("pdf", pdf));
                break;
        }
        if (approval.Stage != ApprovalStage.Approved) yield break;
        foreach (var (paper, word) in new[] { (SignedPaper.Letter, "letter"), (SignedPaper.SignaturePage, "signature-page") })
            if (state.SignedCopyOf(paper, Rules) is null) yield return SentDecision.SignedCopy(Key(), word, new SmallPdf($"{word} {taken}").Bytes);
        yield return SentDecision.Dispatch(Key());
    }

    private SentDecision Take(object body, string kind, params ImmutableArray<(string Name, string Value)> says) => SentDecision.Taken(Key(), body, kind, says);

    private string Key() => string.Create(CultureInfo.InvariantCulture, $"{OurKeys}{++taken}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset At(int month, int day, int hour) => new(2024, month, day, hour, 1, 0, BangkokTime.Offset);

    /// <summary>Written and read as a page would.</summary>
    private static RoundPlan PlanWith(RoundPlan plan)
    {
        var changed = plan with
        {
            Revision = plan.Revision + 1,
            Units = [.. plan.Units.Select((unit, i) => unit with { Email = i == 4 ? "nobody@kalasin.test" : $"u{unit.Code.Value.ToLowerInvariant()}@kalasin.test" })],
        };
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(RulesWriter.ToJson(changed)));
        return RoundPlanReader.Read(text).Value!;
    }
}
