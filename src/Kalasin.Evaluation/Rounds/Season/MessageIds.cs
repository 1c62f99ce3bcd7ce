using System.Globalization;
using System.Text;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Message-Ids of a round's mails, <c>{round}.{mail}.{16 hexadecimal digits}@{domain}</c>: the same for the same mail of the same round of this
/// installation and for no other, so that answers and bounces find the mail that they are about. Pure.
/// </summary>
internal static class MessageIds
{
    private const int Longest = 300;

    /// <summary>The Message-Id of a mail, without angle brackets.</summary>
    /// <param name="state">Its round, opened.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="sender">Address that it is sent from.</param>
    public static string Of(RoundState state, MailId mail, string sender)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(sender);
        return $"{state.Opened!.Round}.{mail}.{Digits(state, mail)}@{sender.Split('@')[^1]}";
    }

    /// <summary>The round that a Message-Id may be of; whether it is, only that round can tell.</summary>
    /// <param name="messageId">Anything that a message says, with or without angle brackets.</param>
    /// <returns><see langword="null"/> where it is none of ours.</returns>
    public static RoundId? RoundOf(string? messageId) => Parse(messageId)?.Round;

    /// <summary>The mail of a round that a Message-Id is of.</summary>
    /// <inheritdoc cref="RoundOf"/>
    public static JournalMail? Find(RoundState state, string? messageId)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Parse(messageId) is var (round, mail, digits) && state.Opened?.Round == round && digits == Digits(state, mail) ? state.Mails.GetValueOrDefault(mail) : null;
    }

    private static (RoundId Round, MailId Mail, string Digits)? Parse(string? messageId)
    {
        if (messageId is null || messageId.Length > Longest) return null;
        var local = messageId.Trim().TrimStart('<').Split('@')[0];
        return local.Split('.') is [var first, var second, var digits] && RoundId.TryParse(first, out var round) && MailId.TryParse(second, out var mail)
            ? (round, mail, digits)
            : null;
    }

    /// <summary>Nobody makes them up who doesn't know when the round was opened, to a ten-millionth of a second.</summary>
    private static string Digits(RoundState state, MailId mail)
    {
        var named = string.Create(CultureInfo.InvariantCulture, $"{state.Opened!.Round}\n{state.Rules[0].Since.UtcTicks}\n{mail}");
        return ContentHash.Of(Encoding.ASCII.GetBytes(named)).ToString()[..16];
    }
}
