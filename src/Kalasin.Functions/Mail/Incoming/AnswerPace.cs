using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>
/// Whether somebody is answered now. What came is taken in whatever is said here; only how often one address hears of us is
/// bounded, so that another program that answers everything, and hides it, ends in silence. Pure.
/// </summary>
internal static class AnswerPace
{
    /// <summary>Between two answers to one sender.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    /// <summary>Answers to one sender within a day.</summary>
    public const int MostADay = 10;

    /// <summary>Answers in one exchange: to an answer, to what answered that, and so on.</summary>
    public const int MostInOneExchange = 5;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="about">The mail of ours that the message is about; null for none.</param>
    /// <param name="earlier">When its sender was answered before.</param>
    public static Answering Of(RoundState state, JournalMail? about, IReadOnlyCollection<DateTimeOffset> earlier, DateTimeOffset now)
    {
        if (ExchangeOf(state, about) >= MostInOneExchange || earlier.Count(at => now - at < Day) >= MostADay) return Answering.Never;
        return earlier.Any(at => now - at < Between) ? Answering.Later : Answering.Now;
    }

    /// <summary>How many answers of ours led to this one.</summary>
    private static int ExchangeOf(RoundState state, JournalMail? about)
    {
        var answered = about is null ? null : state.Messages.ToLookup(m => MailId.Answering(m.Key), m => m.Value);
        var count = 0;
        for (var mail = about; count < MostInOneExchange && mail is { Purpose: MailPurpose.Receipt or MailPurpose.Findings }; count++)
            mail = answered![mail.Id].FirstOrDefault()?.Mail is { } before ? state.Mails.GetValueOrDefault(before) : null;
        return count;
    }
}

internal enum Answering
{
    Now,

    /// <summary>The message waits in the mailbox.</summary>
    Later,

    Never,
}
