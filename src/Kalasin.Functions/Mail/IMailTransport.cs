using Kalasin.Evaluation;

namespace Kalasin.Functions.Mail;

/// <summary>Where mails go out. Handing the same mail over twice is harmless: it has one Message-Id.</summary>
internal interface IMailTransport
{
    /// <summary>Whether it takes one now; otherwise mails wait for a later tick, and nothing is recorded of that.</summary>
    bool IsReady => true;

    /// <param name="name">Names the mail among all of this installation: lower-case letters, digits and hyphens.</param>
    /// <param name="eml">The exact message.</param>
    /// <exception cref="MailNotTakenException">It was not taken, for a known reason.</exception>
    /// <exception cref="IOException">It could not be handed over, or it is unknown whether it was.</exception>
    Task SendAsync(string name, ReadOnlyMemory<byte> eml, CancellationToken cancellationToken);

    /// <summary>That was all for now.</summary>
    Task RestAsync() => Task.CompletedTask;
}

/// <summary>A mail certainly was not taken.</summary>
/// <param name="why">What stands in the way.</param>
internal sealed class MailNotTakenException(FindingKind why, Exception? inner = null) : IOException($"The mail was not taken: {why.Code}.", inner)
{
    public FindingKind Why => why;

    /// <summary>Whether trying again helps nothing.</summary>
    public bool IsForGood => why == MailFindings.Refused || why == MailFindings.TooLarge;
}

/// <summary>The way out of this installation.</summary>
/// <param name="Transport">Null where none is set up: mails wait in the log.</param>
internal sealed record MailWay(IMailTransport? Transport)
{
    /// <param name="folder">Where mails are put if no server is named; null for nowhere.</param>
    public static MailWay Of(MailSettings settings, string? folder, TimeProvider clock)
    {
        if (settings.NamesSmtp) return new(settings.Smtp is { } smtp ? new SmtpTransport(smtp, clock) : null);
        return new(folder is null ? null : new PickupFolder(folder));
    }
}
