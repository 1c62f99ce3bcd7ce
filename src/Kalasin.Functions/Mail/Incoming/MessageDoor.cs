using System.Text.RegularExpressions;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>Whose message it is, as far as it says: of which round, which unit, about which mail of ours. A claim each, and no more than a unit's link may do follows from it.</summary>
/// <param name="Unit">Null where the message names none, or several.</param>
/// <param name="Mail">Null where it is about none.</param>
internal sealed partial record MessageDoor(OpenedRound Round, ReportingUnit? Unit, JournalMail? Mail)
{
    /// <summary>By the mail it answers, else by a tag in its address or subject, else by its sender's address.</summary>
    /// <param name="rounds">The newest first.</param>
    /// <returns>Null where nothing of it tells.</returns>
    public static MessageDoor? Of(IncomingMessage message, IReadOnlyList<OpenedRound> rounds)
    {
        var about = message.References.SelectMany(id => rounds.Select(round => (Round: round, Mail: MessageIds.Find(round.State, id)))).FirstOrDefault(a => a.Mail is not null);
        if (about.Mail is { } mail)
            return new(about.Round, UnitOf(about.Round, mail) ?? ByTag(message, [about.Round])?.Unit ?? BySender(message, [about.Round])?.Unit, mail);
        return ByTag(message, rounds) ?? BySender(message, rounds);
    }

    /// <summary>What <c>office+46-dla-2567.4602@…</c> or <c>[46-dla-2567/4602]</c> name; the round may be left out.</summary>
    private static MessageDoor? ByTag(IncomingMessage message, IReadOnlyList<OpenedRound> rounds)
    {
        var tags = message.Recipients.Select(r => AddressTag().Match(r)).Append(SubjectTag().Match(message.Subject)).Where(m => m.Success);
        foreach (var tag in tags)
        {
            var (named, unit) = (tag.Groups["round"].Value, tag.Groups["unit"].Value);
            foreach (var round in rounds.Where(r => named.Length == 0 || r.Id.Value.Equals(named, StringComparison.OrdinalIgnoreCase)))
                if (round.UnitOf(unit) is { } found) return new(round, found, null);
        }
        return null;
    }

    private static MessageDoor? BySender(IncomingMessage message, IReadOnlyList<OpenedRound> rounds)
    {
        if (message.Facts.From is not { } sender) return null;
        foreach (var round in rounds)
        {
            var units = round.Rules.Plan.Units.Where(u => sender.Equals(u.Email, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
            if (units.Count > 0) return new(round, units is [var one] ? one : null, null); // several share an address: the form has to tell
        }
        return null;
    }

    private static ReportingUnit? UnitOf(OpenedRound round, JournalMail mail) => mail.Unit is { } unit ? round.Rules.Plan.Find(unit) : null;

    [GeneratedRegex(@"^[^+@]+\+((?<round>[a-z0-9-]{1,60})\.)?(?<unit>[A-Za-z0-9-]{1,20})@", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex AddressTag();

    [GeneratedRegex(@"\[((?<round>[a-z0-9-]{1,60})/)?(?<unit>[A-Za-z0-9-]{1,20})\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SubjectTag();
}
