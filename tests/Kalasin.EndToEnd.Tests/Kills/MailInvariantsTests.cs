using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>The lives of a mail that may be and that may not: each fault of one is said.</summary>
public sealed class MailInvariantsTests
{
    private static readonly DateTimeOffset Start = new(2024, 5, 20, 10, 0, 0, TimeSpan.FromHours(7));
    private static readonly ContentHash Why = ContentHash.Of("why"u8);

    [Theory]
    [InlineData("attempt sent", "")]
    [InlineData("attempt failed attempt sent", "")]
    [InlineData("attempt lease attempt sent", "")] // whoever sent it was killed
    [InlineData("attempt attempt sent", "was tried by two at once")]
    [InlineData("attempt sent lease attempt", "was tried after it had left")]
    [InlineData("attempt sent sent", "was sent twice")]
    [InlineData("sent", "was sent by nobody")]
    [InlineData("hold attempt sent", "was tried although it is held or cancelled")]
    [InlineData("hold release attempt sent", "")]
    [InlineData("cancel attempt sent", "was tried although it is held or cancelled")]
    public void LifeOfAMail_IsToldByWhatHappened(string life, string broken) => Says(MailPurpose.Reminder, life, broken);

    [Theory]
    [InlineData("attempt sent", "")]
    [InlineData("attempt lease attempt sent", "was tried again, and nobody said what had become of it")]
    [InlineData("attempt lease settledLeft", "")]
    [InlineData("attempt lease settledNot attempt sent", "")]
    [InlineData("attempt sent bounced settledNot attempt sent", "")]
    [InlineData("attempt lease settledLeft attempt", "was tried after it had left")]
    [InlineData("attempt failed attempt sent", "")] // a server refused it: it is known not to have left
    public void DispatchCutOff_WaitsForAPerson(string life, string broken) => Says(MailPurpose.Dispatch, life, broken);

    private static void Says(MailPurpose purpose, string life, string broken)
    {
        var (mail, at, entries) = (MailId.Of("a", 1), Start, new List<RoundEntry>());
        var command = Guid.NewGuid();
        entries.Add(new(at, Actor.Clock, command, new StepCompleted("a")));
        entries.Add(new(at, Actor.Clock, command, new MailQueued(mail, purpose, Why)));
        foreach (var word in life.Split(' '))
        {
            at = at.AddSeconds(1);
            if (word == "lease") at = at.AddMinutes(10);
            else entries.Add(new(at, Actor.Clock, Guid.NewGuid(), EventOf(word)));
        }
        ImmutableArray<KeptRow> rows = [.. entries.Select((entry, i) => new KeptRow($"round/{InstallationUnderTest.Round}", i + 1, entry.ToBytes().ToArray()))];
        var said = MailInvariants.Broken(new() { Rows = rows }, new(rows), settled: false);
        Assert.Equal(broken.Length == 0 ? [] : [$"mails: a-1 {broken}"], said);

        RoundEvent EventOf(string word) => word switch
        {
            "attempt" => new MailAttempted(mail, at.AddMinutes(5)),
            "failed" => new MailFailed(mail, "KAL7601"),
            "sent" => new MailSent(mail),
            "bounced" => new MailBounced(mail, Permanent: true, null, Why),
            "hold" => new MailHeld(mail),
            "release" => new MailReleased(mail),
            "cancel" => new MailsCancelled(null, mail, Why),
            "settledLeft" => new DispatchSettled(mail, Left: true, Why),
            "settledNot" => new DispatchSettled(mail, Left: false, Why),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, null),
        };
    }
}
