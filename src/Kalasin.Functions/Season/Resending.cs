using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Season;

/// <summary>
/// Sends once more what a mail said: the same words and files in another message. It goes to the address that the plan now has for the unit,
/// since a wrong one is the usual reason; an answer goes to whom it answered.
/// </summary>
internal sealed class Resending(RoundLog log, TimeProvider clock)
{
    /// <summary>Whether somebody may have a mail sent once more.</summary>
    public static bool IsOpen(OpenedRound round, JournalMail mail, Actor actor, DateTimeOffset now) =>
        Decide.On(round.State, round.Rules, Command(mail, default), now, actor) is Accept;

    /// <returns>What was decided, and the round after it: the mail names the other.</returns>
    /// <exception cref="DamagedException">The vault lacks the mail, or holds something else.</exception>
    public async Task<(Decision Decision, OpenedRound After)> SendAgainAsync(OpenedRound round, JournalMail mail, Actor actor, CancellationToken cancellationToken)
    {
        // What is refused leaves nothing behind.
        var expected = Decide.On(round.State, round.Rules, Command(mail, default), clock.GetUtcNow(), actor);
        if (expected is not Accept) return (expected, round);
        var plan = round.Rules.Plan;
        if (plan.AddressOf(null) is not { } sender) return (Refuse.For(BatchFindings.NoSender.At(Place.Nowhere)), round);
        var isAnswer = mail.Purpose is MailPurpose.Receipt or MailPurpose.Findings;
        var to = isAnswer ? null : plan.AddressOf(mail.Unit);
        if (!isAnswer && to is null && mail.Unit is { } unit) return (Refuse.For(BatchFindings.NoAddress.At(Place.Nowhere, plan.Find(unit)!.Name)), round);
        await using var before = await round.Vault.OpenAsync(mail.Eml, ByteRange.All, cancellationToken) ?? throw DamagedException.Missing(mail.Eml);
        using var whole = new MemoryStream();
        await before.CopyToAsync(whole, cancellationToken);
        whole.Position = 0;
        await using var staged = new StagedContents(round.Vault);
        var again = Eml.Again(whole, to, MessageIds.Of(round.State, IdOf(mail), sender), BangkokTime.ToBangkok(clock.GetUtcNow()));
        var eml = await staged.AddOwnAsync(again, cancellationToken);
        await staged.PromoteAsync(cancellationToken);
        var (decision, state) = await log.DecideAsync(round.Id, Command(mail, eml), actor, cancellationToken);
        return (decision, await log.AtAsync(round.Id, state, cancellationToken));
    }

    private static ResendMail Command(JournalMail mail, ContentHash eml) => new(Guid.NewGuid(), mail.Id, IdOf(mail), eml);

    /// <summary>The same whoever presses the button, and how often: a mail goes once more once. What went again can go again.</summary>
    private static MailId IdOf(JournalMail mail) => MailId.Of($"again-{ContentHash.Of(Encoding.ASCII.GetBytes(mail.Id.Value)).ToString()[..16]}", 1);
}
