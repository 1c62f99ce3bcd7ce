using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Season;

/// <summary>
/// Sends the report to the giver of the award: the very files that were compiled, approved and signed, in one mail or as many as their size needs,
/// queued by the same append that orders it.
/// </summary>
internal sealed class Dispatch(DecisionService decisions, SeasonPapers papers, VaultContent content, Installation installation, TimeProvider clock)
{
    /// <summary>Most bytes of a mail, as large mailboxes take it (25 MB is common, and servers count differently).</summary>
    private const long MostBytes = 20_000_000;

    /// <summary>The same after a server has said that this is too much (10 MB is the other common limit).</summary>
    private const long FewerBytes = 9_000_000;

    /// <summary>What of that headers and text may take.</summary>
    private const long TextBytes = 100_000;

    /// <summary>What would be sent now.</summary>
    /// <exception cref="DamagedException">The vault lacks a file of it, or holds something else.</exception>
    public async Task<DispatchPreview> PreviewAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        var (rules, state) = (round.Rules, round.State);
        var recipient = rules.Framework.FinalDeadline.Email;
        if (state.Dispatch is not null) return new(recipient, [], [SigningFindings.Dispatched.At(Place.Nowhere)]);
        var obstacles = DispatchOrder.Obstacles(state, rules);
        if (rules.Plan.AddressOf(null) is null) obstacles = obstacles.Add(SigningHostFindings.NoWay.At(Place.Nowhere));
        if (state.Signing is not { IsApproved: true } || state.SignedCopyOf(SignedPaper.Letter, round.Rules) is null || await papers.NumberAsync(round, cancellationToken) is not { } number)
            return new(recipient, [], obstacles);
        var files = await FilesAsync(round, cancellationToken);
        var most = state.Mails.Values.Any(WasTooLarge) ? FewerBytes : MostBytes;
        if (files.Find(f => EncodedSize(f.Content.Length) > most - TextBytes) is { } large)
            return new(recipient, [], obstacles.Add(SigningHostFindings.TooLargeToSend.At(Place.Nowhere, large.Name, ThaiNumerals.Number(most / 1_000_000))));
        var parts = Split(files, most);
        return new(
            recipient,
            [
                .. parts.Select((part, i) => new DispatchMail(
                    DispatchMails.Dispatch(rules, number, [.. part.Select(f => f.Name)], i + 1, parts.Count, installation.IsSample), [.. part])),
            ],
            obstacles);
    }

    /// <param name="seen">Fingerprint of what whoever orders it has looked at; null from programs that look at nothing.</param>
    public async Task<DecisionOutcome> OrderAsync(
        OpenedRound round, StatedText? reason, ContentHash? seen, Actor actor, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        // Before anything is written: whether it may be sent at all. What its mails say, the round doesn't look at.
        var expected = Decide.On(round.State, round.Rules, new OrderDispatch(id, [new(IdOf(round, 1), MailPurpose.Dispatch, default)], reason), clock.GetUtcNow(), actor);
        if (expected is not Accept) return new(expected, round);
        var preview = await PreviewAsync(round, cancellationToken);
        if (!preview.Obstacles.IsEmpty) return new(new Refuse(preview.Obstacles), round);
        if (seen is { } looked && looked != preview.Seen) return new(new Refuse([SigningHostFindings.OtherThanSeen.At(Place.Nowhere)]), round);
        var plan = round.Rules.Plan;
        await using var staged = new StagedContents(round.Vault);
        var mails = ImmutableArray.CreateBuilder<MailToQueue>();
        foreach (var (text, files) in preview.Mails)
        {
            var mail = IdOf(round, mails.Count + 1);
            var eml = Eml.Of(
                new(plan.Office.Thai, plan.InternalDeadline.Email), new(NumberedLetter.AddresseeOf(round.Rules).Thai, preview.To), text.Subject, text.Body,
                MessageIds.Of(round.State, mail, plan.InternalDeadline.Email), BangkokTime.ToBangkok(clock.GetUtcNow()), files, isByAPerson: true);
            mails.Add(new(mail, MailPurpose.Dispatch, await staged.AddOwnAsync(eml, cancellationToken)));
        }
        await staged.PromoteAsync(cancellationToken);
        return await decisions.DecideAsync(round, new OrderDispatch(id, mails.ToImmutable(), reason), actor, cancellationToken);
    }

    /// <summary>It is ordered once in a round, so its mails have the same ids whoever orders it; after it was called off they go on counting.</summary>
    private static MailId IdOf(OpenedRound round, int number) =>
        MailId.Of("dispatch", round.State.Mails.Values.Count(m => m.Purpose == MailPurpose.Dispatch) + number);

    /// <summary>One that was called off since its server, or the recipient's, takes none of its size.</summary>
    private static bool WasTooLarge(JournalMail mail) => mail is { Purpose: MailPurpose.Dispatch, Cancelled: not null }
        && (mail.Failure == MailFindings.TooLarge.Code || mail.Bounce?.Smtp?.Value is "5.3.4" or "5.2.3");

    private async Task<List<MailAttachment>> FilesAsync(OpenedRound round, CancellationToken cancellationToken)
    {
        var (state, word, pdf) = (round.State, FileFormat.Of(ReportFormat.Word), FileFormat.Of(ReportFormat.Pdf));
        var report = state.Signing!.Report;
        var files = new List<MailAttachment>
        {
            await FileAsync(round, "รายงาน", word, report.Word, cancellationToken),
            await FileAsync(round, "รายงาน", pdf, report.Pdf, cancellationToken),
            await FileAsync(round, "หนังสือนำส่ง", pdf, state.SignedCopyOf(SignedPaper.Letter, round.Rules)!.File, cancellationToken),
        };
        if (state.SignedCopyOf(SignedPaper.SignaturePage, round.Rules) is { } page) files.Add(await FileAsync(round, "หน้ารับรอง", pdf, page.File, cancellationToken));
        return files;
    }

    private async Task<MailAttachment> FileAsync(OpenedRound round, string name, FileFormat format, ContentHash hash, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await content.CopyAsync(round.Id, hash, long.MaxValue, bytes, cancellationToken);
        return new($"{name} {round.Rules.Province.FullName} {round.Id}.{format.Ending}", format.MediaType, bytes.ToArray());
    }

    /// <summary>In their order, each with the ones before it as long as they fit.</summary>
    private static List<List<MailAttachment>> Split(List<MailAttachment> files, long most)
    {
        var (parts, left) = (new List<List<MailAttachment>>(), 0L);
        foreach (var file in files)
        {
            var size = EncodedSize(file.Content.Length);
            if (size > left)
            {
                parts.Add([]);
                left = most - TextBytes;
            }
            parts[^1].Add(file);
            left -= size;
        }
        return parts;
    }

    /// <summary>Base64 in lines of at most 76 characters, and what stands above it.</summary>
    private static long EncodedSize(long bytes)
    {
        const long headers = 2_000, line = 72, lineEnd = 2;
        var letters = (bytes + 2) / 3 * 4;
        return letters + ((letters / line + 1) * lineEnd) + headers;
    }
}
