using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Mail.Incoming;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;

namespace Kalasin.Functions.Samples;

/// <summary>What the office of the sample does that is more than a decision: enters addresses and names, sends the forms, and gets a mail back.</summary>
internal sealed class SampleOffice(RoundLog log, Contacts contacts, Batches batches, DecisionService decisions, MessageIntake messages, Settings settings)
{
    /// <summary>What stands in the bounce for the Message-Id of the mail that came back.</summary>
    private const string MessageIdHere = "{message-id}";

    public static Actor Coordinator { get; } = new(ActorRole.Coordinator, "sample");

    /// <summary>Each with its time.</summary>
    public IEnumerable<(DateTimeOffset At, Func<Task> Play)> Moments(SampleSeason season, RoundId round, CancellationToken cancellationToken) =>
    [
        (season.Contacts.At, () => EnterContactsAsync(season.Contacts, round, cancellationToken)),
        (season.Forms.Prepared, () => PrepareFormsAsync(round, cancellationToken)),
        (season.Forms.Released, () => ReleaseFormsAsync(round, cancellationToken)),
        (season.Bounce.At, () => BounceAsync(season.Bounce, round, cancellationToken)),
    ];

    /// <summary>The origin of addresses that the sample shows.</summary>
    public static string OriginOf(Settings settings) => settings.Access.BaseAddress?.GetLeftPart(UriPartial.Authority) ?? settings.Addresses[0].TrimEnd('/');

    private async Task EnterContactsAsync(SampleContacts entered, RoundId id, CancellationToken cancellationToken)
    {
        var round = await FindAsync(id, cancellationToken);
        // Whoever has tried the page since keeps what they typed.
        if (round.Rules.Plan.Units.Any(u => u.Email is not null) || await contacts.PlanAsync(id, cancellationToken) is not { } plan) return;
        var before = Contacts.FieldsOf(plan).ToDictionary(f => f.Pointer, f => f.Value, StringComparer.Ordinal);
        if (!StatedTexts.TryState(entered.Reason, out var reason)) throw new InvalidDataException("The sample enters contacts without a reason.");
        var outcome = await contacts.SaveAsync(round, plan.Revision, pointer => entered.Typed.GetValueOrDefault(pointer, before[pointer]), reason, Coordinator, cancellationToken);
        Accepted(outcome.Decision);
    }

    private async Task PrepareFormsAsync(RoundId id, CancellationToken cancellationToken)
    {
        var round = await FindAsync(id, cancellationToken);
        if (FormsOf(round).Any()) return;
        var outcome = await batches.PrepareAsync(round, new(MailPurpose.Forms, []), OriginOf(settings), key: null, Coordinator, cancellationToken);
        if (!outcome.Findings.IsEmpty) throw new InvalidDataException($"The sample's forms can't be sent: {outcome.Findings[0]}");
    }

    private async Task ReleaseFormsAsync(RoundId id, CancellationToken cancellationToken)
    {
        var round = await FindAsync(id, cancellationToken);
        foreach (var number in FormsOf(round).Where(batch => batch is { Released: null, Cancelled: null }).Select(batch => batch.Prepared.Number).ToList())
        {
            var outcome = await decisions.DecideAsync(round, new ReleaseMails(number) { Id = Guid.NewGuid(), Salt = StatedTexts.Salt() }, Coordinator, cancellationToken);
            Accepted(outcome.Decision);
            round = outcome.Round;
        }
    }

    /// <summary>The report of a mail server, with the Message-Id that only this round's mail has.</summary>
    private async Task BounceAsync(SampleBounce bounce, RoundId id, CancellationToken cancellationToken)
    {
        var (round, unit) = (await FindAsync(id, cancellationToken), UnitCode.Parse(bounce.Unit));
        if (round.State.Mails.Values.Where(m => m.Unit == unit && m.Purpose == MailPurpose.Reminder).MaxBy(m => m.Number) is not { } reminder) return;
        var message = MessageIds.Of(round.State, reminder.Id, round.Rules.Plan.InternalDeadline.Email);
        var text = await File.ReadAllTextAsync(Path.Combine(SampleRound.Folder, bounce.File), cancellationToken);
        await messages.TakeInAsync(Encoding.UTF8.GetBytes(text.Replace(MessageIdHere, message, StringComparison.Ordinal)), bounce.At, isWhole: true, cancellationToken);
    }

    private static IEnumerable<MailBatch> FormsOf(OpenedRound round) => round.State.Batches.Values.Where(b => b.Purpose == MailPurpose.Forms && b.Prepared.By == Coordinator);

    private async Task<OpenedRound> FindAsync(RoundId id, CancellationToken cancellationToken) => (await log.FindAsync(id, null, cancellationToken))!;

    private static void Accepted(Decision decision)
    {
        if (decision is Refuse refusal) throw new InvalidDataException($"The sample asks for what is refused: {refusal.Findings[0]}");
    }
}
